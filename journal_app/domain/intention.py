"""Intention: one small if-then plan for a week, and the five equal ways it can end."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

MOST_CARRIES = 2


class Ending(StrEnum):
    """How a plan ended. All five look alike; letting go is a proper ending."""

    DID = "did"
    SOME = "some"
    NO_MOMENT = "no-moment"
    NOT_THIS_TIME = "not-this-time"
    LET_GO = "let-go"


class Aim(StrEnum):
    """What a plan is mostly for."""

    CULTURE = "culture"
    RESULTS = "results"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intention:
    """One act the leader means to do in the week that starts on ``week_start``.

    With a cue and an act it is an if-then plan; without a cue it is *loose*.
    """

    week_start: date
    act: str = field(repr=False)
    cue: str = field(default="", repr=False)
    person_id: int | None = None
    skill_id: str | None = None
    doubt_id: int | None = None
    good_looks_like: str = field(default="", repr=False)
    obstacle: str = field(default="", repr=False)
    first_words: str = field(default="", repr=False)
    aim: Aim | None = None
    carried: int = 0
    carried_from: int | None = None
    ending: Ending | None = None
    ending_note: str = field(default="", repr=False)
    ended_on: date | None = None
    reflection_id: int | None = None
    id: int | None = None

    def __post_init__(self) -> None:
        if not self.act.strip():
            raise ValueError("a plan needs one small act")

    @property
    def is_loose(self) -> bool:
        """True when the plan names no moment that would start it."""
        return not self.cue.strip()

    @property
    def is_open(self) -> bool:
        """True until the plan has ended or a later session closed it."""
        return self.ended_on is None

    @property
    def may_be_carried(self) -> bool:
        """True while it has been carried less than twice; then it is reshaped or let go."""
        return self.carried < MOST_CARRIES

    def carry(self, week_start: date) -> "Intention":
        """The same plan for another week; refused after two carries."""
        if not self.may_be_carried:
            raise ValueError("a plan is carried at most twice; reshape it or let it go")
        return replace(self._reopened(week_start), carried=self.carried + 1)

    def reshape(self, week_start: date, *, cue: str, act: str) -> "Intention":
        """A new plan that grew out of this one, free to be carried again."""
        return replace(self._reopened(week_start), cue=cue, act=act, carried=0)

    def _reopened(self, week_start: date) -> "Intention":
        return replace(
            self,
            id=None,
            week_start=week_start,
            carried_from=self.id,
            ending=None,
            ending_note="",
            ended_on=None,
            reflection_id=None,
        )
