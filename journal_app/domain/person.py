"""Person: someone on the leader's team, and the four soft fields of their card."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class PersonState(StrEnum):
    """Where a person stands with the team. Only active people are ever nudged about."""

    ACTIVE = "active"
    AWAY = "away"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardNote:
    """One field of a card, with the day it was last changed: what we know of people ages."""

    text: str = field(default="", repr=False)
    noted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the leader has understood of a person. Four fields, on purpose no more."""

    strengths: CardNote = CardNote()
    hopes: CardNote = CardNote()
    energy: CardNote = CardNote()
    thanks: CardNote = CardNote()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone the leader works with. ``id`` is None until the store has saved it."""

    name: str = field(repr=False)
    other_names: tuple[str, ...] = field(default=(), repr=False)
    card: Card = field(default_factory=Card, repr=False)
    joined_on: date | None = None
    state: PersonState = PersonState.ACTIVE
    id: int | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a person needs a name")

    @property
    def initials(self) -> str:
        """The first letters of the first and the last word of the name."""
        words = self.name.split()
        ends = words[:1] if len(words) == 1 else [words[0], words[-1]]
        return "".join(word[0] for word in ends).upper()


def names_from_text(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Read people pasted one a line or as CSV: a name, then other names after commas.

    A heading line such as ``name,nickname`` is passed over, and a name is taken once.
    """
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        parts = [part.strip().strip('"').strip() for part in line.replace(";", ",").split(",")]
        name, *others = parts
        if not name or (name.casefold() in {"name", "names"}):
            continue
        found.setdefault(name, tuple(other for other in others if other))
    return list(found.items())
