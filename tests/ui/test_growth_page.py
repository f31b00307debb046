"""My growth by keyboard: a skill's road, doubts, what was tried, joys, what one is measured on."""

import re
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journal_app.domain.doubt import DoubtState
from journal_app.domain.intention import Aim, Ending, Intention
from journal_app.domain.placing import Placing
from journal_app.domain.share import Audience
from journal_app.ui.workspace import Workspace
from tests.builders import FRIDAY, MONDAY, NEXT_MONDAY, a_full_draft
from tests.ui.test_pages import texts

WEEK = timedelta(days=7)
ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


@pytest.fixture
def workspace(qtbot, theme, heard_journal, changes, mei, today, make_safety):
    made = Workspace(heard_journal, theme, changes, today=today, safety=make_safety())
    qtbot.addWidget(made)
    made.resize(1280, 860)
    made.show()
    return made


@pytest.fixture
def page(workspace):
    return workspace.open("growth")


def a_done_plan(journal, skill="S05", act="ask for her plan first", **rest):
    plan = journal.intentions.plan(
        Intention(week_start=MONDAY - WEEK, act=act, skill_id=skill, **rest)
    )
    return journal.intentions.end(plan.id, Ending.DID, on=FRIDAY - WEEK, note="She had one")


def name_of(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


# --- the skill ---


def test_without_a_focus_the_page_opens_on_the_twelve_and_one_can_be_chosen(page, heard_journal):
    assert page.parts.choice() == "skills"
    assert len(page.part.buttons) == 12

    QTest.keyClick(page.part.buttons["S03"], SPACE)
    QTest.keyClick(page.part.focus_button, SPACE)

    assert heard_journal.skills.focus().id == "S03"
    assert "My focus since 20 November" in texts(page)


def test_a_placing_without_evidence_is_a_guess_and_with_it_stands_beside_the_one_before(
    page, heard_journal, workspace
):
    a_done_plan(heard_journal)
    page.open_skill("S05")
    part = page.part
    QTest.keyClick(part.place_button, SPACE)
    assert not part.form.keep_button.isEnabled()
    QTest.keyClick(part.form.sentences.buttons["1"], SPACE)
    QTest.keyClick(part.form.keep_button, SPACE)
    assert "A guess so far" in texts(page)
    assert name_of(part.road) == "Where I stood: 20 November: Starting, a guess"

    part.begin_placing()
    QTest.keyClick(part.form.sentences.buttons["2"], SPACE)
    [evidence] = part.form.evidence.buttons.values()
    QTest.keyClick(evidence, SPACE)
    QTest.keyClicks(part.form.outside, "Jonas noticed")
    QTest.keyClick(part.form.outside, ENTER, Qt.KeyboardModifier.ControlModifier)

    shown = texts(page)
    assert "Then · 20 November · Starting" in shown
    assert "Now · 20 November · Trying" in shown
    assert "Ask for her plan first. She had one." in shown
    assert "Seen by someone else: Jonas noticed" in shown
    workspace.toast.undo_button.click()
    assert len(heard_journal.skills.placings("S05")) == 1


def test_an_experiment_is_planned_for_the_week_that_comes_and_is_said_to_be(page, heard_journal):
    page.open_skill("S05")
    row = next(iter(page.part.experiments.rows.values()))
    plan, _tried = [
        w for w in row.findChildren(QWidget) if name_of(w).startswith(("Plan it", "I tried"))
    ]
    QTest.keyClick(plan, SPACE)

    [made] = heard_journal.practice.plans_for_skill("S05")
    assert (made.week_start, made.is_loose) == (NEXT_MONDAY, True)
    assert "Planned." in texts(page)


def test_what_an_experiment_taught_is_kept_with_it(page, heard_journal, workspace):
    page.open_skill("S05")
    skill = heard_journal.skills.skill("S05")
    row = page.part.experiments.rows[skill.experiments[0].id]
    note = next(w for w in row.findChildren(QWidget) if name_of(w).startswith("I tried it"))
    QTest.keyClick(note, SPACE)
    QTest.keyClicks(page.part.experiments.taught, "Silence is not empty.")
    QTest.keyClick(page.part.experiments.taught, ENTER)

    [tried] = heard_journal.skills.tries("S05")
    assert (tried.experiment, tried.taught) == (skill.experiments[0].text, "Silence is not empty.")
    assert "Silence is not empty." in texts(page)
    workspace.toast.undo_button.click()
    assert heard_journal.skills.tries("S05") == []


def test_after_four_weeks_the_focus_asks_and_staying_is_an_answer(page, heard_journal):
    heard_journal.skills.choose_focus("S05", on=FRIDAY - 5 * WEEK)
    page.show_part("skill")
    part = page.part
    assert part.asks.isVisible()
    assert (
        len({b.property("role") for b in (part.stay_button, part.swap_button, part.rest_button)})
        == 1
    )

    QTest.keyClick(part.stay_button, SPACE)
    assert not part.asks.isVisible()

    heard_journal.skills.stay_with_focus(on=FRIDAY - 5 * WEEK)
    QTest.keyClick(part.rest_button, SPACE)
    assert heard_journal.skills.focus() is None
    assert page.parts.choice() == "skills"


def test_cl16_no_number_or_sum_over_skills_is_shown_anywhere(page, heard_journal):
    for skill, level in (("S01", 1), ("S03", 2), ("S05", 3)):
        heard_journal.skills.place(Placing(skill_id=skill, placed_on=FRIDAY, level=level))
    heard_journal.skills.choose_focus("S05", on=FRIDAY)
    a_done_plan(heard_journal)

    for key in page.parts.chips:
        page.show_part(key)
        shown = re.sub(r"\d+ (January|November|December)( \d{4})?|Week \d+", "", texts(page))
        assert not re.search(r"\d", shown), (key, shown)
        assert not re.search(r"%|average|total|level", shown, re.IGNORECASE), key


def test_all_endings_look_alike(page, heard_journal):
    for ending in Ending:
        plan = heard_journal.intentions.plan(Intention(week_start=MONDAY, act=f"try {ending}"))
        heard_journal.intentions.end(plan.id, ending, on=FRIDAY)
    page.show_part("tried")

    said = [w for w in page.part.findChildren(QWidget) if w.property("tone") == "preview"]
    assert {w.text() for w in said if hasattr(w, "text")} == {
        *("Did it.", "Did some of it.", "The moment didn't come.", "Not this time.", "Let go.")
    }
    assert len({(w.property("textSize"), w.property("strong")) for w in said}) == 1


def test_what_is_typed_about_an_experiment_or_a_placing_survives_the_page(
    page, heard_journal, workspace
):
    page.open_skill("S05")
    key = heard_journal.skills.skill("S05").experiments[1].id
    row = page.part.experiments.rows[key]
    assert row.acts.isHidden()
    QTest.keyClick(row.more_button, SPACE)
    note = next(w for w in row.findChildren(QWidget) if name_of(w).startswith("I tried it"))
    QTest.keyClick(note, SPACE)
    QTest.keyClicks(page.part.experiments.taught, "Half a sen")
    page.part.begin_placing()
    QTest.keyClick(page.part.form.sentences.buttons["1"], SPACE)
    QTest.keyClicks(page.part.form.outside, "Jonas no")
    heard_journal.intentions.plan(Intention(week_start=MONDAY, act="listen"))
    assert page.part.experiments.taught.text() == "Half a sen"
    workspace.keep()
    workspace.begin_anew()

    again = workspace.open("growth")
    again.open_skill("S05")
    assert again.part.experiments.taught.text() == "Half a sen"
    again.part.begin_placing()
    assert again.part.form.outside.text() == "Jonas no"


# --- doubts ---


@pytest.fixture
def doubt(heard_journal):
    return heard_journal.practice.raise_doubt(
        "How do I say no to my boss?", on=FRIDAY - WEEK, skill_id="S05"
    )


def test_a_doubt_is_written_down_and_what_is_typed_survives_the_page(
    page, heard_journal, workspace
):
    part = page.show_part("doubts")
    QTest.keyClicks(part.area, "I don't know how to fire")
    workspace.keep()
    workspace.begin_anew()
    part = workspace.open("growth").show_part("doubts")
    assert part.area.text() == "I don't know how to fire"
    QTest.keyClick(part.area, ENTER, Qt.KeyboardModifier.ControlModifier)

    assert [d.body for d in heard_journal.skills.doubts()] == ["I don't know how to fire"]
    assert part.area.text() == ""
    assert heard_journal.drafts.line("growth:doubt") == ""


def test_cl4_a_doubt_becomes_an_experiment_in_one_act_and_keeps_its_link(
    page, heard_journal, doubt, workspace
):
    note = page.show_part("doubts").notes[doubt.id]
    QTest.keyClick(note.try_button, SPACE)
    QTest.keyClick(note.experiments[0], SPACE)

    [plan] = heard_journal.practice.plans_for_doubt(doubt.id)
    assert (plan.skill_id, plan.week_start) == ("S05", NEXT_MONDAY)
    assert heard_journal.skills.doubts()[0].state is DoubtState.LEARNING
    assert "You are trying" in texts(page)
    workspace.toast.undo_button.click()
    assert heard_journal.skills.doubts() == [doubt]
    assert heard_journal.practice.plans_for_doubt(doubt.id) == []


def test_a_doubt_is_tried_out_in_ones_own_words(page, heard_journal, doubt):
    note = page.show_part("doubts").notes[doubt.id]
    QTest.keyClick(note.try_button, SPACE)
    QTest.keyClicks(note.cue, "she asks for Friday")
    QTest.keyClicks(note.act, "ask what can wait")
    QTest.keyClick(note.act, ENTER, Qt.KeyboardModifier.ControlModifier)

    [plan] = heard_journal.practice.plans_for_doubt(doubt.id)
    assert (plan.cue, plan.act) == ("she asks for Friday", "ask what can wait")


def test_a_plan_typed_beside_a_doubt_stays_when_another_doubt_moves(
    page, heard_journal, doubt, workspace
):
    other = heard_journal.practice.raise_doubt("How do I rest?", on=FRIDAY)
    part = page.show_part("doubts")
    note = part.notes[doubt.id]
    QTest.keyClick(note.try_button, SPACE)
    QTest.keyClicks(note.act, "ask what ca")
    QTest.keyClick(part.notes[other.id].states.chips[DoubtState.LEARNING], SPACE)

    QApplication.processEvents()
    assert part.notes[doubt.id].act.text() == "ask what ca"
    assert part.notes[doubt.id].act.isVisible()


def test_cl5_evidence_i_can_lead_stands_beside_a_doubt_or_a_plain_sentence(
    page, heard_journal, doubt
):
    part = page.show_part("doubts")
    assert heard_journal.questions.text("doubts.normal") in texts(part.notes[doubt.id])
    a_done_plan(heard_journal)

    assert "Ask for her plan first. She had one." in texts(part.notes[doubt.id])
    assert not re.search(r"impostor|syndrome|%", texts(page), re.IGNORECASE)


def test_a_settled_doubt_is_folded_away_and_can_be_opened_again(
    page, heard_journal, doubt, workspace
):
    part = page.show_part("doubts")
    QTest.keyClick(part.notes[doubt.id].states.chips[DoubtState.SETTLED], SPACE)
    assert part.notes == {}
    QTest.keyClick(part.settled_button, SPACE)
    assert list(part.notes) == [doubt.id]
    workspace.toast.undo_button.click()
    assert heard_journal.skills.doubts()[0].state is DoubtState.OPEN


def test_cl3_doubts_show_on_no_other_part(page, doubt):
    for key in page.parts.chips:
        page.show_part(key)
        shown = [w for w in page.findChildren(QWidget) if w.isVisibleTo(page)]
        found = any("my boss" in w.text() for w in shown if hasattr(w, "text") and callable(w.text))
        assert found == (key == "doubts"), key


# --- joys and measures ---


def test_joys_hats_and_days_are_told_without_a_person_and_without_a_number(
    page, heard_journal, mei
):
    draft = a_full_draft(mei.id)
    draft.hat = "both"
    heard_journal.reflections.finish(draft, on=FRIDAY)
    page.show_part("joy")

    shown = texts(page)
    assert "I was proud to sit beside her." in shown
    assert "Both hats" in shown
    assert "Mei" not in shown
    assert name_of(page.part.calendar).endswith("20 November")


def test_measures_are_written_on_two_sides_changed_moved_and_taken_off(
    page, heard_journal, workspace
):
    part = page.show_part("measures")
    QTest.keyClicks(part.fields[Aim.RESULTS], "Fewer calls at night")
    QTest.keyClick(part.fields[Aim.RESULTS], ENTER)
    [measure] = heard_journal.measures.all()
    assert (measure.body, measure.aim) == ("Fewer calls at night", Aim.RESULTS)
    assert part.fields[Aim.RESULTS].text() == ""

    QTest.keyClick(named(part, "Change: Fewer calls at night"), SPACE)
    part.changing.setText("Quiet nights")
    QTest.keyClick(part.changing, ENTER)
    QTest.keyClick(named(part, "To the other side: Quiet nights"), SPACE)
    [measure] = heard_journal.measures.all()
    assert (measure.body, measure.aim) == ("Quiet nights", Aim.CULTURE)

    QTest.keyClick(named(part, "Take off the list: Quiet nights"), SPACE)
    assert heard_journal.measures.all() == []
    workspace.toast.undo_button.click()
    assert heard_journal.measures.all() == [measure]


def test_a_measure_being_changed_keeps_its_typed_words(page, heard_journal, workspace):
    heard_journal.measures.add("Quiet nights", Aim.CULTURE, on=FRIDAY)
    part = page.show_part("measures")
    QTest.keyClick(named(part, "Change: Quiet nights"), SPACE)
    QTest.keyClicks(part.changing, " for all")
    workspace.keep()
    workspace.begin_anew()
    part = workspace.open("growth").show_part("measures")
    QTest.keyClick(named(part, "Change: Quiet nights"), SPACE)

    assert part.changing.text() == "Quiet nights for all"


def test_cl8_cl9_both_sides_and_what_was_done_for_each_are_shown_in_words(page, heard_journal):
    for number in range(4):
        a_done_plan(heard_journal, act=f"ship part {'abcd'[number]}", aim=Aim.RESULTS)
    page.show_part("measures")

    shown = texts(page)
    assert "ship part a" in shown
    assert "Lately your plans were mostly about results." in shown
    assert "No plan carried this word" in shown


def test_cl9_the_summary_for_ones_own_review_is_one_press_away(page, workspace):
    page.show_part("measures")
    QTest.keyClick(page.part.summary_button, SPACE)

    share = workspace.pages["share"]
    assert workspace.stack.currentWidget() is share
    assert share.making.request.audience is Audience.MANAGER
    assert "No person, no doubt" in share.whom.about.text()


def test_hats_of_several_months_are_said_in_one_stretch(page, heard_journal, mei):
    for back, hat in ((13, "expert"), (9, "both"), (5, "both"), (1, "leader")):
        draft = a_full_draft(mei.id, week_start=MONDAY - back * WEEK)
        draft.hat = hat
        heard_journal.reflections.finish(draft, on=FRIDAY - back * WEEK)
    page.show_part("joy")

    shown = texts(page)
    assert "September – October 2026" in shown
    assert shown.count("Both hats") == 1


def named(part, name):
    QApplication.processEvents()
    found = (w for w in part.findChildren(QWidget) if w.accessibleName() == name)
    return next(w for w in found if w.isVisibleTo(part))


def test_every_control_of_every_part_has_a_name_for_a_reader(page, heard_journal, doubt):
    heard_journal.measures.add("Quiet nights", Aim.RESULTS, on=FRIDAY)
    page.open_skill("S05")
    page.part.begin_placing()
    unnamed = []
    for key in page.parts.chips:
        page.show_part(key)
        for control in page.findChildren(QWidget):
            takes_keys = (
                control.isVisibleTo(page) and control.focusPolicy() & Qt.FocusPolicy.TabFocus
            )
            inner = control.objectName().startswith("qt_") or control.focusProxy()
            if takes_keys and not inner and not name_of(control):
                unnamed.append(f"{key}: {type(control).__name__}")
    assert unnamed == []
