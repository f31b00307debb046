"""The guide's rules by themselves: thirds, words for how long ago, stretches, care words."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_app.domain.attention import Since, since
from journal_app.domain.care_words import has_care_word
from journal_app.domain.first_days import may_place, most_plans_suggested, on_the_path
from journal_app.domain.intention import Ending
from journal_app.domain.recency import from_each_third
from journal_app.domain.step import Mode
from journal_app.domain.stretch import is_gap, is_long, may_say_it
from journal_app.domain.unmet import Offer, offers
from tests.builders import FRIDAY, MONDAY

FIRST, LAST = FRIDAY - timedelta(days=89), FRIDAY
days = st.dates(min_value=FIRST, max_value=LAST)


@given(st.lists(days, max_size=30))
def test_t14_one_of_each_third_that_holds_any_oldest_first(found):
    shown = from_each_third(found, FIRST, LAST, day=lambda day: day)
    thirds = {(day - FIRST).days // 30 for day in found}

    assert [(day - FIRST).days // 30 for day in shown] == sorted(thirds)
    for day in shown:
        third = (day - FIRST).days // 30
        assert day == max(other for other in found if (other - FIRST).days // 30 == third)


def test_t14_what_lies_outside_the_period_is_left_out():
    assert from_each_third([FIRST - timedelta(days=1)], FIRST, LAST, day=lambda day: day) == []
    assert from_each_third([], LAST, LAST, day=lambda day: day) == []


@pytest.mark.parametrize(
    ("days_ago", "words"),
    [
        (-4, Since.THIS_WEEK),
        (0, Since.THIS_WEEK),
        (1, Since.LAST_WEEK),
        (7, Since.LAST_WEEK),
        (8, Since.FEW_WEEKS),
        (21, Since.FEW_WEEKS),
        (22, Since.A_WHILE),
    ],
)
def test_how_long_ago_is_said_in_words(days_ago, words):
    assert since(MONDAY - timedelta(days=days_ago), week_start=MONDAY) is words


def test_nobody_seen_yet_has_words_too():
    assert since(None, week_start=MONDAY) is Since.NOT_YET


def test_t7_three_of_five_are_long_and_it_is_said_again_after_half_a_year():
    hard, full = Mode.HARD, Mode.FULL

    assert is_long([hard, full, hard, full, hard])
    assert not is_long([hard, full, hard, full, full, hard])
    assert may_say_it(None, on=FRIDAY)
    assert may_say_it(FRIDAY, on=FRIDAY)
    assert not may_say_it(FRIDAY, on=FRIDAY + timedelta(days=181))
    assert may_say_it(FRIDAY, on=FRIDAY + timedelta(days=182))


def test_t8_a_gap_begins_at_three_weeks():
    assert not is_gap(None, on=FRIDAY)
    assert not is_gap(FRIDAY, on=FRIDAY + timedelta(days=20))
    assert is_gap(FRIDAY, on=FRIDAY + timedelta(days=21))


@pytest.mark.parametrize(
    ("day", "places", "plans", "path"),
    [
        (None, True, 3, False),
        (1, False, 1, False),
        (30, False, 1, False),
        (31, False, 3, True),
        (34, False, 3, True),
        (35, True, 3, True),
        (90, True, 3, True),
        (91, True, 3, False),
        (-3, False, 3, False),
    ],
)
def test_t5_t6_the_first_ninety_days(day, places, plans, path):
    assert may_place(day) is places
    assert most_plans_suggested(day) == plans
    assert on_the_path(day) is path


@given(st.lists(st.sampled_from([*Ending, None]), max_size=8))
def test_t2_t3_whatever_came_before_an_unmet_plan_may_be_let_go(endings):
    offered = offers(endings)

    if endings and endings[-1] in {Ending.NOT_THIS_TIME, Ending.NO_MOMENT}:
        assert Offer.LET_GO in offered
    else:
        assert offered == ()


@given(st.text(max_size=60))
def test_t16_no_text_breaks_the_search_for_care_words(text):
    assert has_care_word(text, []) is False
    assert has_care_word(f"{text} asylum", ["asylum"]) or text[-1:].isalnum() or "_" in text
    assert has_care_word("the diagnosis", ["diagnos*"])
    assert not has_care_word("the prediagnosis", ["diagnos*"])
