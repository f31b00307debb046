"""Hands on a keyboard: all that the tests of this folder may do to a window without a mouse."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from journal_app.ui.main_window import MainWindow

_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
MOST_TABS = 120
MOST_WAITS = 300
SHOWN_DOWN_MS = 150


class Hands:
    """Presses keys where the focus is, and looks; calls nothing of the program's own."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def under(self) -> QWidget:
        """What a key goes to now: an open menu, a window over this one, or what has the focus."""
        return (
            QApplication.activePopupWidget()
            or QApplication.focusWidget()
            or QApplication.activeWindow()
            or self.window
        )

    def press(self, *keys: str) -> None:
        """Press keys by their names, as ``Ctrl+Shift+N`` or ``Return``."""
        for key in keys:
            *held, last = key.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for name in held:
                modifiers |= _HELD[name]
            QTest.keyClick(self.under, getattr(Qt.Key, f"Key_{last}"), modifiers)
            # A button that is pressed by its letter is held down for a moment.
            self.rest(SHOWN_DOWN_MS if "Alt" in held else 0)

    def rest(self, ms: int) -> None:
        """Let the window do what it has to do, at least this long."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def write(self, text: str) -> None:
        """Type words."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press("Return")
            QTest.keyClicks(self.under, line)
        QApplication.processEvents()

    def tab_to(self, name: str, *, key: str = "Tab") -> QWidget:
        """Tab on until something of this name has the focus."""
        passed: list[str] = []
        for _ in range(MOST_TABS):
            focus = QApplication.focusWidget()
            if focus is not None and name_of(focus) == name and focus.isVisible():
                return focus
            passed.append(name_of(focus) if focus is not None else "")
            self.press(key)
        raise AssertionError(f"no way by Tab to {name!r}; it passed {list(dict.fromkeys(passed))}")

    def use(self, name: str) -> None:
        """Tab to a button and press it."""
        self.tab_to(name)
        self.press("Space")

    def choose(self, text: str) -> None:
        """Arrow down to a line of the open menu and take it."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            self.press("Down")
            at = menu.activeAction()
            if at is not None and plain(at.text()) == text:
                self.press("Return")
                return
        raise AssertionError(f"{text!r} is not in {[plain(a.text()) for a in menu.actions()]}")

    def go_to(self, name: str) -> None:
        """Open a place, a command, a person by the search, as its row is called."""
        self.press("Ctrl+K")
        self.write(name)
        found = self.window.workspace.pages["search"].list
        self.until(lambda: name in [row.text for row in found.rows.rows if row.act is not None])
        for _ in found.rows.rows:
            if found.rows.rows[found.currentIndex().row()].text == name:
                break
            self.press("Down")
        self.press("Return")

    def until(self, seen: Callable[[], object]) -> None:
        """Wait as a person does, until something is seen."""
        for _ in range(MOST_WAITS):
            if seen():
                return
            self.rest(20)
        raise AssertionError("it was never seen")


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return widget.accessibleName() or plain(getattr(widget, "text", str)())


def plain(text: str) -> str:
    """A text without the mark of its key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
