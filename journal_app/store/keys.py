"""Keys: one random data key, wrapped once for each way in.

The data key never changes with the passphrase: a slot holds it, encrypted with AES-256-GCM under a
key that Argon2id makes from the secret. A slot proves its secret, so that a wrong passphrase and a
damaged journal are told apart.
"""

import base64
import os
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from journal_app.domain.errors import DamagedJournal, Refused, WrongPassphrase

_RECOVERY_BYTES = 20
_GROUP = 4
_LOOK_ALIKES = str.maketrans({"0": "O", "1": "I", "8": "B"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kdf:
    """The cost of Argon2id; RFC 9106's second choice unless said otherwise."""

    memory_kib: int = 65536
    iterations: int = 3
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """A second way in, to be printed: 160 bits in groups of four letters, with a check group."""

    text: str = field(repr=False)

    def __str__(self) -> str:
        return self.text

    @classmethod
    def fresh(cls) -> "RecoveryKey":
        """A new random key."""
        body = base64.b32encode(os.urandom(_RECOVERY_BYTES)).decode()
        whole = body + _check(body)
        return cls("-".join(whole[n : n + _GROUP] for n in range(0, len(whole), _GROUP)))

    @classmethod
    def read(cls, typed: str) -> "RecoveryKey":
        """What a person typed off the sheet, in any case and spacing."""
        folded = unicodedata.normalize("NFKC", typed).upper().translate(_LOOK_ALIKES)
        letters = "".join(char for char in folded if char.isalnum())
        body, check = letters[:-_GROUP], letters[-_GROUP:]
        if len(body) != _RECOVERY_BYTES * 8 // 5 or check != _check(body):
            raise WrongPassphrase(
                "This does not read like a recovery key.",
                safe="Nothing was changed.",
                next_step="Compare it with the sheet, group by group.",
            )
        return cls("-".join(letters[n : n + _GROUP] for n in range(0, len(letters), _GROUP)))


def wrap(data_keys: bytes, secret: str, *, kdf: Kdf, purpose: bytes) -> dict[str, Any]:
    """A slot that holds ``data_keys`` under a secret; blank secrets are refused."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not secret.strip():
        raise Refused("A passphrase cannot be blank.", next_step="Type a few words.")
    salt, nonce = os.urandom(16), os.urandom(12)
    cost = {"name": "argon2id", "m_kib": kdf.memory_kib, "t": kdf.iterations, "p": kdf.lanes}
    sealed = AESGCM(_derive(secret, salt, cost)).encrypt(nonce, data_keys, purpose)
    return {"kdf": cost, "salt": salt.hex(), "nonce": nonce.hex(), "ct": sealed.hex()}


def unwrap(slot: dict[str, Any], secret: str, *, purpose: bytes) -> bytes:
    """What the slot holds; ``WrongPassphrase`` when the secret is not the slot's."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        salt, nonce, sealed = (bytes.fromhex(slot[part]) for part in ("salt", "nonce", "ct"))
        key = _derive(secret, salt, slot["kdf"])
        return AESGCM(key).decrypt(nonce, sealed, purpose)
    except InvalidTag:
        raise WrongPassphrase(
            "This passphrase does not open the journal.",
            safe="Nothing was changed.",
            next_step="Try again, or use the recovery key from your sheet.",
        ) from None
    except (KeyError, ValueError, TypeError) as error:
        raise DamagedJournal(
            "The journal's key file is damaged.",
            safe="The journal itself was not touched.",
            next_step="Put back journal.key from a backup.",
        ) from error


def _derive(secret: str, salt: bytes, cost: dict[str, Any]) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    words = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
    return Argon2id(
        salt=salt, length=32, iterations=cost["t"], lanes=cost["p"], memory_cost=cost["m_kib"]
    ).derive(words)


def _check(body: str) -> str:
    import hashlib

    return base64.b32encode(hashlib.sha256(body.encode()).digest()).decode()[:_GROUP]
