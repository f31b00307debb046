"""Reminding: when one is reminded of the weekly reflection, by the clock on the wall.

Wall clock alone: a day on which an hour comes twice, or not at all, still has one reminder.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from journal_app.domain.preferences import Pace, Preferences

_HOUR = timedelta(hours=1)
# A reminder put off and then slept through is not brought up days later.
_STALE = timedelta(hours=12)
_WEEK = 7


class Later(StrEnum):
    """Until when a reminder is put off."""

    HOUR = "hour"
    TOMORROW = "tomorrow"


def is_due(chosen: Preferences, now: datetime, *, written: bool) -> bool:
    """True when it is time to remind; ``written`` when this week's reflection is finished."""
    if chosen.pace is Pace.OFF or written:
        return False
    if chosen.snoozed_until is not None:
        return chosen.snoozed_until <= now < chosen.snoozed_until + _STALE
    if now.weekday() != chosen.remind_weekday or now.time() < chosen.remind_at:
        return False
    return not _rests(chosen, now.date())


def _rests(chosen: Preferences, today: date) -> bool:
    if chosen.reminded_on is None:
        return False
    since = (today - chosen.reminded_on).days
    # A day in the future was noted by a clock that was wrong.
    return since == 0 or (chosen.pace is Pace.FORTNIGHTLY and 0 < since <= _WEEK)


def reminded(chosen: Preferences, now: datetime) -> Preferences:
    """What is kept once a reminder was shown."""
    on = chosen.reminded_on if chosen.snoozed_until is not None else now.date()
    return replace(chosen, reminded_on=on or now.date(), snoozed_until=None)


def put_off(chosen: Preferences, now: datetime, until: Later) -> Preferences:
    """What is kept when a reminder is put off."""
    if until is Later.HOUR:
        return replace(chosen, snoozed_until=now + _HOUR)
    tomorrow = now.date() + timedelta(days=1)
    return replace(chosen, snoozed_until=datetime.combine(tomorrow, chosen.remind_at))


def next_slot(chosen: Preferences, today: date) -> tuple[date, time]:
    """The next day and time of the weekly slot, today included."""
    ahead = (chosen.remind_weekday - today.weekday()) % _WEEK
    return today + timedelta(days=ahead), chosen.remind_at
