"""Backups: made by themselves, proved readable, kept in turn, and looked into before a restore."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from journal_app.domain.backup import Backup, Reason
from journal_app.domain.errors import CannotWrite, JournalError
from journal_app.domain.progress import Progress, unwatched
from journal_app.store import backups
from journal_app.store.database import Database
from journal_app.store.settings import SettingRepository
from journal_app.store.shelf import Shelf, prune
from journal_app.store.vault import Vault

_SECOND = "second_backup_folder"
HOLD = "hold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A backup that was made, and what did not go well beside it, in words."""

    backup: Backup
    second_copy: Path | None = field(default=None, repr=False)
    trouble: JournalError | None = None


class BackupService:
    """Makes and lists backups of an open journal, in ``backups/`` and in a second folder."""

    def __init__(self, vault: Vault, shelf: Shelf) -> None:
        self._vault = vault
        self._shelf = shelf

    def all(self) -> list[Backup]:
        """The backups beside the journal, newest first; needs no open journal."""
        return self._shelf.all()

    def second_folder(self) -> Path | None:
        """Where a second copy of each backup goes, if anywhere."""
        kept = self._settings().get(_SECOND)
        return Path(kept) if kept else None

    def set_second_folder(self, folder: Path | None) -> None:
        """Choose where a second copy of each backup goes; None for nowhere."""
        if folder is not None and not folder.is_dir():
            raise CannotWrite("That folder is not there.", next_step="Choose another one.")
        self._settings().put(_SECOND, str(folder.absolute()) if folder else "")

    def due(self) -> bool:
        """True on a day without a backup, when something was written since the last one."""
        whole = [b for b in self.all() if b.whole]
        if not whole:
            return True
        last = whole[0].made_at
        if last.date() == datetime.now().astimezone().date():
            return False
        files = (self._vault.db_path, self._vault.db_path.with_name("journal.db-wal"))
        changed = max((p.stat().st_mtime for p in files if p.exists()), default=0.0)
        return changed > last.timestamp()

    def prepare(self, reason: Reason = Reason.REGULAR) -> Callable[[Progress], Made]:
        """Work that makes a backup through a connection of its own; any thread may do it."""
        second = self.second_folder()
        held = self._settings().get(HOLD) == "yes"
        done: Backup | None = None
        if self._vault.database.lets_nobody_in:
            # A second connection would wait for this one for ever: this one makes it, now.
            done = self._shelf.put(self._vault.database, reason, unwatched)

        def work(progress: Progress) -> Made:
            backup = done or self._put_beside(reason, progress)
            if not held:
                prune(self._shelf.folder)
            return _copied(backup, second, held=held)

        return work

    def _put_beside(self, reason: Reason, progress: Progress) -> Backup:
        database = self._vault.second_database()
        try:
            return self._shelf.put(database, reason, progress)
        finally:
            database.close()

    def make(
        self,
        *,
        to: Path | None = None,
        reason: Reason = Reason.REGULAR,
        progress: Progress = unwatched,
    ) -> Made:
        """Make a backup now: beside the journal, or at a new place the person chose."""
        if to is None:
            return self.prepare(reason)(progress)
        place = to / backups.file_name(1, date.today(), reason) if to.is_dir() else to
        if place.is_symlink() or place.exists():
            raise CannotWrite(
                "There is already something at that place.",
                safe="It was not touched.",
                next_step="Choose another name.",
            )
        database = self._vault.database
        return Made(backup=self._shelf.put(database, Reason.ASKED, progress, to=place))

    def keep_before_upgrade(self, database: Database) -> None:
        """Keep the journal as it is, before its schema changes."""
        self._shelf.put(database, Reason.BEFORE_UPGRADE)

    def take_present_key(self) -> None:
        """Let every backup that this journal's key opens open with its present secrets alone."""
        present = self._vault.keys.path.read_bytes()
        for backup in self._everywhere():
            if backup.whole and backups.key_of(backup) != present and self._is_ours(backup):
                backups.replace_key(backup, self._vault.keys.path)

    def begin_anew(self) -> None:
        """Make one fresh backup, then remove all others this program made, here and there."""
        earlier = self._everywhere()
        made = self.make(reason=Reason.AFTER_ERASING)
        kept = {made.backup.path, made.second_copy}
        for backup in earlier:
            if backup.path not in kept:
                backup.path.unlink(missing_ok=True)
        self._shelf.clear_aside()

    def remove_all(self) -> None:
        """Delete every backup this program made, here and in the second folder."""
        for backup in self._everywhere():
            backup.path.unlink(missing_ok=True)
        self._shelf.clear()

    def _everywhere(self) -> list[Backup]:
        second = self.second_folder()
        return self.all() + (backups.all_in(second) if second else [])

    def _is_ours(self, backup: Backup) -> bool:
        with self._shelf.unpacked(backup.path, "look") as folder:
            try:
                self._vault.look(folder / "journal.db").close()
            except JournalError:
                return False
        return True

    def _settings(self) -> SettingRepository:
        return SettingRepository(self._vault.database)


def _copied(backup: Backup, second: Path | None, *, held: bool) -> Made:
    if second is None:
        return Made(backup=backup)
    try:
        copy = backups.copy_to(backup, second)
    except JournalError as trouble:
        return Made(backup=backup, trouble=trouble)
    if not held:
        prune(second)
    return Made(backup=backup, second_copy=copy)
