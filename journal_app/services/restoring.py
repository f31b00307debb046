"""Restoring: a backup looked into, and put in the place of the journal with nothing lost."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from journal_app.domain.backup import Backup, Reason, Tally
from journal_app.domain.errors import (
    DamagedJournal,
    JournalError,
    MissingJournal,
    Refused,
    WrongPassphrase,
)
from journal_app.domain.progress import Progress, unwatched
from journal_app.paths import put_in_place
from journal_app.store import backups
from journal_app.store.database import Database
from journal_app.store.integrity import damaged_pages
from journal_app.store.journal_folder import refuse_missing
from journal_app.store.key_file import sync_folder
from journal_app.store.key_ring import OPEN, PASSPHRASE
from journal_app.store.migrations import STEPS
from journal_app.store.migrations_runner import migrate, refuse_newer
from journal_app.store.shelf import Shelf
from journal_app.store.vault import Vault

if TYPE_CHECKING:
    from journal_app.domain.item import Item
    from journal_app.store.salvage import Salvaged


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a backup holds, to be read before one decides."""

    backup: Backup
    items: "list[Item]" = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was restored, and where the journal before it is kept."""

    backup: Backup
    kept: Path | None = field(default=None, repr=False)


class RestoringService:
    """Opens backups to read, and restores them; whatever was there before is always kept."""

    def __init__(self, vault: Vault, shelf: Shelf, reopen: Callable[[Database], object]) -> None:
        self._vault = vault
        self._shelf = shelf
        self._reopen = reopen

    def describe(self, path: Path) -> Backup:
        """What a backup file says of itself; refused when it is none."""
        return backups.describe(path)

    def present(self) -> Tally | None:
        """How much the open journal holds; None while it is closed."""
        try:
            return backups.tally(self._vault.database)
        except Refused:
            return None

    def look(self, path: Path, *, passphrase: str | None = None) -> Look:
        """Read a backup without changing it or the journal."""
        from journal_app.store.items import ItemRepository

        with self._copy(path, passphrase) as copy:
            return Look(
                backup=backups.describe(path), items=ItemRepository(copy.database).between()
            )

    def restore(
        self,
        path: Path,
        *,
        passphrase: str | None = None,
        of_backup: str | None = None,
        progress: Progress = unwatched,
    ) -> Restored:
        """Put a backup in the place of the journal and open it.

        ``passphrase`` is the journal's, needed when it is closed; ``of_backup`` is the backup's own
        when that is another. The journal keeps its present passphrase. Everything that can be
        refused is refused before anything is touched.
        """
        described = backups.describe(path)
        was_open = self._is_open()
        if not was_open:
            self._take_hold(passphrase)
        try:
            with self._copy(path, of_backup or passphrase) as copy:
                progress(0.3)
                self._give_our_key(copy)
                key = copy.keys.key
                copy.close()
                kept = self._keep_present(lambda part: progress(0.4 + part * 0.4))
                self._put_in_place(copy, key)
            progress(0.9)
            self._reopen(self._vault.database)
        except BaseException:
            if not was_open:
                self._vault.close()
            raise
        progress(1.0)
        return Restored(backup=described, kept=kept)

    def salvage(self, *, passphrase: str | None, progress: Progress = unwatched) -> "Salvaged":
        """Put what can still be read of a damaged journal into a new one, and open it.

        The damaged files stay beside the backups, as they were.
        """
        from journal_app.store.salvage import salvage

        if self._is_open():
            raise Refused("This journal is open, and so it can be read.")
        self._take_hold(passphrase)
        try:
            keys = self._vault.keys
            refuse_missing(self._vault.db_path)
            with self._shelf.room("restore") as folder:
                damaged, fresh = folder / "damaged.db", folder / "journal.db"
                for suffix in ("", "-wal"):
                    source = self._vault.db_path.with_name(f"journal.db{suffix}")
                    if source.exists():
                        shutil.copyfile(source, folder / f"damaged.db{suffix}")
                _fold_log(damaged, keys.key)
                new = Database.create(fresh, keys.key)
                try:
                    migrate(new, STEPS)
                    saved = salvage(damaged, self._vault.look, new, progress)
                finally:
                    new.close()
                self._shelf.set_aside()
                self._vault.replace_journal(fresh)
            self._reopen(self._vault.database)
        except BaseException:
            self._vault.close()
            raise
        return saved

    def _is_open(self) -> bool:
        return self.present() is not None

    def _take_hold(self, passphrase: str | None) -> None:
        """The lock and, when its key file is whole, the key of a journal that is not open."""
        self._vault.hold()
        try:
            keys = self._vault.keys
            way = OPEN if passphrase is None or not keys.protected else PASSPHRASE
            keys.use(keys.unwrap(way, passphrase or "")[-1])
        except (MissingJournal, DamagedJournal):
            # No key of our own is left: the backup brings its own.
            return
        except BaseException:
            self._vault.close()
            raise

    @contextmanager
    def _copy(self, path: Path, passphrase: str | None) -> Iterator[Vault]:
        """The backup as an open vault of its own, checked through."""
        with self._shelf.unpacked(path, "restore") as folder:
            copy = Vault(folder)
            try:
                self._open(copy, passphrase)
                refuse_newer(copy.database, STEPS)
                if damaged_pages(copy.database):
                    raise DamagedJournal(
                        "This backup is damaged.",
                        safe="Nothing was changed.",
                        next_step="Choose another backup.",
                    )
                yield copy
            finally:
                copy.close()

    def _open(self, copy: Vault, passphrase: str | None) -> None:
        if self._vault.keys.in_use:
            try:
                copy.open_with_key(self._vault.keys.key)
            except DamagedJournal:
                copy.close()
            else:
                return
        if not copy.protected:
            copy.unlock_by(OPEN)
        elif passphrase is None:
            raise WrongPassphrase(
                "This backup opens with the passphrase of its own day.",
                safe="Nothing was changed.",
                next_step="Type that passphrase.",
            )
        else:
            copy.unlock(passphrase)

    def _give_our_key(self, copy: Vault) -> None:
        keys = self._vault.keys
        if keys.in_use and keys.key != copy.keys.key:
            copy.database.rekey(keys.key)

    def _keep_present(self, progress: Progress) -> Path | None:
        if self._is_open():
            return self._shelf.put(self._vault.database, Reason.BEFORE_RESTORE, progress).path
        return self._shelf.set_aside()

    def _put_in_place(self, copy: Vault, key: bytes) -> None:
        if not self._vault.keys.in_use:
            # The key before the journal, as when a journal is begun.
            put_in_place(copy.keys.path, self._vault.keys.path)
            sync_folder(self._vault.folder)
            self._vault.keys.use(key)
        self._vault.replace_journal(copy.db_path)


def _fold_log(damaged: Path, key: bytes) -> None:
    """Bring what the write-ahead log still holds into the copy, if that can be done."""
    with suppress(JournalError):
        Database.open(damaged, key).close()
