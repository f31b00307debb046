"""Cases 22, 24 to 26, 29 to 31: damage is never shown as fine, and what can be read is saved."""

import random
import shutil
from pathlib import Path

import pytest

from journal_app.domain.errors import DamagedJournal, JournalError, MissingJournal, NewerJournal
from journal_app.domain.worry import Worry
from journal_app.services.protection import ProtectionService
from journal_app.store.migrations import STEPS
from journal_app.store.migrations_runner import migrate
from journal_app.store.places import on_network, place_of
from journal_app.store.vault import Vault
from tests.builders import FRIDAY, an_entry
from tests.safety.conftest import CHEAP, PASSPHRASE
from tests.safety.pages import pages_with

BODIES = [f"entry {number} " + "with some words of its own " * 12 for number in range(300)]


@pytest.fixture
def full(protection):
    """A locked journal of three hundred entries about two people."""
    journal = protection.journal
    people = [journal.team.welcome(name).id for name in ("Mei", "Jonas")]
    journal.entries.write_all(
        an_entry(body, person_id=people[number % 2]) for number, body in enumerate(BODIES)
    )
    journal.growth.worry(Worry(person_id=people[0], noted_on=FRIDAY, body="She looked tired"))
    protection.lock()
    return protection


def db(protection):
    return protection.folder / "journal.db"


def damage(path, *, pages=(), cut=None):
    content = bytearray(path.read_bytes())
    for page in pages:
        content[page * 4096 + 700] ^= 0x10
    path.write_bytes(content[:cut] if cut else content)


def all_there_or_refused(protection):
    """What a person sees: the whole text, or a refusal; never less without a word."""
    try:
        journal = protection.unlock(PASSPHRASE)
        journal.checking.check()
        found = {item.body for item in journal.entries.items(kind="note")}
    except JournalError as error:
        return error.kind in {"damaged", "missing"} and bool(error.next_step)
    finally:
        protection.lock()
    return found == set(BODIES)


def test_case_22_a_corpus_of_damage_is_never_shown_as_fine(full, tmp_path):
    whole = db(full).read_bytes()
    chance = random.Random(22)
    refused = 0
    for _ in range(60):
        content = bytearray(whole)
        match chance.randrange(4):
            case 0:
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            case 1:
                page = chance.randrange(len(content) // 4096) * 4096
                content[page : page + 4096] = bytes(4096)
            case 2:
                del content[chance.randrange(1, len(content)) :]
            case 3:
                place = chance.randrange(len(content) - 100)
                content[place : place + 100] = chance.randbytes(100)
        db(full).write_bytes(content)
        assert all_there_or_refused(full)
        refused += db(full).read_bytes() == bytes(content)
    assert refused > 40
    db(full).write_bytes(whole)
    assert all_there_or_refused(full)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + bytes(4080), b"x" * 9000])
def test_case_22_an_empty_or_foreign_file_is_refused_untouched(full, content):
    db(full).write_bytes(content)

    with pytest.raises(DamagedJournal):
        full.unlock(PASSPHRASE)

    assert db(full).read_bytes() == content


def test_case_22_what_is_readable_of_a_damaged_journal_is_saved_into_a_new_one(full):
    full.unlock(PASSPHRASE)
    key = full._vault.keys.key
    full.lock()
    damage(db(full), pages=pages_with(b"with some words", db(full), key)[2::5])
    broken = db(full).read_bytes()

    report = full.restoring.salvage(passphrase=PASSPHRASE)

    journal = full.journal
    found = {item.body for item in journal.entries.items(kind="note")}
    assert len(found) > 150
    assert found < set(BODIES)
    assert report.lost > 0
    assert journal.searching.find("words")
    journal.checking.check()
    aside = full.folder / "backups" / "before-restore-1" / "journal.db"
    assert aside.read_bytes() == broken
    full.lock()
    full.unlock(PASSPHRASE)


def test_case_22_a_file_cut_in_half_gives_back_what_is_left(full):
    damage(db(full), cut=db(full).stat().st_size // 2 + 100)

    report = full.restoring.salvage(passphrase=PASSPHRASE)

    found = {item.body for item in full.journal.entries.items(kind="note")}
    assert found <= set(BODIES)
    assert report.saved > 50
    full.journal.checking.check()


def test_case_22_where_nothing_can_be_read_nothing_is_put_in_its_place(full):
    damage(db(full), pages=[0])
    broken = db(full).read_bytes()

    with pytest.raises(DamagedJournal):
        full.restoring.salvage(passphrase=PASSPHRASE)

    assert db(full).read_bytes() == broken


def test_case_24_a_folder_that_is_gone_is_named_and_not_made(full):
    shutil.rmtree(full.folder)

    with pytest.raises(MissingJournal, match=full.folder.name):
        full.unlock(PASSPHRASE)

    assert not full.folder.exists()


def test_case_25_a_foreign_log_beside_it_gives_good_text_or_a_refusal(full, tmp_path):
    other = ProtectionService(tmp_path / "other", kdf=CHEAP)
    other.create("their words")
    other.journal.entries.write(an_entry("not mine"))
    log = (other.folder / "journal.db-wal").read_bytes()
    other.close()
    assert len(log) > 4096
    db(full).with_name("journal.db-wal").write_bytes(log)

    assert all_there_or_refused(full)


def test_case_26_a_newer_journal_is_refused_before_a_byte_is_written(full):
    journal = full.unlock(PASSPHRASE)
    journal._db.execute("INSERT INTO migration (name) VALUES ('m099_of_tomorrow')")
    full.lock()
    before = db(full).read_bytes()

    with pytest.raises(NewerJournal):
        full.unlock(PASSPHRASE)

    assert db(full).read_bytes() == before


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/homes /people/mei nfs4 rw 0 0
//nas/team /mnt/team\\040share cifs rw 0 0
mei@host: /people/mei/there fuse.sshfs rw 0 0
tmpfs /people/mei/here tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "network"),
    [
        ("/srv/tend", False),
        ("/people/mei/.local/share/tend", True),
        ("/people/mei/there/tend", True),
        ("/people/mei/here/tend", False),
        ("/mnt/team share/tend", True),
    ],
)
def test_case_29_a_network_share_is_told_by_the_mounts(tmp_path, folder, network):
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)

    assert on_network(Path(folder), mounts=mounts) is network


def test_case_29_on_a_share_the_journal_does_without_the_log(tmp_path):
    vault = Vault(tmp_path / "share", kdf=CHEAP, alone=True)
    vault.create(PASSPHRASE)
    vault.close()
    database = vault.unlock(PASSPHRASE)
    migrate(database, STEPS)
    database.execute("INSERT INTO setting VALUES ('heron', 'on one leg')")

    assert database.execute("PRAGMA journal_mode") == [("delete",)]
    assert not (tmp_path / "share" / "journal.db-wal").exists()
    vault.close()


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("Dropbox/tend", "Dropbox"),
        ("OneDrive - Contoso/Documents/tend", "OneDrive"),
        ("Library/Mobile Documents/tend", "iCloud Drive"),
        ("Nextcloud/tend", "Nextcloud"),
        ("Documents/tend", ""),
    ],
)
def test_case_30_a_synced_folder_is_named(tmp_path, path, service):
    folder = tmp_path / path
    folder.mkdir(parents=True)

    assert place_of(folder).synced_by == service


def test_case_30_conflict_copies_are_listed_and_left_alone(full):
    names = ("journal (Mei's conflicted copy 2026-11-20).db", "journal.sync-conflict-20261120.db")
    for name in names:
        (full.folder / name).write_bytes(b"theirs")

    assert full.place().conflicts == tuple(sorted(names))
    full.unlock(PASSPHRASE)
    assert all((full.folder / name).read_bytes() == b"theirs" for name in names)


@pytest.mark.parametrize("act", ["moved", "replaced", "deleted"])
def test_case_31_a_file_moved_while_open_is_noticed_before_the_next_write(full, tmp_path, act):
    journal = full.unlock(PASSPHRASE)
    if act == "replaced":
        (tmp_path / "other").write_bytes(b"another file")
        (tmp_path / "other").replace(db(full))
    else:
        db(full).rename(tmp_path / "away.db")

    with pytest.raises(MissingJournal, match="moved or replaced"):
        journal.entries.write(an_entry("not to be lost"))
    with pytest.raises(MissingJournal):
        journal.team.welcome("Nobody")

    assert len(journal.entries.items(kind="note")) == len(BODIES)
    if act == "replaced":
        assert db(full).read_bytes() == b"another file"
