"""Protection: one way in, one way out, and keys that change without a word lost."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from journal_app.domain.entry import Entry
from journal_app.domain.errors import (
    JournalInUse,
    MissingJournal,
    NewerJournal,
    Refused,
    WrongPassphrase,
)
from journal_app.services.journal import Journal
from journal_app.services.keys import refuse_inside
from journal_app.services.protection import ProtectionService
from journal_app.store.key_ring import OPEN
from journal_app.store.keys import Kdf
from journal_app.store.vault import Vault

CHEAP = Kdf(memory_kib=64, iterations=1, lanes=1)
SECRET = "correct horse 漢字 é"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "a folder % ' ? é 漢字"


@pytest.fixture
def protection(folder: Path) -> Iterator[ProtectionService]:
    protection = ProtectionService(folder, kdf=CHEAP)
    yield protection
    protection.close()


def another(folder: Path) -> ProtectionService:
    return ProtectionService(folder, kdf=CHEAP)


def write(protection: ProtectionService, body: str) -> None:
    assert protection.journal is not None
    protection.journal.entries.write(Entry(happened_on=date(2026, 11, 20), body=body))


def bodies(journal: Journal) -> list[str]:
    return [item.body for item in journal.entries.items()]


def test_a_new_journal_is_open_at_once_and_gives_a_recovery_key(
    protection: ProtectionService,
) -> None:
    assert not protection.exists()

    recovery_key = protection.create(SECRET)

    assert protection.exists()
    assert protection.protected()
    assert recovery_key
    write(protection, "kept")
    protection.lock()
    assert protection.journal is None
    assert bodies(protection.unlock_with_recovery_key(recovery_key)) == ["kept"]


def test_what_was_written_is_there_after_the_next_unlock(protection: ProtectionService) -> None:
    protection.create(SECRET)
    write(protection, "kept")
    protection.lock()

    with pytest.raises(WrongPassphrase):
        protection.unlock("something else")
    assert bodies(protection.unlock(SECRET)) == ["kept"]


def test_an_open_journal_lets_no_second_secret_in(protection: ProtectionService) -> None:
    protection.create(SECRET)

    with pytest.raises(Refused):
        protection.unlock("anything")


def test_a_journal_may_go_without_a_passphrase_and_get_one_later(
    protection: ProtectionService,
) -> None:
    assert protection.create(None) is None
    assert not protection.protected()
    write(protection, "kept")

    assert protection.keys.change_passphrase(SECRET)

    protection.lock()
    assert protection.protected()
    with pytest.raises(Refused):
        protection.open_unprotected()
    assert bodies(protection.unlock(SECRET)) == ["kept"]


def test_a_changed_passphrase_is_the_one_that_opens(protection: ProtectionService) -> None:
    recovery_key = protection.create(SECRET)
    write(protection, "kept")

    assert protection.keys.change_passphrase("another") is None

    protection.lock()
    with pytest.raises(WrongPassphrase):
        protection.unlock(SECRET)
    assert bodies(protection.unlock("another")) == ["kept"]
    protection.lock()
    assert bodies(protection.unlock_with_recovery_key(recovery_key or "")) == ["kept"]


def test_after_a_rekey_the_journal_stays_open_and_the_old_ways_in_are_gone(
    protection: ProtectionService,
) -> None:
    old_recovery = protection.create(SECRET)
    write(protection, "before")

    new_recovery = protection.keys.rekey("another")
    write(protection, "after")

    protection.lock()
    for old_way in (
        lambda: protection.unlock(SECRET),
        lambda: protection.unlock_with_recovery_key(old_recovery or ""),
    ):
        with pytest.raises(WrongPassphrase):
            old_way()
    assert bodies(protection.unlock_with_recovery_key(new_recovery)) == ["after", "before"]


@pytest.mark.parametrize("blank", ["", " ", "\u3000\t"])
def test_a_blank_passphrase_is_refused_before_anything_is_made(
    protection: ProtectionService, folder: Path, blank: str
) -> None:
    with pytest.raises(Refused):
        protection.create(blank)

    assert not folder.exists()


def test_a_blank_passphrase_never_takes_the_place_of_a_good_one(
    protection: ProtectionService,
) -> None:
    protection.create(SECRET)

    for change in (protection.keys.change_passphrase, protection.keys.rekey):
        with pytest.raises(Refused):
            change("  ")

    protection.lock()
    protection.unlock(SECRET)


def test_keys_are_changed_in_an_open_journal_alone(protection: ProtectionService) -> None:
    protection.create(SECRET)
    protection.lock()

    for change in (protection.keys.change_passphrase, protection.keys.rekey):
        with pytest.raises(Refused):
            change("another")


def test_an_open_journal_is_held_against_others_until_it_locks(
    protection: ProtectionService, folder: Path
) -> None:
    protection.create(None)
    second = another(folder)

    with pytest.raises(JournalInUse):
        second.open_unprotected()

    protection.lock()
    second.open_unprotected()
    second.close()


def test_where_there_is_no_journal_none_is_made(
    protection: ProtectionService, folder: Path
) -> None:
    for look in (protection.protected, protection.open_unprotected):
        with pytest.raises(MissingJournal):
            look()

    assert not folder.exists()


def test_a_journal_of_a_newer_version_is_refused_and_let_go(
    protection: ProtectionService, folder: Path
) -> None:
    protection.create(None)
    protection.lock()
    vault = Vault(folder)
    vault.unlock_by(OPEN).execute("PRAGMA user_version = 4711")
    vault.close()
    before = (folder / "journal.db").read_bytes()

    for _ in range(2):
        with pytest.raises(NewerJournal):
            protection.open_unprotected()

    assert (folder / "journal.db").read_bytes() == before


def test_no_copy_is_written_over_the_journal_itself(
    protection: ProtectionService, folder: Path, tmp_path: Path
) -> None:
    protection.create(None)
    (tmp_path / "link").symlink_to(folder)

    for inside in (folder / "journal.db", tmp_path / "link" / "export.md", folder):
        with pytest.raises(Refused):
            refuse_inside(folder, inside)
    refuse_inside(folder, tmp_path / "export.md")
