"""Key ring: the data key of one journal, and the ways in that hold it wrapped."""

import os
from pathlib import Path
from typing import Any

from journal_app.domain.errors import Refused
from journal_app.store.database import KEY_BYTES
from journal_app.store.key_file import KeyFile, purpose
from journal_app.store.keys import Kdf, RecoveryKey, unwrap

PASSPHRASE, RECOVERY, KEYRING, OPEN = "passphrase", "recovery", "keyring", "open"


class KeyRing:
    """The key file of a journal, and while it is open its data key, in memory alone."""

    def __init__(self, path: Path, kdf: Kdf) -> None:
        self._file = KeyFile(path, kdf)
        self._key = bytearray()

    @property
    def path(self) -> Path:
        """The key file."""
        return self._file.path

    @property
    def key(self) -> bytes:
        """The data key in use; refused while the journal is closed."""
        if not self._key:
            raise Refused("The journal is not open.")
        return bytes(self._key)

    @property
    def in_use(self) -> bool:
        """True while the data key is known."""
        return bool(self._key)

    @property
    def protected(self) -> bool:
        """True when a passphrase is needed; False after "not now"."""
        return OPEN not in self._file.read()["slots"]

    @property
    def journal(self) -> str:
        """What tells this journal from others; it says nothing about it."""
        return str(self._file.read().get("vault", ""))

    def has(self, way: str) -> bool:
        """True when this way in exists."""
        return way in self._file.read()["slots"]

    def use(self, key: bytes) -> None:
        """Keep the data key that opened the journal."""
        self._key = bytearray(key)

    def forget(self) -> None:
        """Overwrite the data key in memory."""
        self._key[:] = bytes(len(self._key))
        self._key = bytearray()

    def begin(self, passphrase: str | None) -> RecoveryKey | None:
        """Write the key file of a new journal and use its key; return the recovery key, if any."""
        fresh = os.urandom(KEY_BYTES)
        record = self._file.new()
        recovery = None
        if passphrase is None:
            record["slots"][OPEN] = {"key": fresh.hex()}
        else:
            recovery = RecoveryKey.fresh()
            self._file.fill(record, fresh, {PASSPHRASE: passphrase, RECOVERY: str(recovery)})
        self._file.write(record)
        self.use(fresh)
        return recovery

    def unwrap(self, way: str, secret: str) -> list[bytes]:
        """The data keys a way in holds: one, or the old and the new one of a rekey cut short."""
        record = self._file.read()
        slots = record["slots"]
        if way not in slots:
            wanted = "It has a passphrase." if way == OPEN else "This journal has no passphrase."
            raise Refused(wanted, safe="Nothing was changed.")
        if way == OPEN:
            keys = bytes.fromhex(slots[OPEN]["key"])
        else:
            keys = unwrap(slots[way], secret, purpose=purpose(record, way))
        return [keys[n : n + KEY_BYTES] for n in range(0, len(keys), KEY_BYTES)]

    def set_way(self, way: str, secret: str) -> None:
        """Let this secret open the journal by this way, and no other secret by it."""
        record = self._file.read()
        self._file.fill(record, self.key, {way: secret})
        if way == PASSPHRASE:
            record["slots"].pop(OPEN, None)
        self._file.write(record)

    def remove_way(self, way: str) -> None:
        """Close a way in; the last one cannot be closed."""
        record = self._file.read()
        if record["slots"].pop(way, None) is not None and record["slots"]:
            self._file.write(record)

    def lay_open(self) -> None:
        """Take the protection away: the data key lies unwrapped in the key file from now on."""
        record = self._file.read()
        record["slots"] = {OPEN: {"key": self.key.hex()}}
        self._file.write(record)

    def begin_rekey(self, passphrase: str) -> tuple[bytes, dict[str, str]]:
        """A new data key, written beside the old one under new secrets; both open from now on."""
        fresh = os.urandom(KEY_BYTES)
        ways = {PASSPHRASE: passphrase, RECOVERY: str(RecoveryKey.fresh())}
        self._write_anew(self.key + fresh, ways)
        return fresh, ways

    def end_rekey(self, fresh: bytes, ways: dict[str, str]) -> None:
        """The journal is encrypted under the new key: forget the old one."""
        self.use(fresh)
        self._write_anew(fresh, ways)

    def settle(self, way: str, secret: str, fresh: bytes) -> None:
        """End a rekey that was cut short, under the way in that was just proved.

        The other way in still holds both keys, and opens; its turn comes when it is used.
        """
        self.use(fresh)
        self.set_way(way, secret)

    def _write_anew(self, keys: bytes, ways: dict[str, str]) -> None:
        record: dict[str, Any] = self._file.read()
        record["slots"] = {}
        self._file.fill(record, keys, ways)
        self._file.write(record)
