"""Cases 97 to 101: passphrases, recovery keys and protection."""

import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from journal_app.domain.errors import WrongPassphrase
from journal_app.services.protection import ProtectionService
from tests.builders import an_entry
from tests.safety.conftest import CHEAP, PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]


def test_case_97_a_thousand_wrong_tries_change_nothing_and_say_the_same(protection):
    protection.lock()
    before = {p.name: p.read_bytes() for p in protection.folder.glob("journal.*")}
    said = set()
    for number in range(1000):
        with pytest.raises(WrongPassphrase) as refused:
            protection.unlock(f"wrong {number}")
        said.add(str(refused.value))

    assert len(said) == 1
    assert {p.name: p.read_bytes() for p in protection.folder.glob("journal.*")} == before
    log = protection.folder / "tend.log"
    assert "wrong" not in (log.read_text() if log.exists() else "")
    protection.unlock(PASSPHRASE)


@pytest.mark.parametrize(
    "passphrase",
    [
        unicodedata.normalize("NFC", "café Ångström"),
        unicodedata.normalize("NFD", "café Ångström"),
        "trailing blank ",
        "🦩" * 5,
        "سلام دنیا",
        "x" * 2000,
    ],
)
def test_case_98_the_same_text_opens_and_another_does_not(tmp_path, passphrase):
    protection = ProtectionService(tmp_path / "tend", kdf=CHEAP)
    protection.create(passphrase)
    protection.lock()
    for other in (passphrase + "x", passphrase.strip() + "\u00a0y", passphrase.swapcase() + "."):
        with pytest.raises(WrongPassphrase):
            protection.unlock(other)
    protection.unlock(unicodedata.normalize("NFD", passphrase))
    protection.lock()


def test_case_99_after_a_change_no_old_secret_opens_anything_in_the_folder(protection, tmp_path):
    protection.journal.entries.write(an_entry("mine"))
    backup = protection.backups.make().backup
    protection.keys.change_passphrase("quite other words")

    protection.lock()
    with pytest.raises(WrongPassphrase):
        protection.unlock(PASSPHRASE)
    fresh = ProtectionService(tmp_path / "other", kdf=CHEAP)
    with pytest.raises(WrongPassphrase):
        fresh.restoring.restore(backup.path, passphrase=PASSPHRASE)
    fresh.restoring.restore(backup.path, passphrase="quite other words")
    assert [i.body for i in fresh.journal.entries.items()] == ["mine"]
    fresh.close()


def test_case_99_after_a_rekey_one_fresh_backup_takes_the_place_of_all(protection):
    protection.journal.entries.write(an_entry("mine"))
    old = [protection.backups.make().backup.path for _ in range(3)]
    protection.keys.rekey("quite other words")

    assert not any(path.exists() for path in old)
    [left] = protection.backups.all()
    look = protection.restoring.look(left.path)
    assert [item.body for item in look.items] == ["mine"]


def test_case_100_a_new_recovery_key_opens_and_the_old_one_no_more(tmp_path):
    protection = ProtectionService(tmp_path / "tend", kdf=CHEAP)
    old = protection.create(PASSPHRASE)
    new = protection.keys.new_recovery_key()
    protection.lock()
    with pytest.raises(WrongPassphrase):
        protection.unlock_with_recovery_key(old)
    protection.unlock_with_recovery_key(new.lower().replace("-", ""))
    protection.lock()


def test_case_100_protection_can_be_taken_away_and_set_again_under_a_new_key(protection):
    key = protection._vault.keys.key
    protection.journal.entries.write(an_entry("mine"))
    protection.keys.remove_protection()
    protection.lock()
    protection.open_unprotected()
    recovery = protection.keys.change_passphrase("quite other words")
    assert recovery is not None
    assert protection._vault.keys.key != key
    protection.lock()
    protection.unlock("quite other words")
    assert [i.body for i in protection.journal.entries.items()] == ["mine"]


def test_case_101_the_folder_alone_opens_on_another_laptop(protection, tmp_path):
    protection.journal.entries.write(an_entry("mine"))
    protection.lock()
    shutil.copytree(protection.folder, tmp_path / "new laptop")
    moved = ProtectionService(tmp_path / "new laptop", kdf=CHEAP)
    assert [i.body for i in moved.unlock(PASSPHRASE).entries.items()] == ["mine"]
    moved.close()


@pytest.mark.parametrize("way", ["passphrase", "recovery"])
def test_case_100_a_backup_is_read_without_tend_by_sixty_lines(tmp_path, way):
    protection = ProtectionService(tmp_path / "tend", kdf=CHEAP)
    recovery = protection.create(PASSPHRASE)
    protection.journal.entries.write(an_entry("The format outlives the program."))
    backup = protection.backups.make().backup
    protection.close()
    script = ROOT / "packaging" / "read_backup.py"
    secret = PASSPHRASE if way == "passphrase" else recovery.lower()
    run = (
        "import runpy, sys, getpass; getpass.getpass = lambda _q: sys.argv.pop();"
        "sys.argv.pop(0); runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", run, str(script), str(backup.path), secret],
        capture_output=True,
        text=True,
        check=False,
    )

    assert "The format outlives the program." in done.stdout, done.stderr
    assert len(script.read_text().splitlines()) <= 60


def test_case_99_nothing_in_the_folder_names_a_passphrase(protection):
    protection.keys.change_passphrase("quite other words")
    protection.lock()
    files = [p.read_bytes() for p in protection.folder.rglob("*") if p.is_file()]
    assert not any(b"quite other words" in f or PASSPHRASE.encode() in f for f in files)
