"""System keyring: where the computer may keep a secret that opens one journal, if asked to.

It is never the only holder of a key: passphrase and recovery key open the journal without it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Tend"

# The keyrings of the systems themselves. Others may keep a secret in a plain file.
_NAMES = ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
_TRUSTED = frozenset(f"keyring.backends.{name}" for name in _NAMES)


class SystemKeyring:
    """Keeps one secret a journal. A keyring that is locked, gone or broken counts as none."""

    def __init__(self, backend: "KeyringBackend | None" = None) -> None:
        self._backend = backend

    @property
    def available(self) -> bool:
        """True when this computer has a keyring of its own that can be asked."""
        return self._ask() is not None

    def keep(self, journal: str, secret: str) -> bool:
        """Let the keyring keep the secret of a journal; True when it gives it back."""
        backend = self._ask()
        if backend is None:
            return False
        try:
            backend.set_password(SERVICE, journal, secret)
        except Exception:  # noqa: BLE001 (each system's keyring has errors of its own)
            return False
        return self.recall(journal) == secret

    def recall(self, journal: str) -> str | None:
        """The secret of a journal; None when it is not there or the keyring does not answer."""
        backend = self._ask()
        try:
            return backend.get_password(SERVICE, journal) if backend is not None else None
        except Exception:  # noqa: BLE001 (each system's keyring has errors of its own)
            return None

    def forget(self, journal: str) -> None:
        """Take the secret of a journal out of the keyring, where it is there and can be asked."""
        backend = self._ask()
        try:
            if backend is not None:
                backend.delete_password(SERVICE, journal)
        except Exception:  # noqa: BLE001 (each system's keyring has errors of its own)
            # What it still holds opens nothing: the slot in the key file is gone.
            return

    def _ask(self) -> "KeyringBackend | None":
        if self._backend is None:
            try:
                # It takes a tenth of a second to load, and few people want it.
                import keyring
                from keyring.backends.chainer import ChainerBackend

                found = keyring.get_keyring()
                parts = found.backends if isinstance(found, ChainerBackend) else [found]
            except Exception:  # noqa: BLE001 (each system's keyring has errors of its own)
                return None
            trusted = [part for part in parts if type(part).__module__ in _TRUSTED]
            self._backend = trusted[0] if trusted else None
        return self._backend
