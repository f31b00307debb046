"""Share: what leaves the journal on purpose, for whom, and under which names."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum


class NameStyle(StrEnum):
    """How people are named in what leaves the journal."""

    ALIAS = "alias"
    INITIALS = "initials"
    REAL = "real"


class Audience(StrEnum):
    """Whom something that leaves is made for; a keepsake is for the one it tells of."""

    MENTOR = "mentor"
    COACH = "coach"
    MANAGER = "manager"
    MYSELF = "myself"
    THEM = "them"


class Keepsake(StrEnum):
    """What can be saved outside a pack, and tells of one person by name."""

    CARD = "card"
    LINE = "line"
    SHEET = "sheet"


class Part(StrEnum):
    """The parts of a mentor pack that can be chosen, in the order in which they stand in it."""

    SITUATION = "situation"
    FOCUS = "focus"
    TRIED = "tried"
    GROWTH = "growth"
    CELEBRATIONS = "celebrations"
    PROMISES = "promises"
    WRITING = "writing"
    ARRIVE = "arrive"
    DOUBTS = "doubts"
    PREVIEW = "preview"


DEFAULT_PARTS = frozenset({Part.SITUATION, Part.FOCUS, Part.TRIED, Part.PREVIEW})
MANAGER_PARTS = frozenset({Part.SITUATION, Part.FOCUS, Part.TRIED, Part.PREVIEW})
ASK_AFTER = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Someone, or something, whose name must not leave unless it is meant to.

    ``instead`` is what stands for a thing, such as "a project"; its words are not names alone.
    """

    id: int
    name: str = field(repr=False)
    other_names: tuple[str, ...] = field(default=(), repr=False)
    instead: str = ""


class WordKind(StrEnum):
    """What the leader said of a word that may be a name."""

    PERSON = "person"
    THING = "thing"
    FINE = "fine"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownWord:
    """A word the leader was asked about, or listed: a person, a project or client, or no name."""

    body: str = field(repr=False)
    kind: WordKind
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """The first pages of what would leave, as pictures, and how many there are in all."""

    pages: list[bytes] = field(repr=False)
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What left, in the log: never its words. ``place`` is where the file lies on this computer.

    ``people`` holds the ids of those it told of, ``code`` the check code printed in it.
    """

    shared_on: date
    audience: Audience
    names: NameStyle
    format: str
    parts: tuple[str, ...] = ()
    sha256: str
    place: str = field(default="", repr=False)
    people: tuple[str, ...] = ()
    code: str = ""
    locked: bool = False
    ask_on: date | None = None
    gone_on: date | None = None
    heard_on: date | None = None
    id: int | None = None

    @property
    def keepsake(self) -> Keepsake | None:
        """Which keepsake it is, if it is no pack."""
        return next((one for one in Keepsake if self.parts == (one.value,)), None)

    def asks(self, today: date) -> bool:
        """True once it is time to ask for its deletion."""
        return self.gone_on is None and self.ask_on is not None and self.ask_on <= today
