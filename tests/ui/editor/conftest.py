"""An editor on the screen, and how a person's fingers reach it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from journal_app.services.protection import ProtectionService
from journal_app.store.keys import Kdf
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.main_window import MainWindow
from journal_app.ui.widgets.writing_area import WritingArea
from tests.builders import FRIDAY, an_entry

CHEAP = Kdf(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "four quiet words"


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


@pytest.fixture
def window(qtbot, theme, tmp_path):
    changes = ChangeSignals()
    protection = ProtectionService(tmp_path / "tend", notify=changes.tell, kdf=CHEAP)
    protection.create(PASSPHRASE)
    journal = protection.journal
    journal.spelling.choose("en-US")
    journal.team.welcome("Thandiwe Nkosi", ["Thandi"])
    journal.entries.write(an_entry("The hanndover went well, and the colour was right."))
    protection.lock()
    made = MainWindow(theme, protection, changes, today=lambda: FRIDAY)
    changes.setParent(made)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.start()
    made.unlock(PASSPHRASE)
    return made


@pytest.fixture
def page(window, qtbot):
    window.workspace.open_entry(1)
    made = window.workspace.pages["entry"]
    qtbot.waitUntil(lambda: made.area.page.style.speller is not None)
    return made
