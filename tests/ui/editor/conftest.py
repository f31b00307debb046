"""An editor on the screen, and how a person's fingers reach it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from journal_app.ui.widgets.writing_area import WritingArea


@pytest.fixture
def area(qtbot, theme):
    made = WritingArea(theme, name="Words", fills=True)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def write(area):
    """Sets words in which | is the cursor, or two | are the ends of a selection."""

    def write(marked):
        before, *rest = marked.split("|")
        area.set_text(marked.replace("|", ""))
        cursor = area.textCursor()
        cursor.setPosition(len(before))
        if len(rest) > 1:
            cursor.setPosition(len(before) + len(rest[0]), QTextCursor.MoveMode.KeepAnchor)
        area.setTextCursor(cursor)

    return write


@pytest.fixture
def press(area):
    """Presses keys: words are typed, names like Return or Ctrl+B are pressed."""

    def press(*keys):
        for key in keys:
            *held, last = key.split("+") if len(key) > 1 else [key]
            modifiers = Qt.KeyboardModifier.NoModifier
            for name in held:
                modifiers |= {
                    "Ctrl": Qt.KeyboardModifier.ControlModifier,
                    "Shift": Qt.KeyboardModifier.ShiftModifier,
                }[name]
            code = getattr(Qt.Key, f"Key_{last}", None)
            if code is None or len(key) == 1:
                QTest.keyClicks(area, key)
            else:
                QTest.keyClick(area, code, modifiers)

    return press


@pytest.fixture
def marked(area):
    """The words with | where the cursor or the selection is."""

    def marked():
        text, cursor = area.text(), area.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if start == end:
            return f"{text[:start]}|{text[start:]}"
        return f"{text[:start]}|{text[start:end]}|{text[end:]}"

    return marked
