"""Preferences: how the program looks and when it speaks up, known before any journal is open."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

LOOK_CHOICES = ("system", "paper", "evening")
SMALLEST_ZOOM, USUAL_ZOOM, LARGEST_ZOOM, ZOOM_STEP = 80, 100, 200, 10


class Pace(StrEnum):
    """How often one is reminded."""

    OFF = "off"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Nothing of the journal is in here: what this holds may lie on the disk unlocked.

    ``language`` is empty while the system's is followed.
    """

    look: str = "system"
    high_contrast: bool = False
    zoom: int = USUAL_ZOOM
    reduced_motion: bool = False
    language: str = ""
    pace: Pace = Pace.OFF
    remind_weekday: int = 4
    remind_at: time = time(15, 0)
    remind_while_locked: bool = False
    reminded_on: date | None = None
    snoozed_until: datetime | None = None
    tray: bool = False
    check_spelling: bool = True
    typewriter: bool = False
    fade_others: bool = False
    wide_writing: bool = False

    def to_record(self) -> dict[str, Any]:
        """What differs from a new program, as plain values."""
        usual = Preferences()
        record: dict[str, Any] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if value != getattr(usual, field.name):
                plain = isinstance(value, bool | int | str)
                record[field.name] = value if plain else value.isoformat()
        return record

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> "Preferences":
        """Read what was kept; a value that cannot be read is as in a new program."""
        preferences = cls()
        for field in fields(cls):
            if field.name in record:
                try:
                    value = _READ[field.name](record[field.name])
                except (KeyError, TypeError, ValueError):
                    continue
                preferences = replace(preferences, **{field.name: value})
        return preferences


def _one_of(choices: tuple[str, ...], value: object) -> str:
    if value not in choices:
        raise ValueError(value)
    return str(value)


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _whole(least: int, most: int, value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return max(least, min(most, value))


_READ: dict[str, Any] = {
    "look": lambda value: _one_of(LOOK_CHOICES, value),
    "high_contrast": _switch,
    "zoom": lambda value: _whole(SMALLEST_ZOOM, LARGEST_ZOOM, value),
    "reduced_motion": _switch,
    "language": str,
    "pace": Pace,
    "remind_weekday": lambda value: _whole(0, 6, value),
    "remind_at": time.fromisoformat,
    "remind_while_locked": _switch,
    "reminded_on": date.fromisoformat,
    "snoozed_until": datetime.fromisoformat,
    "tray": _switch,
    "check_spelling": _switch,
    "typewriter": _switch,
    "fade_others": _switch,
    "wide_writing": _switch,
}
