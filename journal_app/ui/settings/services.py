"""Services: what the settings work with, the parts of the journal made when first asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal_app.services.backups import BackupService
    from journal_app.services.journal import Journal
    from journal_app.services.keeping import KeepingService
    from journal_app.services.keys import KeyService
    from journal_app.services.locking import LockingService
    from journal_app.services.preferences import PreferenceService
    from journal_app.services.protection import ProtectionService
    from journal_app.services.reflections import ReflectionService
    from journal_app.services.restoring import RestoringService
    from journal_app.services.rhythm import RhythmService
    from journal_app.services.sharing import SharingService
    from journal_app.services.spelling import SpellingService
    from journal_app.ui.change_signals import ChangeSignals
    from journal_app.ui.file_chooser import FileChooser
    from journal_app.ui.jobs import Jobs


@dataclass(frozen=True, kw_only=True)
class SafetyServices:
    """What the settings work with."""

    journal: "Journal"
    protection: "ProtectionService"
    preferences: "PreferenceService"
    rhythm: "RhythmService"
    changes: "ChangeSignals"
    erase_everything: Callable[[], None]
    jobs: "Jobs"
    files: "FileChooser"
    today: Callable[[], date]

    @property
    def keys(self) -> "KeyService":
        """The secrets that open the journal."""
        return self.protection.keys

    @property
    def backups(self) -> "BackupService":
        """The backups of the journal."""
        return self.protection.backups

    @property
    def restoring(self) -> "RestoringService":
        """The ways back to an earlier state."""
        return self.protection.restoring

    @property
    def folder(self) -> Path:
        """Where the journal lies."""
        return self.protection.folder

    def what_it_protects(self) -> tuple[list[str], list[str]]:
        """What Tend protects, and what not, in plain sentences."""
        return self.protection.statements.what_it_protects()

    @property
    def locking(self) -> "LockingService":
        """When the journal locks."""
        return self.journal.locking

    @property
    def keeping(self) -> "KeepingService":
        """What fades, and when."""
        return self.journal.keeping

    @property
    def sharing(self) -> "SharingService":
        """What a mentor is given."""
        return self.journal.sharing

    @property
    def spelling(self) -> "SpellingService":
        """Which words are known."""
        return self.journal.spelling

    @property
    def reflections(self) -> "ReflectionService":
        """The weeks, and the day they begin on."""
        return self.journal.reflections
