"""Doubt: something the leader does not know how to do yet, with the strictest privacy."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class DoubtState(StrEnum):
    """A doubt is open, being learned, or settled; there is no other state."""

    OPEN = "open"
    LEARNING = "learning"
    SETTLED = "settled"


class DoubtWay(StrEnum):
    """What the leader decided to do with a doubt that keeps coming back."""

    NONE = ""
    MENTOR = "mentor"
    REST = "rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One "I don't know how yet", shown nowhere but on its own page.

    ``came_back`` holds the days, as ISO text, on which a later session took it up again.
    """

    raised_on: date
    body: str = field(repr=False)
    skill_id: str | None = None
    state: DoubtState = DoubtState.OPEN
    came_back: tuple[str, ...] = ()
    way: DoubtWay = DoubtWay.NONE
    reflection_id: int | None = None
    id: int | None = None

    def __post_init__(self) -> None:
        if not self.body.strip():
            raise ValueError("a doubt needs words")
