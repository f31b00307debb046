"""Worry: a concern about someone, kept apart from their growth and meant to fade."""

from dataclasses import dataclass, field
from datetime import date, timedelta

ASK_AFTER = timedelta(days=56)
KEEP_FOR = timedelta(days=28)  # once it has asked, and each time it is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Worry:
    """A concern that asks "still true?" after eight weeks and never enters a growth line."""

    person_id: int
    noted_on: date
    body: str = field(repr=False)
    ask_on: date | None = None
    reflection_id: int | None = None
    id: int | None = None

    def __post_init__(self) -> None:
        if not self.body.strip():
            raise ValueError("a worry needs words")

    @property
    def asks_on(self) -> date:
        """The day on which the worry asks whether it is still true."""
        return self.ask_on or self.noted_on + ASK_AFTER
