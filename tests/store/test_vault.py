"""The journal's folder: who gets in, what a kill leaves, and what is refused untouched."""

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from journal_app.domain.errors import (
    DamagedJournal,
    JournalInUse,
    MissingJournal,
    NewerJournal,
    Refused,
    WrongPassphrase,
)
from journal_app.store.keys import Kdf, RecoveryKey
from journal_app.store.migrations import STEPS
from journal_app.store.migrations_runner import migrate
from journal_app.store.vault import Vault

CHEAP = Kdf(memory_kib=64, iterations=1, lanes=1)
FOREIGN = b"SQLite format 3\0" + bytes(4080)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "tend é 漢字 % ' ?"


def vault_at(folder):
    return Vault(folder, kdf=CHEAP)


@pytest.fixture
def made(folder):
    """A journal of one setting, closed."""
    vault = vault_at(folder)
    vault.create("open sesame")
    migrate(vault.database, STEPS)
    vault.database.execute("INSERT INTO setting VALUES ('heron', 'on one leg')")
    vault.close()
    return folder


def snapshot(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.suffix != ".lock"}


def read(folder, passphrase):
    vault = vault_at(folder)
    try:
        return vault.unlock(passphrase).execute("SELECT value FROM setting")
    finally:
        vault.close()


def test_the_passphrase_opens_it_and_another_does_not(made):
    assert read(made, "open sesame") == [("on one leg",)]
    with pytest.raises(WrongPassphrase):
        read(made, "open sesam")


def test_nothing_is_readable_and_everything_is_private(made):
    for path in made.iterdir():
        assert b"heron" not in path.read_bytes()
        assert path.stat().st_mode & 0o777 == 0o600
    assert made.stat().st_mode & 0o777 == 0o700
    assert not (made / "journal.db").read_bytes().startswith(b"SQLite format 3")
    assert (made / "journal.lock").read_bytes() == b""


def test_the_same_words_composed_otherwise_are_the_same_passphrase(folder):
    vault = vault_at(folder)
    vault.create("caf\u00e9 noir")
    vault.close()

    vault.unlock("cafe\u0301 noir")
    vault.close()


@pytest.mark.parametrize("passphrase", ["x" * 2000, "👩‍👩‍👧 مرحبا", " blanks kept "])
def test_any_passphrase_that_is_not_blank_will_do(folder, passphrase):
    vault = vault_at(folder)
    vault.create(passphrase)
    vault.close()

    vault.unlock(passphrase)
    vault.close()


def test_a_blank_passphrase_is_refused(folder):
    with pytest.raises(Refused):
        vault_at(folder).create("   ")


def test_the_recovery_key_opens_it_however_it_is_typed(folder):
    vault = vault_at(folder)
    key = vault.create("open sesame")
    vault.close()
    typed = str(key).lower().replace("-", " ").replace("o", "0").replace("i", "1")

    vault.unlock_with_recovery(typed)
    vault.close()


def test_a_slip_in_the_recovery_key_is_noticed():
    key = str(RecoveryKey.fresh())
    slipped = ("A" if key[0] != "A" else "B") + key[1:]

    with pytest.raises(WrongPassphrase, match="does not read like"):
        RecoveryKey.read(slipped)


def test_a_new_passphrase_takes_the_place_of_the_old(made):
    vault = vault_at(made)
    vault.unlock("open sesame")
    vault.keys.set_way("passphrase", "other words")
    vault.close()

    assert read(made, "other words") == [("on one leg",)]
    with pytest.raises(WrongPassphrase):
        read(made, "open sesame")


def test_a_rekey_changes_every_page_and_keeps_every_word(made):
    before = (made / "journal.db").read_bytes()
    vault = vault_at(made)
    vault.unlock("open sesame")
    recovery = vault.rekey("other words")
    vault.close()

    assert read(made, "other words") == [("on one leg",)]
    assert (made / "journal.db").read_bytes()[:4096] != before[:4096]
    vault.unlock_with_recovery(str(recovery))
    vault.close()


def test_a_second_program_is_told_and_a_dead_one_blocks_nobody(made):
    vault = vault_at(made)
    vault.unlock("open sesame")
    with pytest.raises(JournalInUse):
        vault_at(made).unlock("open sesame")
    vault.close()

    holder = child(made, "vault.unlock('open sesame'); print('held', flush=True); time.sleep(60)")
    assert holder.stdout.readline().strip() == "held"
    with pytest.raises(JournalInUse):
        read(made, "open sesame")
    holder.kill()
    holder.communicate()
    assert read(made, "open sesame") == [("on one leg",)]


@pytest.mark.parametrize(
    ("break_it", "error"),
    [
        (lambda f: (f / "journal.db").unlink(), MissingJournal),
        (lambda f: (f / "journal.db").write_bytes(b""), DamagedJournal),
        (lambda f: (f / "journal.db").write_bytes(os.urandom(8192)), DamagedJournal),
        (lambda f: (f / "journal.db").write_bytes(FOREIGN), DamagedJournal),
        (lambda f: (f / "journal.key").write_text("{"), DamagedJournal),
        (lambda f: (f / "journal.key").write_text('{"v": 1}'), DamagedJournal),
        (lambda f: (f / "journal.key").write_text('{"v": 9, "slots": {}}'), NewerJournal),
        (lambda f: (f / "journal.key").unlink(), MissingJournal),
    ],
)  # fmt: skip
def test_what_is_missing_or_damaged_is_refused_and_not_touched(made, break_it, error):
    break_it(made)
    before = snapshot(made)

    with pytest.raises(error):
        read(made, "open sesame")

    assert snapshot(made) == before
    with pytest.raises(Refused):
        vault_at(made).create("anything") if vault_at(made).exists() else None
    assert snapshot(made) == before


def test_a_folder_that_is_gone_is_named_and_not_made(tmp_path):
    gone = tmp_path / "unplugged"
    with pytest.raises(MissingJournal, match="unplugged"):
        vault_at(gone).unlock("x")

    assert not gone.exists()


def test_a_journal_of_a_newer_version_is_refused_before_a_byte_is_written(made):
    vault = vault_at(made)
    db = vault.unlock("open sesame")
    db.execute("INSERT INTO migration (name) VALUES ('m999_from_the_future')")
    vault.close()
    before = snapshot(made)

    db = vault.unlock("open sesame")
    with pytest.raises(NewerJournal):
        migrate(db, STEPS)
    vault.close()
    assert snapshot(made)["journal.key"] == before["journal.key"]


def test_a_flipped_bit_is_noticed(made):
    data = bytearray((made / "journal.db").read_bytes())
    data[len(data) // 2] ^= 1
    (made / "journal.db").write_bytes(bytes(data))
    vault = vault_at(made)

    db = vault.unlock("open sesame")
    assert db.execute("PRAGMA cipher_integrity_check") != []
    vault.close()


def test_a_read_only_folder_is_read(made):
    if os.geteuid() == 0:
        pytest.skip("root writes into read-only folders all the same")
    for path in made.iterdir():
        path.chmod(0o400)
    made.chmod(0o500)
    vault = vault_at(made)
    try:
        assert vault.unlock("open sesame").read_only
    finally:
        vault.close()
        made.chmod(0o700)


def test_no_repr_tells_a_key_or_a_name(made):
    vault = vault_at(made)
    db = vault.unlock("open sesame")

    assert "0x" in repr(vault) or "Vault" in repr(vault)
    assert repr(RecoveryKey("SECRET")) == "RecoveryKey()"
    assert db.path.name in str(db.path)
    vault.close()


def child(folder, body):
    code = f"""
        import sys, time
        from pathlib import Path
        from journal_app.store.vault import Vault
        from journal_app.store.keys import Kdf
        vault = Vault(Path(sys.argv[1]), kdf=Kdf(memory_kib=64, iterations=1, lanes=1))
        {body}
    """
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def test_a_kill_during_a_rekey_leaves_a_journal_that_one_passphrase_opens(made):
    chance, passphrase = random.Random(3), "open sesame"
    for number in range(8):
        new = f"words {number}"
        body = (
            f"vault.unlock({passphrase!r}); print('go', flush=True); "
            f"vault.rekey({new!r}); print('done', flush=True); time.sleep(9)"
        )
        process = child(made, body)
        assert process.stdout.readline().strip() == "go"
        time.sleep(chance.uniform(0, 0.04))
        process.send_signal(signal.SIGKILL)
        process.communicate()

        opened = []
        for candidate in (passphrase, new):
            try:
                assert read(made, candidate) == [("on one leg",)]
                opened.append(candidate)
            except WrongPassphrase:
                continue
        assert len(opened) == 1
        passphrase = opened[0]
