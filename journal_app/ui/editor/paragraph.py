"""Paragraph: what its stretches are and which words are wrong, followed from key to key.

Reading a long paragraph anew takes longer than painting it. A key inside a word moves everything
behind it and changes nothing else, so what was read before the key still holds, moved.
"""

import re
from dataclasses import dataclass, field

from journal_app.ui.editor.marks import Kind, Span, spans
from journal_app.ui.editor.spelling import UNCHECKED, Speller

Place = tuple[int, int]

# What a line begins with is read anew, and so is whatever stands beside one of these.
_OPENING = 40
_SPECIAL = frozenset("\\`*_~![]()<>@#:/")
_HARMLESS = re.compile(r"(?:[^\W_]|[ ,.;'’-])*")
_MOST_FOLLOWED = 32


@dataclass(slots=True)
class Paragraph:
    """One reading of a line outside a fenced block."""

    text: str = field(repr=False)
    found: list[Span]
    wrong: list[Place] = field(default_factory=list)
    checked: tuple[Speller, int] | None = None

    @classmethod
    def read(cls, text: str, names: tuple[str, ...]) -> "Paragraph":
        """Read a line from its beginning to its end."""
        return cls(text, spans(text, names))

    def then(self, text: str) -> "Paragraph | None":
        """The same line after a key, or None when it has to be read anew."""
        edit = self._edit_to(text)
        if edit is None:
            return None
        start, gone, come = edit
        by = come - gone
        behind = start + gone
        moved = [
            Span(
                span.start + by if span.start >= behind else span.start,
                span.end + by if span.end >= behind else span.end,
                span.kind,
                span.level,
            )
            for span in self.found
        ]
        followed = Paragraph(text, moved)
        if self.checked is not None and self.checked[0].version == self.checked[1]:
            followed._follow_words(self, start, gone, come)
        return followed

    def check(self, speller: Speller) -> list[Place]:
        """Where the words stand that are known to be wrong."""
        if self.checked != (speller, speller.version):
            self.wrong = speller.misspelled(self.text, self.closed)
            self.checked = (speller, speller.version)
        return self.wrong

    @property
    def closed(self) -> list[Place]:
        """Where nothing is checked."""
        return [(span.start, span.end) for span in self.found if span.kind in UNCHECKED]

    def _edit_to(self, text: str) -> tuple[int, int, int] | None:
        """Where a harmless edit began, what went and what came; None for any other edit."""
        before = self.text
        if text == before:
            return 0, 0, 0
        if min(len(text), len(before)) <= _OPENING or abs(len(text) - len(before)) > _MOST_FOLLOWED:
            return None
        if "@" in text or "://" in text:
            return None
        start = _same_beginning(before, text)
        room = min(len(before), len(text)) - start
        end = min(room, _same_beginning(before[start:][::-1], text[start:][::-1]))
        gone, come = before[start : len(before) - end], text[start : len(text) - end]
        if start <= _OPENING or not (_HARMLESS.fullmatch(gone) and _HARMLESS.fullmatch(come)):
            return None
        beside = text[start - 1] + text[start + len(come) : start + len(come) + 1]
        if not _SPECIAL.isdisjoint(beside):
            return None
        if any(
            span.kind is Kind.ADDRESS and span.start <= start <= span.end for span in self.found
        ):
            return None
        return start, len(gone), len(come)

    def _follow_words(self, before: "Paragraph", start: int, gone: int, come: int) -> None:
        """Check the words around the edit alone, and keep what is known of all others."""
        if before.checked is None:
            return
        speller = before.checked[0]
        by = come - gone
        first = self.text.rfind(" ", 0, start) + 1
        last = self.text.find(" ", start + come)
        last = len(self.text) if last < 0 else last
        closed = [
            (begin - first, end - first)
            for begin, end in self.closed
            if begin < last and end > first
        ]
        near = speller.misspelled(self.text[first:last], closed)
        self.wrong = [
            *(place for place in before.wrong if place[1] <= first),
            *((begin + first, end + first) for begin, end in near),
            *((begin + by, end + by) for begin, end in before.wrong if begin + by >= last),
        ]
        self.checked = (speller, speller.version)


def _same_beginning(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low
