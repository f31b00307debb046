"""The numbered cases of the safety design: each test's name begins with the number it proves."""

from pathlib import Path

import pytest

from journal_app.services.protection import ProtectionService
from journal_app.store.keys import Kdf

CHEAP = Kdf(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "four quiet words here"


@pytest.fixture
def protection(tmp_path: Path):
    """A protected journal in a folder of its own, open; its key costs little."""
    made = ProtectionService(tmp_path / "tend", kdf=CHEAP)
    made.create(PASSPHRASE)
    yield made
    made.close()
