"""Doubt: something the leader does not know how to do yet, with the strictest privacy."""

from dataclasses import dataclass, field
from datetime import date, timedelta
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


LOOP_AT = 3
OLD_AFTER = timedelta(days=14)


def loops(doubt: Doubt, *, taken_up_now: bool, has_plan: bool) -> bool:
    """T15: True when a doubt was written about in three sessions and nothing was tried yet."""
    sessions = 1 + len(doubt.came_back) + taken_up_now
    return (
        sessions >= LOOP_AT
        and not has_plan
        and doubt.way is DoubtWay.NONE
        and doubt.state is not DoubtState.SETTLED
    )


def is_old(doubt: Doubt, *, on: date) -> bool:
    """True for a doubt that is still open two weeks after it was written, and not at rest."""
    return (
        doubt.state is DoubtState.OPEN
        and doubt.way is not DoubtWay.REST
        and on - doubt.raised_on > OLD_AFTER
    )
