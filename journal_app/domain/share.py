"""Share: what leaves the journal on purpose, for whom, and under which names."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class NameStyle(StrEnum):
    """How people are named in what leaves the journal."""

    ALIAS = "alias"
    INITIALS = "initials"
    REAL = "real"


class Audience(StrEnum):
    """Whom a pack is made for."""

    MENTOR = "mentor"
    COACH = "coach"
    MANAGER = "manager"
    MYSELF = "myself"


class Part(StrEnum):
    """The parts of a mentor pack that can be chosen."""

    SITUATION = "situation"
    FOCUS = "focus"
    TRIED = "tried"
    GROWTH = "growth"
    CELEBRATIONS = "celebrations"
    PREVIEW = "preview"


DEFAULT_PARTS = frozenset({Part.SITUATION, Part.FOCUS, Part.TRIED, Part.PREVIEW})


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Someone whose name must not leave unless it is meant to."""

    id: int
    name: str = field(repr=False)
    other_names: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What left, in the log: never its words and never its place."""

    shared_on: date
    audience: Audience
    names: NameStyle
    format: str
    parts: tuple[str, ...] = ()
    sha256: str
    id: int | None = None
