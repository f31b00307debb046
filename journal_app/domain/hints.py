"""Hints: gentle, local, and never a block. Each is named by an id whose words lie in copy.toml."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journal_app.domain.phrases import holds_phrase

LONG_NOTE_WORDS = 90
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MOST_WORDS_OF_BARE_PRAISE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CelebrationWords:
    """What a language says when it praises, takes back, compares and asks."""

    praise: Sequence[str] = ()
    but: Sequence[str] = ()
    than: Sequence[str] = ()
    request: Sequence[str] = ()


def celebration_hints(
    parts: Sequence[str], *, words: CelebrationWords, other_names: Iterable[str]
) -> list[str]:
    """What might keep a celebration from landing; ``parts`` are when, you, meant, growing in."""
    text = " ".join(part for part in parts if part.strip())
    found = [word.casefold() for word in _WORD.findall(text)]
    if not found:
        return []
    hints = []
    praise = {word for phrase in words.praise for word in phrase.casefold().split()}
    said = [word for word in found if word not in praise]
    if len(said) < len(found) and len(said) < _MOST_WORDS_OF_BARE_PRAISE:
        hints.append("praise-only")
    if holds_phrase(text, words.but):
        hints.append("but")
    named = {name.casefold().split()[0] for name in other_names if name.strip()}
    if named & set(found) and holds_phrase(text, words.than):
        hints.append("compares")
    if holds_phrase(text, words.request):
        hints.append("request")
    if len(found) > LONG_NOTE_WORDS:
        hints.append("long")
    return hints


def plan_hints(*, cue: str, act: str, wish_words: Iterable[str]) -> list[str]:
    """What might make a plan easier to keep: a cue, and an act rather than a wish."""
    hints = []
    if act.strip() and not cue.strip():
        hints.append("loose")
    lowered = " ".join(word.casefold() for word in _WORD.findall(act))
    if any(lowered.startswith(wish.casefold()) for wish in wish_words):
        hints.append("wish")
    return hints
