"""Care: what an open journal needs beside its pages: jobs, backups, a guard, and fading worries."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from journal_app.services.changes import Topic
from journal_app.services.preferences import PreferenceService
from journal_app.services.protection import ProtectionService
from journal_app.services.rhythm import RhythmService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.guard import Guard
from journal_app.ui.jobs import Jobs
from journal_app.ui.theme import Theme

if TYPE_CHECKING:
    from journal_app.services.journal import Journal
    from journal_app.ui.backup_rhythm import BackupRhythm
    from journal_app.ui.settings.services import SafetyServices

# After the first paint: nobody waits for what is due.
_AFTER_OPENING_MS = 100


class Care(QObject):
    """Begins with a journal and rests when it is put away."""

    lock_asked = Signal()
    told = Signal(str)
    troubled = Signal(str, str, str)

    def __init__(
        self,
        window: QMainWindow,
        theme: Theme,
        protection: ProtectionService,
        changes: ChangeSignals,
        preferences: PreferenceService,
        files: FileChooser,
        today: Callable[[], date],
    ) -> None:
        super().__init__(window)
        self._protection, self._changes = protection, changes
        self._preferences = preferences
        self._rhythm_outside = RhythmService.of(protection.folder)
        self._files, self._today = files, today
        self.jobs = Jobs(self)
        self.guard = Guard(window, theme, self.lock_asked.emit)
        self._rhythm: BackupRhythm | None = None
        self._journal: Journal | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_OPENING_MS)
        self._soon.timeout.connect(self._see_to_what_is_due)
        changes.changed.connect(self._on_changed)

    def services(self, journal: "Journal") -> "SafetyServices":
        """What the settings of this journal work with."""
        from journal_app.ui.settings.services import SafetyServices

        protection = self._protection
        return SafetyServices(
            journal=journal,
            protection=protection,
            preferences=self._preferences,
            rhythm=self._rhythm_outside,
            changes=self._changes,
            erase_everything=self._erase_everything,
            jobs=self.jobs,
            files=self._files,
            today=self._today,
        )

    def begin(self, journal: "Journal") -> None:
        """Watch over this journal, and see to what is due once its window stands."""
        self._end_rhythm()
        self.guard.begin(journal.locking)
        if not journal.read_only:
            self._journal = journal
            self._soon.start()

    def _see_to_what_is_due(self) -> None:
        from journal_app.ui.backup_rhythm import BackupRhythm

        journal = self._journal
        if journal is None:
            return
        self._rhythm = BackupRhythm(
            self,
            backups=self._protection.backups,
            jobs=self.jobs,
            changes=self._changes,
            report=self.troubled.emit,
        )
        if journal.keeping.fade(self._today()):
            self.told.emit(self.tr("A worry nobody answered for has faded, as it said."))
        journal.entry_care.empty_old(self._today())
        place = self._protection.place()
        if not place.quiet:
            from journal_app.ui.wording import place_text

            if not journal.locking.place_was_told(place_text(place)):
                self.told.emit(place_text(place))

    def rest(self) -> None:
        """The journal is put away: nothing of it is watched, copied or worked on any more."""
        self._soon.stop()
        self._journal = None
        self._end_rhythm()
        self.guard.rest()
        self.jobs.stop()

    def _erase_everything(self) -> None:
        self._protection.erase_everything()
        self._rhythm_outside.start_at_login(on=False)

    def _end_rhythm(self) -> None:
        if self._rhythm is not None:
            self._rhythm.end()
            self._rhythm = None

    def _on_changed(self, topic: Topic) -> None:
        if topic is Topic.SETTINGS:
            self.guard.obey()
