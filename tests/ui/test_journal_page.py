"""The journal page in a real workspace: picked, filtered, starred, put away and found, by keys."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from journal_app.domain.query import read_query
from journal_app.domain.timeline import Line
from journal_app.services.printing import PrintingService, WeekWords
from journal_app.ui.journal.entry_read import EntryRead
from journal_app.ui.journal.timeline_model import PAGE, Heading
from journal_app.ui.journal.versions_read import VersionsRead
from journal_app.ui.print_desk import PrintDesk, page_of
from journal_app.ui.widgets.reading_text import ReadingText
from journal_app.ui.widgets.week_read import WeekRead
from journal_app.ui.workspace import Workspace
from tests.builders import FRIDAY, MONDAY, a_full_draft, an_entry


@pytest.fixture
def workspace(qtbot, theme, heard_journal, changes, mei, today, make_safety):
    made = Workspace(heard_journal, theme, changes, today=today, safety=make_safety())
    qtbot.addWidget(made)
    made.resize(1280, 860)
    made.show()
    return made


@pytest.fixture
def page(workspace, heard_journal, mei):
    heard_journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    heard_journal.entries.write(an_entry("A **quiet** day.", title="Calm", tags=("calm",)))
    heard_journal.entries.write(an_entry("Lunch with Mei.", on=MONDAY, person_id=mei.id))
    heard_journal.entries.write(an_entry("Long ago.", on=date(2024, 5, 6)))
    return workspace.open("journal")


def lines(model):
    return [row for row in model.rows if isinstance(row, Line)]


def titles(model):
    return [model.title(line) for line in lines(model)]


def key(widget, which):
    """A key where the cursor is; a window without a screen has to be told that it is in front."""
    widget.window().activateWindow()
    QTest.keyClick(widget.window().focusWidget(), which)
    QApplication.processEvents()


def test_weeks_stand_over_their_entries_and_the_newest_is_open(page):
    assert [row.text if isinstance(row, Heading) else row.ref for row in page.model.rows] == [
        "16–22 November",
        "week:1",
        "1",
        "2",
        "6–12 May 2024",
        "3",
    ]
    assert isinstance(page.reader.reading, WeekRead)


def test_arrows_show_each_line_and_enter_goes_into_it(page):
    page.list.setFocus()
    key(page, Qt.Key.Key_Down)
    assert page.header.heading.text() == "Calm"
    assert page.reader.reading.text.toPlainText() == "A quiet day."
    key(page, Qt.Key.Key_Down)
    key(page, Qt.Key.Key_Down)
    assert page.reader.reading.text.toPlainText() == "Long ago."
    key(page, Qt.Key.Key_Return)
    assert page.reader.isAncestorOf(page.window().focusWidget())
    key(page, Qt.Key.Key_Escape)
    assert page.window().focusWidget() is page.list


def test_filters_work_together_and_one_press_lets_all_go(page, mei):
    page.side.filters.person.choose(str(mei.id))
    assert "Lunch with Mei." in titles(page.model)
    assert "Calm" not in titles(page.model)
    page.side.filters.kind.choose("note")
    assert titles(page.model) == ["Lunch with Mei."]
    page.side.filters.tag.choose("calm")
    assert titles(page.model) == []
    assert page.side.nothing.isVisibleTo(page)
    page.side.filters.all_button.click()
    assert len(lines(page.model)) == 4
    assert not page.side.filters.all_button.isVisibleTo(page)


def test_a_star_is_given_and_listed(page, heard_journal):
    page.open_ref("1")
    page.reader.reading.star_button.click()
    assert heard_journal.entries.entry(1).starred
    page.side.filters.star.click()
    assert [line.ref for line in lines(page.model)] == ["1"]
    page.reader.reading.star_button.click()
    assert lines(page.model) == []


def test_an_entry_put_away_is_brought_back_by_the_toast_and_by_the_trash(
    page, workspace, heard_journal
):
    page.open_ref("1")
    page.reader.reading.trash_button.click()
    assert "1" not in [line.ref for line in lines(page.model)]
    assert workspace.toast.isVisible()
    assert workspace.toast.width() >= workspace.toast.sizeHint().width()
    workspace.toast.undo_button.click()
    assert heard_journal.entries.entry(1).title == "Calm"
    assert page.header.heading.text() == "Calm"

    page.reader.reading.trash_button.click()
    page.side.trash_button.click()
    [card] = page.reader.reading.cards
    back = next(b for b in card.findChildren(QPushButton) if "back" in b.text())
    back.click()
    assert page.header.heading.text() == "Calm"
    assert heard_journal.entry_care.trashed() == []


def test_what_is_in_the_trash_is_erased_by_two_presses(page, heard_journal):
    page.open_ref("1")
    page.reader.reading.trash_button.click()
    page.side.trash_button.click()
    [card] = page.reader.reading.cards
    erase = next(b for b in card.findChildren(QPushButton) if "Erase" in b.text())
    erase.click()
    assert len(heard_journal.entry_care.trashed()) == 1
    key(page, Qt.Key.Key_Space)
    assert heard_journal.entry_care.trashed() == []
    assert page.reader.reading.cards == []


def test_a_former_version_is_compared_and_kept_as_a_copy(page, heard_journal):
    before = heard_journal.entries.entry(1)
    heard_journal.entries.change(replace(before, body="A loud day."))
    page.open_ref("1")
    page.reader.reading.versions_button.click()
    read = page.reader.reading

    assert isinstance(read, VersionsRead)
    assert "**quiet**" in read.text.toPlainText()
    assert "loud" in read.text.toPlainText()
    read.copy_button.click()
    assert isinstance(page.reader.reading, EntryRead)
    assert heard_journal.entries.entry(4).body == "A **quiet** day."
    assert heard_journal.entries.entry(1).body == "A loud day."


def test_a_day_is_reached_by_arrows_in_a_month_and_by_its_month_in_a_year(page):
    page.views.chips["month"].click()
    page.month.focus_day()
    for _ in range(4):
        key(page, Qt.Key.Key_Left)
    assert page.month.day == MONDAY
    assert titles(page.side.day_model) == ["Your week", "Lunch with Mei."]
    key(page, Qt.Key.Key_PageUp)
    assert page.month.day == date(2026, 10, 16)
    key(page, Qt.Key.Key_Home)
    assert page.month.day == FRIDAY

    page.views.chips["year"].click()
    page.year.months[0].setFocus()
    key(page, Qt.Key.Key_PageUp)
    key(page, Qt.Key.Key_PageUp)
    assert page.year.year == 2024
    assert "written in" in page.year.months[4].accessibleName()
    assert "written in" not in page.year.months[5].accessibleName()
    for _ in range(4):
        key(page, Qt.Key.Key_Right)
    key(page, Qt.Key.Key_Space)
    assert page.month.day == date(2024, 5, 1)
    assert page.side.shows_month


def test_dots_tell_the_kind_and_never_how_much(page, heard_journal):
    for _ in range(9):
        heard_journal.entries.write(an_entry("and one more"))
    page.show_view("month")
    button = page.month.button_of(FRIDAY)

    assert button.kinds == ["note", "moment", "celebration"]
    assert not any(char.isdigit() for char in button.accessibleName().split(":")[1])


def test_this_day_of_other_years_stands_over_the_newest_week(page, heard_journal):
    heard_journal.entries.write(an_entry("A year ago.", on=FRIDAY.replace(year=2025)))

    assert page.model.rows[0] == Heading("On this day")
    assert titles(page.model)[0] == "A year ago."
    assert page.model.first_line().row() == 3


def test_a_hit_is_opened_with_its_words_marked(page, workspace, heard_journal):
    page.open_ref("1", read_query("quiet"))
    text = page.reader.reading.text
    assert [mark.cursor.selectedText() for mark in text.extraSelections()] == ["quiet"]

    [hit] = heard_journal.searching.find("customer", limit=1)
    workspace.open_item(hit.item, read_query("customer"))
    assert isinstance(page.reader.reading, WeekRead)


def test_the_line_picked_stays_picked_when_something_is_written(page, heard_journal):
    page.open_ref("2")
    heard_journal.entries.write(an_entry("Newer than all."))

    assert page.list.currentIndex().row() == page.model.find("2").row()
    assert page.reader.ref == "2"


def test_an_empty_journal_teaches_and_the_first_entry_takes_its_place(workspace, heard_journal):
    page = workspace.open("journal")
    assert page.empty.isVisible()
    assert not page.views.isVisible()
    heard_journal.entries.write(an_entry("The first."))
    assert not page.empty.isVisible()
    assert page.reader.reading.text.toPlainText() == "The first."


def test_one_pane_is_shown_where_two_have_no_room(page, workspace):
    workspace.resize(620, 600)
    QApplication.processEvents()
    assert page.side.isVisible()
    assert not page.reader.isVisible()
    page.list.setFocus()
    key(page, Qt.Key.Key_Return)
    assert page.reader.isVisible()
    assert not page.side.isVisible()
    page.reader.back_button.click()
    assert page.side.isVisible()


def test_lines_are_read_as_one_scrolls_and_none_is_missing(page, heard_journal, db):
    with db.transaction():
        for number in range(3 * PAGE):
            heard_journal.entries.write(
                an_entry(f"day {number}", on=date(2020, 1, 1) + timedelta(days=number))
            )
    page.refresh()
    assert len(lines(page.model)) == PAGE
    while page.model.canFetchMore(page.model.index(-1)):
        page.model.fetchMore(page.model.index(-1))
    assert len(lines(page.model)) == 3 * PAGE + 4
    headings = [row.text for row in page.model.rows if isinstance(row, Heading)]
    assert len(headings) == len(set(headings))


@pytest.fixture
def reading(qtbot, theme):
    made = ReadingText(theme, name="words")
    qtbot.addWidget(made)
    made.resize(600, 100)
    return made


@given(text=st.text(max_size=200))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_can_be_read(reading, text):
    reading.show_text(text, read_query("a"))
    assert reading.height() > 0


def test_what_looks_like_html_or_a_picture_stays_words_and_opens_nothing(reading, tmp_path):
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"not a picture")
    reading.show_text(f"List<String> <b>bold</b>\n![x](file://{picture}) one\ntwo")

    shown = reading.toPlainText()
    assert "List<String> <b>bold</b>" in shown
    assert "one\u2028two" in shown or "one\ntwo" in shown


def test_an_entry_and_a_week_are_previewed_and_printed_from_the_keyboard(page, tmp_path):
    page.open_ref("1")
    page.reader.header.side.itemAt(0).widget().setFocus()
    QTest.keyClick(page.reader, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    desk = page.reader.findChild(PrintDesk)
    page.reader.print_page()
    assert desk.preview.isVisible()
    assert desk.preview.printer().docName() == "Tend"
    printer = desk.preview.printer()
    printer.setOutputFormat(printer.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "entry.pdf"))
    desk.preview.paintRequested.emit(printer)
    assert (tmp_path / "entry.pdf").read_bytes().startswith(b"%PDF")
    desk.preview.reject()
    assert desk.preview is None

    page.open_ref("week:1")
    page.reader.print_page()
    assert desk.preview is not None
    desk.preview.reject()


def test_a_printed_page_holds_the_words_and_no_doubt_and_fetches_nothing(
    page, heard_journal, tmp_path
):
    picture = tmp_path / "p.png"
    picture.write_bytes(b"x")
    entry = heard_journal.entries.write(an_entry(f"Said **so**. ![p](file://{picture}) <b>x</b>"))
    printing = PrintingService()
    shown = page_of(printing.entry(entry, day="Friday", about="Mei"), page).toPlainText()
    assert "Said so." in shown
    assert "<b>x</b>" in shown
    assert "Mei" in shown

    week = heard_journal.reflections.page(1)
    words = WeekWords(title="A week", growth="Growth", celebrated="C", written="W", plans="P")
    shown = page_of(printing.week(week, {1: "Mei"}, words), page).toPlainText()
    assert "told the customer what we did not know" in shown
    assert "my own boss" not in shown


def test_a_year_gets_its_word_and_tells_of_writing_only_when_asked(page, heard_journal):
    for week in range(3):
        heard_journal.entries.write(an_entry("the garden again", on=FRIDAY - timedelta(weeks=week)))
    page.show_view("year")
    notes = page.notes
    assert not notes.rhythm.isVisible()
    notes.rhythm_button.click()
    assert notes.rhythm.text() == "You have written in 3 of the last 12 weeks."

    notes.offer_button.click()
    notes.offered.chips["garden"].click()
    assert heard_journal.insight.word_of(2026) == "garden"
    page.year.show_year(2025)
    assert notes.word.text() == ""
    assert not notes.rhythm.isVisible()
