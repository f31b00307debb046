"""Protection: how a journal is begun, opened, locked and given new keys."""

from datetime import date
from pathlib import Path

from journal_app.domain.errors import Refused
from journal_app.guidance.loader import load
from journal_app.services.changes import Notify, silence
from journal_app.services.journal import Journal
from journal_app.store.database import Database
from journal_app.store.keys import Kdf
from journal_app.store.migrations import STEPS
from journal_app.store.migrations_runner import migrate
from journal_app.store.vault import Vault, keep_memory_private

__all__ = ["ProtectionService", "keep_memory_private"]


class ProtectionService:
    """The one way in and out of a journal's folder, for the window and the command line alike.

    Between ``create`` or one of the ``unlock`` methods and ``lock`` the journal is held against
    every other program.
    """

    def __init__(self, folder: Path, *, notify: Notify = silence, kdf: Kdf | None = None) -> None:
        self._folder = folder
        self._vault = Vault(folder, kdf=kdf)
        self._notify = notify
        self._journal: Journal | None = None

    @property
    def folder(self) -> Path:
        """Where the journal lies."""
        return self._folder

    @property
    def journal(self) -> Journal | None:
        """The open journal; None while it is locked."""
        return self._journal

    def exists(self) -> bool:
        """True when the folder knows of a journal, whether it is whole or not."""
        return self._vault.exists()

    def protected(self) -> bool:
        """True when a passphrase opens the journal; ``MissingJournal`` when there is none."""
        return self._vault.protected

    def create(self, passphrase: str | None) -> str | None:
        """Begin a journal, open it, and return its recovery key; None without a passphrase."""
        if passphrase is not None and not passphrase.strip():
            raise Refused("A passphrase cannot be blank.", next_step="Type a few words.")
        recovery_key = self._vault.create(passphrase)
        self._open(self._vault.database)
        return None if recovery_key is None else str(recovery_key)

    def unlock(self, passphrase: str) -> Journal:
        """Open the journal with its passphrase."""
        return self._open(self._vault.unlock(passphrase))

    def unlock_with_recovery_key(self, typed: str) -> Journal:
        """Open the journal with its recovery key, as typed off the sheet."""
        return self._open(self._vault.unlock_with_recovery(typed))

    def open_unprotected(self) -> Journal:
        """Open a journal that has no passphrase."""
        return self._open(self._vault.unlock_open())

    def open_demo(self, today: date) -> Journal:
        """Begin a journal in this folder, which goes away with the demo, and fill it."""
        from journal_app.services.demo import fill

        self._vault.create(None)
        journal = self._open(self._vault.database)
        fill(journal, today)
        return journal

    def first_run_text(self) -> str:
        """What a person reads before they write the first word about someone."""
        return load().text("first_run.written_for")

    def save_recovery_sheet(self, path: Path, recovery_key: str) -> None:
        """Write the sheet to a place the person chose, readable by them alone."""
        from journal_app.exchange.files import write_atomically

        self.refuse_inside(path)
        sheet = load().text("recovery.sheet").replace("{key}", recovery_key)
        write_atomically(path, sheet.encode())

    def change_passphrase(self, new: str) -> str | None:
        """Let another passphrase open the journal.

        A journal that lay open until now gets a new key with it, since the old one was readable;
        then the new recovery key is returned.
        """
        self._refuse_locked()
        if not self._vault.protected:
            return self.rekey(new)
        self._vault.change_passphrase(new)
        return None

    def rekey(self, new: str) -> str:
        """Encrypt everything anew under a new passphrase; return the new recovery key."""
        self._refuse_locked()
        return str(self._vault.rekey(new))

    def lock(self) -> None:
        """Close the journal and forget its key; nothing of it can be read after this."""
        self._journal = None
        self._vault.close()

    def close(self) -> None:
        """Lock, at the end of the program."""
        self.lock()

    def refuse_inside(self, path: Path) -> None:
        """Refuse a place among the journal's own files, which a copy would overwrite."""
        if path.resolve().is_relative_to(self._folder.resolve()):
            raise Refused(
                "That place is inside the journal's own folder.",
                safe="Nothing was written.",
                next_step="Choose another folder.",
            )

    def _open(self, db: Database) -> Journal:
        try:
            migrate(db, STEPS)
            self._journal = Journal(db, load(), self._notify)
        except BaseException:
            self.lock()
            raise
        return self._journal

    def _refuse_locked(self) -> None:
        if self._journal is None:
            raise Refused("The journal is locked.", next_step="Open it first.")
