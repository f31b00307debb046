"""Cases 8, 13, 23, 33 to 36: a backup is whole or absent, and a restore loses nothing."""

import json
import os
import shutil
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journal_app.domain.backup import Backup, Reason, Tally, kept_by_rotation
from journal_app.domain.errors import (
    CannotWrite,
    DamagedJournal,
    JournalError,
    MissingJournal,
    NewerJournal,
    WrongPassphrase,
)
from journal_app.domain.progress import Cancelled
from journal_app.services.protection import ProtectionService
from tests.builders import an_entry
from tests.safety.conftest import CHEAP, PASSPHRASE


def bodies(protection):
    return sorted(item.body for item in protection.journal.entries.items())


def test_case_35_a_backup_holds_every_entry_acknowledged_before_it(protection):
    for number in range(30):
        protection.journal.entries.write(an_entry(f"entry {number}"))

    backup = protection.backups.make().backup

    assert backup.tally == Tally(weeks=0, items=30)
    look = protection.restoring.look(backup.path)
    assert sorted(item.body for item in look.items) == bodies(protection)
    assert backup.path.stat().st_mode & 0o777 == 0o600


def test_case_35_a_backup_is_taken_while_another_connection_writes(protection):
    work = protection.backups.prepare()
    journal = protection.journal
    journal.entries.write(an_entry("before it began"))

    def write_on(_part):
        journal.entries.write(an_entry("while it ran"))

    backup = work(write_on).backup

    found = [item.body for item in protection.restoring.look(backup.path).items]
    assert "before it began" in found


def test_case_08_a_cancelled_or_failed_backup_leaves_nothing(protection):
    kept = protection.backups.make().backup

    def cancel(part):
        if part >= 0.8:
            raise Cancelled

    with pytest.raises(Cancelled):
        protection.backups.make(progress=cancel)

    assert [p.name for p in kept.path.parent.iterdir()] == [kept.path.name]


def test_case_08_what_a_kill_left_half_made_is_gone_at_the_next_start(protection):
    kept = protection.backups.make().backup
    folder = kept.path.parent
    (folder / ".0123.part").write_bytes(b"half")
    (folder / ".0123.db").write_bytes(b"half")
    (folder / ".restore-0123").mkdir()
    (folder / ".restore-0123" / "journal.db").write_bytes(b"half")
    protection.lock()

    protection.unlock(PASSPHRASE)

    assert [p.name for p in folder.iterdir()] == [kept.path.name]


def test_case_33_a_restore_keeps_the_newer_journal_and_brings_the_older(protection):
    protection.journal.entries.write(an_entry("old words"))
    backup = protection.backups.make().backup
    protection.journal.entries.write(an_entry("newer words"))

    restored = protection.restoring.restore(backup.path)

    assert bodies(protection) == ["old words"]
    assert restored.kept is not None
    look = protection.restoring.look(restored.kept)
    assert sorted(item.body for item in look.items) == ["newer words", "old words"]
    assert look.backup.reason is Reason.BEFORE_RESTORE
    protection.lock()
    protection.unlock(PASSPHRASE)
    assert bodies(protection) == ["old words"]


def test_case_33_an_old_log_beside_it_does_not_bring_newer_rows_back(protection, tmp_path):
    protection.journal.entries.write(an_entry("old words"))
    backup = protection.backups.make(to=tmp_path / "kept.tendbackup").backup
    protection.journal.entries.write(an_entry("newer words"))
    log = protection.folder / "journal.db-wal"
    stale = log.read_bytes()
    assert len(stale) > 4096
    protection.lock()
    shutil.copy2(protection.folder / "journal.db", tmp_path / "db")
    log.write_bytes(stale)

    protection.restoring.restore(backup.path, passphrase=PASSPHRASE)

    assert bodies(protection) == ["old words"]


def test_case_23_a_journal_that_is_gone_comes_back_from_its_backup(protection):
    protection.journal.entries.write(an_entry("old words"))
    backup = protection.backups.make().backup
    protection.lock()
    (protection.folder / "journal.db").unlink()
    with pytest.raises(MissingJournal):
        protection.unlock(PASSPHRASE)
    assert not (protection.folder / "journal.db").exists()

    protection.restoring.restore(backup.path, passphrase=PASSPHRASE)

    assert bodies(protection) == ["old words"]


def test_case_23_a_whole_folder_that_is_gone_comes_back_too(protection, tmp_path):
    protection.journal.entries.write(an_entry("old words"))
    backup = protection.backups.make(to=tmp_path / "stick.tendbackup").backup
    protection.close()
    shutil.rmtree(protection.folder)

    fresh = ProtectionService(tmp_path / "new laptop", kdf=CHEAP)
    fresh.restoring.restore(backup.path, passphrase=PASSPHRASE)

    assert bodies(fresh) == ["old words"]
    fresh.close()
    fresh.unlock(PASSPHRASE)
    fresh.close()


@pytest.mark.parametrize("passphrase", ["wrong words", None])
def test_case_34_another_passphrase_is_refused_before_anything_is_touched(
    protection, tmp_path, passphrase
):
    other = ProtectionService(tmp_path / "other", kdf=CHEAP)
    other.create("their own words")
    backup = other.backups.make().backup
    other.close()
    protection.journal.entries.write(an_entry("mine"))

    with pytest.raises(WrongPassphrase):
        protection.restoring.restore(backup.path, of_backup=passphrase)

    assert bodies(protection) == ["mine"]
    assert protection.backups.all() == []
    assert list((protection.folder / "backups").iterdir()) == []


def test_case_34_a_journal_of_another_key_is_taken_in_under_the_present_passphrase(
    protection, tmp_path
):
    other = ProtectionService(tmp_path / "other", kdf=CHEAP)
    other.create("their own words")
    other.journal.entries.write(an_entry("from the old laptop"))
    backup = other.backups.make().backup
    other.close()

    protection.restoring.restore(backup.path, of_backup="their own words")

    assert bodies(protection) == ["from the old laptop"]
    protection.lock()
    with pytest.raises(WrongPassphrase):
        protection.unlock("their own words")
    protection.unlock(PASSPHRASE)
    assert bodies(protection) == ["from the old laptop"]


def flipped(path: Path, place: float) -> None:
    content = bytearray(path.read_bytes())
    content[int(len(content) * place)] ^= 1
    path.write_bytes(content)


BREAKS = {
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-4000]),
    "half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "foreign": lambda path: path.write_bytes(b"PK\x03\x04" + os.urandom(5000)),
    "another zip": lambda path: zipfile.ZipFile(path, "w").writestr("../../evil", "x"),
    "flip early": lambda path: flipped(path, 0.1),
    "flip middle": lambda path: flipped(path, 0.5),
    "flip late": lambda path: flipped(path, 0.9),
}


@pytest.mark.parametrize("name", BREAKS)
def test_case_34_a_damaged_backup_is_refused_before_anything_is_touched(protection, name):
    protection.journal.entries.write(an_entry("mine"))
    backup = protection.backups.make().backup
    protection.journal.entries.write(an_entry("mine too"))
    BREAKS[name](backup.path)

    with pytest.raises(JournalError) as refused:
        protection.restoring.restore(backup.path)

    assert isinstance(refused.value, DamagedJournal)
    assert bodies(protection) == ["mine", "mine too"]
    assert len(list(backup.path.parent.iterdir())) == 1


def rewritten(path: Path, **changes: object) -> None:
    """The backup with its description changed, as a newer version or a mischief would."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    about = json.loads(members["backup.json"]) | changes
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in (members | {"backup.json": json.dumps(about)}).items():
            archive.writestr(name, content)


def test_case_34_a_backup_of_a_newer_format_is_refused_and_called_newer(protection):
    backup = protection.backups.make().backup
    rewritten(backup.path, format=2)

    with pytest.raises(NewerJournal):
        protection.restoring.restore(backup.path)


def test_case_34_a_backup_of_a_newer_schema_is_refused(protection):
    protection.journal._db.execute("PRAGMA user_version=99")
    backup = protection.backups.make().backup
    protection.journal._db.execute("PRAGMA user_version=1")

    with pytest.raises(NewerJournal):
        protection.restoring.restore(backup.path)

    assert protection.journal is not None


NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def a_backup(sequence: int, made_at: datetime, reason: Reason = Reason.REGULAR) -> Backup:
    return Backup(
        path=Path(f"{sequence}"),
        sequence=sequence,
        made_at=made_at,
        reason=reason,
        tally=Tally(weeks=1, items=1),
    )


def test_case_36_a_thousand_backups_leave_ten_days_ten_weeks_ten_months():
    found = [a_backup(n, NOON + timedelta(days=n)) for n in range(1, 1001)]

    kept = kept_by_rotation(found)

    assert set(range(991, 1001)) <= kept
    assert len(kept) <= 30
    months = {(b.made_at.year, b.made_at.month) for b in found if b.sequence in kept}
    assert len(months) >= 10


def test_case_36_a_clock_that_went_wrong_never_costs_the_newest():
    past = [a_backup(n, NOON + timedelta(days=n)) for n in range(1, 40)]
    newest = a_backup(40, NOON - timedelta(days=9000))
    future = a_backup(39, NOON + timedelta(days=9000))

    kept = kept_by_rotation([*past, future, newest])

    assert {39, 40} <= kept


def test_case_36_what_was_asked_for_and_what_cannot_be_read_are_left_alone(protection):
    asked = protection.backups.make(reason=Reason.ASKED).backup
    bad = protection.backups.make().backup
    bad.path.write_bytes(b"not a zip")
    for _ in range(14):
        newest = protection.backups.make().backup

    left = {backup.sequence for backup in protection.backups.all()}

    assert left == {asked.sequence, bad.sequence, newest.sequence}
    assert [b.whole for b in protection.backups.all() if b.sequence == bad.sequence] == [False]


def test_case_36_while_a_hold_is_set_no_backup_goes_by_itself(protection):
    protection.journal.keeping.set_hold(on=True)
    for _ in range(3):
        protection.backups.make()

    assert len(protection.backups.all()) == 3


def test_case_77_a_second_folder_takes_a_copy_and_its_absence_is_said(protection, tmp_path):
    second = tmp_path / "stick"
    second.mkdir()
    protection.backups.set_second_folder(second)

    made = protection.backups.make()
    assert made.second_copy is not None
    assert made.second_copy.read_bytes() == made.backup.path.read_bytes()

    shutil.rmtree(second)
    made = protection.backups.make()
    assert isinstance(made.trouble, CannotWrite)
    assert made.backup.path.exists()


def test_case_77_a_backup_never_takes_the_place_of_another_file(protection, tmp_path):
    target = tmp_path / "thesis.odt"
    target.write_bytes(b"years of work")

    with pytest.raises(CannotWrite):
        protection.backups.make(to=target)

    assert target.read_bytes() == b"years of work"


def test_a_backup_is_due_on_a_new_day_when_something_was_written(protection):
    assert protection.backups.due()
    backup = protection.backups.make().backup
    assert not protection.backups.due()

    yesterday = backup.made_at - timedelta(days=1)
    rewritten(backup.path, made_at=yesterday.isoformat())
    assert protection.backups.due()

    for name in ("journal.db", "journal.db-wal"):
        early = (yesterday - timedelta(days=1)).timestamp()
        os.utime(protection.folder / name, (early, early))
    assert not protection.backups.due()
