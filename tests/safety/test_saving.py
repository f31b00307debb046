"""Cases 4, 5, 14, 17, 20 and 21: what is said to be saved is saved, and what is not is said."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from journal_app.domain.query import Search, read_query
from journal_app.services.protection import ProtectionService
from journal_app.store.entries import EntryRepository
from journal_app.store.items import ItemRepository
from journal_app.store.searching import SearchRepository
from tests.builders import an_entry
from tests.safety.conftest import CHEAP
from tests.safety.disks import fill, json_lines, make_room, small_disk, tend
from tests.safety.recorded import has_strace

LONG = "a long evening of writing " * 8000


@pytest.fixture
def disk(tmp_path):
    with small_disk(tmp_path / "disk") as place:
        yield place


def begin(folder):
    """A journal without a passphrase with one entry, closed."""
    protection = ProtectionService(folder, kdf=CHEAP)
    protection.create(None)
    kept = protection.journal.entries.write(an_entry("written before"))
    protection.close()
    return kept


def held(folder):
    """The bodies of a journal that is whole, oldest first."""
    protection = ProtectionService(folder, kdf=CHEAP)
    journal = protection.open_unprotected()
    try:
        journal.checking.check()
        return {item.ref: item.body for item in journal.entries.items()}
    finally:
        protection.close()


# --- 4 and 5: a full disk ---


def test_case_04_and_05_a_full_disk_is_called_by_its_name_and_everything_can_still_be_read(disk):
    journal, target = disk / "tend", disk / "out.md"
    begin(journal)
    target.write_text("what I exported last week")
    fill(disk)

    for arguments, stdin in (
        (("add",), json_lines(LONG)),
        (("edit", "1"), json_lines(LONG)),
        (("backup",), ""),
    ):
        ran = tend(journal, *arguments, stdin=stdin)
        assert (ran.code, ran.errors) == (7, ["cannot_write"]), arguments
        assert "full" in ran.message, arguments
        assert "damaged" not in ran.message
    assert tend(journal, "list").lines[0]["body"] == "written before"
    assert tend(journal, "search", "written").code == 0
    assert tend(journal, "check").code == 0

    make_room(disk)
    assert tend(journal, "add", "after").saved == [2]
    assert held(journal) == {"1": "written before", "2": "after"}


def test_case_04_an_export_to_a_full_disk_leaves_the_file_that_was_there_and_no_half_one(disk):
    journal, target = disk / "tend", disk / "out.md"
    begin(journal)
    tend(journal, "add", stdin=json_lines(LONG))
    target.write_text("what I exported last week")
    fill(disk, leave=40_000)
    before = sorted(path.name for path in disk.iterdir())

    ran = tend(journal, "export", "--format", "md", "--out", str(target))

    assert (ran.code, ran.errors) == (7, ["cannot_write"])
    assert target.read_text() == "what I exported last week"
    assert sorted(path.name for path in disk.iterdir()) == before
    make_room(disk)
    assert tend(journal, "export", "--format", "md", "--out", str(target)).code == 0
    assert LONG.strip() in target.read_text()


def test_case_04_lines_that_went_in_before_the_disk_was_full_are_the_ones_that_stay(disk):
    begin(disk / "tend")
    fill(disk, leave=700_000)

    ran = tend(
        disk / "tend", "add", stdin=json_lines(*[f"{n} " + "word " * 8000 for n in range(40)])
    )

    assert 0 < len(ran.saved) < 40
    assert (ran.code, ran.errors) == (7, ["cannot_write"])
    make_room(disk)
    assert [int(ref) for ref in sorted(held(disk / "tend"), key=int)] == [1, *ran.saved]


def test_case_04_a_journal_that_found_no_room_to_begin_can_be_begun_later(disk):
    fill(disk, leave=60_000)

    ran = tend(disk / "tend", "init")

    assert (ran.code, ran.errors) == (7, ["cannot_write"])
    make_room(disk)
    assert tend(disk / "tend", "init").code == 0
    assert tend(disk / "tend", "add", "a beginning").saved == [1]


# --- 14: errors of the disk itself ---


FAULTS = [
    *(f"pwrite64:error=EIO:when={n}" for n in (1, 9, 12, 20, 41, 70, 120)),
    *(f"pwrite64:error=EIO:when={n}+" for n in (9, 41, 90)),
    *(f"fsync:error=EIO:when={n}" for n in (1, 2, 3, 5, "2+", "4+")),
    "pwrite64:error=ENOSPC:when=30+",
]


@pytest.mark.parametrize("fault", FAULTS)
def test_case_14_an_input_or_output_error_takes_nothing_that_was_called_saved(tmp_path, fault):
    if not has_strace():
        pytest.skip("strace, which makes a disk err on demand, is not there or not allowed")
    folder = tmp_path / "tend"
    begin(folder)
    under = ("strace", "-f", "-o", "/dev/null", "-e", "signal=none", "-e", f"inject={fault}")
    bodies = [f"line {n} " + "and some words of its own " * 60 for n in range(8)]

    ran = tend(folder, "add", stdin=json_lines(*bodies), under=under)

    assert ran.code in {0, 7}, ran
    assert (ran.code == 0) is (len(ran.saved) == len(bodies)), ran
    after = held(folder)
    assert after["1"] == "written before"
    for place, ref in enumerate(ran.saved):
        assert after[str(ref)] == bodies[place]
    assert len(after) - 1 - len(ran.saved) in {0, 1}
    assert tend(folder, "add", "the disk is well again").code == 0


# --- 17 and 21: what was there before ---


def age(db, **by):
    """Let the time since every revision have passed."""
    for revision_id, saved_at in db.execute("SELECT id, saved_at FROM revision"):
        earlier = datetime.fromisoformat(saved_at) - timedelta(**by)
        db.execute(
            "UPDATE revision SET saved_at = ? WHERE id = ?",
            [earlier.isoformat(timespec="seconds"), revision_id],
        )


def test_case_17_what_was_deleted_can_be_gone_back_to_for_thirty_days_of_writing_on(db):
    entries = EntryRepository(db)
    kept = entries.add(an_entry("a long thought " * 50))
    before = kept.body
    kept = entries.save(replace(kept, body="x"))
    for _ in range(29):
        for _minute in range(4):
            kept = entries.save(replace(kept, body=f"{kept.body} more words"[-2000:]))
            age(db, minutes=6)
        age(db, hours=23, minutes=36)

    assert before in entries.former_bodies(kept.id)
    age(db, days=3)
    entries.save(replace(kept, body=f"{kept.body} and on"))
    assert before not in entries.former_bodies(kept.id)


def test_case_21_years_of_typing_leave_a_bounded_number_of_versions_and_always_the_newest(db):
    entries = EntryRepository(db)
    kept = entries.add(an_entry("begun"))
    for change in range(2000):
        kept = entries.save(replace(kept, body=f"{'word ' * (change % 40 + 3)}{change}"))
        age(db, minutes=30)

    versions = db.execute("SELECT count(*) FROM revision")[0][0]
    assert 30 < versions <= 48 + 2 + 30
    age(db, days=400)
    last = kept
    kept = entries.save(replace(kept, body="a year later"))
    assert entries.former_bodies(kept.id) == [last.body]
    age(db, days=400)
    assert entries.former_bodies(kept.id) == [last.body]


def test_case_21_a_clock_that_was_set_back_stops_no_history(db):
    entries = EntryRepository(db)
    kept = entries.add(an_entry("first words"))
    kept = entries.save(replace(kept, body="first words, second words"))
    age(db, days=-400)

    entries.save(replace(kept, body="first words, second words, third words"))

    assert len(entries.former_bodies(kept.id)) == 2


def test_case_21_ten_hours_of_typing_leave_small_files(protection):
    journal, folder = protection.journal, protection.folder
    week = journal.reflections.week_of(datetime.now(UTC).date())
    draft = journal.reflections.open_draft(week, on=week.start)
    kept = journal.entries.write(an_entry("begun"))
    words = "and another quiet line about the evening\n" * 120
    largest = 0
    for change in range(1500):
        draft.doubt = f"{words}{change}"
        journal.reflections.keep(draft)
        kept = journal.entries.change(replace(kept, body=f"{words}{change}"))
        largest = max(largest, (folder / "journal.db-wal").stat().st_size)

    assert largest < 10_000_000
    assert (folder / "journal.db").stat().st_size < 5_000_000
    assert len(journal.entries.former_bodies(kept.id)) <= 2
    assert len(protection._vault.database.execute("SELECT 1 FROM draft")) == 1


# --- 20: a long life ---


MANY = 20_000


@pytest.fixture
def long_life(db):
    """Twenty thousand entries; one in two thousand tells of a heron."""
    with db.transaction():
        db.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
            " INSERT INTO entry (happened_on, title, body)"
            " SELECT date('2006-01-01', '+' || (i / 3) || ' days'), '', 'entry ' || i ||"
            " iif(i % 2000 = 0, ' and the heron', ' and a quiet question that turned it') FROM n",
            [MANY],
        )
    return ItemRepository(db)


def steps(db, act):
    """How many thousand steps SQLite took for this, and what came of it."""
    taken = []
    db._connection.set_progress_handler(lambda: taken.append(1), 1000)
    try:
        found = act()
    finally:
        db._connection.set_progress_handler(None, 0)
    return len(taken), found


def test_case_20_a_list_a_search_and_a_look_read_what_they_show_and_not_everything(db, long_life):
    everything, found = steps(db, long_life.between)

    def found_words(text):
        return SearchRepository(db).words(Search(query=read_query(text)))

    assert (len(found), everything > MANY / 1000) == (MANY, True)

    for most, act, count in (
        (everything / 20, lambda: found_words("heron"), 10),
        (everything / 2, lambda: found_words("quiet question"), 50),
        (1, lambda: [long_life.get("15000")], 1),
        (everything / 20, lambda: EntryRepository(db).former_bodies(15000), 0),
    ):
        taken, found = steps(db, act)
        assert len(found) == count
        assert taken <= most


def test_case_20_saving_one_entry_takes_the_same_in_a_long_life(db, long_life):
    entries = EntryRepository(db)
    kept, _ = entries.add(an_entry("one more")), None

    taken, _ = steps(db, lambda: entries.save(replace(kept, body="one more, changed")))

    assert taken <= 5


# --- 29: a journal that lets no second connection in ---


def test_case_29_a_journal_on_a_share_is_backed_up_restored_and_given_a_new_key(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("journal_app.services.protection.on_network", lambda _folder: True)
    protection = ProtectionService(tmp_path / "tend", kdf=CHEAP)
    protection.create("four quiet words")
    protection.journal.entries.write(an_entry("written before"))

    protection.keys.rekey("other quiet words")
    backup = protection.backups.make().backup
    protection.journal.entries.write(an_entry("written after"))
    logs = {path.name for path in protection.folder.glob("journal.db-*")}
    protection.restoring.restore(backup.path)

    assert [item.body for item in protection.journal.entries.items()] == ["written before"]
    assert "journal.db-wal" not in logs | {p.name for p in protection.folder.iterdir()}
    protection.close()
