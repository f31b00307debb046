"""Doubt: something the leader does not know how to do yet, with the strictest privacy."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class DoubtState(StrEnum):
    """A doubt is open, being learned, or settled; there is no other state."""

    OPEN = "open"
    LEARNING = "learning"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One "I don't know how yet", shown nowhere but on its own page."""

    raised_on: date
    body: str = field(repr=False)
    skill_id: str | None = None
    state: DoubtState = DoubtState.OPEN
    reflection_id: int | None = None
    id: int | None = None

    def __post_init__(self) -> None:
        if not self.body.strip():
            raise ValueError("a doubt needs words")
