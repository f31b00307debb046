"""What was written is found, read, starred, put away and printed by keyboard alone."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication

from journal_app.domain.timeline import Line
from tests.builders import FRIDAY, MONDAY, a_full_draft, an_entry


@pytest.fixture
def begun():
    def write(journal):
        people = {person.name: person.id for person in journal.team.everyone()}
        mine = journal.entries.write(an_entry("She waited, then asked.", title="The pause"))
        journal.entries.change(replace(mine, body="She waited long, then asked twice."))
        journal.entries.write(
            an_entry("A walk with Jonas.", on=MONDAY, person_id=people["Jonas Berg"])
        )
        journal.entries.write(an_entry("Quiet.", on=date(2026, 3, 2), tags=("calm",)))
        journal.reflections.finish(a_full_draft(people["Thandiwe Nkosi"]), on=FRIDAY)

    return write


@pytest.fixture
def page(hands):
    hands.go_to("Journal")
    return hands.window.workspace.pages["journal"]


def shown(page):
    return [page.model.title(row) for row in page.model.rows if isinstance(row, Line)]


def read_the_pause(hands, page):
    """Down the timeline to one entry, and into it."""
    hands.tab_to("The journal, newest first")
    hands.press("Home")
    for _ in page.model.rows:
        if page.header.heading.text() == "The pause":
            break
        hands.press("Down")
    hands.press("Return")


def test_an_entry_is_starred_and_the_star_keeps_the_list(hands, page, journal):
    read_the_pause(hands, page)
    hands.use("Star this entry")
    hands.press("Escape")
    hands.use("Starred")
    assert shown(page) == ["The pause"]
    hands.use("Show everything")
    assert len(shown(page)) > 3


def test_person_kind_and_tag_keep_the_list_each(hands, page):
    hands.use("Person")
    hands.choose("Jonas Berg")
    assert shown(page) == ["A walk with Jonas."]
    hands.use("Show everything")
    hands.use("Tag")
    hands.choose("#calm")
    assert shown(page) == ["Quiet."]
    hands.use("Show everything")
    hands.use("Kind")
    hands.choose("Entry")
    assert sorted(shown(page)) == ["A walk with Jonas.", "Quiet.", "The pause"]


def test_a_former_version_is_compared_and_kept_as_a_copy(hands, page, journal):
    read_the_pause(hands, page)
    hands.use("What it said before")
    reading = page.reader.reading
    assert "twice" in reading.text.toPlainText()
    hands.use("Keep that version as a copy")

    bodies = [item.body for item in journal.entries.items(kind="note")]
    assert {"She waited, then asked.", "She waited long, then asked twice."} <= set(bodies)


def test_an_entry_goes_to_the_trash_and_is_brought_back_twice(hands, page, journal):
    read_the_pause(hands, page)
    hands.use("Move to the trash")
    assert "The pause" not in shown(page)
    hands.press("Alt+U")
    assert "The pause" in shown(page)

    read_the_pause(hands, page)
    hands.use("Move to the trash")
    hands.use("Trash")
    assert [t.entry.title for t in journal.entry_care.trashed()] == ["The pause"]
    hands.use("Bring it back")
    assert "The pause" in shown(page)
    assert journal.entry_care.trashed() == []


def test_a_month_and_a_year_lead_back_to_a_day(hands, page):
    hands.tab_to("How the journal is shown: Timeline")
    hands.press("Right", "Space")
    assert page.views.choice() == "month"
    hands.until(lambda: page.month.isVisible())
    hands.tab_to(page.month.button_of(FRIDAY).accessibleName())
    for _ in range(4):
        hands.press("Left")
    assert page.month.day == MONDAY
    assert "A walk with Jonas." in [
        page.side.day_model.title(row) for row in page.side.day_model.rows if isinstance(row, Line)
    ]
    hands.press("PageUp")
    assert page.month.day == date(2026, 10, 16)

    hands.tab_to("How the journal is shown: Month", key="Shift+Tab")
    hands.press("Right", "Space")
    assert page.views.choice() == "year"
    hands.tab_to("March 2026, written in")
    hands.press("Return")
    assert page.views.choice() == "month"
    assert page.month.day == date(2026, 3, 1)
    hands.press("Right")
    assert page.month.day == date(2026, 3, 2)


def test_keys_never_go_on_into_a_search_that_is_closed(hands):
    hands.press("Ctrl+K", "Escape")
    focus = QApplication.focusWidget()
    assert focus is None or focus.isVisible()


def test_the_search_finds_a_word_a_command_and_a_person(hands, page):
    hands.press("Ctrl+K")
    palette = hands.window.workspace.pages["search"]
    hands.write("waited")
    hands.until(lambda: palette.list.rows.acting())
    hands.until(lambda: any(row.words for row in palette.list.rows.rows))
    hands.press("Return")
    assert page.header.heading.text() == "The pause"
    assert not palette.isVisible()

    hands.go_to("Thandiwe Nkosi")
    workspace = hands.window.workspace
    assert workspace.stack.currentWidget() is workspace.pages["person"]
    hands.go_to("Write freely")
    assert workspace.pages["entry"].area.hasFocus()
    hands.press("Ctrl+K", "Escape")
    assert workspace.pages["entry"].area.hasFocus()


def test_a_page_is_shown_before_it_is_printed_and_put_away(hands, page):
    read_the_pause(hands, page)
    before = QApplication.focusWidget()
    hands.press("Ctrl+P")
    hands.until(lambda: isinstance(QApplication.activeWindow(), QPrintPreviewDialog))
    hands.press("Escape")
    hands.until(lambda: not hands.window.findChildren(QPrintPreviewDialog))
    # Without a screen nobody gives the keys back to the window below.
    hands.window.activateWindow()
    hands.until(lambda: QApplication.focusWidget() is before)
