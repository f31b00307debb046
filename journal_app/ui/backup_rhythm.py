"""Backup rhythm: one after each finished reflection, and one a day when something changed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from journal_app.domain.backup import Reason
from journal_app.domain.errors import JournalError
from journal_app.services.backups import BackupService, Made
from journal_app.services.changes import Topic
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.jobs import Jobs
from journal_app.ui.trouble import told

_AFTER_OPENING_MS, _HOUR_MS, _AFTER_FINISHING_MS = 4_000, 3_600_000, 1_500


class BackupRhythm(QObject):
    """Makes backups in the background while a journal is open; trouble is reported in words."""

    def __init__(
        self,
        parent: QObject,
        *,
        backups: BackupService,
        jobs: Jobs,
        changes: ChangeSignals,
        report: Callable[[str, str, str], None],
        after_opening_ms: int = _AFTER_OPENING_MS,
    ) -> None:
        super().__init__(parent)
        self._backups, self._jobs, self._report = backups, jobs, report
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.make)
        self._hourly = QTimer(self)
        self._hourly.setInterval(_HOUR_MS)
        self._hourly.timeout.connect(self.make_if_due)
        self._hourly.start()
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self.make_if_due)
        self._first.start(after_opening_ms)
        self._changes = changes
        changes.changed.connect(self._on_changed)

    def end(self) -> None:
        """Make no more."""
        self._changes.changed.disconnect(self._on_changed)
        for timer in (self._soon, self._hourly, self._first):
            timer.stop()
        self.deleteLater()

    def make_if_due(self) -> None:
        """Make today's backup, unless there is one or nothing changed."""
        if self._backups.due():
            self.make()

    def make(self) -> None:
        """Make one now."""
        self._jobs.run(self, self._backups.prepare(Reason.REGULAR), self._made, self._broke)

    def _on_changed(self, topic: Topic) -> None:
        if topic is Topic.REFLECTIONS:
            self._soon.start(_AFTER_FINISHING_MS)

    def _made(self, made: Made) -> None:
        if made.trouble is not None:
            self._tell(made.trouble)

    def _broke(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        self._tell(error)

    def _tell(self, error: JournalError) -> None:
        self._report(*told(error))
