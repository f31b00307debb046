"""Finding and replacing in an entry, by keyboard alone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.builders import an_entry
from tests.ui.entry_pages import an_entry_page

TEXT = "Her plan, and her words.\n\n- other\n- whether her\n"


@pytest.fixture
def page(qtbot, theme, heard_journal):
    made = an_entry_page(theme, heard_journal)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.open_entry(heard_journal.entries.write(an_entry(TEXT)).id)
    made.area.moveCursor(made.area.textCursor().MoveOperation.Start)
    return made


def keys(page, *pressed):
    """Press shortcuts and type words where the focus is."""
    held = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Shift": Qt.KeyboardModifier.ShiftModifier}
    for key in pressed:
        *before, last = key.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for name in before:
            modifiers |= held[name]
        code = getattr(Qt.Key, f"Key_{last}", None)
        if code is None:
            QTest.keyClicks(page.focusWidget(), key)
        else:
            QTest.keyClick(page.focusWidget(), code, modifiers)


def chosen(page):
    cursor = page.area.textCursor()
    return cursor.selectionStart(), cursor.selectedText()


def test_what_is_typed_is_found_from_the_cursor_on_and_enter_goes_round(page):
    keys(page, "Ctrl+F", "her")
    assert chosen(page) == (0, "Her")
    assert page.desk.find_bar.count.text() == "1 of 5"
    keys(page, "Return")
    assert chosen(page) == (14, "her")
    keys(page, "Shift+Return", "Shift+Return")
    assert page.desk.find_bar.count.text() == "5 of 5"
    keys(page, "Return")
    assert page.desk.find_bar.count.text() == "1 of 5"


def test_case_and_whole_words_narrow_it(page):
    keys(page, "Ctrl+F", "her")
    bar = page.desk.find_bar
    bar.same_case.click()
    assert len(bar.finding.places) == 4
    bar.whole.click()
    assert len(bar.finding.places) == 2


def test_escape_comes_back_to_the_words_and_then_leaves(page, qtbot):
    keys(page, "Ctrl+F", "other", "Escape")
    assert page.desk.find_bar.isHidden()
    assert page.area.hasFocus()
    assert chosen(page)[1] == "other"
    assert page.area.extraSelections() == []
    with qtbot.waitSignal(page.left):
        keys(page, "Escape")


def test_f3_goes_on_from_the_words_themselves(page):
    keys(page, "Ctrl+F", "her", "Tab")
    page.area.setFocus()
    keys(page, "F3")
    assert chosen(page) == (14, "her")
    keys(page, "Shift+F3")
    assert chosen(page) == (0, "Her")


def test_the_selected_words_are_looked_for(page):
    page.area.setFocus()
    keys(page, "Ctrl+F", "plan", "Escape", "Ctrl+F")

    assert page.desk.find_bar.field.text() == "plan"


def test_replacing_one_goes_on_to_the_next(page):
    keys(page, "Ctrl+F", "Escape", "Ctrl+H", "words")
    page.desk.find_bar.by.setFocus()
    keys(page, "deeds", "Return")

    assert "her deeds." in page.area.text()


def test_replacing_all_is_one_step_to_undo_and_kept(page, heard_journal):
    keys(page, "Ctrl+H", "her")
    bar = page.desk.find_bar
    bar.by.setText("his 👩‍👧 ")
    bar.all_button.click()
    assert page.area.text().count("his 👩‍👧 ") == 5
    assert bar.count.text().startswith("5 replaced")
    page.keep()
    page.area.undo()
    assert page.area.text() == TEXT
    page.area.redo()
    page.keep()
    assert "his 👩‍👧  plan" in heard_journal.entries.entry(page._entry.id).body


def test_words_that_are_not_there_are_said_to_be_not_there(page):
    keys(page, "Ctrl+F", "zebra")

    assert page.desk.find_bar.count.text() == "Not in this entry"
    keys(page, "Return")


def test_what_is_written_meanwhile_is_found_too(page, qtbot):
    keys(page, "Ctrl+F", "her")
    page.area.setFocus()
    page.area.moveCursor(page.area.textCursor().MoveOperation.End)
    keys(page, "her")

    qtbot.waitUntil(lambda: len(page.desk.find_bar.finding.places) == 6)


@given(
    text=st.text("aAbß\n𝄞é\u00a0", max_size=40),
    words=st.text("abß𝄞é ", max_size=3),
    by=st.text("ab𝄞\n", max_size=4),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_replacing_all_touches_the_found_places_alone_and_undo_restores(page, text, words, by):
    page.area.set_text(text)
    page.desk.find_bar.finding.seek(words, same_case=True)
    count = page.desk.find_bar.finding.replace_all(by)

    if "\u00a0" not in text and " " not in words:
        assert page.area.text() == (text.replace(words, by) if words else text)
        assert count == (text.count(words) if words else 0)
    page.area.undo()
    if count:
        assert page.area.text() == text
