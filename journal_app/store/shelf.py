"""Shelf: the folder of backups beside a journal, in the order in which they were made."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from journal_app.domain.backup import Backup, Reason, kept_by_rotation
from journal_app.domain.progress import Progress, unwatched
from journal_app.store import backups
from journal_app.store.database import Database
from journal_app.store.journal_folder import make_private
from journal_app.store.vault import Vault


class Shelf:
    """Puts backups in place, takes old ones away, and lends private room to work in."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    @property
    def folder(self) -> Path:
        """Where the backups lie."""
        return self._vault.folder / "backups"

    def all(self) -> list[Backup]:
        """The backups, newest first; needs no open journal."""
        return backups.all_in(self.folder)

    def put(
        self,
        database: Database,
        reason: Reason,
        progress: Progress = unwatched,
        *,
        to: Path | None = None,
    ) -> Backup:
        """Make a backup of an open journal, on the shelf or at another place."""
        make_private(self.folder)
        sequence = self.next_sequence()
        return backups.make(
            database,
            self._vault.keys.path,
            to or self.folder / backups.file_name(sequence, date.today(), reason),
            prove=self._vault.look,
            sequence=sequence,
            reason=reason,
            progress=progress,
        )

    def next_sequence(self) -> int:
        """The place of the next backup: after every other, whatever the clock says."""
        return 1 + max((backup.sequence for backup in self.all()), default=0)

    @contextmanager
    def unpacked(self, path: Path, prefix: str) -> Iterator[Path]:
        """A backup's journal and key in a private folder that goes away again."""
        make_private(self.folder)
        with backups.unpacked(path, self.folder, prefix) as folder:
            yield folder

    @contextmanager
    def room(self, prefix: str) -> Iterator[Path]:
        """An empty private folder among the backups that goes away again."""
        make_private(self.folder)
        folder = self.folder / f".{prefix}-{os.urandom(8).hex()}"
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def set_aside(self) -> Path | None:
        """Copy the journal's files as they are, damaged or not; None when there are none."""
        present = [p for p in self._vault.folder.glob("journal.*") if p.suffix != ".lock"]
        if not present:
            return None
        make_private(self.folder)
        number = 1
        while (aside := self.folder / f"before-restore-{number}").exists():
            number += 1
        aside.mkdir(mode=0o700)
        for path in present:
            shutil.copy2(path, aside / path.name)
        return aside

    def clear_aside(self) -> None:
        """Delete the journals that were set aside."""
        for aside in self.folder.glob("before-restore-*"):
            shutil.rmtree(aside, ignore_errors=True)

    def clear(self) -> None:
        """Delete the whole folder."""
        shutil.rmtree(self.folder, ignore_errors=True)


def prune(folder: Path) -> None:
    """Take away the backups whose turn is over; unreadable ones are left to the person."""
    found = backups.all_in(folder)
    kept = kept_by_rotation(found)
    for backup in found:
        if backup.whole and backup.sequence not in kept:
            backup.path.unlink(missing_ok=True)
