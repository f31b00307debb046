"""One entry written by keyboard alone on the real window, locked, and read again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.editor.conftest import PASSPHRASE


def keys(window, *pressed):
    """Press shortcuts and type words wherever the focus is."""
    held = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Shift": Qt.KeyboardModifier.ShiftModifier}
    for key in pressed:
        *before, last = key.split("+") if len(key) > 1 else [key]
        modifiers = Qt.KeyboardModifier.NoModifier
        for name in before:
            modifiers |= held.get(name, Qt.KeyboardModifier.NoModifier)
        focus = QApplication.focusWidget() or window
        code = getattr(Qt.Key, f"Key_{last}", None)
        if code is None or len(key) == 1:
            QTest.keyClicks(focus, key)
        else:
            QTest.keyClick(focus, code, modifiers)


def test_an_entry_from_the_first_key_to_the_lock_and_back(window, qtbot):
    keys(window, "Ctrl+N")
    area = window.workspace.pages["entry"].area
    qtbot.waitUntil(area.hasFocus)
    keys(window, "# After the handover", "Return", "Thank @than", "Return", " today. ")
    keys(window, "Ctrl+B", "Well done", "Right", "Right", "Return")
    keys(window, "- [ ] ask", "Return", "how", "Tab", "Return", "who", "Return", "Return")
    keys(window, "Return", "the end")
    expected = (
        "# After the handover\nThank @Thandiwe Nkosi today. **Well done**\n"
        "- [ ] ask\n  - [ ] how\n  - [ ] who\nthe end"
    )
    assert area.text() == expected

    keys(window, "Ctrl+F", "handover", "Escape")
    assert area.textCursor().selectedText() == "handover"
    keys(window, "Ctrl+H", "today", "Tab", "Tab", "Tab", "Tab")
    bar = window.workspace.pages["entry"].desk.find_bar
    bar.by.setFocus()
    keys(window, "tomorrow", "Return", "Escape", "Ctrl+Shift+F")
    assert not window.workspace.rail.isVisible()
    keys(window, "Escape", "Ctrl+S")
    assert "Saved" in window.workspace.pages["entry"].saved.text.text()
    written = area.text()
    assert "tomorrow. **Well done**" in written

    keys(window, "Ctrl+L")
    assert window.workspace is None
    window.unlock(PASSPHRASE)
    assert written in [item.body for item in window._protection.journal.entries.items()]
