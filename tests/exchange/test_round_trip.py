"""Everything out and in again: any journal comes back with nothing lost, in either shape."""

import json
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from journal_app.domain.entry import Entry, EntryKind
from journal_app.domain.moment import Moment
from journal_app.domain.share import NameStyle
from journal_app.services.journal import Journal
from journal_app.services.selection import Selection
from journal_app.store.database import Database
from journal_app.store.nouns import Nouns
from journal_app.store.row_checks import NOUNS
from tests.exchange.any_journal import a_journal, filled, told

EVERYTHING = Selection(include_private=True)
SHAPES = ("json", "zip", "folder")
BESIDE_ENTRIES = {"entry_tag", "entry_language"}
# What does not leave whole, and why.
STAYS = {
    "draft": "not said yet: what is finished leaves",
    "revision": "former versions were taken back by their writer",
    "trash": "thrown away: it waits here for thirty days and no longer",
    "share_log": "tells of files of this computer, and of nothing written",
    "quiet_person": "a pause of the guide, over in weeks",
    "import": "what came from where; the keys of its entries leave with them",
    "imported": "leaves beside each entry, as its key and what was kept with it",
    "setting": "belongs to this computer, but for the facts of the journal",
    "migration": "made anew by the journal that takes it in",
    "sqlite_sequence": "the file's own",
    "sqlite_schema": "the file's own",
}


@pytest.fixture
def shelf() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.mark.parametrize("form", SHAPES)
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(made=filled())
def test_any_journal_comes_back_whole(
    shelf: Path, form: str, made: tuple[Journal, Database]
) -> None:
    journal, database = made
    with tempfile.TemporaryDirectory(dir=shelf) as folder:
        path = Path(folder) / "out"
        count = journal.exporting.export(
            path, form=form, names=NameStyle.REAL, selection=EVERYTHING
        )
        other, its = a_journal()

        report = other.importing.bring_in(path)

        assert report.skipped == []
        assert (report.form, report.new, report.duplicate) == ("tend", count, 0)
        assert told(its) == told(database)
        again = other.importing.bring_in(path)
        home = journal.importing.bring_in(path)
        assert (again.new, again.duplicate) == (home.new, home.duplicate) == (0, count)
        assert told(its) == told(database)
    its.close()
    database.close()


def test_every_table_is_carried_or_known_to_stay(db: Database) -> None:
    assert set(Nouns(db).carrying.nouns()) == set(NOUNS)
    others = {
        name
        for (name,) in db.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        )
    } - set(NOUNS)
    assert others == BESIDE_ENTRIES | set(STAYS)


def test_the_journals_that_are_drawn_have_every_column_of_every_table() -> None:
    """What is never filled would prove nothing of its way out and back."""
    filled_in: set[tuple[str, str]] = set()
    every: set[tuple[str, str]] = set()

    @settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(made=filled())
    def look(made: tuple[Journal, Database]) -> None:
        _, database = made
        for noun in NOUNS:
            for _, column, *_ in database.execute(f"PRAGMA table_info({noun})"):
                every.add((noun, column))
                told = f"SELECT 1 FROM {noun} WHERE {column} NOT IN ('', 0) LIMIT 1"  # noqa: S608
                if database.execute(told):
                    filled_in.add((noun, column))
        database.close()

    look()
    assert every - filled_in == set()


@pytest.fixture
def written(journal: Journal) -> Journal:
    mei = journal.team.welcome("Mei Tanaka", ["Mei"])
    ada = journal.team.welcome("Ada Obi")
    journal.team.write_card(mei, "strengths", "Asks the quiet question.", on=date(2026, 11, 1))
    nouns = Nouns(journal._db)
    nouns.entries.add(
        Entry(
            happened_on=date(2026, 11, 20),
            title="A b/c: retro?",
            body="Mei led.\n",
            person_id=mei.id,
        )
    )
    nouns.entries.add(Entry(happened_on=date(2026, 10, 1), body="With Ada.", person_id=ada.id))
    nouns.entries.add(Entry(happened_on=date(2026, 11, 21), body="I doubt.", kind=EntryKind.DOUBT))
    nouns.moments.add(
        Moment(person_id=mei.id or 0, happened_on=date(2026, 11, 19), behaviour="asked first")
    )
    return journal


def test_the_folder_reads_well_without_us(written: Journal, tmp_path: Path) -> None:
    written.exporting.export(
        tmp_path / "out", form="folder", names=NameStyle.REAL, selection=Selection()
    )

    files = sorted(str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*.*"))
    assert files == [
        "README.md",
        "entries/2026/2026-10-01 note.md",
        "entries/2026/2026-11-20 A-b-c-retro.md",
        "tend.json",
        "weeks/2026-W40.md",
        "weeks/2026-W47.md",
    ]
    text = (tmp_path / "out/entries/2026/2026-11-20 A-b-c-retro.md").read_text()
    assert text.startswith(
        '---\ntitle: "A b/c: retro?"\ndate: 2026-11-20\nkind: note\nperson: "Mei Tanaka"\n'
    )
    assert text.endswith("---\n\nMei led.\n")
    assert "asked first" in (tmp_path / "out/weeks/2026-W47.md").read_text()
    for path in (tmp_path / "out").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("form", SHAPES)
def test_private_things_and_cards_stay_unless_asked_for(
    written: Journal, tmp_path: Path, form: str
) -> None:
    path = tmp_path / "out"
    written.exporting.export(path, form=form, names=NameStyle.REAL, selection=Selection())
    other, database = a_journal()

    other.importing.bring_in(path)

    everything = str(told(database))
    assert "I doubt." not in everything
    assert "Asks the quiet question." not in everything
    assert "asked first" in everything
    database.close()


@pytest.mark.parametrize("form", SHAPES)
def test_a_part_names_nobody_it_is_not_about(written: Journal, tmp_path: Path, form: str) -> None:
    path = tmp_path / "out"
    part = Selection(first=date(2026, 11, 1), include_private=True)
    written.exporting.export(path, form=form, names=NameStyle.REAL, selection=part)
    other, database = a_journal()

    other.importing.bring_in(path)

    assert [person.name for person in other.team.everyone()] == ["Mei Tanaka"]
    database.close()


@pytest.mark.parametrize("form", SHAPES)
@pytest.mark.parametrize("names", [NameStyle.ALIAS, NameStyle.INITIALS])
def test_under_other_names_no_real_one_is_anywhere(
    written: Journal, tmp_path: Path, form: str, names: NameStyle
) -> None:
    path = tmp_path / "out"
    written.exporting.export(path, form=form, names=names, selection=EVERYTHING)

    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    if form == "zip":
        import zipfile

        with zipfile.ZipFile(path) as archive:
            held = "".join(n + archive.read(n).decode() for n in archive.namelist())
    else:
        held = "".join(p.name + p.read_text() for p in files)
    assert "Mei" not in held
    assert "Obi" not in held
    other, database = a_journal()
    assert other.importing.bring_in(path).skipped == []
    database.close()


def test_someone_of_the_same_name_is_the_same_person(written: Journal, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    written.exporting.export(path, form="json", names=NameStyle.REAL, selection=EVERYTHING)
    other, database = a_journal()
    other.team.welcome("mei tanaka")

    other.importing.bring_in(path)

    assert [person.name for person in other.team.everyone()] == ["mei tanaka", "Ada Obi"]
    assert {item.person_id for item in other.entries.items()} == {1, 2, None}
    database.close()


def test_an_archive_taken_back_leaves_the_journal_as_it_was(
    written: Journal, tmp_path: Path
) -> None:
    path = tmp_path / "out.json"
    written.exporting.export(path, form="json", names=NameStyle.REAL, selection=EVERYTHING)
    other, database = a_journal()
    before = told(database)
    report = other.importing.bring_in(path)

    other.importing.take_back(report.import_id or 0)

    assert told(database) == before
    database.close()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"happened_on": "0000-00-00"}, "its happened_on is no day"),
        ({"growth": "sideways"}, "a field of it cannot be read"),
        ({"behaviour": 7}, "a field of it cannot be read"),
        ({"behaviour": None}, "it has no behaviour"),
        ({"impact": ["x"]}, "its impact is of the wrong kind"),
    ],
)
def test_a_row_nothing_could_be_made_of_is_named_and_left(
    written: Journal, tmp_path: Path, change: dict[str, Any], reason: str
) -> None:
    path = tmp_path / "out.json"
    written.exporting.export(path, form="json", names=NameStyle.REAL, selection=EVERYTHING)
    archive = json.loads(path.read_text())
    [moment] = [row for row in archive["rows"] if row["noun"] == "moment"]
    moment["values"] |= change
    path.write_text(json.dumps(archive))
    other, database = a_journal()

    report = other.importing.bring_in(path)

    assert [one.reason for one in report.skipped] == [reason]
    assert len(other.entries.items()) == 3
    other.checking.check()
    database.close()


def test_an_archive_of_a_newer_version_is_refused(written: Journal, tmp_path: Path) -> None:
    from journal_app.domain.errors import Refused

    path = tmp_path / "out.json"
    path.write_text('{"format": "tend", "version": 2, "entries": []}')

    with pytest.raises(Refused, match="newer"):
        written.importing.look(path)
