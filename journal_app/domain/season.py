"""Season: three months that belong together when one looks back at a longer time."""

from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = 3


@dataclass(frozen=True, slots=True, order=True)
class Season:
    """The three months that begin on ``start``: March, June, September or December."""

    start: date

    @classmethod
    def of(cls, day: date) -> "Season":
        """The season that holds ``day``."""
        back = day.month % MONTHS
        month = day.month - back
        return cls(date(day.year, month, 1) if month else date(day.year - 1, 12, 1))

    @property
    def end(self) -> date:
        """The last day."""
        return self.next().start - timedelta(days=1)

    def next(self) -> "Season":
        """The season after."""
        return Season.of(self.start + timedelta(days=100))

    def previous(self) -> "Season":
        """The season before."""
        return Season.of(self.start - timedelta(days=1))

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end
