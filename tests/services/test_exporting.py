"""Exporting: what is asked for, under the names asked for, and nothing that was not."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from journal_app.domain.celebration import Delivery
from journal_app.domain.entry import EntryKind
from journal_app.domain.errors import Refused
from journal_app.domain.intention import Ending
from journal_app.domain.progress import Cancelled
from journal_app.domain.share import NameStyle
from journal_app.guidance.loader import load
from journal_app.services.exporting import Selection
from journal_app.services.journal import Journal
from journal_app.store.database import Database
from journal_app.store.migrations import STEPS
from journal_app.store.migrations_runner import migrate
from tests.builders import FRIDAY, MONDAY, NEXT_FRIDAY, a_full_draft, an_entry

FORMS = ["md", "html", "json"]
DOUBT = "disagree with my own boss"
JOY = "proud to sit beside her"
WORRY = "She has gone quiet since the reorganisation."


@pytest.fixture
def journal() -> Journal:
    """A finished week about Mei, a worry, and free entries of both kinds of privacy."""
    db = Database.in_memory()
    migrate(db, STEPS)
    journal = Journal(db, load)
    mei = journal.team.welcome("Mei Tanaka", ["M-chan"])
    draft = a_full_draft(mei.id or 0)
    draft.arrive_word = "unravelled"
    journal.reflections.finish(draft, on=FRIDAY)
    about_mei = {"person_id": mei.id, "title": "With Mei", "tags": ("mei",)}
    journal.entries.write(an_entry("M-chan’s List<String> and MEI's plan", **about_mei))
    journal.entries.write(an_entry(WORRY, kind=EntryKind.WORRY))
    journal.entries.write(replace(an_entry("marked as mine"), private=True))
    return journal


def exported(
    journal: Journal,
    path: Path,
    form: str = "md",
    names: NameStyle = NameStyle.REAL,
    selection: Selection | None = None,
) -> str:
    file = path / f"export.{form}"
    journal.exporting.export(file, form=form, names=names, selection=selection or Selection())
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_every_part_of_a_week_is_there(journal: Journal, tmp_path: Path, form: str) -> None:
    text = exported(journal, tmp_path, form)

    for words in (
        "Mei, three times.",
        "Who did something this week?",
        "told the customer what we did not know",
        "They calmed down and stayed.",
        "ask for her plan before I say mine",
        "Mei brings the roadmap",
        "Mei Tanaka",
        "2026-11-20",
    ):
        assert words in text


@pytest.mark.parametrize("form", FORMS)
def test_what_is_private_goes_along_when_asked_for_and_not_before(
    journal: Journal, tmp_path: Path, form: str
) -> None:
    private = (DOUBT, JOY, WORRY, "marked as mine", "unravelled")

    text = exported(journal, tmp_path, form)
    assert not [words for words in private if words in text]

    text = exported(journal, tmp_path, form, selection=Selection(include_private=True))
    assert [words for words in private if words not in text] == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("names", [NameStyle.ALIAS, NameStyle.INITIALS])
def test_no_form_of_a_name_is_left(
    journal: Journal, tmp_path: Path, form: str, names: NameStyle
) -> None:
    everything = Selection(include_private=True)

    text = exported(journal, tmp_path, form, names, everything).casefold()

    for name in ("mei", "tanaka", "m-chan"):
        assert name not in text.replace("meine", "")
    assert "list" in text


def test_one_person_has_one_alias_in_one_export(journal: Journal, tmp_path: Path) -> None:
    records = json.loads(exported(journal, tmp_path, "json", NameStyle.ALIAS))["entries"]

    [alias] = {record["person"] for record in records if record["person"]}
    [note] = [record for record in records if record["kind"] == "note"]
    assert note["title"] == f"With {alias}"
    assert note["tags"] == [alias]


def test_a_name_that_is_a_month_leaves_the_dates_alone(journal: Journal, tmp_path: Path) -> None:
    journal.team.welcome("April May")
    journal.entries.write(an_entry("with April", on=date(2026, 4, 20)))

    text = exported(journal, tmp_path, names=NameStyle.ALIAS)

    assert "2026-04-20, note" in text
    assert "April" not in text


@pytest.mark.parametrize("form", FORMS)
def test_the_period_the_person_and_the_kind_are_kept_to(
    journal: Journal, tmp_path: Path, form: str
) -> None:
    ana = journal.team.welcome("Ana Silva")
    journal.entries.write(an_entry("about Ana alone", on=NEXT_FRIDAY, person_id=ana.id))

    def text(**chosen: object) -> str:
        return exported(journal, tmp_path, form, selection=Selection(**chosen))  # type: ignore[arg-type]

    later = text(first=NEXT_FRIDAY, last=NEXT_FRIDAY)
    assert "about Ana alone" in later
    assert "They calmed down" not in later
    assert "about Ana alone" not in text(last=FRIDAY)
    assert "They calmed down" not in text(person_id=ana.id)
    assert "They calmed down" not in text(kind="note")
    assert "They calmed down" in text(kind="moment")


def test_the_count_is_what_the_file_holds(journal: Journal, tmp_path: Path) -> None:
    file = tmp_path / "export.json"

    count = journal.exporting.export(
        file, form="json", names=NameStyle.REAL, selection=Selection(kind="note")
    )

    assert count == len(json.loads(file.read_text())["entries"]) == 1


def test_what_became_of_plans_promises_and_celebrations_is_told(
    journal: Journal, tmp_path: Path
) -> None:
    [plan] = journal.intentions.of_week(journal.reflections.week_of(NEXT_FRIDAY))
    journal.intentions.end(plan.id or 0, Ending.SOME, on=NEXT_FRIDAY, note="She went first.")
    [celebration] = journal.celebrations.recent()
    journal.celebrations.restore(replace(celebration, delivery=Delivery.SAY))
    journal.celebrations.mark_given(
        celebration.id or 0, on=NEXT_FRIDAY, how="On a walk.", landed="She beamed."
    )

    text = exported(journal, tmp_path)

    assert "I did some of it. She went first." in text
    assert "Given on 2026-11-27. On a walk." in text
    assert "She beamed." in text
    assert "Kept to myself." not in text


def test_free_writing_is_byte_for_byte_in_json(journal: Journal, tmp_path: Path) -> None:
    body = "  \u2028 e\u0301 \ufeff \u202e مرحبا \r\n\t=1+1 \x00 end  "
    journal.entries.write(an_entry(body, on=MONDAY))

    bodies = [r["body"] for r in json.loads(exported(journal, tmp_path, "json"))["entries"]]

    assert body in bodies


def test_hostile_text_is_inert_and_still_readable(journal: Journal, tmp_path: Path) -> None:
    journal.entries.write(an_entry("a <script>alert(1)</script> ![x](https://tracker.example/p)"))

    page = exported(journal, tmp_path, "html")

    assert "<script" not in page
    assert "alert(1)" in page
    assert "tracker.example" not in page
    assert "List&lt;String&gt;" in page


def test_an_empty_selection_is_an_empty_file_and_not_an_error(
    journal: Journal, tmp_path: Path
) -> None:
    nothing = Selection(first=date(1999, 1, 1), last=date(1999, 1, 2))

    assert json.loads(exported(journal, tmp_path, "json", selection=nothing))["entries"] == []
    assert exported(journal, tmp_path, "md", selection=nothing).startswith("# Journal")


def test_the_file_is_its_owners_alone_and_replaced_whole(journal: Journal, tmp_path: Path) -> None:
    file = tmp_path / "export.md"
    file.write_text("what was there")

    exported(journal, tmp_path)

    assert file.stat().st_mode & 0o777 == 0o600
    assert "what was there" not in file.read_text()
    assert [path.name for path in tmp_path.iterdir()] == ["export.md"]


def test_a_link_is_not_written_through(journal: Journal, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("kept")
    (tmp_path / "export.md").symlink_to(elsewhere)

    with pytest.raises(Refused):
        exported(journal, tmp_path)

    assert elsewhere.read_text() == "kept"


def test_nothing_private_shows_in_a_repr(journal: Journal) -> None:
    items = journal.exporting.items(Selection(include_private=True))

    assert "Mei" not in repr(items)
    assert DOUBT not in repr(items)


def test_weeks_apart_by_years_come_in_order_and_each_once(journal: Journal, tmp_path: Path) -> None:
    days = [date(2019, 1, 1), date(2022, 6, 30), date(2022, 7, 1), date(2026, 12, 31)]
    for day in days:
        journal.entries.write(an_entry(f"written on {day}", on=day))

    text = exported(journal, tmp_path)
    places = [text.index(f"written on {day}") for day in days]
    assert places == sorted(places)
    assert all(text.count(f"written on {day}") == 1 for day in days)
    part = exported(journal, tmp_path, selection=Selection(first=days[1], last=days[1]))
    assert [day for day in days if f"written on {day}" in part] == [days[1]]


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_more_than_fits_on_pages_is_refused_in_words(
    journal: Journal, tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal_app.services.exporting.MOST_ON_PAGES", 2)
    file = tmp_path / f"journal.{form}"

    with pytest.raises(Refused) as refused:
        journal.exporting.export(
            file, form=form, names=NameStyle.REAL, selection=Selection(include_private=True)
        )

    assert "shorter period" in refused.value.next_step
    assert not file.exists()


def test_an_export_tells_how_far_it_is_and_stops_when_asked(
    journal: Journal, tmp_path: Path
) -> None:
    for number in range(200):
        journal.entries.write(an_entry(f"entry {number}"))
    told: list[float] = []

    def tell(part: float) -> None:
        told.append(part)
        if len(told) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        journal.exporting.export(
            tmp_path / "journal.md",
            form="md",
            names=NameStyle.REAL,
            selection=Selection(),
            progress=tell,
        )
    assert told == sorted(told)
    assert list(tmp_path.iterdir()) == []
