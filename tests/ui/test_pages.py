"""The pages beside the guide, over a journal in which something was written."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from journal_app.domain.celebration import Celebration, Delivery
from journal_app.domain.doubt import DoubtState
from journal_app.domain.draft import ReflectionDraft
from journal_app.domain.person import PersonState
from journal_app.domain.step import Mode
from journal_app.ui.workspace import Workspace
from tests.builders import FRIDAY, MONDAY, NEXT_MONDAY, a_full_draft, an_entry


@pytest.fixture
def workspace(qtbot, theme, heard_journal, changes, mei, today, make_safety):
    jonas = heard_journal.team.welcome("Jonas <b>Berg</b>")
    draft = a_full_draft(mei.id)
    draft.celebration.delivery = Delivery.SAY
    heard_journal.reflections.finish(draft, on=FRIDAY)
    heard_journal.entries.write(an_entry("A quiet day by the window.", tags=("calm",)))
    heard_journal.celebrations.celebrate(
        Celebration(person_id=jonas.id, happened_on=FRIDAY, behaviour="you asked for help")
    )
    made = Workspace(heard_journal, theme, changes, today=today, safety=make_safety())
    qtbot.addWidget(made)
    made.resize(1280, 860)
    made.show()
    return made


def texts(page):
    QApplication.processEvents()
    shown = [w.text() for w in page.findChildren(QLabel) if w.isVisibleTo(page)]
    return "\n".join(shown + [w.text() for w in page.findChildren(QLineEdit)])


def test_home_shows_next_weeks_plan_first_and_the_week_to_read(workspace, qtbot):
    page = workspace.open("week")

    assert "ask for her plan before I say mine" in texts(page)
    assert "Next week you mean to" in texts(page)
    page._read_button.click()
    assert workspace.stack.currentWidget() is workspace.pages["journal"]


def test_early_in_a_week_the_week_before_can_still_be_written(
    qtbot, theme, heard_journal, changes, mei, make_safety
):
    day = NEXT_MONDAY
    safety = make_safety(lambda: day)
    made = Workspace(heard_journal, theme, changes, today=lambda: day, safety=safety)
    qtbot.addWidget(made)
    made.show()
    made.open("week").earlier_button.click()

    assert made.pages["guide"].draft.week_start == MONDAY


def test_a_line_caught_at_home_waits_as_a_seed(workspace, heard_journal):
    page = workspace.open("week")
    QTest.keyClicks(page.capture, "Jonas stayed to help")
    QTest.keyClick(page.capture, Qt.Key.Key_Return)

    assert [s.body for s in heard_journal.seeds.waiting()] == ["Jonas stayed to help"]


def test_people_are_added_moved_and_opened(workspace, heard_journal):
    page = workspace.open("people")
    QTest.keyClicks(page.name, "Ana Sousa, Aninha")
    page.add_button.click()
    ana = heard_journal.team.named("aninha")
    page.cards[ana.id].up_button.click()

    assert [p.name for p in heard_journal.team.everyone()][1] == "Ana Sousa"
    page.cards[ana.id].name_button.click()
    assert workspace.pages["person"].header.heading.text() == "Ana Sousa"


def test_a_name_already_there_is_answered_in_words(workspace):
    page = workspace.open("people")
    QTest.keyClicks(page.name, "mei lindqvist")
    page.add_button.click()

    assert "already in the journal" in page.problem.text()


def test_a_name_that_looks_like_html_is_only_a_name(workspace):
    workspace.open_person(2)
    label = workspace.pages["person"].header.heading

    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "Jonas <b>Berg</b>"


def test_every_label_of_every_page_is_plain_text(workspace):
    for name in ("week", "journal", "people", "celebrations", "growth", "share", "search"):
        page = workspace.open(name)
        assert all(
            label.textFormat() is Qt.TextFormat.PlainText or not label.text()
            for label in page.findChildren(QLabel)
        ), name


def test_the_card_of_a_person_is_kept_with_its_day(workspace, heard_journal):
    workspace.open_person(1)
    field = workspace.pages["person"].fields["thanks"]
    QTest.keyClicks(field, "in writing")
    workspace.keep()

    card = heard_journal.team.person(1).card
    assert (card.thanks.text, card.thanks.noted_on) == ("in writing", FRIDAY)


def test_a_moment_written_on_a_persons_page_grows_on_their_line(workspace, heard_journal):
    workspace.open_person(2)
    page = workspace.pages["person"]
    page.writing.add_button.click()
    QTest.keyClicks(page.writing.form.behaviour, "asked the first question")
    page.writing.keep_button.click()

    assert "Asked the first question." in [p.text for p in heard_journal.growth.line(2)]
    assert "Asked the first question." in texts(page.growth.line)


def test_a_worry_is_folded_away_and_never_on_the_line(workspace, heard_journal):
    workspace.open_person(2)
    page = workspace.pages["person"]
    page.writing.add_button.click()
    QTest.keyClicks(page.writing.form.behaviour, "went silent")
    page.writing.form.worry.click()
    page.writing.keep_button.click()

    assert "went silent" not in texts(page)
    page.beside.worries_button.click()
    assert "went silent" in texts(page)
    assert "went silent" not in texts(page.growth.line)


def test_a_waiting_celebration_is_told_and_the_telling_can_be_undone(workspace, heard_journal):
    page = workspace.open("celebrations")
    waiting = page.cards[0]
    waiting.how.setText("on the stairs")
    waiting.given_button.click()
    assert heard_journal.celebrations.waiting() == []

    workspace.toast.undo_button.click()
    assert len(heard_journal.celebrations.waiting()) == 1


def test_the_note_is_copied_without_the_private_joy(workspace):
    page = workspace.open("celebrations")
    page.cards[0].copy_button.click()

    note = QGuiApplication.clipboard().text()
    assert note.startswith("Mei,")
    assert "proud" not in note


def test_a_finished_week_reads_as_a_page_without_the_doubt(workspace, heard_journal):
    page = workspace.open("journal")
    workspace.open_week(1)

    shown = texts(page)
    assert "Told the customer" in shown or "told the customer" in shown
    assert "my own boss" not in shown
    assert "kept on My growth" in shown


def test_a_week_tells_of_its_longer_look_and_of_the_sentence_chosen_in_it(workspace, heard_journal):
    day = NEXT_MONDAY + timedelta(days=4)
    draft = ReflectionDraft(week_start=NEXT_MONDAY, mode=Mode.FULL, pages=["monthly"])
    draft.placing_skill, draft.placing.level = "S05", 2
    draft.placing.outside = "Ben: you let me finish"
    written = heard_journal.reflections.finish(draft, on=day)

    workspace.open_week(written.id)

    shown = texts(workspace.pages["journal"])
    skill = heard_journal.skills.skill("S05")
    assert "with a look at the month" in shown
    assert skill.name in shown
    assert skill.levels[1] in shown
    assert "Ben: you let me finish" in shown
    assert "a guess" not in shown


def test_a_free_entry_stands_among_the_weeks_and_can_be_written_on(workspace, heard_journal):
    page = workspace.open("journal")
    page.open_ref("1")
    assert page.reader.reading.text.toPlainText() == "A quiet day by the window."

    page.reader.reading.edit_button.click()
    entry = workspace.pages["entry"]
    QTest.keyClicks(entry.area, " Then rain.")
    entry.leave()
    assert heard_journal.entries.entry(1).body == "A quiet day by the window. Then rain."


def test_an_entry_emptied_keeps_what_it_last_said(workspace, heard_journal):
    workspace.open_entry(1)
    entry = workspace.pages["entry"]
    entry.area.set_text("")
    entry.area.edited.emit()
    entry.leave()

    assert heard_journal.entries.entry(1).body == "A quiet day by the window."


def test_a_doubt_is_shown_and_settled_on_my_growth(workspace, heard_journal):
    page = workspace.open("growth")
    assert "my own boss" not in texts(page)
    part = page.show_part("doubts")
    assert "my own boss" in texts(page)
    part.notes[1].states.chips[DoubtState.LEARNING].click()

    assert heard_journal.skills.doubts()[0].state is DoubtState.LEARNING


def test_a_focus_skill_shows_its_four_sentences(workspace, heard_journal):
    page = workspace.open("growth")
    heard_journal.skills.choose_focus("S05", on=FRIDAY)
    page.show_part("skill")

    assert "We agree the result, the limits and when we talk" in texts(page)


def test_someone_who_left_is_not_on_the_list(workspace, heard_journal):
    page = workspace.open("people")
    heard_journal.team.change(heard_journal.team.person(2), state=PersonState.LEFT)

    assert list(page.cards) == [1]


def test_every_control_of_every_page_has_a_name_for_a_reader(workspace):
    workspace.open_this_week()
    workspace.open_person(1)
    workspace.open_entry()
    unnamed = []
    for name in ("week", "journal", "people", "celebrations", "growth", "share", "search"):
        workspace.open(name)
    for page in (*workspace.pages.values(), workspace.rail):
        for control in page.findChildren(QWidget):
            reachable = control.isVisibleTo(page)
            takes_keys = reachable and control.focusPolicy() & Qt.FocusPolicy.TabFocus
            inner = control.objectName().startswith("qt_") or control.focusProxy()
            if takes_keys and not inner and not (control.accessibleName() or _text(control)):
                unnamed.append(f"{type(page).__name__}: {type(control).__name__}")
    assert unnamed == []


def _text(control):
    return control.text() if hasattr(control, "text") else ""


def test_a_narrow_window_gets_a_narrow_rail_with_names_as_tooltips(workspace):
    workspace.resize(960, 600)
    QApplication.processEvents()

    button = workspace.rail.buttons["people"]
    assert (button.text(), button.toolTip()) == ("", "People")
