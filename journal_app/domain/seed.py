"""Seed: one line caught during the week, waiting beside Notice and Preview."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class SeedState(StrEnum):
    """A seed waits, was used in a reflection, or was let go."""

    WAITING = "waiting"
    USED = "used"
    LET_GO = "let-go"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """One captured line, perhaps about a person."""

    caught_on: date
    body: str = field(repr=False)
    person_id: int | None = None
    state: SeedState = SeedState.WAITING
    id: int | None = None

    def __post_init__(self) -> None:
        if not self.body.strip():
            raise ValueError("a seed needs words")
