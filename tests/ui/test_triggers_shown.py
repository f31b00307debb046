"""What the guide shows when a trigger holds: hard weeks, gaps, someone unseen, doubts, plans."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest

from journal_app.domain.celebration import Celebration
from journal_app.domain.draft import MomentDraft, ReflectionDraft
from journal_app.domain.step import Mode
from journal_app.domain.week import Week
from journal_app.domain.worry import Worry
from tests.builders import FRIDAY, a_plan
from tests.weeks import Weeks

LONG_AGO = FRIDAY - timedelta(days=700)


def shown(widget):
    return not widget.isHidden()


def places(page):
    return [step.id for step in page.steps()]


def write(field, text):
    field.setFocus()
    QTest.keyClicks(field, text)


@pytest.fixture
def weeks(heard_journal, mei):
    heard_journal.leader.set_leading_since(LONG_AGO)
    return Weeks(heard_journal, FRIDAY)


def test_t7_after_three_hard_weeks_it_says_one_sentence_and_that_it_is_no_care(
    weeks, guide_at, guidance
):
    for _ in range(2):
        weeks.finish(weeks.open(Mode.HARD))
    page = guide_at(weeks.today)
    assert not shown(page.shown.stretch)

    page.shown.modes.chips["hard"].click()
    assert shown(page.shown.stretch)
    page.shown.stretch.contact.setText("My sister, on Sundays")
    page.shown.stretch.contact.editingFinished.emit()

    assert weeks.journal.pace.contact() == "My sister, on Sundays"
    texts = [w.text() for w in page.shown.stretch.findChildren(type(page.panel.card.question))]
    assert guidance.text("hard.not_care") in texts


def test_t8_after_a_gap_it_welcomes_back_with_a_clean_start_beside_the_plans(weeks, guide_at):
    draft = weeks.open()
    draft.intentions = [a_plan()]
    weeks.finish(draft)
    weeks.skip(3)
    page = guide_at(weeks.today)

    assert page.panel.card.question.text() == "Welcome back. Pick up from here."
    assert "plan" in places(page)
    page.shown.clean.click()
    page.go_next()
    assert "plan" not in places(page)


def test_t1_names_one_person_to_write_about_or_not_this_week(weeks, guide_at):
    ana = weeks.journal.team.welcome("Ana Sousa", joined_on=LONG_AGO)
    weeks.pass_by(4)
    page = guide_at(weeks.today)
    page.go_to("notice")
    line = page.shown.unseen
    assert shown(line)
    says_it = page.draft.answer("notice").prompt_id == "N07"
    assert bool(line.words.text()) is not says_it
    first = line.person.id

    line.write_button.click()
    assert page.draft.moments[0].person_id == first
    line.rest_button.click()
    assert line.person is None or line.person.id != first
    assert {first} <= {ana.id, 1}


def test_t12_and_t16_say_a_quiet_line_and_block_nothing(weeks, guide_at, mei, guidance):
    for n in range(4):
        weeks.journal.growth.worry(
            Worry(person_id=mei.id, noted_on=FRIDAY - timedelta(days=n), body="silent")
        )
    page = guide_at(FRIDAY)
    page.go_to("notice")
    form = page.shown.forms[0]
    form.who.chips[str(mei.id)].click()
    write(form.behaviour, "was silent again")
    assert not shown(form.note)
    form.worry.click()
    assert "What else is true about them?" in form.note.text()
    write(form.behaviour, ", on sick leave")
    assert guidance.text("care.line") in form.note.text()
    page.finish()

    assert len(weeks.journal.growth.worries(mei.id)) == 5


def test_t15_a_doubt_that_goes_round_is_planned_shown_to_a_mentor_or_put_to_rest(weeks, guide_at):
    draft = weeks.open()
    draft.doubt = "I don't know how to disagree with my own boss."
    weeks.finish(draft)
    [doubt] = weeks.journal.skills.doubts()
    page = guide_at(weeks.today)
    page.go_to("leader")
    page.shown.doubts.again.chips[str(doubt.id)].click()
    assert not shown(page.shown.doubts.ways)
    page.finish()
    weeks.today += timedelta(days=7)

    third = guide_at(weeks.today)
    third.go_to("leader")
    third.shown.doubts.again.chips[str(doubt.id)].click()
    assert shown(third.shown.doubts.ways)
    third.shown.doubts.ways.chips["rest"].click()

    assert not shown(third.shown.doubts.ways)
    assert weeks.journal.skills.doubts()[0].way == "rest"


def test_t15_one_small_test_waits_in_preview_linked_to_its_doubt(weeks, guide_at):
    draft = weeks.open()
    draft.doubt = "I don't know how to disagree with my own boss."
    weeks.finish(draft)
    [doubt] = weeks.journal.skills.doubts()
    for _ in range(2):
        again = weeks.open()
        again.doubt_id = doubt.id
        weeks.finish(again)
    page = guide_at(weeks.today)
    page.go_to("leader")
    page.shown.doubts.ways.chips["try"].click()
    page.go_to("preview")
    write(page.shown.forms[-1].act, "ask her one question first")
    page.finish()

    [plan] = weeks.journal.practice.plans_for_doubt(doubt.id)
    assert plan.act == "ask her one question first"


def test_t4_offers_the_three_lightest_and_asks_what_becomes_of_the_focus(weeks, guide_at):
    weeks.journal.skills.choose_focus("S05", on=FRIDAY)
    weeks.pass_by(3)
    page = guide_at(weeks.today)
    page.go_to("leader")
    assert list(page.shown.focus.experiments.chips) == ["S05.e4", "S05.e2", "S05.e3"]
    page.finish()
    later = guide_at(weeks.today + timedelta(days=7))
    later.go_to("leader")
    assert shown(later.shown.focus.choice)
    later.shown.focus.choice.chips["stay"].click()
    assert not shown(later.shown.focus.choice)


def test_t5_the_first_month_suggests_one_plan(weeks, guide_at):
    weeks.journal.leader.set_leading_since(FRIDAY)
    page = guide_at(FRIDAY)
    page.go_to("preview")
    write(page.shown.forms[0].act, "ask first")
    assert not shown(page.shown.add_button)

    weeks.journal.leader.set_leading_since(LONG_AGO)
    page.go_to("preview")
    assert shown(page.shown.add_button)


def test_t2_ask_my_mentor_is_a_plan_made_and_unmade_with_the_choice(weeks, guide_at):
    draft = weeks.open()
    draft.intentions = [a_plan("say no to my boss")]
    weeks.finish(draft)
    page = guide_at(weeks.today)
    page.go_to("plan")
    [card] = page.shown.cards
    card.endings.chips["not-this-time"].click()
    assert "moment, the size, or the feeling" in card.asked.text()
    card.ways.chips["mentor"].click()
    assert [p.act for p in page.draft.intentions] == [
        "ask how they would go about this: say no to my boss"
    ]
    card.ways.chips["let-go"].click()
    assert page.draft.intentions == []


def test_t13_the_moment_suggested_is_about_another_person_than_last_week(weeks, guide_at, mei):
    ana = weeks.journal.team.welcome("Ana Sousa")
    weeks.journal.celebrations.celebrate(
        Celebration(person_id=mei.id, happened_on=FRIDAY, behaviour="you asked")
    )
    week = Week.of(weeks.today)
    draft = ReflectionDraft(week_start=week.start, mode=Mode.FULL)
    draft.moments = [MomentDraft(person_id=p, behaviour="asked first") for p in (mei.id, ana.id)]
    weeks.journal.reflections.keep(draft)
    page = guide_at(weeks.today)
    page.go_to("celebrate")

    assert page.draft.celebration.person_id == ana.id
