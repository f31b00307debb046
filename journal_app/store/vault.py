"""Vault: the folder of a journal, its keys and its lock; the only way to a database."""

from pathlib import Path

from journal_app.domain.errors import DamagedJournal, Refused
from journal_app.paths import put_in_place
from journal_app.store.database import Database
from journal_app.store.journal_folder import (
    keep_private,
    make_private,
    refuse_existing,
    refuse_missing,
)
from journal_app.store.key_file import sync_folder
from journal_app.store.key_ring import PASSPHRASE, RECOVERY, KeyRing
from journal_app.store.keys import Kdf, RecoveryKey
from journal_app.store.lock import JournalLock

_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a file while it is open


class Vault:
    """A folder with ``journal.db`` and ``journal.key``; nothing in it can be read without a key.

    ``alone`` is for a network share, where the journal is kept to one connection.
    """

    def __init__(self, folder: Path, *, kdf: Kdf | None = None, alone: bool = False) -> None:
        self.folder = folder
        self.keys = KeyRing(folder / "journal.key", kdf or Kdf())
        self._alone = alone
        self._lock: JournalLock | None = None
        self._db: Database | None = None

    @property
    def db_path(self) -> Path:
        """The encrypted journal."""
        return self.folder / "journal.db"

    @property
    def protected(self) -> bool:
        """True when a passphrase is needed; False after "not now"."""
        return self.keys.protected

    @property
    def database(self) -> Database:
        """The open database; refused while the journal is closed."""
        if self._db is None:
            raise Refused("The journal is not open.")
        return self._db

    def exists(self) -> bool:
        """True when the folder knows of a journal, whether it is whole or not."""
        return self.keys.path.exists() or self.db_path.exists()

    def create(self, passphrase: str | None) -> RecoveryKey | None:
        """Begin a journal; with a passphrase, return the recovery key, shown this once."""
        refuse_existing(self.keys.path, self.db_path)
        make_private(self.folder)
        self._take_lock()
        try:
            # Again, for another program may have begun one before the lock was ours.
            refuse_existing(self.keys.path, self.db_path)
        except Refused:
            self.close()
            raise
        try:
            # The key first: a journal without its key would be lost, a key alone is a clear error.
            recovery = self.keys.begin(passphrase)
            self._db = Database.create(self.db_path, self.keys.key, alone=self._alone)
        except BaseException:
            self.close(discard=True)
            raise
        keep_private(self.folder)
        return recovery

    def unlock(self, passphrase: str) -> Database:
        """Open with the passphrase."""
        return self._open_by(PASSPHRASE, passphrase)

    def unlock_with_recovery(self, typed: str) -> Database:
        """Open with the recovery key as it was typed off the sheet."""
        return self._open_by(RECOVERY, str(RecoveryKey.read(typed)))

    def unlock_by(self, way: str, secret: str = "") -> Database:
        """Open by another way in: without protection, or with what the system's keyring kept."""
        return self._open_by(way, secret)

    def open_with_key(self, key: bytes) -> Database:
        """Open with a data key that is known already, as that of a backup is."""
        self._take_lock()
        self._db = Database.open(self.db_path, key, alone=self._alone)
        self.keys.use(key)
        return self._db

    def hold(self) -> None:
        """Take the lock and leave the journal closed: it may be missing or damaged."""
        make_private(self.folder)
        self._take_lock()

    def rekey(self, passphrase: str) -> RecoveryKey:
        """Encrypt the whole journal under a new data key, because the old one may be known.

        Killed at any point, the new passphrase opens it: both keys lie under it until it is done.
        """
        database = self.database
        fresh, ways = self.keys.begin_rekey(passphrase)
        database.rekey(fresh)
        self.keys.end_rekey(fresh, ways)
        return RecoveryKey(ways[RECOVERY])

    def second_database(self) -> Database:
        """Another connection to the open journal, for a worker that reads while one writes."""
        return Database.open(self.db_path, self.keys.key, alone=self._alone)

    def look(self, copy: Path) -> Database:
        """A copy of this journal's file, opened with its key to be read."""
        return Database.look(copy, self.keys.key)

    def replace_journal(self, copy: Path) -> None:
        """Put a copy that opens with this journal's key in the place of the journal, and open it.

        The write-ahead log goes first: the journal before it would come back through it.
        """
        if self._db is not None:
            self._db.close()
            self._db = None
        for suffix in _BESIDE:
            self.db_path.with_name(self.db_path.name + suffix).unlink(missing_ok=True)
        put_in_place(copy, self.db_path)
        sync_folder(self.folder)
        self._db = Database.open(self.db_path, self.keys.key, alone=self._alone)
        keep_private(self.folder)

    def close(self, *, discard: bool = False) -> None:
        """Close the journal, forget its key and let others open it.

        ``discard`` takes away a journal whose beginning was cut short, so that it can begin again.
        """
        if self._db is not None:
            self._db.close()
            self._db = None
        if discard:
            self.keys.path.unlink(missing_ok=True)
            for suffix in ("", *_BESIDE):
                self.db_path.with_name(self.db_path.name + suffix).unlink(missing_ok=True)
        self.keys.forget()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _open_by(self, way: str, secret: str) -> Database:
        if self._db is not None:
            raise Refused("The journal is open already.")
        candidates = self.keys.unwrap(way, secret)
        refuse_missing(self.db_path)
        self._take_lock()
        try:
            self._db = self._open_with(candidates)
            if len(candidates) > 1 and not self._db.read_only:
                fresh = candidates[-1]
                if self.keys.key != fresh:
                    self._db.rekey(fresh)
                self.keys.settle(way, secret, fresh)
        except BaseException:
            self.close()
            raise
        keep_private(self.folder)
        return self._db

    def _open_with(self, candidates: list[bytes]) -> Database:
        """The database under the first key that fits."""
        for number, key in enumerate(candidates, start=1):
            try:
                database = Database.open(self.db_path, key, alone=self._alone)
            except DamagedJournal:
                if number == len(candidates):
                    raise
            else:
                self.keys.use(key)
                return database
        raise DamagedJournal("The journal's key file is damaged.")

    def _take_lock(self) -> None:
        if self._lock is None:
            lock = JournalLock(self.folder)
            lock.take()
            self._lock = lock
