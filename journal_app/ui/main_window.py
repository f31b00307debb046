"""The window: first run, lock, or the open journal; and the acts that reach every page."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from journal_app.domain.errors import JournalError
from journal_app.services.changes import Topic
from journal_app.services.preferences import PreferenceService
from journal_app.services.protection import ProtectionService
from journal_app.ui.bug_desk import BugDesk
from journal_app.ui.care import Care
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.dresser import Dresser
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.languages import Languages
from journal_app.ui.last_words import LastWords
from journal_app.ui.pages.lock_page import LockPage
from journal_app.ui.rescuer import Rescuer
from journal_app.ui.sheet import SheetDesk
from journal_app.ui.theme import Theme
from journal_app.ui.trouble import told
from journal_app.ui.window_actions import WindowActions

if TYPE_CHECKING:
    from journal_app.services.journal import Journal
    from journal_app.ui.pages.first_run_page import FirstRunPage
    from journal_app.ui.workspace import Workspace


class MainWindow(QMainWindow):
    """Shows one thing at a time; what is locked does not exist."""

    opened = Signal()
    face_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        protection: ProtectionService,
        changes: ChangeSignals,
        *,
        preferences: PreferenceService | None = None,
        languages: Languages | None = None,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.preferences = preferences or PreferenceService(protection.folder, changes.tell)
        self._dresser = Dresser(self, theme, self.preferences, changes)
        self._theme, self._protection, self._changes = theme, protection, changes
        self._today, self._languages = today, languages
        self._journal: Journal | None = None
        self.workspace: Workspace | None = None
        self.files = FileChooser(self)
        self.stack = QStackedWidget()
        self.stack.setObjectName("window")
        self.setCentralWidget(self.stack)
        self.setWindowTitle(self.tr("Tend"))
        self.setMinimumSize(960, 600)
        self.resize(1280, 860)
        self.note = protection.note
        # A program that stays in the tray leaves in another way.
        self.leave: Callable[[], object] = self.close
        self._sheets = SheetDesk(self, self.files, protection)
        self._bugs = BugDesk(self, theme)
        self._rescuer = Rescuer(
            self, self.files, protection, lambda journal, text: self.adopt(journal).say(text, None)
        )
        self._last_words = LastWords(self, lambda: self._put_away(keep=False))
        self.care = Care(self, theme, protection, changes, self.preferences, self.files, today)
        self.actions_of_window = self._window_actions()
        changes.changed.connect(self._on_changed)
        self.care.lock_asked.connect(self.lock)
        self.care.told.connect(lambda text: self.report(text, "", "", "preview"))
        self.care.troubled.connect(self.report)

    def _window_actions(self) -> WindowActions:
        return WindowActions(
            self,
            self.preferences,
            workspace=lambda: self.workspace,
            lock=self.lock,
            guard=self.care.guard,
            leave=lambda: self.leave(),
        )

    # --- the three faces ---

    def start(self) -> None:
        """Show what there is: the first run, the lock, or the open journal."""
        if not self._protection.exists():
            self._show(self._first_run())
            return
        try:
            if not self._protection.protected():
                self.adopt(self._protection.open_unprotected())
            elif (journal := self._protection.open_by_keyring()) is not None:
                self.adopt(journal)
            else:
                self._show_lock()
        except JournalError as error:
            self._show_lock().offer_rescue(error)

    def adopt(self, journal: "Journal") -> "Workspace":
        """Show an open journal."""
        self._journal = journal
        from journal_app.ui.workspace import Workspace

        workspace = Workspace(
            journal,
            self._theme,
            self._changes,
            today=self._today,
            safety=self.care.services(journal),
        )
        workspace.lock_requested.connect(self.lock)
        workspace.journal_replaced.connect(self._readopt)
        workspace.everything_erased.connect(self._begin_again)
        workspace.sheet_requested.connect(self._sheets.give)
        workspace.banner.report_requested.connect(self._bugs.show_report)
        self.workspace = workspace
        self._show(workspace)
        if journal.read_only:
            workspace.banner.say(
                self.tr("This journal can be read but not changed here."),
                safe=self.tr("Its folder is read-only."),
                tone="preview",
            )
        self.care.begin(journal)
        self.opened.emit()
        return workspace

    def _readopt(self) -> None:
        """Another journal took the place of the one shown."""
        self.workspace = None
        journal = self._protection.journal
        if journal is not None:
            self.adopt(journal).say(self.tr("Restored. What was here before is kept."), None)

    def _on_changed(self, topic: object) -> None:
        """Another language: every page is made anew in it."""
        languages, before = self._languages, self._languages and self._languages.now
        if topic is not Topic.PREFERENCES or languages is None:
            return
        if languages.speak(self.preferences.now.language) == before:
            return
        if self.workspace is not None:
            self.workspace.keep()
        journal = self._protection.speak(languages.now)
        self.actions_of_window.take_away()
        self.actions_of_window = self._window_actions()
        if journal is not None:
            self.adopt(journal).open("settings")

    def _begin_again(self) -> None:
        """Everything was erased: the program is as new."""
        self.workspace = self._journal = None
        self.care.rest()
        self._clear()
        self.preferences.forget()
        self.start()

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
        if self._put_away():
            self._show_lock()
        else:
            # What cannot be kept must not be lost, and must not be seen either.
            self.care.guard.cover()

    def _put_away(self, *, keep: bool = True) -> bool:
        """Keep what was typed and close the journal; False, and told, when it cannot be kept."""
        if keep and self.workspace is not None:
            try:
                self.workspace.keep()
            except JournalError as error:
                self.report(*told(error))
                return False
        self.care.rest()
        self.workspace = self._journal = None
        self._clear()
        self._protection.close()
        return True

    def _clear(self) -> None:
        """Destroy what the stack holds, now: a hidden page would still answer to a reader.

        The lock holds nobody's words, and the key that opens it is still on its way through its
        field: it goes when that key is done.
        """
        while (page := self.stack.widget(0)) is not None:
            self.stack.removeWidget(page)
            page.setParent(None)
            page.deleteLater()
            if not isinstance(page, LockPage):
                # Everything a page had let go before goes with it, not the page alone.
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _show(self, page: QWidget) -> None:
        self._clear()
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.actions_of_window.allow(open_journal=self._journal is not None)
        self.face_changed.emit()

    def _show_lock(self) -> LockPage:
        page = LockPage(
            self._theme,
            unlock=self.unlock,
            recover=self.recover,
            backups=lambda: self._protection.backups.all(),
        )
        page.rescue_requested.connect(partial(self._rescuer.rescue, page))
        self._show(page)
        page.ask()
        return page

    def report(self, what: str, safe: str, next_step: str, tone: str = "danger") -> None:
        """Say what went wrong, or what one may know, wherever one is."""
        if self.workspace is not None:
            self.workspace.banner.say(what, safe=safe, next_step=next_step, tone=tone)
            return
        page = self.stack.currentWidget()
        if isinstance(page, LockPage):
            page.say(" ".join(part for part in (what, safe, next_step) if part))

    def report_bug(self, report: str) -> None:
        """Say that the program broke, with the report a click away."""
        if self.workspace is not None:
            self.workspace.banner.say(
                self.tr("Something went wrong in Tend."),
                safe=self.tr("It may not be saved yet; what you typed is kept here."),
                report=report,
            )
        else:
            self._bugs.show_report(report)

    def start_demo(self) -> None:
        """Show a year of a team that never was."""
        self.adopt(self._protection.open_demo(self._today()))

    # --- first run ---

    def _first_run(self) -> "FirstRunPage":
        from journal_app.ui.pages.first_run_page import FirstRunPage

        page = FirstRunPage(
            self._theme,
            create=self._protection.create,
            written_for=self._protection.statements.first_run(),
        )
        page.sheet_requested.connect(self._sheets.give)
        page.finished.connect(self._begin)
        return page

    def _begin(self, names: str, since: date | None) -> None:
        journal = self._protection.journal
        if journal is None:
            return
        journal.team.welcome_all(names)
        journal.leader.set_leading_since(since)
        journal.reflections.begin_weeks_on(QLocale().firstDayOfWeek().value - 1)
        week = journal.reflections.week_of(self._today())
        self.adopt(journal).open_guide(week, at="notice")

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Closing keeps every word and asks nothing; where none can be kept, it does not close."""
        # First, so that a mistake on the way leaves the window and its words where they are.
        event.ignore()
        if self._put_away():
            event.accept()
            self.face_changed.emit()
        else:
            self._last_words.stay()
