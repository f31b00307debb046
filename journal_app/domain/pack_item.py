"""Pack item: one thing of a period that may go into a pack for a mentor."""

from dataclasses import dataclass, field
from datetime import date

from journal_app.domain.share import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class PackItem:
    """One thing that may go into a pack: its words, and small below them what became of it.

    ``ours`` are the program's words; ``usual`` items go along when their part does, the others
    when they are chosen one by one.
    """

    ref: str
    part: Part
    text: str = field(repr=False)
    small: str = field(default="", repr=False)
    on: date | None = None
    ours: bool = False
    usual: bool = True
    person_id: int | None = None
    after_conflict: bool = False
