"""Folding: text with case, accents, width and invisible characters taken away, and the way back.

A name can hide behind fullwidth letters, combining accents, soft hyphens, camel case, or in a link
or a page behind %C3%A9 and &eacute;. Matching is done on the folded text; each folded character
remembers which characters it stands for.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

# Stands where a word ends without a blank: between the words of anaSilva, and after Mei in Meiさん.
CAMEL = "\0"
EASTERN = "[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9f]"
_SPECIAL = {
    **{"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"},
    **dict.fromkeys("\u2019\u2018\u02bc\u00b4`", "'"),
    **{"ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n"},
}
_EASTERN = re.compile(EASTERN)
_ESCAPED = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});|(?:%[0-9a-fA-F]{2})+"
)


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
    before_small, before_east = False, False
    for char, place, end in _composed(_characters(text)):
        category = unicodedata.category(char)
        if category in {"Mn", "Me", "Cf"}:
            # Belongs to the character before it.
            if ends:
                ends[-1] = end
            continue
        east = char > "\u3000" and _EASTERN.match(char) is not None
        if (before_small and category == "Lu") or east != before_east:
            out.append(CAMEL)
            starts.append(place)
            ends.append(place)
        before_small, before_east = category == "Ll", east
        for folded in fold_char(char):
            out.append(folded)
            starts.append(place)
            ends.append(end)
    return Folded("".join(out), starts, ends)


def _composed(characters: Iterator[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """The same with Korean syllables whole, which file names of some computers take apart."""
    held: tuple[str, int, int] | None = None
    for char, start, end in characters:
        if held is not None:
            whole = unicodedata.normalize("NFC", held[0] + char)
            if len(whole) == 1:
                held = (whole, held[1], end)
                continue
            yield held
        held = (char, start, end) if "\u1100" <= char <= "\u1112" else None
        if held is None:
            yield char, start, end
    if held is not None:
        yield held


def _characters(text: str) -> Iterator[tuple[str, int, int]]:
    """Each character that is meant, with the bounds of what was written for it."""
    at = 0
    for escaped in _ESCAPED.finditer(text):
        meant = _meant(escaped.group())
        if meant is None:
            continue
        yield from ((text[n], n, n + 1) for n in range(at, escaped.start()))
        at = escaped.start()
        for char in meant:
            # A percent stands for a byte; an entity, with all its letters, for what it means.
            length = 3 * len(char.encode()) if text[at] == "%" else escaped.end() - at
            yield char, at, at + length
            at += length if text[at] == "%" else 0
        at = escaped.end()
    yield from ((text[n], n, n + 1) for n in range(at, len(text)))


def _meant(escaped: str) -> str | None:
    """What an escape stands for; None where it stands for itself."""
    if escaped.startswith("&"):
        meant = html.unescape(escaped)
        return None if meant == escaped else meant
    try:
        return bytes.fromhex(escaped.replace("%", "")).decode()
    except UnicodeDecodeError:
        return None


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
    return fold(word).text.replace(CAMEL, "")
