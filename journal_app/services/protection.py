"""Protection: how a journal is begun, opened, locked and given new keys."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from journal_app.domain.errors import CannotWrite, DamagedJournal, WrongPassphrase
from journal_app.domain.place import Place
from journal_app.services.changes import Notify, silence
from journal_app.services.statements import Statements
from journal_app.store.database import Database
from journal_app.store.erasing import Eraser
from journal_app.store.journal_folder import sweep
from journal_app.store.key_ring import KEYRING, OPEN
from journal_app.store.keys import Kdf
from journal_app.store.log import Log
from journal_app.store.migrations import STEPS
from journal_app.store.migrations_runner import migrate
from journal_app.store.places import on_network, place_of
from journal_app.store.preference_file import PreferenceFile
from journal_app.store.private_memory import keep_memory_private
from journal_app.store.system_keyring import SystemKeyring
from journal_app.store.vault import Vault

if TYPE_CHECKING:
    from journal_app.guidance.loader import Guidance
    from journal_app.services.backups import BackupService
    from journal_app.services.journal import Journal
    from journal_app.services.keys import KeyService
    from journal_app.services.restoring import RestoringService

__all__ = ["ProtectionService", "keep_memory_private"]


class ProtectionService:
    """The one way in and out of a journal's folder, for the window and the command line alike.

    Between ``create`` or one of the ``unlock`` methods and ``lock`` the journal is held against
    every other program.
    """

    def __init__(
        self,
        folder: Path,
        *,
        notify: Notify = silence,
        kdf: Kdf | None = None,
        keyring: SystemKeyring | None = None,
        language: str = "en",
        guidance: "Callable[[str], Guidance] | None" = None,
    ) -> None:
        self._folder = folder
        self.statements = Statements(folder, language, guidance)
        self._vault = Vault(folder, kdf=kdf, alone=on_network(folder))
        self._notify = notify
        self._journal: Journal | None = None
        # A line for the log; callers pass no word of the journal.
        self.note = Log(folder).note
        # True when the folder knows of a journal, whether it is whole or not.
        self.exists = self._vault.exists
        self._keyring = keyring or SystemKeyring()

    # What is not needed to open a journal is read when it is first asked for.

    @cached_property
    def backups(self) -> "BackupService":
        """The backups of this journal."""
        from journal_app.services.backups import BackupService
        from journal_app.store.shelf import Shelf

        return BackupService(self._vault, Shelf(self._vault))

    @cached_property
    def keys(self) -> "KeyService":
        """The secrets that open this journal."""
        from journal_app.services.keys import KeyService

        return KeyService(self._vault, self.backups, self._keyring)

    @cached_property
    def restoring(self) -> "RestoringService":
        """The ways back to an earlier state."""
        from journal_app.services.restoring import RestoringService
        from journal_app.store.shelf import Shelf

        return RestoringService(self._vault, Shelf(self._vault), self._open)

    @property
    def folder(self) -> Path:
        """Where the journal lies."""
        return self._folder

    @property
    def journal(self) -> "Journal | None":
        """The open journal; None while it is locked."""
        return self._journal

    def protected(self) -> bool:
        """True when a passphrase opens the journal; ``MissingJournal`` when there is none."""
        return self._vault.protected

    def create(self, passphrase: str | None) -> str | None:
        """Begin a journal, open it, and return its recovery key; None without a passphrase."""
        if passphrase is not None:
            from journal_app.services.keys import refuse_blank

            refuse_blank(passphrase)
        recovery_key = self._vault.create(passphrase)
        try:
            self._fill(self._vault.database)
        except BaseException:
            # Nobody has seen its recovery key, and nothing was written into it.
            self._vault.close(discard=True)
            self.lock()
            raise
        return None if recovery_key is None else str(recovery_key)

    def unlock(self, passphrase: str) -> "Journal":
        """Open the journal with its passphrase."""
        return self._open(self._vault.unlock(passphrase))

    def unlock_with_recovery_key(self, typed: str) -> "Journal":
        """Open the journal with its recovery key, as typed off the sheet."""
        return self._open(self._vault.unlock_with_recovery(typed))

    def open_unprotected(self) -> "Journal":
        """Open a journal that has no passphrase."""
        return self._open(self._vault.unlock_by(OPEN))

    def open_by_keyring(self) -> "Journal | None":
        """Open the journal with what this computer's keyring kept; None when it has nothing."""
        if not self._vault.keys.has(KEYRING):
            return None
        secret = self.keys.secret_of_keyring()
        if secret is None:
            return None
        try:
            return self._open(self._vault.unlock_by(KEYRING, secret))
        except (WrongPassphrase, DamagedJournal):
            # A keyring that came from elsewhere, or a journal with a problem: the page that asks
            # for the passphrase tells which, and has the ways out.
            return None

    def open_demo(self, today: date) -> "Journal":
        """Begin a journal in this folder, which goes away with the demo, and fill it."""
        from journal_app.services.demo import fill

        self._vault.create(None)
        journal = self._open(self._vault.database)
        fill(journal, today, language=self.statements.language)
        return journal

    def place(self) -> Place:
        """Where the journal's folder lies, as far as that puts it at risk."""
        return place_of(self._folder)

    def erase_everything(self) -> None:
        """Delete the journal, its key, its backups here and in the second folder, and its log.

        Exports and copies that others made are out of reach.
        """
        self.backups.remove_all()
        self.keys.forget_keyring()
        self.lock()
        for path in self._folder.glob("journal.*"):
            path.unlink(missing_ok=True)
        for path in self._folder.glob("tend.log*"):
            path.unlink(missing_ok=True)
        PreferenceFile(self._folder).remove()
        with suppress(OSError):
            # Whatever else lies in it is not ours to delete.
            self._folder.rmdir()

    def speak(self, language: str) -> "Journal | None":
        """Ask and say everything in another language; the open journal anew, if one is open."""
        self.statements.language = language
        if self._journal is not None:
            self._journal = self._with_services(self._vault.database)
        return self._journal

    def lock(self) -> None:
        """Close the journal and forget its key; nothing of it can be read after this."""
        if self._journal is not None:
            self.note("locked")
        self._journal = None
        self._vault.close()

    # At the end of the program.
    close = lock

    def _with_services(self, db: Database) -> "Journal":
        # Here, so that the lock is shown before all that an open journal can do is read.
        from journal_app.services.journal import Journal

        return Journal(
            db,
            self.statements.guidance,
            self._notify,
            renew_backups=lambda: self.backups.begin_anew(),
            second=self._vault.second_database,
        )

    def _open(self, db: Database) -> "Journal":
        try:
            return self._fill(db)
        except BaseException:
            self.lock()
            raise

    def _fill(self, db: Database) -> "Journal":
        """Every service over a database that is open, its schema taken to this version."""
        sweep(self._folder / "backups")
        migrate(db, STEPS, keep=lambda old: self.backups.keep_before_upgrade(old))
        self._journal = self._with_services(db)
        self.note("opened")
        # An erasure that was cut short; where there is still no room, it waits on.
        if Eraser(db).pending:
            with suppress(CannotWrite):
                self._journal.erasing.finish_pending()
        return self._journal
