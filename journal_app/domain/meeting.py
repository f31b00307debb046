"""Meeting: what the leader takes along into the next 1:1 with one person."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from journal_app.domain.celebration import Celebration
from journal_app.domain.intention import Intention
from journal_app.domain.moment import Moment
from journal_app.domain.person import Person
from journal_app.domain.promise import Promise
from journal_app.domain.seed import Seed

LATELY = timedelta(days=28)
MOST_STEPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What to recognise, what was promised, what is ahead, and questions of which one is asked.

    It holds nothing a person could not be shown: no worry, no doubt, no private joy.
    """

    person: Person
    waiting: Sequence[Celebration] = field(default=(), repr=False)
    steps: Sequence[Moment] = field(default=(), repr=False)
    promises: Sequence[Promise] = field(default=(), repr=False)
    plans: Sequence[Intention] = field(default=(), repr=False)
    seeds: Sequence[Seed] = field(default=(), repr=False)
    questions: Sequence[str] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """A heading of the printed sheet, its lines, and room to write by hand."""

    heading: str
    lines: tuple[str, ...] = field(default=(), repr=False)
    room: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The sheet as it is printed."""

    title: str = field(repr=False)
    over: str = ""
    parts: tuple[SheetPart, ...] = ()
    language: str = "en"
