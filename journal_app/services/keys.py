"""Keys: which secrets open the journal, changed while it is open."""

from pathlib import Path

from journal_app.domain.errors import Refused
from journal_app.guidance.loader import load
from journal_app.services.backups import BackupService
from journal_app.store.erasing import Eraser
from journal_app.store.key_ring import PASSPHRASE, RECOVERY
from journal_app.store.keys import RecoveryKey
from journal_app.store.vault import Vault


class KeyService:
    """Changes passphrase, recovery key and protection; every change is durable when it returns."""

    def __init__(self, vault: Vault, backups: BackupService) -> None:
        self._vault = vault
        self._backups = backups

    @property
    def protected(self) -> bool:
        """True when a passphrase opens the journal."""
        return self._vault.protected

    def knows(self, passphrase: str) -> None:
        """Raise ``WrongPassphrase`` when this is not the present passphrase."""
        self._vault.keys.unwrap(PASSPHRASE, passphrase)

    def change_passphrase(self, new: str) -> str | None:
        """Let another passphrase open the journal and its backups.

        A journal that lay open until now gets a new key with it, since the old one was readable;
        then the new recovery key is returned.
        """
        refuse_blank(new)
        if not self._vault.protected:
            return self.rekey(new)
        self._vault.keys.set_way(PASSPHRASE, new)
        self._backups.take_present_key()
        return None

    def new_recovery_key(self) -> str:
        """Make a new recovery key; the one on an earlier sheet opens nothing from now on."""
        recovery = RecoveryKey.fresh()
        self._vault.keys.set_way(RECOVERY, str(recovery))
        self._backups.take_present_key()
        return str(recovery)

    def rekey(self, new: str) -> str:
        """Encrypt everything anew under a new passphrase; return the new recovery key.

        Backups made before would still open with the old key: one fresh backup takes their place.
        """
        refuse_blank(new)
        pending = Eraser(self._vault.database)
        # Cut short, the next start ends it: old backups are an open door until they are gone.
        pending.begin()
        recovery_key = str(self._vault.rekey(new))
        self._backups.begin_anew()
        pending.done()
        return recovery_key

    def remove_protection(self) -> None:
        """Let the journal open without a passphrase; its files can then be read by anyone."""
        self._vault.keys.lay_open()
        self._backups.take_present_key()

    def save_sheet(self, path: Path, sheet: bytes) -> None:
        """Write the recovery sheet to a place the person chose, readable by them alone."""
        from journal_app.exchange.files import write_atomically

        refuse_inside(self._vault.folder, path)
        write_atomically(path, sheet)


def sheet_text(recovery_key: str) -> str:
    """The words of the recovery sheet."""
    return load().text("recovery.sheet").replace("{key}", recovery_key)


def refuse_blank(passphrase: str) -> None:
    """Refuse a passphrase of nothing but blanks."""
    if not passphrase.strip():
        raise Refused("A passphrase cannot be blank.", next_step="Type a few words.")


def refuse_inside(folder: Path, path: Path) -> None:
    """Refuse a place among the journal's own files, which a copy would overwrite."""
    if path.resolve().is_relative_to(folder.resolve()):
        raise Refused(
            "That place is inside the journal's own folder.",
            safe="Nothing was written.",
            next_step="Choose another folder.",
        )
