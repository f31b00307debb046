"""Version: what an entry said before, and how two texts differ, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from journal_app.domain.entry import Entry

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")
_COMPARED_BY_WORD = 20_000  # pieces; beyond, whole lines are compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An entry as it was until ``until``."""

    entry: Entry = field(repr=False)
    until: datetime
    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trashed:
    """An entry in the trash since a day."""

    entry: Entry = field(repr=False)
    trashed_on: date
    id: int


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


def changes(before: str, after: str) -> Iterator[tuple[Change, str]]:
    """The pieces of two texts in reading order; put together, they are both texts."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    if len(old) + len(new) > _COMPARED_BY_WORD:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield Change.SAME, "".join(old[a:b])
            continue
        if b > a:
            yield Change.GONE, "".join(old[a:b])
        if d > c:
            yield Change.NEW, "".join(new[c:d])
