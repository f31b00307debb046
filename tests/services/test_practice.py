"""What the leader learns: sentences chosen with what shows them, doubts that become plans."""

from datetime import timedelta

import pytest

from journal_app.domain.celebration import Celebration
from journal_app.domain.doubt import DoubtState
from journal_app.domain.intention import Aim, Ending, Intention
from journal_app.domain.moment import Moment
from journal_app.domain.placing import Placing
from journal_app.domain.reflection import Hat
from tests.builders import FRIDAY, MONDAY, NEXT_MONDAY, a_full_draft

WEEK = timedelta(days=7)


@pytest.fixture
def mei(journal):
    return journal.team.welcome("Mei Lindqvist")


@pytest.fixture
def doubt(journal):
    return journal.practice.raise_doubt("I don't know how to hand over.", on=FRIDAY, skill_id="S05")


def a_done_plan(journal, *, skill="S05", ending=Ending.DID, on=FRIDAY, **rest):
    plan = journal.intentions.plan(
        Intention(week_start=MONDAY, act="ask for her plan first", skill_id=skill, **rest)
    )
    return journal.intentions.end(plan.id, ending, on=on, note="She had one.")


def test_a_placing_without_evidence_is_a_guess_and_with_it_is_none(journal, mei):
    moment = journal.growth.notice(
        Moment(person_id=mei.id, happened_on=FRIDAY, behaviour="led the retro")
    )
    journal.skills.place(Placing(skill_id="S05", level=2, placed_on=MONDAY))
    journal.skills.place(
        Placing(skill_id="S05", level=3, placed_on=FRIDAY, evidence=(f"moment:{moment.id}",))
    )

    guess, shown = journal.skills.placings("S05")
    assert (guess.is_a_guess, shown.is_a_guess) == (True, False)
    assert [e.text for e in journal.practice.shown_by(shown)] == ["Led the retro."]
    assert journal.practice.latest()["S05"].level == 3


def test_what_someone_else_saw_is_evidence_too(journal):
    placing = journal.skills.place(
        Placing(
            skill_id="S05", level=2, placed_on=FRIDAY, outside="Jonas says I let go faster now."
        )
    )

    assert not placing.is_a_guess


def test_every_kind_of_evidence_comes_back_as_it_was_linked(journal, mei):
    moment = journal.growth.notice(
        Moment(person_id=mei.id, happened_on=FRIDAY, behaviour="led the retro")
    )
    given = journal.celebrations.celebrate(
        Celebration(person_id=mei.id, happened_on=FRIDAY, behaviour="you led the retro")
    )
    plan = a_done_plan(journal)
    tried = journal.practice.note_try("S05", "agree one check point", on=FRIDAY, taught="It held.")
    refs = (
        f"moment:{moment.id}",
        f"celebration:{given.id}",
        f"plan:{plan.id}",
        f"try:{tried.id}",
    )

    journal.skills.place(Placing(skill_id="S05", level=3, placed_on=FRIDAY, evidence=tuple(refs)))

    [placing] = journal.skills.placings("S05")
    assert placing.evidence == refs
    assert [e.ref for e in journal.practice.shown_by(placing)] == list(refs)


def test_evidence_goes_with_the_person_it_was_about_and_the_placing_is_a_guess_again(journal, mei):
    moment = journal.growth.notice(
        Moment(person_id=mei.id, happened_on=FRIDAY, behaviour="led the retro")
    )
    placing = journal.skills.place(
        Placing(skill_id="S05", level=3, placed_on=FRIDAY, evidence=(f"moment:{moment.id}",))
    )
    assert not journal.practice.is_guess(placing)

    journal.erasing.erase_person(mei.id)

    [placing] = journal.skills.placings("S05")
    assert journal.practice.is_guess(placing)


def test_a_name_in_an_outside_view_and_in_a_measure_is_found_when_someone_leaves(journal, mei):
    journal.skills.place(
        Placing(skill_id="S05", level=2, placed_on=FRIDAY, outside="Mei Lindqvist said so.")
    )
    journal.measures.add("Mei Lindqvist runs on-call", Aim.CULTURE, on=FRIDAY)

    journal.erasing.erase_person(mei.id)

    assert "Mei" not in journal.skills.placings("S05")[0].outside
    assert "Mei" not in journal.measures.all()[0].body


def test_evidence_is_offered_from_each_third_of_the_period(journal, mei):
    for back in range(0, 13):
        journal.growth.notice(
            Moment(person_id=mei.id, happened_on=FRIDAY - back * WEEK, behaviour=f"step {back}")
        )

    days = [(FRIDAY - e.on).days for e in journal.practice.offered("S05", on=FRIDAY)]

    assert any(d < 31 for d in days)
    assert any(31 <= d < 62 for d in days)
    assert any(d >= 62 for d in days)


def test_a_plan_made_of_a_doubt_can_be_taken_back_whole(journal, doubt):
    plan = journal.skills.try_out(doubt.id, Intention(week_start=NEXT_MONDAY, act="ask Jonas"))
    assert journal.practice.plans_for_doubt(doubt.id) == [plan]
    assert journal.skills.doubts()[0].state is DoubtState.LEARNING

    journal.practice.undo_trying_out(doubt, plan)

    assert journal.skills.doubts() == [doubt]
    assert journal.practice.plans_for_doubt(doubt.id) == []


def test_cl5_earlier_evidence_on_the_same_skill_stands_beside_a_doubt(journal, doubt):
    a_done_plan(journal)
    a_done_plan(journal, skill="S01")
    a_done_plan(journal, ending=Ending.NOT_THIS_TIME)

    shown = journal.practice.can_lead(doubt.skill_id, before=FRIDAY)

    assert [e.text for e in shown] == ["ask for her plan first. She had one"]


def test_cl5_without_evidence_there_is_nothing_to_show_but_the_words_are_there(journal, guidance):
    assert journal.practice.can_lead("S05", before=FRIDAY) == []
    assert journal.practice.can_lead(None, before=FRIDAY) == []
    assert guidance.text("doubts.normal").strip()


def test_the_focus_asks_after_four_weeks_and_rests_when_it_is_kept(journal):
    journal.skills.choose_focus("S05", on=FRIDAY)

    assert not journal.practice.focus_asks(on=FRIDAY + timedelta(days=27))
    assert journal.practice.focus_asks(on=FRIDAY + timedelta(days=28))
    journal.skills.stay_with_focus(on=FRIDAY + timedelta(days=28))
    assert not journal.practice.focus_asks(on=FRIDAY + timedelta(days=55))
    journal.skills.choose_focus(None, on=FRIDAY)
    assert not journal.practice.focus_asks(on=FRIDAY + timedelta(days=400))


def test_plans_mostly_about_one_aim_are_said_so_and_mixed_ones_are_not(journal):
    for number in range(4):
        journal.intentions.plan(
            Intention(week_start=MONDAY - number * WEEK, act="ship it", aim=Aim.RESULTS)
        )
    assert journal.practice.mostly(on=FRIDAY) is Aim.RESULTS

    for number in range(3):
        journal.intentions.plan(
            Intention(week_start=MONDAY - number * WEEK, act="listen", aim=Aim.CULTURE)
        )
    assert journal.practice.mostly(on=FRIDAY) is None


def test_hats_are_said_month_by_month(journal, mei):
    for back, hat in ((9, Hat.EXPERT), (8, Hat.EXPERT), (7, Hat.BOTH), (1, Hat.LEADER)):
        draft = a_full_draft(mei.id, week_start=MONDAY - back * WEEK)
        draft.hat = hat
        journal.reflections.finish(draft, on=FRIDAY - back * WEEK)

    assert [(m.month.month, m.hat) for m in journal.leading.hats()] == [
        (9, Hat.EXPERT),
        (11, Hat.LEADER),
    ]


def test_moments_one_was_glad_to_lead_come_from_answers_and_celebrations(journal, mei):
    draft = a_full_draft(mei.id)
    draft.answer("leader").prompt_id = "J02"
    draft.answer("leader").body = "On the stairs, after her call."
    journal.reflections.finish(draft, on=FRIDAY)

    assert [joy.text for joy in journal.leading.joys()] == [
        "I was proud to sit beside her.",
        "On the stairs, after her call.",
    ]
    assert journal.leading.celebrated_days() == [FRIDAY]
