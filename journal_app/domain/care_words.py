"""Care words: private facts that do not belong beside a person's name (T16)."""

from collections.abc import Iterable

from journal_app.domain.phrases import holds_phrase


def has_care_word(text: str, words: Iterable[str]) -> bool:
    """T16: True when a text names something that is nobody's business at work.

    Nothing of this is kept anywhere.
    """
    return holds_phrase(text, words)
