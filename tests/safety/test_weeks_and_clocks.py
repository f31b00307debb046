"""Cases 45 to 50: a day is the one on the wall where it was lived, and a week has one key for ever.

Reminders on days without an hour, or with one twice (47): tests/domain/test_reminding.py.
Nothing says "a year ago today" yet (46): when it comes, it needs a test of its own.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QLabel

from journal_app.domain.share import NameStyle
from journal_app.domain.timeline import Line
from journal_app.domain.week import Week
from journal_app.services.exporting import Selection
from journal_app.services.journal import Journal
from journal_app.services.printing import PrintingService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.journal.reader import ReadingServices
from journal_app.ui.page_maker import guide_services
from journal_app.ui.pages.guide_page import GuidePage
from journal_app.ui.pages.journal_page import JournalPage
from journal_app.ui.pages.week_home_page import WeekHomePage
from tests.builders import FRIDAY, MONDAY, NEXT_MONDAY, a_full_draft, a_sentence, an_entry
from tests.cli import conftest as command_line

folder, tend, journal_folder = command_line.folder, command_line.tend, command_line.journal_folder


def exported(journal: Journal, folder: Path) -> str:
    file = folder / "out.md"
    journal.exporting.export(file, form="md", names=NameStyle.REAL, selection=Selection())
    return file.read_text(encoding="utf-8")


# --- 45 to 47: weeks and days


def test_case_45_the_53rd_week_is_one_week_with_one_key(tend, journal_folder):
    days = [date(2026, 12, 28) + timedelta(days=n) for n in range(7)]

    told = [tend("week", "--date", day.isoformat()).line for day in days]

    assert told == [{"week": "2026-W53", "start": "2026-12-28", "end": "2027-01-03"}] * 7
    assert tend("week", "--date", "2027-01-04").line["week"] == "2027-W01"


@pytest.mark.parametrize("first_weekday", range(7))
def test_cases_45_46_and_50_every_week_of_a_century_has_its_own_key_and_they_sort(first_weekday):
    weeks = [Week.of(date(2000, 1, 1), first_weekday)]
    while weeks[-1].start.year < 2100:
        weeks.append(weeks[-1].next())
    keys = [week.key for week in weeks]

    assert keys == sorted(set(keys))
    assert all(later.previous() == week for week, later in pairwise(weeks))
    assert all(week.start.weekday() == first_weekday for week in weeks)
    middles = [week.start + timedelta(days=3) for week in weeks]
    assert keys == [Week.of(middle).key for middle in middles]


def test_case_45_two_finished_weeks_at_the_turn_of_the_year_stay_two_in_order(journal, tmp_path):
    mei = journal.team.welcome("Mei")
    for start in (date(2026, 12, 28), date(2027, 1, 4), date(2026, 12, 21)):
        draft = a_full_draft(mei.id, week_start=start)
        journal.reflections.finish(draft, on=start + timedelta(days=4))

    text = exported(journal, tmp_path)
    headings = [line for line in text.splitlines() if line.startswith("## Week")]
    assert [heading.split()[2].rstrip(",") for heading in headings] == [
        "2026-W52",
        "2026-W53",
        "2027-W01",
        # The plan for the week to come stands in its own week.
        "2027-W02",
    ]
    assert journal.reflections.finished_in(Week.of(date(2027, 1, 1))) is not None


@pytest.fixture
def guide_at(qtbot, theme, heard_journal) -> Callable[[date], GuidePage]:
    def make(day: date) -> GuidePage:
        journal = heard_journal
        services = guide_services(journal, lambda: day)
        made = GuidePage(services, theme)
        qtbot.addWidget(made)
        made.open_week(journal.reflections.week_of(day))
        return made

    return make


def home_at(qtbot, theme, journal: Journal, changes: ChangeSignals, day: date) -> WeekHomePage:
    made = WeekHomePage(
        theme,
        changes,
        reflections=journal.reflections,
        intentions=journal.intentions,
        growth=journal.growth,
        team=journal.team,
        seeds=journal.seeds,
        leader=journal.leader,
        attention=journal.attention,
        pace=journal.pace,
        care=lambda _text, _about: "",
        today=lambda: day,
    )
    qtbot.addWidget(made)
    return made


TURNS = [date(2028, 2, 29), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 3)]


@pytest.mark.parametrize("day", TURNS)
def test_case_46_the_pages_live_through_leap_days_and_the_turn_of_the_year(
    qtbot, theme, heard_journal, changes, guide_at, day
):
    mei = heard_journal.team.welcome("Mei", joined_on=date(2024, 2, 29))
    guide = guide_at(day)
    heard_journal.reflections.finish(
        a_full_draft(mei.id, week_start=guide.draft.week_start), on=day
    )
    heard_journal.entries.write(an_entry("on the day", on=day))
    home_at(qtbot, theme, heard_journal, changes, day)
    home_at(qtbot, theme, heard_journal, changes, day.replace(day=28, month=2, year=2029))
    services = ReadingServices(
        reflections=heard_journal.reflections,
        entries=heard_journal.entries,
        entry_care=heard_journal.entry_care,
        erasing=heard_journal.erasing,
        team=heard_journal.team,
        skills=heard_journal.skills,
        printing=PrintingService(),
        today=lambda: day,
    )
    reading = JournalPage(
        theme,
        changes,
        timeline=heard_journal.timeline,
        insight=heard_journal.insight,
        reading=services,
    )
    qtbot.addWidget(reading)

    weeks = heard_journal.reflections.finished()
    assert [Week(week.week_start) for week in weeks] == [Week.of(day)]
    assert [line.on for line in reading.model.rows if isinstance(line, Line)] == [
        Week.of(day).end,
        day,
    ]


def test_case_46_a_week_is_one_draft_however_often_it_is_opened(heard_journal, guide_at):
    for day in (date(2026, 12, 28), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 3)):
        guide = guide_at(day)
        guide.draft.doubt += "and again "
        heard_journal.reflections.keep(guide.draft)

    [draft] = heard_journal.reflections.old_drafts(date(2027, 2, 1))
    assert (draft.week_start, draft.doubt) == (date(2026, 12, 28), "and again " * 4)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, datetime], None]]:
    """Puts this process into a zone at a moment, as travel or a clock put right would."""

    def stand(zone: str, moment: datetime) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        monkeypatch.setattr(time, "time", moment.timestamp)

    yield stand
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("moment", "wall"),
    [
        # Berlin: no 02:30 on 29 March, two of them on 25 October.
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), "2026-03-28"),
        (datetime(2026, 3, 28, 23, 1, tzinfo=UTC), "2026-03-29"),
        (datetime(2026, 3, 29, 1, 30, tzinfo=UTC), "2026-03-29"),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), "2026-03-29"),
        (datetime(2026, 3, 29, 22, 1, tzinfo=UTC), "2026-03-30"),
        (datetime(2026, 10, 24, 22, 1, tzinfo=UTC), "2026-10-25"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2026-10-25"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "2026-10-25"),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), "2026-10-25"),
        (datetime(2026, 10, 25, 23, 1, tzinfo=UTC), "2026-10-26"),
    ],
)
def test_case_47_the_day_is_the_one_on_the_wall(tend, journal_folder, clock, moment, wall):
    clock("Europe/Berlin", moment)

    tend("add", "now")

    assert tend("list").line["date"] == wall
    assert tend("week").line == tend("week", "--date", wall).line


def test_case_47_an_hour_that_comes_twice_is_written_down_as_two(journal, db):
    kept = journal.entries.write(an_entry("one two three four"))
    journal.entries.change(replace(an_entry("one"), id=kept.id))

    [(saved_at,)] = db.execute("SELECT saved_at FROM revision")
    assert datetime.fromisoformat(saved_at).utcoffset() == timedelta(0)


def test_case_48_old_dates_stay_as_they_were_seen_wherever_one_travels(tend, journal_folder, clock):
    moment = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)
    clock("Pacific/Kiritimati", moment)
    tend("add", "far east")
    clock("Pacific/Pago_Pago", moment + timedelta(minutes=1))
    tend("add", "far west")

    seen = {}
    for zone in ("Pacific/Kiritimati", "Europe/Berlin", "Pacific/Pago_Pago"):
        clock(zone, moment + timedelta(hours=1))
        seen[zone] = [(line["body"], line["date"]) for line in tend("list").lines]

    assert set(map(tuple, seen.values())) == {
        (("far east", "2026-11-21"), ("far west", "2026-11-19"))
    }


# --- 49: the clock goes back


def test_case_49_a_clock_put_back_overwrites_nothing_and_ids_keep_the_order(
    tend, journal_folder, clock
):
    for year in (2026, 2024, 2026):
        clock("UTC", datetime(year, 11, 20, 12, tzinfo=UTC))
        tend("add", f"in {year}")

    lines = tend("list").lines
    assert [(line["id"], line["date"]) for line in lines] == [
        (3, "2026-11-20"),
        (1, "2026-11-20"),
        (2, "2024-11-20"),
    ]
    assert [line["body"] for line in lines] == ["in 2026", "in 2026", "in 2024"]


def test_case_49_a_guide_opened_in_an_earlier_year_leaves_the_draft_of_this_one(
    heard_journal, guide_at
):
    guide = guide_at(FRIDAY)
    guide.draft.doubt = a_sentence()
    heard_journal.reflections.keep(guide.draft)

    earlier = guide_at(date(2024, 11, 20))
    earlier.draft.doubt = "another clock"
    heard_journal.reflections.keep(earlier.draft)

    week = heard_journal.reflections.week_of
    assert heard_journal.reflections.draft(week(FRIDAY)).doubt == a_sentence()
    assert heard_journal.reflections.draft(week(date(2024, 11, 20))).doubt == "another clock"


def test_case_49_a_week_finished_again_by_a_wrong_clock_leaves_the_first_one_whole(journal):
    mei = journal.team.welcome("Mei")
    first = journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    journal.reflections.finish(a_full_draft(mei.id), on=date(2024, 11, 20))

    assert journal.reflections.page(first.id).moments[0].person_id == mei.id
    assert len(journal.reflections.finished()) == 2


def test_case_49_what_an_entry_said_is_kept_while_the_clock_is_behind(journal, db):
    kept = journal.entries.write(an_entry("the first words of it"))
    journal.entries.change(replace(an_entry("the second words of it"), id=kept.id))
    db.execute("UPDATE revision SET saved_at = '2031-01-01T00:00:00+00:00'")

    journal.entries.change(replace(an_entry("the third words of it"), id=kept.id))
    # Typing on within five minutes still makes no version of every pause.
    journal.entries.change(replace(an_entry("the third words of it."), id=kept.id))

    assert journal.entries.former_bodies(kept.id) == [
        "the second words of it",
        "the first words of it",
    ]


# --- 50: other languages of the system


@pytest.fixture
def speaking() -> Iterator[Callable[[QLocale.Language, QLocale.Country], None]]:
    before = QLocale()
    yield lambda language, country: QLocale.setDefault(QLocale(language, country))
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("language", "country"),
    [
        (QLocale.Language.Arabic, QLocale.Country.Egypt),
        (QLocale.Language.Turkish, QLocale.Country.Turkey),
        (QLocale.Language.Persian, QLocale.Country.Iran),
        (QLocale.Language.English, QLocale.Country.UnitedStates),
    ],
)
def test_case_50_the_language_of_the_system_changes_what_is_shown_and_no_key(
    qtbot, theme, heard_journal, changes, guide_at, db, speaking, language, country
):
    speaking(language, country)
    mei = heard_journal.team.welcome("Işıl İ.")
    guide = guide_at(FRIDAY)
    guide.draft.arrive_word = "tired"
    heard_journal.reflections.keep(guide.draft)
    keys = [key for (key,) in db.execute("SELECT key FROM draft")]
    heard_journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    home = home_at(qtbot, theme, heard_journal, changes, FRIDAY)

    assert keys == ["reflection:2026-11-16"]
    assert db.execute("SELECT week_start, finished_on FROM reflection") == [
        ("2026-11-16", "2026-11-20")
    ]
    assert {day for (day,) in db.execute("SELECT happened_on FROM item")} == {
        MONDAY.isoformat(),
        FRIDAY.isoformat(),
        NEXT_MONDAY.isoformat(),
    }
    shown = " ".join(label.text() for label in home.findChildren(QLabel))
    days = QLocale().toString(QDate(2026, 11, 22), "d")
    assert QLocale().toString(QDate(2026, 11, 16), "d") in shown
    # The month stands before the day or after it, in the case the language gives it there.
    month = QLocale().toString(QDate(2026, 11, 22), "d MMMM").lstrip(f"{days} .")
    assert QLocale().toString(QDate(2026, 11, 22), "d") in shown
    assert month in shown


@pytest.mark.parametrize("query", ["istanbul", "İstanbul", "ISTANBUL", "i\u0307stanbul", "İSTAN"])
def test_case_50_a_turkish_i_is_found_from_any_keyboard(journal, query):
    for body in ("to İstanbul", "to Istanbul", "to I\u0307stanbul"):
        journal.entries.write(an_entry(body))

    assert len(journal.searching.find(query)) == 3
