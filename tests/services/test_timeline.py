"""The timeline: the same lines in pages as at once, kept to what was chosen."""

import random
from datetime import date, timedelta

import pytest

from journal_app.domain.entry import EntryKind
from journal_app.domain.timeline import Chosen
from tests.builders import FRIDAY, MONDAY, a_full_draft, an_entry


@pytest.fixture
def mei(journal):
    return journal.team.welcome("Mei Lindqvist", ["Mei-Mei"])


@pytest.fixture
def a_year(journal, mei):
    """Weeks and entries of a year, several on a day, some about Mei, starred or tagged."""
    dice = random.Random(7)
    for number in range(120):
        day = FRIDAY - timedelta(days=dice.randrange(360))
        entry = journal.entries.write(
            an_entry(
                f"words {number}" + (" with Mei in them" if number % 7 == 0 else ""),
                on=day,
                kind=dice.choice([EntryKind.NOTE, EntryKind.NOTE, EntryKind.MOMENT]),
                person_id=mei.id if number % 5 == 0 else None,
                tags=("calm",) if number % 4 == 0 else (),
            )
        )
        if number % 6 == 0:
            journal.entry_care.star(entry.id, on=True)
    for week in range(0, 50, 3):
        start = MONDAY - timedelta(weeks=week)
        journal.reflections.finish(
            a_full_draft(mei.id, week_start=start), on=start + timedelta(days=4)
        )


def in_pages(journal, chosen, size):
    lines, after = [], None
    while page := journal.timeline.page(chosen, after, size):
        lines += page
        after = page[-1]
    return lines


def choices(mei):
    return [
        {},
        {"person_id": mei.id},
        {"kind": "week"},
        {"kind": "moment"},
        {"kind": "plan"},
        {"tag": "calm"},
        {"starred": True},
        {"person_id": mei.id, "kind": "celebration"},
        {"until": FRIDAY - timedelta(days=100)},
        {"tag": "calm", "starred": True, "person_id": mei.id},
    ]


@pytest.mark.parametrize("which", range(10))
@pytest.mark.parametrize("size", [1, 7, 50])
def test_pages_put_together_are_the_whole_in_order_with_no_line_twice(
    journal, mei, a_year, which, size
):
    chosen = journal.timeline.chosen(**choices(mei)[which])

    whole = journal.timeline.page(chosen, None, 10_000)
    pages = in_pages(journal, chosen, size)

    assert [line.ref for line in pages] == [line.ref for line in whole]
    assert len({line.ref for line in whole}) == len(whole) > 0
    assert [line.on for line in whole] == sorted((line.on for line in whole), reverse=True)


def test_the_plain_timeline_holds_weeks_and_entries_and_nothing_private(journal, mei):
    journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    kept = journal.entries.write(an_entry("open"))
    journal.entries.write(an_entry("a doubt", kind=EntryKind.DOUBT))
    journal.entries.write(an_entry("a worry", kind=EntryKind.WORRY, person_id=mei.id))

    for chosen in (Chosen(), journal.timeline.chosen(person_id=mei.id)):
        lines = journal.timeline.page(chosen)
        assert not {"a doubt", "a worry"} & {line.words for line in lines}
    assert [line.ref for line in journal.timeline.page(Chosen())] == ["week:1", str(kept.id)]


def test_a_person_brings_what_is_about_them_and_what_names_them(journal, mei):
    journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    named = journal.entries.write(an_entry("a word with mei"))
    journal.entries.write(an_entry("a word with meinhard"))

    lines = journal.timeline.page(journal.timeline.chosen(person_id=mei.id))

    assert {line.kind for line in lines} == {"note", "moment", "celebration", "plan"}
    assert [line.ref for line in lines if line.kind == "note"] == [str(named.id)]


def test_days_have_dots_by_kind_and_not_by_number(journal, mei):
    journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    for _ in range(5):
        journal.entries.write(an_entry("one more"))
    journal.entries.write(an_entry("hidden", on=MONDAY, kind=EntryKind.DOUBT))

    dots = journal.timeline.dots(date(2026, 11, 1), date(2026, 11, 30))

    assert dots[FRIDAY] == {"note", "moment", "celebration"}
    assert dots[MONDAY + timedelta(days=6)] == {"week"}
    assert MONDAY not in dots


def test_this_day_of_other_years_comes_back_also_on_a_leap_day(journal):
    for year in (2020, 2024):
        journal.entries.write(an_entry(f"of {year}", on=date(year, 2, 29)))
    journal.entries.write(an_entry("of 2027", on=date(2027, 2, 28)))

    assert [line.words for line in journal.timeline.on_this_day(date(2028, 2, 29))] == [
        "of 2024",
        "of 2020",
    ]
    assert [line.words for line in journal.timeline.on_this_day(date(2028, 2, 28))] == ["of 2027"]
    assert journal.timeline.on_this_day(date(2020, 2, 29)) == []


def test_a_page_of_fifty_thousand_entries_reads_a_page_and_not_the_journal(journal, db):
    with db.transaction():
        db.execute("DROP TRIGGER entry_words_insert")
        db.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)"
            " INSERT INTO entry (happened_on, body, starred)"
            " SELECT date('1990-01-01', '+' || (i / 4) || ' days'), 'entry ' || i,"
            " iif(i % 200 = 0, 'yes', 'no') FROM n"
        )
    taken = []
    for chosen in (Chosen(), Chosen(starred=True), Chosen(until=date(2000, 1, 1))):
        db._connection.set_progress_handler(lambda: taken.append(1), 1000)
        first = journal.timeline.page(chosen)
        second = journal.timeline.page(chosen, first[-1])
        db._connection.set_progress_handler(None, 0)
        assert len(first) == 100
        assert first[-1].key > second[0].key
    assert len(taken) <= 40
