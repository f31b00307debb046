"""T1 to T8: each fires, rests, and stays silent: people, plans, practice, pace."""

from datetime import timedelta
from itertools import pairwise

import pytest

from journal_app.domain.intention import Ending
from journal_app.domain.moment import Moment
from journal_app.domain.person import PersonState
from journal_app.domain.practice import Idle, lightest
from journal_app.domain.step import Mode
from journal_app.domain.unmet import Offer, offers
from tests.builders import FRIDAY
from tests.weeks import Weeks, planned


def unnoticed(weeks):
    person = weeks.journal.attention.unnoticed(on=weeks.today)
    return person.name if person else ""


# --- T1: unnoticed ---


def test_t1_fires_for_the_one_longest_unseen_and_names_nobody_else(weeks, ana, ben):
    weeks.pass_by(1, about=[ana.id])
    weeks.pass_by(2, about=[ben.id])

    assert unnoticed(weeks) == "Ana Sousa"
    draft = weeks.open()
    assert weeks.ask(draft, "notice") == ["N07"]
    assert "Ana" in draft.answer("notice").prompt_text
    assert weeks.asked("notice").count("N07") == 1


def test_t1_rests_two_weeks_after_not_this_week_and_after_a_moment(weeks, ana, ben):
    weeks.pass_by(4, about=[ben.id])

    weeks.journal.attention.not_this_week(ana.id, on=weeks.today)
    assert unnoticed(weeks) == ""
    weeks.pass_by(1, about=[ben.id])
    assert unnoticed(weeks) == ""
    weeks.pass_by(1, about=[ben.id])
    assert unnoticed(weeks) == "Ana Sousa"
    weeks.pass_by(1, about=[ana.id, ben.id])
    assert unnoticed(weeks) == ""


def test_t1_is_silent_about_the_new_the_away_and_those_who_left(weeks, ana, ben):
    team = weeks.journal.team
    weeks.pass_by(4, about=[ben.id])
    team.welcome("Nia New", joined_on=weeks.today - timedelta(days=20))
    for state in (PersonState.AWAY, PersonState.LEFT):
        team.change(team.person(ana.id), state=state)
        assert unnoticed(weeks) == ""
    assert "N07" not in weeks.asked("notice")


def test_t1_counts_a_free_entry_that_is_a_moment(weeks, ana, ben):
    weeks.pass_by(4, about=[ben.id])
    weeks.journal.growth.notice(
        Moment(person_id=ana.id, happened_on=weeks.today, behaviour="held the room")
    )

    assert unnoticed(weeks) == ""


# --- T2, T3: a plan that did not happen ---


def carried(weeks, *endings):
    """A plan that ended so in each week and came along; the draft of the week after."""
    draft = weeks.open()
    draft.intentions = [planned()]
    weeks.finish(draft)
    for ending in endings:
        draft = weeks.open()
        [plan] = draft.plan_endings
        plan.ending = ending
        draft.intentions = [planned(carried_from=plan.intention_id)]
        weeks.finish(draft)
    return weeks.open()


def test_t2_asks_once_it_came_along_and_rests_when_asked(weeks):
    draft = carried(weeks, Ending.NOT_THIS_TIME)
    assert weeks.ask(draft, "plan") == ["P09"]

    draft.plan_endings[0].ending = Ending.NOT_THIS_TIME
    draft.intentions = [planned(carried_from=draft.plan_endings[0].intention_id)]
    weeks.finish(draft)
    assert weeks.ask(weeks.open(), "plan") == [""]


@pytest.mark.parametrize("ending", [Ending.DID, Ending.SOME, Ending.LET_GO])
def test_t2_is_silent_about_any_other_ending(weeks, ending):
    assert weeks.ask(carried(weeks, ending), "plan") == [""]
    assert offers([ending]) == ()


def test_t2_offers_less_each_time_and_at_last_a_new_shape_or_letting_go():
    unmet = Ending.NOT_THIS_TIME

    assert offers([unmet]) == (Offer.SMALLER, Offer.NEW_CUE, Offer.MENTOR, Offer.LET_GO)
    assert offers([unmet, unmet]) == (Offer.SMALLER, Offer.LET_GO)
    assert offers([unmet] * 3) == offers([unmet] * 5) == (Offer.RESHAPE, Offer.LET_GO)
    assert offers([unmet, unmet, Ending.SOME]) == ()
    assert offers([unmet, Ending.SOME, unmet]) == offers([unmet])


def test_t3_fires_at_the_second_time_with_a_moment_by_the_clock(weeks, guidance):
    none = Ending.NO_MOMENT

    assert Offer.CLOCK in offers([none, none])
    assert Offer.CLOCK not in offers([none])
    assert weeks.journal.questions.unmet_line([none, none]) == guidance.prompt("P10").text
    assert weeks.ask(carried(weeks, none), "plan") == ["P10"]


def test_t3_rests_and_is_silent(weeks):
    draft = carried(weeks, Ending.NO_MOMENT)
    weeks.ask(draft, "plan")
    draft.plan_endings[0].ending = Ending.DID
    weeks.finish(draft)

    assert weeks.ask(weeks.open(), "plan") == [""]
    assert weeks.journal.questions.unmet_line([Ending.DID]) == ""


# --- T4: the focus skill rests ---


def test_t4_fires_after_three_weeks_with_the_three_lightest(weeks, guidance):
    weeks.journal.skills.choose_focus("S05", on=weeks.today)
    weeks.pass_by(3)

    assert weeks.journal.situations.idle(on=weeks.today) is Idle.IDLE
    draft = weeks.open()
    assert weeks.ask(draft, "leader") == ["M03"]
    assert "Handing work over" in draft.answer("leader").prompt_text
    skill = weeks.journal.skills.focus()
    assert [e.id for e in lightest(skill, [])] == ["S05.e4", "S05.e2", "S05.e3"]


def test_t4_after_six_weeks_asks_about_the_skill_itself(weeks):
    weeks.journal.skills.choose_focus("S05", on=weeks.today)
    weeks.pass_by(6)

    assert weeks.journal.situations.idle(on=weeks.today) is Idle.LONG
    assert "M06" in weeks.asked("leader")[:2]


def test_t4_rests_once_something_was_tried_or_the_focus_kept(weeks):
    skills = weeks.journal.skills
    skills.choose_focus("S05", on=weeks.today)
    weeks.pass_by(2)
    weeks.pass_by(1, experiment_skill="S05", experiment="hand it over", experiment_taught="It held")
    weeks.pass_by(1)
    assert weeks.journal.situations.idle(on=weeks.today) is Idle.NO
    weeks.pass_by(1)
    assert weeks.journal.situations.idle(on=weeks.today) is Idle.IDLE
    skills.stay_with_focus(on=weeks.today)
    assert weeks.journal.situations.idle(on=weeks.today) is Idle.NO


def test_t4_is_silent_without_a_focus(weeks):
    weeks.pass_by(6)

    assert weeks.journal.situations.idle(on=weeks.today) is Idle.NO
    assert not {"M03"} & set(weeks.asked("leader"))


# --- T5, T6: the first ninety days ---


@pytest.fixture
def beginner(journal):
    journal.leader.set_leading_since(FRIDAY)
    return Weeks(journal, FRIDAY)


def test_t5_the_first_month_fills_the_leader_step(beginner):
    asked = []
    for _ in range(4):
        draft = beginner.open()
        asked += beginner.ask(draft, "leader")
        beginner.finish(draft)

    assert {a[0] for a in asked} <= {"F", "O"}
    assert sum(a.startswith("F") for a in asked) >= 3


def test_t5_nobody_is_unnoticed_before_day_28_and_no_level_is_asked_before_day_35(beginner, ana):
    days_marked, days_offered = [], []
    for _ in range(8):
        day = beginner.journal.pace.day(beginner.today)
        draft = beginner.open()
        if beginner.journal.attention.unnoticed_in(draft, on=beginner.today):
            days_marked.append(day)
        if beginner.journal.pace.page_due(draft, on=beginner.today):
            days_offered.append(day)
        beginner.finish(draft)

    assert min(days_marked) >= 28
    assert min(days_offered) >= 35


def test_t5_is_silent_for_someone_who_leads_for_long_or_never_said(weeks):
    assert not any(p.startswith("F") for p in weeks.asked("leader"))
    weeks.journal.leader.set_leading_since(None)
    assert not any(p.startswith("F") for p in weeks.asked("leader"))


def test_t6_asks_about_every_second_week_then_no_more(beginner):
    asked = {}
    for _ in range(20):
        draft = beginner.open()
        day = beginner.journal.pace.day(beginner.today)
        asked[day] = any(p.startswith("F") for p in beginner.ask(draft, "plan", "leader"))
        beginner.finish(draft)

    path = [first for day, first in asked.items() if 31 <= day <= 90]
    assert 3 <= sum(path) <= len(path) // 2 + 1
    assert not any(a and b for a, b in pairwise(path))
    assert not any(first for day, first in asked.items() if day > 90)


def test_t6_the_first_placing_is_offered_once_in_its_month(beginner):
    offered = []
    for _ in range(9):
        draft = beginner.open()
        page = beginner.journal.pace.page_due(draft, on=beginner.today)
        if page:
            draft.pages_offered = [page]
            offered.append((page, beginner.journal.pace.day(beginner.today)))
        beginner.finish(draft)

    assert [page for page, _ in offered] == ["monthly"]


# --- T7: a hard week ---


def test_t7_asks_its_own_questions_and_nudges_about_nothing(weeks, ana, guidance):
    weeks.journal.skills.choose_focus("S05", on=weeks.today)
    weeks.pass_by(4)
    draft = weeks.open(Mode.HARD)
    steps = [step.id for step in weeks.journal.questions.steps(Mode.HARD)]

    asked = weeks.ask(draft, *steps)

    assert [p for p in asked if p] == ["W01", "W02", "W05", "W06"]
    assert draft.answer("preview").prompt_text == guidance.text("hard.tiny_plan")
    assert weeks.journal.attention.unnoticed_in(draft, on=weeks.today) is None
    assert draft.nudges == []


def test_t7_another_question_is_one_of_its_own_and_there_is_an_end_to_them(weeks, guidance):
    draft = weeks.open(Mode.HARD)
    questions = weeks.journal.questions
    asked = {}
    for step in ("hard-what", "hard-anyone", "hard-held", "hard-next"):
        weeks.ask(draft, step)
        asked[step] = []
        while questions.can_ask_another(draft, step):
            assert questions.another(draft, step, on=weeks.today)
            asked[step].append(draft.answer(step).prompt_id)
        said = draft.answer(step).prompt_text
        assert not questions.another(draft, step, on=weeks.today)
        assert draft.answer(step).prompt_text == said

    assert asked == {"hard-what": [], "hard-anyone": ["W04"], "hard-held": [], "hard-next": ["W03"]}


def test_t7_the_next_week_opens_softly_and_the_one_after_as_ever(weeks, ana, ben):
    weeks.pass_by(3, about=[ben.id])
    weeks.finish(weeks.open(Mode.HARD))

    soft = weeks.open()
    assert weeks.journal.pace.is_soft(soft)
    assert "N07" not in weeks.asked("notice")
    weeks.finish(soft)
    assert not weeks.journal.pace.is_soft(weeks.open())
    assert weeks.ask(weeks.open(), "notice") == ["N07"]


def test_t7_says_once_that_it_has_been_long(weeks):
    pace = weeks.journal.pace
    for _ in range(2):
        assert not pace.long_stretch(weeks.open(Mode.HARD), on=weeks.today)
        weeks.finish(weeks.open(Mode.HARD))
    third = weeks.open(Mode.HARD)
    assert pace.long_stretch(third, on=weeks.today)
    pace.said_long_stretch(on=weeks.today)
    weeks.finish(third)

    assert not pace.long_stretch(weeks.open(Mode.HARD), on=weeks.today)
    assert not pace.long_stretch(weeks.open(), on=weeks.today)


# --- T8: a gap ---


def test_t8_welcomes_back_and_offers_only_the_last_plans(weeks):
    for act in ("the older plan", "the last plan"):
        draft = weeks.open()
        draft.intentions = [planned(act)]
        weeks.finish(draft)
    weeks.skip(3)

    draft = weeks.open()
    assert weeks.journal.pace.is_gap(draft, on=weeks.today)
    assert {p[0] for p in weeks.ask(draft, "notice", "preview")} == {"B"}
    [plan] = weeks.journal.reflections.plans_to_review(weeks.week)
    assert plan.act == "the last plan"


def test_t8_rests_in_the_session_after_and_is_silent_below_three_weeks(weeks, ana):
    weeks.pass_by(1)
    weeks.skip(1)
    assert not weeks.journal.pace.is_gap(weeks.open(), on=weeks.today)
    weeks.skip(3)
    assert weeks.journal.attention.unnoticed_in(weeks.open(), on=weeks.today) is None
    weeks.finish()

    assert not weeks.journal.pace.is_gap(weeks.open(), on=weeks.today)
    assert not any(p.startswith("B") for p in weeks.asked("notice"))
