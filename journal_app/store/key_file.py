"""Key file: the slots of a journal on disk, always whole."""

import json
import os
import sys
from pathlib import Path
from typing import Any

from journal_app.domain.errors import CannotWrite, DamagedJournal, MissingJournal, NewerJournal
from journal_app.paths import put_in_place
from journal_app.store.keys import Kdf, wrap

FORMAT = 1


class KeyFile:
    """``journal.key``: a record of slots, replaced in one step so that a kill leaves one whole."""

    def __init__(self, path: Path, kdf: Kdf) -> None:
        self.path = path
        self._kdf = kdf

    def new(self) -> dict[str, Any]:
        """A record without slots, for a journal that is being begun."""
        return {"v": FORMAT, "vault": os.urandom(8).hex(), "slots": {}}

    def fill(self, record: dict[str, Any], keys: bytes, ways: dict[str, str]) -> None:
        """Put the data keys into a slot for each way in, by its secret."""
        for name, secret in ways.items():
            record["slots"][name] = wrap(keys, secret, kdf=self._kdf, purpose=purpose(record, name))

    def read(self) -> dict[str, Any]:
        """The record; missing, damaged and newer files each are an error of their own."""
        damaged = DamagedJournal(
            "The journal's key file is damaged.",
            safe="The journal itself was not touched.",
            next_step="Put back journal.key from a backup.",
        )
        try:
            record = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise MissingJournal(
                f"There is no journal in {self.path.parent}.",
                safe="Nothing was made there.",
                next_step="Check that the disk is there, or name another folder.",
            ) from None
        except ValueError:
            raise damaged from None
        except OSError as error:
            raise CannotWrite(
                f"The folder {self.path.parent} cannot be read.", safe="Nothing was changed."
            ) from error
        if not isinstance(record, dict) or not isinstance(record.get("slots"), dict):
            raise damaged
        if record.get("v", 0) > FORMAT:
            raise NewerJournal(
                "This journal was written by a newer version of Tend.",
                safe="Nothing in it was changed.",
                next_step="Install the newer version to open it.",
            )
        return record

    def write(self, record: dict[str, Any]) -> None:
        """Put the record on disk, durable when this returns."""
        part = self.path.with_suffix(".part")
        try:
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(record, file)
                file.flush()
                os.fsync(file.fileno())
            put_in_place(part, self.path)
            sync_folder(self.path.parent)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise CannotWrite(
                "The journal's key file could not be written.",
                safe="The passphrase is as it was.",
                next_step="Make some room on the disk, then try again.",
            ) from error


def purpose(record: dict[str, Any], slot: str) -> bytes:
    """What a slot is bound to, so that it opens in no other journal and as no other slot."""
    return f"tend:{FORMAT}:{record.get('vault', '')}:{slot}".encode()


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder durable."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
