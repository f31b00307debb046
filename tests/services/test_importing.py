"""Importing: looked at first, taken over whole or not at all, known again, and taken back."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journal_app.domain.errors import Refused
from journal_app.domain.progress import Cancelled
from journal_app.services.journal import Journal
from journal_app.store.database import Database


def written(path: Path, count: int = 3, **fields: Any) -> Path:
    entries = [
        {
            "title": f"Day {number}",
            "body": f"Words of {number}, with @Mei.",
            "date": f"2024-05-{number % 28 + 1:02}",
            "time": "09:00",
            "tags": ["@mei", "@work"],
            **fields,
        }
        for number in range(count)
    ]
    path.write_text(json.dumps({"tags": {}, "entries": entries}))
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "j.json")


def test_a_look_writes_nothing(journal: Journal, path: Path) -> None:
    report = journal.importing.look(path)

    assert (report.found, report.new, report.duplicate) == (3, 3, 0)
    assert list(report.labels) == ["@mei", "@work"]
    assert (str(report.first), str(report.last)) == ("2024-05-01", "2024-05-03")
    assert not journal.entries.items()
    assert not journal.importing.done()


def test_what_came_once_never_comes_twice(journal: Journal, path: Path) -> None:
    journal.importing.bring_in(path)

    again = journal.importing.bring_in(path)

    assert (again.found, again.new, again.duplicate) == (3, 0, 3)
    assert len(journal.entries.items()) == 3
    assert again.import_id is None


def test_a_look_knows_what_is_here_already(journal: Journal, path: Path) -> None:
    journal.importing.bring_in(path)
    written(path, 5)

    assert journal.importing.look(path).new == 2


def test_an_entry_changed_here_is_still_known(journal: Journal, path: Path) -> None:
    journal.importing.bring_in(path)
    entry = journal.entries.entry(1)
    journal.entries.change(type(entry)(id=1, happened_on=entry.happened_on, body="Mine now."))

    assert journal.importing.bring_in(path).new == 0
    assert journal.entries.entry(1).body == "Mine now."


def test_labels_become_people_as_said(journal: Journal, path: Path) -> None:
    mei = journal.team.welcome("Mei Tanaka", ["Mei"])
    report = journal.importing.look(path)

    likely = journal.importing.likely_people(report)
    journal.importing.bring_in(path, people={"@MEI": mei.id or 0})

    assert likely == {"@mei": mei.id}
    assert {item.person_id for item in journal.entries.items()} == {mei.id}
    assert journal.entries.entry(1).tags == ("mei", "work")


def test_taken_back_it_is_as_before_save_for_what_was_changed(journal: Journal, path: Path) -> None:
    report = journal.importing.bring_in(path)
    entry = journal.entries.entry(2)
    journal.entries.change(type(entry)(id=2, happened_on=entry.happened_on, body="Mine now."))

    gone = journal.importing.take_back(report.import_id or 0)

    assert gone == 2
    assert [item.body for item in journal.entries.items()] == ["Mine now."]
    [left] = journal.importing.done()
    assert left.brought == 1


def test_cancelled_it_leaves_nothing(journal: Journal, tmp_path: Path) -> None:
    path = written(tmp_path / "long.json", 400)
    told: list[float] = []

    def progress(part: float) -> None:
        told.append(part)
        if len(told) > 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        journal.importing.bring_in(path, progress=progress)

    assert told == sorted(told)
    assert not journal.entries.items()
    journal.checking.check()


def test_progress_ends_at_the_whole(journal: Journal, path: Path) -> None:
    told: list[float] = []

    journal.importing.bring_in(path, progress=told.append)

    assert told[-1] == 1.0


def test_an_error_in_the_middle_takes_everything_back(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "j.json", 10)
    whole = path.read_text()
    path.write_text(whole[:-30])

    with pytest.raises(Refused):
        journal.importing.bring_in(path)

    assert not journal.entries.items()


def test_an_erased_entry_leaves_no_word_beside_it(
    journal: Journal, db: Database, tmp_path: Path
) -> None:
    journal.importing.bring_in(written(tmp_path / "j.json", 1, weather="Heron weather"))
    assert "Heron" in str(db.execute("SELECT record FROM imported"))

    db.execute("DELETE FROM entry")

    assert not db.execute("SELECT * FROM imported")
    assert journal.importing.bring_in(written(tmp_path / "j.json", 1)).new == 1


def test_what_lies_in_the_trash_does_not_come_again_and_comes_back_whole(
    journal: Journal, db: Database, tmp_path: Path
) -> None:
    path = written(tmp_path / "j.json", 1, weather="Heron weather")
    journal.importing.bring_in(path)
    trashed = journal.entry_care.put_away(1, on=date(2026, 11, 20))

    assert journal.importing.bring_in(path).new == 0
    journal.entry_care.bring_back(trashed.id or 0)

    assert "Heron" in str(db.execute("SELECT record FROM imported"))
    assert journal.importing.bring_in(path).new == 0


def test_what_went_from_the_trash_leaves_no_word_beside_it(
    journal: Journal, db: Database, tmp_path: Path
) -> None:
    journal.importing.bring_in(written(tmp_path / "j.json", 1, weather="Heron weather"))
    journal.entry_care.put_away(1, on=date(2026, 11, 20))
    assert "Heron" in str(db.execute("SELECT record FROM imported"))

    db.execute("DELETE FROM trash")

    assert not db.execute("SELECT * FROM imported")


def test_a_name_in_what_was_kept_beside_an_entry_is_found(journal: Journal, tmp_path: Path) -> None:
    mei = journal.team.welcome("Mei Tanaka")
    journal.importing.bring_in(written(tmp_path / "j.json", 1, host="of Mei Tanaka"))

    places = [str(m.text.place) for m in journal.erasing.mentions(mei.id or 0)]

    assert any(place.startswith("imported:") for place in places)


def test_half_of_a_character_is_marked_and_kept(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "j.json"
    path.write_text(
        '{"tags":{},"entries":[{"title":"T\\ud83d","body":"x\\udc00y\\u0000z","date":"2024-01-01",'
        '"time":"","odd":"\\ud800"}]}'
    )

    journal.importing.bring_in(path)

    [item] = journal.entries.items()
    assert (item.title, item.body) == ("T\ufffd", "x\ufffdy\x00z")


def test_what_nobody_reads_is_refused(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a": 1}')

    with pytest.raises(Refused) as refused:
        journal.importing.look(path)

    assert refused.value.safe


@pytest.fixture
def files(tmp_path: Path, guidance: Any) -> Iterator[Any]:
    from journal_app.services.protection import ProtectionService

    protection = ProtectionService(tmp_path / "tend")
    protection.create(None)
    yield protection
    protection.close()


def test_in_the_background_it_takes_a_connection_of_its_own(files: Any, path: Path) -> None:
    importing = files.journal.importing

    report = importing.in_background(lambda own, progress: own.bring_in(path, progress=progress))(
        lambda _part: None
    )

    assert report.new == 3
    assert len(files.journal.entries.items()) == 3
