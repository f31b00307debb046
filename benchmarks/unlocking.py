"""Unlocking: from the passphrase to the open journal, beside Argon2id alone."""

import json
from functools import partial
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from benchmarks.journals import PASSPHRASE, SIZES, journal_of
from benchmarks.row import Reading, Row, interleaved, reading_of
from journal_app.services.protection import ProtectionService


def measure(sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """How long a person waits after Enter, before the first page is built."""
    rows = []
    for entries in sizes:
        with journal_of(entries, protected=True) as folder:
            floor, measured = interleaved(partial(_argon2id, folder), partial(_unlock, folder))
        row = Row(what="unlock", entries=entries, measured=measured, floor=floor, ratio=1.2)
        rows.append(row)
    return rows


def _argon2id(folder: Path) -> Reading:
    slot = json.loads((folder / "journal.key").read_text(encoding="utf-8"))["slots"]["passphrase"]
    salt, cost = bytes.fromhex(slot["salt"]), slot["kdf"]
    way = Argon2id(
        salt=salt, length=32, iterations=cost["t"], lanes=cost["p"], memory_cost=cost["m_kib"]
    )
    return reading_of(lambda: way.derive(PASSPHRASE.encode()))


def _unlock(folder: Path) -> Reading:
    protection = ProtectionService(folder)
    try:
        return reading_of(lambda: protection.unlock(PASSPHRASE))
    finally:
        protection.close()
