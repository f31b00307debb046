"""Measure: one thing the leader is measured on, for results or for culture."""

from dataclasses import dataclass, field
from datetime import date

from journal_app.domain.intention import Aim


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One line of "what I'm measured on"."""

    body: str = field(repr=False)
    aim: Aim
    added_on: date
    id: int | None = None

    def __post_init__(self) -> None:
        if not self.body.strip():
            raise ValueError("a measure needs words")
