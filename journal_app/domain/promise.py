"""Promise: something the leader said to a person they would do."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class PromiseState(StrEnum):
    """A promise is open, kept, told (they know it slipped: kept faith) or let go."""

    OPEN = "open"
    KEPT = "kept"
    TOLD = "told"
    LET_GO = "let-go"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One promise to one person, with the day it was meant for, if any."""

    person_id: int
    made_on: date
    body: str = field(repr=False)
    due_on: date | None = None
    state: PromiseState = PromiseState.OPEN
    closed_on: date | None = None
    note: str = field(default="", repr=False)
    intention_id: int | None = None
    reflection_id: int | None = None
    id: int | None = None

    def __post_init__(self) -> None:
        if not self.body.strip():
            raise ValueError("a promise needs words")
