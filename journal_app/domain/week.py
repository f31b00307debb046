"""Week: seven days that belong together, named by the ISO week that holds most of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = 7


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """The week that starts on ``start``, whatever day of the week that is."""

    start: date

    @classmethod
    def of(cls, day: date, first_weekday: int = 0) -> "Week":
        """The week that holds ``day``; ``first_weekday`` is 0 for Monday to 6 for Sunday."""
        return cls(day - timedelta(days=(day.weekday() - first_weekday) % DAYS))

    @property
    def end(self) -> date:
        """The last day."""
        return self.start + timedelta(days=DAYS - 1)

    @property
    def key(self) -> str:
        """``2026-W53``: the ISO week of the middle day, which holds most of this week's days."""
        year, number, _ = (self.start + timedelta(days=3)).isocalendar()
        return f"{year:04}-W{number:02}"

    def next(self) -> "Week":
        """The week after."""
        return Week(self.start + timedelta(days=DAYS))

    def previous(self) -> "Week":
        """The week before."""
        return Week(self.start - timedelta(days=DAYS))

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end

    def __iter__(self) -> Iterator[date]:
        return (self.start + timedelta(days=n) for n in range(DAYS))
