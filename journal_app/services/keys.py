"""Keys: which secrets open the journal, changed while it is open."""

from pathlib import Path

from journal_app.domain.errors import CannotWrite, Refused
from journal_app.services.backups import BackupService
from journal_app.store.erasing import Eraser
from journal_app.store.key_ring import KEYRING, PASSPHRASE, RECOVERY
from journal_app.store.keys import RecoveryKey
from journal_app.store.system_keyring import SystemKeyring
from journal_app.store.vault import Vault


class KeyService:
    """Changes passphrase, recovery key and protection; every change is durable when it returns."""

    def __init__(self, vault: Vault, backups: BackupService, keyring: SystemKeyring) -> None:
        self._vault = vault
        self._backups = backups
        self._keyring = keyring

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
        self.forget_keyring()
        pending = Eraser(self._vault.database)
        # Cut short, the next start ends it: old backups are an open door until they are gone.
        pending.begin()
        recovery_key = str(self._vault.rekey(new))
        self._backups.begin_anew()
        pending.done()
        return recovery_key

    def remove_protection(self) -> None:
        """Let the journal open without a passphrase; its files can then be read by anyone."""
        self.forget_keyring()
        self._vault.keys.lay_open()
        self._backups.take_present_key()

    @property
    def in_keyring(self) -> bool:
        """True when the computer's keyring opens this journal at the start."""
        return self._vault.keys.has(KEYRING)

    def keep_in_keyring(self) -> None:
        """Let the computer's keyring open the journal too, beside the passphrase.

        What it keeps is a secret made for it: it holds neither the passphrase nor the data key.
        """
        if not self._keyring.available:
            raise Refused(
                "This computer has no keyring of its own that could be asked.",
                safe="The passphrase opens the journal as before.",
            )
        import secrets

        secret = secrets.token_urlsafe(32)
        if not self._keyring.keep(self._vault.keys.journal, secret):
            raise CannotWrite(
                "The keyring of this computer did not take the key.",
                safe="The passphrase opens the journal as before.",
                next_step="Unlock the keyring, then try again.",
            )
        self._vault.keys.set_way(KEYRING, secret)

    def forget_keyring(self) -> None:
        """Let only the passphrase and the recovery key open the journal from now on."""
        if self.in_keyring:
            self._vault.keys.remove_way(KEYRING)
            self._keyring.forget(self._vault.keys.journal)

    def secret_of_keyring(self) -> str | None:
        """What the keyring kept for this journal; None when it was not asked to or is gone."""
        return self._keyring.recall(self._vault.keys.journal) if self.in_keyring else None

    def save_sheet(self, path: Path, sheet: bytes) -> None:
        """Write the recovery sheet to a place the person chose, readable by them alone."""
        from journal_app.exchange.files import write_atomically

        refuse_inside(self._vault.folder, path)
        write_atomically(path, sheet)


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
