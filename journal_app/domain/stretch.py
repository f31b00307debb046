"""Stretch: hard weeks in a row and weeks without the guide, met gently (T7, T8)."""

from collections.abc import Sequence
from datetime import date, timedelta

from journal_app.domain.step import Mode

GAP = timedelta(days=21)
SESSIONS = 5
HARD_ONES = 3
SAID_AGAIN_AFTER = timedelta(weeks=26)


def is_gap(last_session: date | None, *, on: date) -> bool:
    """T8: True when the last session lies three weeks or more back."""
    return last_session is not None and on - last_session >= GAP


def is_long(modes: Sequence[Mode]) -> bool:
    """T7: True when three of the last five sessions, newest first, were hard weeks."""
    return modes[:SESSIONS].count(Mode.HARD) >= HARD_ONES


def may_say_it(said_on: date | None, *, on: date) -> bool:
    """T7: the one sentence about a long stretch is said once, and again at most half a year on."""
    return said_on is None or on == said_on or on - said_on >= SAID_AGAIN_AFTER


def opens_softly(modes: Sequence[Mode]) -> bool:
    """T7: True in the session after a hard week; the nudges stay off in it."""
    return bool(modes) and modes[0] is Mode.HARD
