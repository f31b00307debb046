"""How a page is written on: the line in the middle, other paragraphs faded, only the words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

LONG = "\n\n".join(f"Paragraph {number}, long enough to be read." for number in range(80))


@pytest.fixture
def entry(page, qtbot):
    page.area.open_as(None, LONG)
    page.area.setFocus()
    qtbot.wait(300)
    return page


def middle(area):
    return abs(area.cursorRect().center().y() - area.viewport().height() // 2)


def faded(area):
    return [
        (one.cursor.selectionStart(), one.cursor.selectionEnd()) for one in area.extraSelections()
    ]


def key(widget, code, *modifiers):
    held = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        held |= one
    QTest.keyClick(widget, code, held)


def test_the_line_stays_in_the_middle_to_the_very_last_one(window, entry, qtbot):
    area = entry.area
    window.preferences.change(typewriter=True)
    qtbot.waitUntil(lambda: middle(area) < 40)
    for _ in range(3):
        QTest.keyClick(area, Qt.Key.Key_Return)
        QTest.keyClicks(area, "more")
        assert middle(area) < 40
    area.moveCursor(area.textCursor().MoveOperation.Start)
    assert area.verticalScrollBar().value() == 0

    window.preferences.change(typewriter=False)
    area.moveCursor(area.textCursor().MoveOperation.End)
    qtbot.waitUntil(lambda: middle(area) > 40)


def test_only_the_paragraph_being_written_is_not_faded(window, entry, qtbot):
    area = entry.area
    window.preferences.change(fade_others=True)
    qtbot.waitUntil(lambda: faded(area) != [])
    area.put_cursor(LONG.index("Paragraph 3,"))
    first = LONG.index("Paragraph 3,")
    last = LONG.index("\n", first)
    assert faded(area) == [(0, first - 1), (last, len(LONG))]
    QTest.keyClicks(area, "new ")
    assert faded(area) == [(0, first - 1), (last + 4, len(LONG) + 4)]

    window.preferences.change(fade_others=False)
    qtbot.waitUntil(lambda: faded(area) == [])
    assert area.text() == LONG.replace("Paragraph 3,", "new Paragraph 3,")


def test_the_text_may_be_as_wide_as_the_window(window, entry, qtbot):
    window.resize(1700, 900)
    qtbot.wait(50)
    before = entry.area.width()
    window.preferences.change(wide_writing=True)
    qtbot.waitUntil(lambda: entry.area.width() > before + 300)
    window.preferences.change(wide_writing=False)
    qtbot.waitUntil(lambda: entry.area.width() == before)


def test_only_the_words_by_keyboard_and_back_by_escape(window, entry, qtbot):
    rail = window.workspace.rail
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    key(entry.area, Qt.Key.Key_F, control, shift)
    assert [w.isVisible() for w in (rail, entry.header, entry.title)] == [False] * 3
    assert entry.area.hasFocus()
    assert faded(entry.area) != []
    QTest.keyClicks(entry.area, "still written")

    with qtbot.assertNotEmitted(entry.left):
        key(entry.area, Qt.Key.Key_Escape)
    assert [w.isVisible() for w in (rail, entry.header, entry.title)] == [True] * 3
    assert faded(entry.area) == []


def test_another_page_is_never_shown_without_its_rail(window, entry):
    entry.desk.turn()
    assert not window.workspace.rail.isVisible()
    window.workspace.open("people")
    assert window.workspace.rail.isVisible()
    window.workspace.open("entry")
    assert entry.header.isVisible()


def test_settings_change_the_way_of_writing_at_once_and_are_kept(window, entry, qtbot):
    section = window.workspace.open("settings").show_part("writing")
    section.typewriter.click()
    section.check.click()
    assert window.preferences.now.typewriter
    assert not window.preferences.now.check_spelling
    section.language.chips["en-GB"].click()
    assert window._protection.journal.spelling.language_for(None, []) == "en-GB"
    section.word.setText("hanndover")
    section.add_button.click()
    assert window._protection.journal.spelling.own_words() == ["hanndover"]
    [chip] = [c for c in section.words.children() if hasattr(c, "click") and not c.isHidden()]
    assert chip.accessibleName() == "Take out hanndover"
    chip.click()
    assert window._protection.journal.spelling.own_words() == []
    assert not section.none.isHidden()
