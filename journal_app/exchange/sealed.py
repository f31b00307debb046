"""Sealed: a file locked with a passphrase in the age format, which opens without this program."""

from journal_app.domain.errors import Refused

ENDING = ".age"


def seal(content: bytes, passphrase: str) -> bytes:
    """The content, readable by whoever has the passphrase; takes a second or two on purpose."""
    import pyrage

    if not passphrase.strip():
        raise Refused("A passphrase needs some words.", safe="Nothing was written.")
    return bytes(pyrage.passphrase.encrypt(content, passphrase))
