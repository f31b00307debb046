"""Entry: free writing of any date, outside the weekly guide."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class EntryKind(StrEnum):
    """What a free entry is. Doubts and worries keep their stricter privacy here too."""

    NOTE = "note"
    MOMENT = "moment"
    CELEBRATION = "celebration"
    DOUBT = "doubt"
    WORRY = "worry"


PRIVATE_KINDS = frozenset({EntryKind.DOUBT, EntryKind.WORRY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One piece of free writing, kept as typed. ``zone`` is the IANA zone it was written in."""

    happened_on: date
    body: str = field(repr=False)
    title: str = field(default="", repr=False)
    kind: EntryKind = EntryKind.NOTE
    person_id: int | None = None
    tags: tuple[str, ...] = field(default=(), repr=False)
    private: bool = False
    starred: bool = False
    zone: str = ""
    id: int | None = None

    def __post_init__(self) -> None:
        if not (self.body.strip() or self.title.strip()):
            raise ValueError("an entry needs words")

    @property
    def is_private(self) -> bool:
        """True when no export takes it unless asked for by name."""
        return self.private or self.kind in PRIVATE_KINDS
