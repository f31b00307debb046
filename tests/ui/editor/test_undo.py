"""Undo belongs to an entry, and waits for one to come back to it."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from journal_app.ui.editor.pages_of_text import MOST_KEPT
from tests.builders import an_entry
from tests.ui.entry_pages import an_entry_page


@pytest.fixture
def page(qtbot, theme, heard_journal):
    made = an_entry_page(theme, heard_journal)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def entries(heard_journal):
    return [heard_journal.entries.write(an_entry(f"entry {n}")).id for n in range(MOST_KEPT + 2)]


def test_undo_survives_going_away_and_back(page, entries, heard_journal):
    page.open_entry(entries[0])
    QTest.keyClicks(page.area, " more")
    page.open_entry(entries[1])
    assert not page.area.document().isUndoAvailable()
    page.open_entry(entries[0])
    assert page.area.text() == "entry 0 more"

    page.area.undo()
    assert page.area.text() == "entry 0"
    page.keep()
    assert heard_journal.entries.entry(entries[0]).body == "entry 0"
    page.area.redo()
    assert page.area.text() == "entry 0 more"


def test_a_new_entry_keeps_its_undo_once_it_was_saved(page, heard_journal, entries):
    page.begin()
    QTest.keyClicks(page.area, "new words")
    page.keep()
    kept = page._entry.id
    page.open_entry(entries[0])
    page.open_entry(kept)
    page.area.undo()

    assert page.area.text() != "new words"


def test_the_cursor_is_where_it_was(page, entries):
    page.open_entry(entries[0])
    page.area.put_cursor(3)
    page.open_entry(entries[1])
    page.open_entry(entries[0])

    assert page.area.cursor_place() == 3


def test_an_entry_changed_elsewhere_shows_what_it_says_now(page, entries, heard_journal):
    page.open_entry(entries[0])
    QTest.keyClicks(page.area, " more")
    page.open_entry(entries[1])
    entry = heard_journal.entries.entry(entries[0])
    heard_journal.entries.change(replace(entry, body="changed by hand"))
    page.open_entry(entries[0])

    assert page.area.text() == "changed by hand"
    assert not page.area.document().isUndoAvailable()


def test_an_empty_page_begins_with_nothing_to_undo(page, entries):
    page.open_entry(entries[0])
    QTest.keyClicks(page.area, " more")
    page.begin()
    page.area.undo()

    assert page.area.text() == ""


def test_only_the_latest_pages_are_kept(page, entries):
    for entry_id in entries:
        page.open_entry(entry_id)
        QTest.keyClicks(page.area, "!")
    page.open_entry(entries[0])
    assert not page.area.document().isUndoAvailable()
    page.open_entry(entries[-1])
    assert page.area.document().isUndoAvailable()
