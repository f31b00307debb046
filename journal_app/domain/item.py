"""Item: anything in the journal seen as one dated piece of text, for lists, search and export."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One row of the journal. ``ref`` is ``12`` for an entry, else ``moment:3`` and so on."""

    ref: str
    kind: str
    on: date
    title: str = field(default="", repr=False)
    body: str = field(default="", repr=False)
    person_id: int | None = None
    tags: tuple[str, ...] = field(default=(), repr=False)
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An item that a search found, with a snippet whose matches are given as (start, length)."""

    item: Item
    snippet: str = field(default="", repr=False)
    marks: tuple[tuple[int, int], ...] = ()
