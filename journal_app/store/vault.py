"""Vault: the folder of a journal, its key file and its lock; the only way to a database."""

import secrets
import sys
from pathlib import Path
from typing import Any

from journal_app.domain.errors import (
    CannotWrite,
    DamagedJournal,
    MissingJournal,
    Refused,
)
from journal_app.store.database import KEY_BYTES, Database
from journal_app.store.key_file import KeyFile, purpose
from journal_app.store.keys import Kdf, RecoveryKey, unwrap
from journal_app.store.lock import JournalLock

_PASSPHRASE, _RECOVERY, _OPEN = "passphrase", "recovery", "open"


class Vault:
    """A folder with ``journal.db`` and ``journal.key``; nothing in it can be read without a key."""

    def __init__(self, folder: Path, *, kdf: Kdf | None = None) -> None:
        self.folder = folder
        self._key_file = KeyFile(folder / "journal.key", kdf or Kdf())
        self._lock: JournalLock | None = None
        self._db: Database | None = None
        self._keys = bytearray()

    @property
    def db_path(self) -> Path:
        """The encrypted journal."""
        return self.folder / "journal.db"

    @property
    def protected(self) -> bool:
        """True when a passphrase is needed; False after "not now"."""
        return _OPEN not in self._key_file.read()["slots"]

    @property
    def database(self) -> Database:
        """The open database; refused while the journal is closed."""
        if self._db is None:
            raise Refused("The journal is not open.")
        return self._db

    def exists(self) -> bool:
        """True when the folder knows of a journal, whether it is whole or not."""
        return self._key_file.path.exists() or self.db_path.exists()

    def create(self, passphrase: str | None) -> RecoveryKey | None:
        """Begin a journal; with a passphrase, return the recovery key, shown this once."""
        if self.exists():
            raise Refused("There is already a journal in this folder.", safe="It was not touched.")
        self._make_folder()
        self._take_lock()
        keys = secrets.token_bytes(KEY_BYTES)
        record = self._key_file.new()
        recovery = None
        if passphrase is None:
            record["slots"][_OPEN] = {"key": keys.hex()}
        else:
            recovery = RecoveryKey.fresh()
            self._key_file.fill(record, keys, {_PASSPHRASE: passphrase, _RECOVERY: str(recovery)})
        try:
            # The key first: a journal without its key would be lost, a key alone is a clear error.
            self._key_file.write(record)
            self._db = Database.create(self.db_path, keys)
        except BaseException:
            self.close()
            raise
        self._keys = bytearray(keys)
        self._private_files()
        return recovery

    def unlock(self, passphrase: str) -> Database:
        """Open with the passphrase."""
        return self._open_slot(_PASSPHRASE, passphrase)

    def unlock_with_recovery(self, typed: str) -> Database:
        """Open with the recovery key as it was typed off the sheet."""
        return self._open_slot(_RECOVERY, str(RecoveryKey.read(typed)))

    def unlock_open(self) -> Database:
        """Open a journal that was never protected."""
        return self._open_slot(_OPEN, "")

    def change_passphrase(self, new: str) -> None:
        """Give the passphrase slot another secret; the journal itself is not touched."""
        record = self._key_file.read()
        self._key_file.fill(record, bytes(self._keys), {_PASSPHRASE: new})
        record["slots"].pop(_OPEN, None)
        self._key_file.write(record)

    def new_recovery_key(self) -> RecoveryKey:
        """Make a new recovery key; the one before opens nothing from now on."""
        recovery = RecoveryKey.fresh()
        record = self._key_file.read()
        self._key_file.fill(record, bytes(self._keys), {_RECOVERY: str(recovery)})
        self._key_file.write(record)
        return recovery

    def rekey(self, passphrase: str) -> RecoveryKey:
        """Encrypt the whole journal under a new data key, because the old one may be known.

        Killed at any point, the new passphrase opens it: both keys lie under it until it is done.
        """
        if self._db is None:
            raise Refused("Open the journal first.")
        fresh = secrets.token_bytes(KEY_BYTES)
        recovery = RecoveryKey.fresh()
        ways = {_PASSPHRASE: passphrase, _RECOVERY: str(recovery)}
        record = self._key_file.read()
        record["slots"] = {}
        self._key_file.fill(record, bytes(self._keys) + fresh, ways)
        self._key_file.write(record)
        self._db.rekey(fresh)
        self._keys[:] = fresh
        self._key_file.fill(record, fresh, ways)
        self._key_file.write(record)
        return recovery

    def close(self) -> None:
        """Close the journal, forget its key and let others open it."""
        if self._db is not None:
            self._db.close()
            self._db = None
        self._keys[:] = bytes(len(self._keys))
        self._keys = bytearray()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _open_slot(self, name: str, secret: str) -> Database:
        if self._db is not None:
            raise Refused("The journal is open already.")
        record = self._key_file.read()
        slots = record["slots"]
        if name not in slots:
            wanted = "This journal has no passphrase." if name != _OPEN else "It has a passphrase."
            raise Refused(wanted, safe="Nothing was changed.")
        if name == _OPEN:
            keys = bytes.fromhex(slots[_OPEN]["key"])
        else:
            keys = unwrap(slots[name], secret, purpose=purpose(record, name))
        self._refuse_missing_db()
        self._take_lock()
        try:
            self._db, used = self._open_with(keys)
        except BaseException:
            self.close()
            raise
        self._keys = bytearray(used)
        if len(keys) > KEY_BYTES and not self._db.read_only:
            self._finish_rekey(record, name, secret, keys)
        self._private_files()
        return self._db

    def _open_with(self, keys: bytes) -> tuple[Database, bytes]:
        """The database under the first key that fits, and that key."""
        candidates = [keys[n : n + KEY_BYTES] for n in range(0, len(keys), KEY_BYTES)]
        for number, key in enumerate(candidates, start=1):
            try:
                return Database.open(self.db_path, key), key
            except DamagedJournal:
                if number == len(candidates):
                    raise
        raise DamagedJournal("The journal's key file is damaged.")

    def _finish_rekey(self, record: dict[str, Any], name: str, secret: str, keys: bytes) -> None:
        """A rekey was cut short: end it, under the way in that was just proved."""
        fresh = keys[-KEY_BYTES:]
        if bytes(self._keys) != fresh and self._db is not None:
            self._db.rekey(fresh)
            self._keys[:] = fresh
        # The other way in still holds both keys, and opens; its turn comes when it is used.
        self._key_file.fill(record, fresh, {name: secret})
        self._key_file.write(record)

    def _refuse_missing_db(self) -> None:
        if not self.db_path.exists():
            raise MissingJournal(
                f"The journal file is not in {self.folder}.",
                safe="Its key is still there. Nothing new was made.",
                next_step="Put journal.db back, or restore a backup.",
            )
        if self.db_path.stat().st_size == 0:
            raise DamagedJournal(
                "The journal file is empty.",
                safe="Nothing was changed.",
                next_step="Restore a backup.",
            )

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.folder.chmod(0o700)
        except OSError as error:
            raise CannotWrite(
                f"The folder {self.folder} cannot be made.", safe="Nothing was changed."
            ) from error

    def _take_lock(self) -> None:
        lock = JournalLock(self.folder)
        lock.take()
        self._lock = lock

    def _private_files(self) -> None:
        """0600 for every file of ours, whatever the umask of the session was."""
        for path in self.folder.glob("journal.*"):
            try:
                path.chmod(0o600)
            except OSError:
                # Read-only media keep the modes they came with.
                return


def keep_memory_private() -> None:
    """Switch core dumps off, before a passphrase is asked for."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        pr_set_dumpable = 4
        ctypes.CDLL(None).prctl(pr_set_dumpable, 0, 0, 0, 0)
