"""Backup: one whole copy of the journal in one file, made and proved by this program."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path


class Reason(StrEnum):
    """Why a backup was made. Only those made by themselves are ever removed by themselves."""

    REGULAR = "regular"
    ASKED = "asked"
    BEFORE_RESTORE = "before-restore"
    BEFORE_UPGRADE = "before-upgrade"
    AFTER_ERASING = "after-erasing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How much a journal holds: its finished weeks and its pieces of writing."""

    weeks: int
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup as its file describes it; ``tally`` is None when the file cannot be read."""

    path: Path = field(repr=False)
    sequence: int
    made_at: datetime
    reason: Reason = Reason.REGULAR
    tally: Tally | None = None

    @property
    def whole(self) -> bool:
        """True when the file could be read as a backup."""
        return self.tally is not None


def kept_by_rotation(
    backups: list[Backup], *, days: int = 10, weeks: int = 10, months: int = 10
) -> set[int]:
    """The sequences to keep: the newest of each of the last days, weeks and months with one.

    Newer means made later in sequence, never by the clock, which may have been wrong. What was
    asked for, and what was kept before a restore or an upgrade, always stays.
    """
    newest_first = sorted((b for b in backups if b.whole), key=lambda b: -b.sequence)
    kept = {b.sequence for b in newest_first if b.reason is not Reason.REGULAR}
    kept |= {b.sequence for b in newest_first[:1]}
    for room, period in ((days, _day), (weeks, _week), (months, _month)):
        seen: dict[object, int] = {}
        for backup in newest_first:
            if backup.reason is Reason.REGULAR:
                seen.setdefault(period(backup.made_at.date()), backup.sequence)
        kept |= set(list(seen.values())[:room])
    return kept


def _day(day: date) -> object:
    return day


def _week(day: date) -> object:
    return day.isocalendar()[:2]


def _month(day: date) -> object:
    return (day.year, day.month)
