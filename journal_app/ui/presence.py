"""Presence: the program beside its window: the tray, the weekly reminder, coming forward."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from journal_app.services.changes import Topic
from journal_app.services.preferences import PreferenceService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.main_window import MainWindow
from journal_app.ui.reminders import Reminders
from journal_app.ui.theme import Theme

if TYPE_CHECKING:
    from journal_app.ui.tray import Tray
    from journal_app.ui.widgets.reminder_bar import ReminderBar


class Presence(QObject):
    """Lives as long as the window. With the tray chosen, closing the window locks and stays."""

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        preferences: PreferenceService,
        changes: ChangeSignals,
        *,
        written: Callable[[], bool],
        clock: Callable[[], datetime] = datetime.now,
        tray_there: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        notify: Callable[[str, str], bool] = lambda _title, _text: False,
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._preferences = window, theme, preferences
        self._tray_there, self._written, self._notify = tray_there, written, notify
        self.tray: Tray | None = None
        self.bar: ReminderBar | None = None
        self.reminders = Reminders(
            self, preferences, may_speak=self._may_speak, written=written, clock=clock
        )
        self.reminders.due.connect(self.remind)
        window.face_changed.connect(self._on_face)
        window.leave = self.leave
        changes.changed.connect(self._on_changed)
        self._obey()

    @classmethod
    def of(cls, window: MainWindow) -> "Presence":
        """The presence of this window."""
        # Not findChild: PySide first reads the signatures of it all to tell a class from a name.
        for child in window.children():
            if isinstance(child, cls):
                return child
        raise TypeError("this window stands alone")

    # --- coming and going ---

    def come_forward(self) -> None:
        """Show the window, opened as far as it opens by itself."""
        window = self._window
        if window.stack.count() == 0:
            window.start()
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)

    def listen(self, bell: str, heard: Callable[[], bool]) -> None:
        """Come forward whenever a second start rings."""
        watch = QFileSystemWatcher([bell], self)
        watch.fileChanged.connect(lambda _path: self.come_forward() if heard() else None)

    def leave(self) -> None:
        """Close for good, unless words could not be kept."""
        QApplication.setQuitOnLastWindowClosed(True)
        if self._window.close():
            QApplication.quit()
        else:
            self.come_forward()

    @property
    def in_tray(self) -> bool:
        """True while the tray shows the program."""
        return self.tray is not None

    # --- reminding ---

    def remind(self) -> None:
        """Say that it is time, in words that name nobody."""
        text = self.tr("Time for your weekly reflection.")
        if self.tray is not None:
            self.tray.say(text)
        elif not self._notify(self.tr("Tend"), text):
            QApplication.alert(self._window)
        self._show_bar(text)

    def _show_bar(self, text: str) -> None:
        workspace = self._window.workspace
        if workspace is None:
            return
        from journal_app.ui.widgets.reminder_bar import ReminderBar

        self._put_bar_away()
        self.bar = ReminderBar(self._theme, text)
        self.bar.begin_requested.connect(workspace.open_this_week)
        self.bar.put_off.connect(self.reminders.put_off)
        workspace.top.insertWidget(1, self.bar)
        self.bar.show()

    def _put_bar_away(self) -> None:
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None

    def _may_speak(self) -> bool:
        """Nobody is reminded while others may look on: a dark screen, a cover, a lock."""
        guard = self._window.care.guard
        if guard.covered or guard.screen.dark:
            return False
        return self._window.workspace is not None or self._preferences.now.remind_while_locked

    # --- what is chosen ---

    def _on_changed(self, topic: object) -> None:
        if topic is Topic.PREFERENCES:
            self._obey()
        elif topic is Topic.REFLECTIONS and self._written():
            self._put_bar_away()
            if self.tray is not None:
                self.tray.allow_putting_off(on=False)

    def _on_face(self) -> None:
        self.bar = None
        if self.tray is not None:
            self.tray.allow(open_journal=self._window.workspace is not None)
        self.reminders.look()

    def _obey(self) -> None:
        if self.tray is not None:
            self.tray.take_away()
            self.tray = None
        stay = self._preferences.now.tray and self._tray_there()
        QApplication.setQuitOnLastWindowClosed(not stay)
        if not stay:
            return
        from journal_app.ui.tray import Tray

        self.tray = Tray(
            self,
            self._theme,
            capture=self._capture,
            show=self.come_forward,
            lock=self._window.lock,
            put_off=self.reminders.put_off,
            leave=self.leave,
        )
        self.tray.allow(open_journal=self._window.workspace is not None)
        self.tray.icon.show()

    def _capture(self) -> None:
        self.come_forward()
        if self._window.workspace is not None:
            self._window.care.guard.uncover()
            self._window.workspace.capture()
