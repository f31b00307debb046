"""Care words: private facts that do not belong beside a person's name (T16)."""

import re
from collections.abc import Iterable
from functools import lru_cache

_NONE = re.compile(r"(?!)")


def has_care_word(text: str, words: Iterable[str]) -> bool:
    """T16: True when a text names something that is nobody's business at work.

    A word ending in ``*`` stands for all that begin so. Nothing of this is kept anywhere.
    """
    return _pattern(tuple(words)).search(text) is not None


@lru_cache(maxsize=4)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    if not words:
        return _NONE
    alternatives = "|".join(
        re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words
    )
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)
