"""Any journal: one of every noun, drawn by chance, and everything in it told by keys."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from journal_app.domain.celebration import Celebration, Delivery
from journal_app.domain.doubt import Doubt, DoubtWay
from journal_app.domain.entry import Entry, EntryKind
from journal_app.domain.experiment import ExperimentTry
from journal_app.domain.intention import Ending, Intention
from journal_app.domain.measure import Measure
from journal_app.domain.moment import GrowthKind, Moment
from journal_app.domain.person import Card, CardNote, Person, PersonState
from journal_app.domain.placing import Placing
from journal_app.domain.promise import Promise
from journal_app.domain.reflection import Answer, Hat, Reflection
from journal_app.domain.seed import Seed
from journal_app.domain.share import WordKind
from journal_app.domain.step import Mode
from journal_app.domain.worry import Worry
from journal_app.guidance.loader import load
from journal_app.services.journal import Journal
from journal_app.store.database import Database
from journal_app.store.migrations import STEPS
from journal_app.store.migrations_runner import migrate
from journal_app.store.nouns import Nouns
from journal_app.store.row_checks import NOUNS

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    [
        "---\n",
        "\r\n\r\n",
        " \n# x\n",
        "\x00",
        "\ufeff",
        "a\u2028b",
        "😀",
        "שלום",
        "%1 {0} \\",
        "- [ ] x",
    ]
)
words = texts.filter(lambda text: bool(text.strip()))
days = st.dates(date(1990, 1, 1), date(2060, 1, 1))
tags = st.lists(words.map(str.strip).filter(bool), max_size=3, unique=True).map(tuple)


def a_journal() -> tuple[Journal, Database]:
    database = Database.in_memory()
    migrate(database, STEPS)
    return Journal(database, load), database


@st.composite
def filled(draw: Any) -> tuple[Journal, Database]:
    journal, database = a_journal()
    nouns = Nouns(database)
    people = _people(draw, nouns)
    somebody = st.sampled_from(people) if people else st.none()
    for _ in range(draw(st.integers(0, 3))):
        nouns.entries.add(
            Entry(
                happened_on=draw(days),
                body=draw(words),
                title=draw(texts),
                kind=draw(st.sampled_from(EntryKind)),
                person_id=draw(somebody | st.none()),
                tags=draw(tags),
                private=draw(st.booleans()),
                starred=draw(st.booleans()),
                zone=draw(st.sampled_from(["", "Europe/Berlin"])),
            )
        )
    if draw(st.booleans()):
        database.execute("INSERT INTO entry_language SELECT id, 'de-AT' FROM entry")
        database.execute("INSERT INTO own_word (word) VALUES ('retro')")
    for _ in range(draw(st.integers(0, 2))):
        _week(draw, nouns, people)
    nouns.seeds.add(Seed(caught_on=draw(days), body=draw(words), person_id=draw(somebody)))
    nouns.measures.add(Measure(body=draw(words), aim="culture", added_on=draw(days)))  # type: ignore[arg-type]
    _beside_weeks(draw, database)
    if draw(st.booleans()):
        _fill_what_is_empty(draw, database)
    return journal, database


def _beside_weeks(draw: Any, database: Database) -> None:
    """What belongs to no week: a focus, templates, known words, questions that were asked."""
    rows = {
        "focus (skill_id, since, until)": ("listening", draw(days).isoformat(), None),
        "template (name, body)": (draw(words), draw(words)),
        "known_word (body, kind)": (draw(words), draw(st.sampled_from(WordKind))),
        "shown_prompt (week_start, step, prompt_id, answered)": (
            draw(days).isoformat(),
            "notice",
            "weekly.notice.one",
            draw(st.sampled_from(["yes", "no"])),
        ),
    }
    for into, values in rows.items():
        if draw(st.booleans()):
            marks = ", ".join("?" * len(values))
            database.execute(f"INSERT INTO {into} VALUES ({marks})", list(values))  # noqa: S608


def _fill_what_is_empty(draw: Any, database: Database) -> None:
    """Every column the schema has, whichever version brought it."""
    told = {
        "growth": draw(st.sampled_from(GrowthKind)),
        "skill_id": "listening",
        "aim": "results",
        "carried": 2,
        "ending": draw(st.sampled_from(Ending)),
        "hat": draw(st.sampled_from(Hat)),
        "way": draw(st.sampled_from(DoubtWay)),
        "came_back": f"{draw(days)}\n{draw(days)}",
        "chips": "tired\nproud",
        "pages": "monthly",
    }
    for noun in NOUNS:
        points = {
            column: target
            for _, _, target, column, *_ in database.execute(f"PRAGMA foreign_key_list({noun})")
        }
        for _, column, kind, *_ in database.execute(f"PRAGMA table_info({noun})"):
            if column == "id":
                continue
            if column in points:
                value = None if points[column] == noun else _newest(database, points[column])
            elif column in told:
                value = told[column]
            elif column.endswith(("_on", "since", "until")):
                value = draw(days).isoformat()
            else:
                value = draw(words) if kind == "TEXT" else None
            database.execute(
                f"UPDATE {noun} SET {column} = ? WHERE {column} IS NULL OR {column} IN ('', 0)",  # noqa: S608
                [value],
            ) if value else None


def _newest(database: Database, table: str) -> int | None:
    [(newest,)] = database.execute(f"SELECT max(id) FROM {table}")  # noqa: S608
    return newest


def _people(draw: Any, nouns: Nouns) -> list[int]:
    names = draw(st.lists(words.map(str.strip).filter(bool), max_size=3, unique_by=str.casefold))
    return [
        nouns.people.add(
            Person(
                name=name,
                other_names=tuple(draw(st.lists(st.sampled_from(["Mei", "M. T."]), max_size=2))),
                card=Card(strengths=CardNote(text=draw(texts), noted_on=draw(days))),
                state=draw(st.sampled_from(PersonState)),
            )
        ).id
        or 0
        for name in names
    ]


def _week(draw: Any, nouns: Nouns, people: list[int]) -> None:
    week = nouns.reflections.add(
        Reflection(
            week_start=draw(days),
            mode=draw(st.sampled_from(Mode)),
            finished_on=draw(days),
            hat=draw(st.sampled_from([None, *Hat])),
            arrive_word=draw(texts),
            answers=(Answer(step="notice", body=draw(words), prompt_text=draw(texts)),),
        )
    ).id
    doubt = nouns.doubts.add(Doubt(raised_on=draw(days), body=draw(words), reflection_id=week))
    first = nouns.intentions.add(
        Intention(week_start=draw(days), act=draw(words), doubt_id=doubt.id, reflection_id=week)
    )
    nouns.intentions.add(
        Intention(
            week_start=draw(days),
            act=draw(words),
            cue=draw(texts),
            carried_from=first.id,
            ending=draw(st.sampled_from([None, *Ending])),
        )
    )
    nouns.tries.add(
        ExperimentTry(skill_id="listening", experiment=draw(words), tried_on=draw(days))
    )
    evidence = (f"plan:{first.id}", f"doubt:{doubt.id}")
    nouns.placings.add(
        Placing(skill_id="listening", placed_on=draw(days), level=2, evidence=evidence)
    )
    for person in people:
        moment = nouns.moments.add(
            Moment(person_id=person, happened_on=draw(days), behaviour=draw(words))
        )
        nouns.celebrations.add(
            Celebration(
                person_id=person,
                happened_on=draw(days),
                behaviour=draw(words),
                joy=draw(texts),
                delivery=draw(st.sampled_from(Delivery)),
                moment_id=moment.id,
            )
        )
        nouns.worries.add(
            Worry(person_id=person, noted_on=draw(days), ask_on=draw(days), body=draw(words))
        )
        nouns.promises.add(
            Promise(person_id=person, made_on=draw(days), body=draw(words), intention_id=first.id)
        )


def told(database: Database) -> dict[str, Any]:
    """Everything in a journal, told by keys."""
    nouns = Nouns(database)
    rows = {
        noun: sorted(
            (row.key, sorted(row.values.items()), sorted(row.points.items()))
            for _, row in nouns.carrying.rows(noun)
        )
        for noun in nouns.carrying.nouns()
    }
    tagged = sorted(
        (nouns.carrying.key_of("entry", entry_id), tag)
        for entry_id, tag in database.execute("SELECT entry_id, tag FROM entry_tag")
    )
    spoken = sorted(
        (nouns.carrying.key_of("entry", entry_id), language)
        for entry_id, language in database.execute("SELECT * FROM entry_language")
    )
    facts = nouns.carrying.facts()
    return {**rows, "tags": tagged, "languages": spoken, "facts": facts}
