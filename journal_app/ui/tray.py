"""Tray: a small picture beside the clock, with what one does without opening the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from journal_app.domain.reminding import Later
from journal_app.ui.icons import pixmap
from journal_app.ui.theme import Theme

_SIZE = 64


class Tray(QObject):
    """The name of the program and plain acts; never a name or a word of the journal."""

    def __init__(
        self,
        parent: QObject,
        theme: Theme,
        *,
        capture: Callable[[], object],
        show: Callable[[], object],
        lock: Callable[[], object],
        put_off: Callable[[Later], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self.icon = QSystemTrayIcon(QIcon(pixmap(theme, "feather", "accent", _SIZE)), self)
        self.icon.setToolTip(self.tr("Tend"))
        self.menu = QMenu()
        self.capture = self._add(self.tr("Catch a line"), capture)
        self.open = self._add(self.tr("Open"), show)
        self.lock = self._add(self.tr("Lock"), lock)
        self.menu.addSeparator()
        self.hour = self._add(self.tr("Remind me in an hour"), lambda: put_off(Later.HOUR))
        self.tomorrow = self._add(self.tr("Remind me tomorrow"), lambda: put_off(Later.TOMORROW))
        self.allow_putting_off(on=False)
        self.menu.addSeparator()
        self.leave = self._add(self.tr("Quit"), leave)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(show)
        self._show = show

    def allow(self, *, open_journal: bool) -> None:
        """Nothing of the journal is reached from here while it is locked."""
        self.capture.setEnabled(open_journal)
        self.lock.setEnabled(open_journal)

    def allow_putting_off(self, *, on: bool) -> None:
        """Offer to put a reminder off, once there was one."""
        for action in (self.hour, self.tomorrow):
            action.setVisible(on)

    def say(self, text: str) -> None:
        """Show a notification of the system."""
        self.icon.showMessage(self.tr("Tend"), text, self.icon.icon())
        self.allow_putting_off(on=True)

    def take_away(self) -> None:
        """Leave the tray."""
        self.icon.hide()
        self.menu.deleteLater()
        self.deleteLater()

    def _add(self, text: str, act: Callable[[], object]) -> QAction:
        made = self.menu.addAction(text)
        made.triggered.connect(lambda: act())
        return made

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._show()
