"""Guard: locks the window when its person is away, and covers it when others look on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from journal_app.ui.capture import hide_from_capture
from journal_app.ui.clipboard import forget_copies
from journal_app.ui.theme import Theme
from journal_app.ui.watches import IdleWatch, ScreenWatch

if TYPE_CHECKING:
    from journal_app.services.locking import LockingService
    from journal_app.ui.widgets.cover import Cover


class Guard(QObject):
    """Watches for one window while a journal is open in it."""

    def __init__(self, window: QMainWindow, theme: Theme, lock: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._theme, self._lock = window, theme, lock
        self._locking: LockingService | None = None
        self._cover: Cover | None = None
        self._covered: QWidget | None = None
        self.idle = IdleWatch(self)
        self.screen = ScreenWatch(self)
        self.idle.idle.connect(self._lock)
        self.screen.away.connect(self._on_away)
        window.installEventFilter(self)
        self._listened = False

    def begin(self, locking: "LockingService") -> None:
        """Watch by these rules."""
        self._locking = locking
        if not self._listened:
            self._listened = True
            # After the first paint: nobody waits for a bus.
            QTimer.singleShot(0, self.screen.listen)
        self.obey()

    def obey(self) -> None:
        """Take the rules as they are now."""
        if self._locking is not None:
            rules = self._locking.rules()
            self.idle.watch(rules.idle_minutes)
            hide_from_capture(self._window, hide=rules.hide_from_capture)

    def rest(self) -> None:
        """The journal is closed: forget what was copied, close what is open over the window."""
        self._locking = None
        self.idle.rest()
        self.uncover()
        close_what_is_open(self._window)
        forget_copies()

    @property
    def covered(self) -> bool:
        """True while the cover stands."""
        return self._cover is not None

    def toggle_cover(self) -> None:
        """Cover every name and word, or show them again."""
        if self.covered:
            self.uncover()
        else:
            self.cover()

    def cover(self) -> None:
        """Put a page without a word over the window; harmless when it is there already."""
        if self.covered or self._locking is None:
            return
        if (page := self._window.takeCentralWidget()) is not None:
            page.hide()
            self._covered = page
            from journal_app.ui.widgets.cover import Cover

            self._cover = Cover(self._theme)
            self._window.setCentralWidget(self._cover)
            close_what_is_open(self._window)
            self._cover.setFocus()

    def uncover(self) -> None:
        """Show the window's own page."""
        if self._cover is not None and self._covered is not None:
            self._window.setCentralWidget(self._covered)
            self._covered.show()
            self._cover = self._covered = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """A minimised window locks, if the rules say so."""
        minimised = watched is self._window and event.type() is QEvent.Type.WindowStateChange
        if (
            minimised
            and self._window.isMinimized()
            and self._locking is not None
            and self._locking.rules().when_minimised
        ):
            QTimer.singleShot(0, self._lock)
        return super().eventFilter(watched, event)

    def _on_away(self) -> None:
        if self._locking is not None and self._locking.rules().with_screen:
            self._lock()


def close_what_is_open(window: QWidget) -> None:
    """Close every dialog, menu and message that stands over the window."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            if isinstance(other, QDialog):
                other.reject()
            else:
                other.close()
