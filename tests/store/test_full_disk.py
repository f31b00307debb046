"""A full disk, a real one: the words stay, the message is true, and room makes it well again."""

import os
import subprocess

import pytest

from journal_app.domain.errors import CannotWrite
from journal_app.services.protection import ProtectionService
from journal_app.store.keys import Kdf
from tests.builders import an_entry

CHEAP = Kdf(memory_kib=64, iterations=1, lanes=1)
LONG = "a long evening of writing " * 800


@pytest.fixture
def small_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)]
    if os.name == "nt" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk of one's own can only be mounted by root on Linux")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=False)


def fill(disk):
    descriptor = os.open(disk / "filler", os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            os.write(descriptor, b"x" * 4096)
    except OSError:
        os.close(descriptor)


def test_a_full_disk_loses_nothing_and_is_called_by_its_name(small_disk):
    protection = ProtectionService(small_disk / "tend", kdf=CHEAP)
    protection.create("open sesame")
    journal = protection.journal
    journal.entries.write(an_entry("written before"))
    fill(small_disk)

    with pytest.raises(CannotWrite, match="disk is full"):
        journal.entries.write(an_entry(LONG))
    with pytest.raises(CannotWrite, match="key file"):
        protection.keys.change_passphrase("other words")
    protection.lock()

    # A full disk can still be read, and the passphrase is as it was.
    journal = protection.unlock("open sesame")
    assert [item.body for item in journal.entries.items()] == ["written before"]
    with pytest.raises(CannotWrite, match="disk is full"):
        journal.entries.write(an_entry(LONG))

    (small_disk / "filler").unlink()
    journal.entries.write(an_entry(LONG))
    assert len(journal.entries.items()) == 2
    protection.lock()
