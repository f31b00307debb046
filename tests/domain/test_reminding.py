"""When one is reminded: at a chosen time, by the clock on the wall, and never as a reproach."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from journal_app.domain.preferences import Pace, Preferences
from journal_app.domain.reminding import Later, is_due, next_slot, put_off, reminded

FRIDAY_AT_THREE = datetime.combine(date(2026, 11, 20), time(15, 0))
WEEKLY = Preferences(pace=Pace.WEEKLY, remind_weekday=4, remind_at=time(15, 0))
EVERY_OTHER = replace(WEEKLY, pace=Pace.FORTNIGHTLY)


def due(chosen, now, *, written=False):
    return is_due(chosen, now, written=written)


def test_nobody_is_reminded_who_did_not_ask_for_it():
    assert not due(replace(WEEKLY, pace=Pace.OFF), FRIDAY_AT_THREE)


@pytest.mark.parametrize(
    ("hours", "expected"), [(-1, False), (0, True), (5, True), (9, False), (-24, False)]
)
def test_one_is_reminded_on_the_day_and_not_before_the_time(hours, expected):
    assert due(WEEKLY, FRIDAY_AT_THREE + timedelta(hours=hours)) is expected


def test_a_week_that_is_written_needs_no_reminder():
    assert not due(WEEKLY, FRIDAY_AT_THREE, written=True)


def test_one_is_reminded_once():
    told = reminded(WEEKLY, FRIDAY_AT_THREE)

    assert not due(told, FRIDAY_AT_THREE + timedelta(minutes=1))
    assert due(told, FRIDAY_AT_THREE + timedelta(days=7))


def test_a_day_slept_through_is_not_brought_up_on_the_next():
    assert not due(WEEKLY, FRIDAY_AT_THREE + timedelta(days=3))


def test_every_other_week_leaves_one_out():
    told = reminded(EVERY_OTHER, FRIDAY_AT_THREE)
    days = [n for n in range(1, 30) if due(told, FRIDAY_AT_THREE + timedelta(days=n))]

    assert days == [14, 21, 28]


def walk(chosen, days):
    """The days on which one who leaves the program open is reminded."""
    found = []
    for n in range(days):
        now = FRIDAY_AT_THREE + timedelta(days=n)
        if due(chosen, now):
            chosen = reminded(chosen, now)
            found.append(n)
    return found


def test_every_week_and_every_other_week_keep_their_step():
    assert walk(WEEKLY, 30) == [0, 7, 14, 21, 28]
    assert walk(EVERY_OTHER, 45) == [0, 14, 28, 42]


def test_put_off_for_an_hour_it_comes_an_hour_later_and_then_is_done():
    told = put_off(reminded(WEEKLY, FRIDAY_AT_THREE), FRIDAY_AT_THREE, Later.HOUR)

    assert not due(told, FRIDAY_AT_THREE + timedelta(minutes=59))
    assert due(told, FRIDAY_AT_THREE + timedelta(minutes=60))
    again = reminded(told, FRIDAY_AT_THREE + timedelta(minutes=60))
    assert not due(again, FRIDAY_AT_THREE + timedelta(minutes=61))
    assert again.reminded_on == date(2026, 11, 20)


def test_put_off_until_tomorrow_it_comes_at_the_same_time_and_keeps_its_weeks():
    told = put_off(reminded(EVERY_OTHER, FRIDAY_AT_THREE), FRIDAY_AT_THREE, Later.TOMORROW)
    saturday = FRIDAY_AT_THREE + timedelta(days=1)

    assert not due(told, saturday - timedelta(minutes=1))
    assert due(told, saturday)
    assert due(reminded(told, saturday), FRIDAY_AT_THREE + timedelta(days=14))


def test_a_reminder_put_off_and_slept_through_lapses():
    told = put_off(WEEKLY, FRIDAY_AT_THREE, Later.HOUR)

    assert not due(told, FRIDAY_AT_THREE + timedelta(days=2))


def test_a_clock_that_was_years_ahead_silences_nobody():
    told = replace(EVERY_OTHER, reminded_on=date(2031, 1, 3))

    assert due(told, FRIDAY_AT_THREE)


@pytest.mark.safety
@pytest.mark.parametrize("at", [time(2, 30), time(3, 0)])
def test_case_47_on_a_day_without_its_hour_one_is_reminded_once(at):
    # 29 March 2026 in Berlin: 02:00 is followed by 03:00.
    chosen = replace(WEEKLY, remind_weekday=6, remind_at=at)
    minutes = [*range(120), *range(180, 360)]
    assert count(chosen, date(2026, 3, 29), minutes) == 1


@pytest.mark.safety
def test_case_47_on_a_day_whose_hour_comes_twice_one_is_reminded_once():
    # 25 October 2026 in Berlin: 02:00 to 03:00 comes twice.
    chosen = replace(WEEKLY, remind_weekday=6, remind_at=time(2, 30))
    minutes = [*range(180), *range(120, 360)]
    assert count(chosen, date(2026, 10, 25), minutes) == 1


def count(chosen, day, minutes):
    found = 0
    for minute in minutes:
        now = datetime.combine(day, time()) + timedelta(minutes=minute)
        if due(chosen, now):
            chosen = reminded(chosen, now)
            found += 1
    return found


def test_the_next_slot_is_today_or_ahead():
    assert next_slot(WEEKLY, date(2026, 11, 20)) == (date(2026, 11, 20), time(15, 0))
    assert next_slot(WEEKLY, date(2026, 12, 29)) == (date(2027, 1, 1), time(15, 0))
