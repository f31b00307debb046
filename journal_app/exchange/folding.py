"""Folding: text with case, accents, width and invisible characters taken away, and the way back.

A name can hide behind fullwidth letters, combining accents, soft hyphens or camel case. Matching
is done on the folded text; each folded character remembers which characters it stands for.
"""

import unicodedata
from dataclasses import dataclass, field

CAMEL = "\0"  # stands between a small and a capital letter: "anaSilva" has a word boundary there
_SPECIAL = {
    **{"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"},
    **dict.fromkeys("\u2019\u2018\u02bc\u00b4`", "'"),
    **{"ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n"},
}


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; ``starts[i]`` and ``ends[i]`` bound what its i-th character stands for."""

    text: str = field(repr=False)
    starts: list[int] = field(repr=False)
    ends: list[int] = field(repr=False)


def fold(text: str) -> Folded:
    """Fold a text, keeping the way back."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    before_small = False
    for place, char in enumerate(text):
        category = unicodedata.category(char)
        if category in {"Mn", "Me", "Cf"}:
            # Belongs to the character before it.
            if ends:
                ends[-1] = place + 1
            continue
        if before_small and category == "Lu":
            out.append(CAMEL)
            starts.append(place)
            ends.append(place)
        before_small = category == "Ll"
        for folded in fold_char(char):
            out.append(folded)
            starts.append(place)
            ends.append(place + 1)
    return Folded("".join(out), starts, ends)


def fold_char(char: str) -> str:
    """One character without case, width and accent; none, one or several characters."""
    if char in "\n\r":
        return char
    if char in _SPECIAL:
        return _SPECIAL[char]
    if char.isascii():
        return char.lower()
    wide = unicodedata.normalize("NFKC", char).casefold()
    # Hangul syllables would fall apart into letters that no name is written with.
    parts = unicodedata.normalize("NFD", wide) if not "가" <= wide[:1] <= "힣" else wide
    bare = "".join(c for c in parts if unicodedata.category(c) not in {"Mn", "Me", "Cf"})
    return "".join(_SPECIAL.get(c, c) for c in bare)


def fold_word(word: str) -> str:
    """A word folded, for names and look-ups."""
    return "".join(
        fold_char(char) for char in word if unicodedata.category(char) not in {"Mn", "Me", "Cf"}
    )
