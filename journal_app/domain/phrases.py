"""Phrases: whether a text holds one of some words, as a language's own words lie in copy.toml."""

import re
from collections.abc import Iterable
from functools import lru_cache

_NONE = re.compile(r"(?!)")


def holds_phrase(text: str, phrases: Iterable[str]) -> bool:
    """True when one of these stands in the text as whole words; ``*`` is any run of letters."""
    return _pattern(tuple(phrases)).search(text) is not None


@lru_cache(maxsize=16)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    if not phrases:
        return _NONE
    alternatives = "|".join(re.escape(phrase).replace(r"\*", r"\w*") for phrase in phrases)
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)
