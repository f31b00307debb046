"""The week: one key, whatever day it starts on and whatever year it straddles."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_app.domain.week import Week

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(day=DAYS, first=st.integers(0, 6))
def test_every_day_is_in_its_week_and_in_no_other(day, first):
    week = Week.of(day, first)

    assert day in week
    assert week.start.weekday() == first
    assert day not in week.next()
    assert day not in week.previous()


@given(day=DAYS)
def test_a_monday_weeks_key_is_the_iso_week_of_all_its_days(day):
    year, number, _ = day.isocalendar()

    assert Week.of(day).key == f"{year}-W{number:02}"


@given(day=DAYS, first=st.integers(0, 6))
def test_keys_sort_as_weeks_do(day, first):
    week = Week.of(day, first)

    assert week.key < week.next().key


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2026, 12, 28), "2026-W53"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2028, 2, 29), "2028-W09"),
    ],
)
def test_year_ends_and_leap_days(day, key):
    assert Week.of(day).key == key


def test_a_sunday_week_holds_the_sunday_before_its_monday():
    week = Week.of(date(2026, 11, 16), first_weekday=6)

    assert week.start == date(2026, 11, 15)
    assert week.end - week.start == timedelta(days=6)
