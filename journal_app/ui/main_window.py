"""The window: first run, lock, or the open journal; and the acts that reach every page."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from journal_app.domain.errors import JournalError
from journal_app.services.journal import Journal
from journal_app.services.keys import sheet_text
from journal_app.services.protection import ProtectionService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.pages.first_run_page import FirstRunPage
from journal_app.ui.pages.lock_page import LockPage
from journal_app.ui.theme import Theme
from journal_app.ui.window_actions import WindowActions
from journal_app.ui.workspace import Workspace


class MainWindow(QMainWindow):
    """Shows one thing at a time; what is locked does not exist."""

    opened = Signal()

    def __init__(
        self,
        theme: Theme,
        protection: ProtectionService,
        changes: ChangeSignals,
        *,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._protection, self._changes = theme, protection, changes
        self._today = today
        self._journal: Journal | None = None
        self.workspace: Workspace | None = None
        self.files = FileChooser(self)
        self.stack = QStackedWidget()
        self.stack.setObjectName("window")
        self.setCentralWidget(self.stack)
        self.setWindowTitle(self.tr("Tend"))
        self.setMinimumSize(960, 600)
        self.resize(1280, 860)
        self.actions_of_window = WindowActions(
            self, theme, workspace=lambda: self.workspace, lock=self.lock
        )

    # --- the three faces ---

    def start(self) -> None:
        """Show what there is: the first run, the lock, or the open journal."""
        if not self._protection.exists():
            self._show(self._first_run())
        elif self._protection.protected():
            self._show_lock()
        else:
            try:
                self.adopt(self._protection.open_unprotected())
            except JournalError as error:
                self._show_lock().say(" ".join((str(error), error.safe, error.next_step)))

    def adopt(self, journal: Journal) -> Workspace:
        """Show an open journal."""
        self._journal = journal
        workspace = Workspace(
            journal,
            self._theme,
            self._changes,
            today=self._today,
            protected=self._protection.protected(),
            files=self.files,
        )
        workspace.lock_requested.connect(self.lock)
        self.workspace = workspace
        self._show(workspace)
        if journal.read_only:
            workspace.banner.say(
                self.tr("This journal can be read but not changed here."),
                safe=self.tr("Its folder is read-only."),
                tone="preview",
            )
        self.opened.emit()
        return workspace

    def unlock(self, passphrase: str) -> None:
        """Open the journal with its passphrase; raises when it does not open."""
        self.adopt(self._protection.unlock(passphrase))

    def recover(self, typed: str) -> None:
        """Open the journal with the recovery key off the sheet."""
        self.adopt(self._protection.unlock_with_recovery_key(typed))

    def lock(self) -> None:
        """Keep what was typed, take every page apart and close the journal."""
        if self._journal is None:
            return
        if not self._protection.protected():
            self.showMinimized()
            return
        self._put_away()
        self._show_lock()

    def _put_away(self) -> None:
        if self.workspace is not None:
            self.workspace.keep()
            self.workspace = None
        self._journal = None
        self._clear()
        self._protection.close()

    def _clear(self) -> None:
        """Destroy what the stack holds, now: a hidden page would still answer to a reader."""
        while (page := self.stack.widget(0)) is not None:
            self.stack.removeWidget(page)
            page.setParent(None)
            page.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _show(self, page: QWidget) -> None:
        self._clear()
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.actions_of_window.allow(open_journal=self._journal is not None)

    def _show_lock(self) -> LockPage:
        page = LockPage(self._theme, unlock=self.unlock, recover=self.recover)
        self._show(page)
        page.ask()
        return page

    def report(self, what: str, safe: str, next_step: str) -> None:
        """Say what went wrong, wherever one is."""
        if self.workspace is not None:
            self.workspace.banner.say(what, safe=safe, next_step=next_step)
            return
        page = self.stack.currentWidget()
        if isinstance(page, LockPage):
            page.say(" ".join(part for part in (what, safe, next_step) if part))

    def start_demo(self) -> None:
        """Show twelve weeks of a team that never was."""
        self.adopt(self._protection.open_demo(self._today()))

    # --- first run ---

    def _first_run(self) -> FirstRunPage:
        page = FirstRunPage(
            self._theme,
            create=self._protection.create,
            written_for=self._protection.first_run_text(),
        )
        page.recovery_sheet_requested.connect(self._save_sheet)
        page.finished.connect(self._begin)
        return page

    def _begin(self, names: str, since: date | None) -> None:
        journal = self._protection.journal
        if journal is None:
            return
        journal.team.welcome_all(names)
        journal.leader.set_leading_since(since)
        week = journal.reflections.week_of(self._today())
        self.adopt(journal).open_guide(week, at="notice")

    def _save_sheet(self, recovery_key: str) -> None:
        path = self.files.save(self.tr("Save the recovery sheet"), "recovery-sheet.txt")
        if path is not None:
            self._protection.keys.save_sheet(path, sheet_text(recovery_key).encode())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Closing keeps every word and asks nothing."""
        self._put_away()
        super().closeEvent(event)
