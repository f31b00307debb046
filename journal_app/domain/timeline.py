"""Timeline: the journal as lines from the newest back, and what to keep of it."""

from dataclasses import dataclass, field
from datetime import date

WEEK = "week"
KINDS = (WEEK, "note", "moment", "celebration", "plan", "promise")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the timeline. A finished week stands at its last day, before what is in it."""

    ref: str
    kind: str
    on: date
    place: tuple[int, int]
    title: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    person_id: int | None = None
    starred: bool = False

    @property
    def number(self) -> int:
        """The id of its row."""
        return self.place[1]

    @property
    def key(self) -> tuple[date, int, int]:
        """Sorted by this from the largest, lines stand in order."""
        return (self.on, -self.place[0], self.place[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is kept of the timeline; ``names`` are the words of a person's names."""

    person_id: int | None = None
    names: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    kind: str = ""
    tag: str = field(default="", repr=False)
    starred: bool = False
    until: date | None = None

    @property
    def is_everything(self) -> bool:
        """True when nothing is left out but what is in the weeks anyway."""
        return not (self.person_id or self.kind or self.tag or self.starred)
