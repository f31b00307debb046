"""What the nouns refuse, and how a person's fields read as text."""

from datetime import date

import pytest

from journal_app.domain.celebration import Celebration
from journal_app.domain.doubt import Doubt
from journal_app.domain.entry import Entry
from journal_app.domain.hints import CelebrationWords, celebration_hints, plan_hints
from journal_app.domain.intention import Intention
from journal_app.domain.moment import Moment
from journal_app.domain.person import Person, names_from_text
from journal_app.domain.promise import Promise
from journal_app.domain.seed import Seed
from journal_app.domain.worry import Worry
from tests.builders import FRIDAY, MONDAY, NEXT_MONDAY

ENGLISH = CelebrationWords(
    praise=("great", "job", "rock star", "you"),
    but=("but",),
    than=("than",),
    request=("could you", "please"),
)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Person(name=" "),
        lambda: Moment(person_id=1, happened_on=FRIDAY, behaviour=""),
        lambda: Worry(person_id=1, noted_on=FRIDAY, body=" "),
        lambda: Celebration(person_id=1, happened_on=FRIDAY, behaviour=""),
        lambda: Doubt(raised_on=FRIDAY, body=""),
        lambda: Intention(week_start=MONDAY, act=" "),
        lambda: Promise(person_id=1, made_on=FRIDAY, body=""),
        lambda: Seed(caught_on=FRIDAY, body="\n"),
        lambda: Entry(happened_on=FRIDAY, body=""),
    ],
)
def test_a_noun_needs_its_words(make):
    with pytest.raises(ValueError, match="needs"):
        make()


def test_no_repr_holds_a_name_or_a_sentence():
    nouns = [
        Person(name="Mei"),
        Moment(person_id=1, happened_on=FRIDAY, behaviour="Mei", impact="Mei"),
        Celebration(person_id=1, happened_on=FRIDAY, behaviour="Mei", joy="Mei"),
        Doubt(raised_on=FRIDAY, body="Mei"),
        Intention(week_start=MONDAY, act="Mei", cue="Mei", ending_note="Mei"),
        Promise(person_id=1, made_on=FRIDAY, body="Mei", note="Mei"),
        Seed(caught_on=FRIDAY, body="Mei"),
        Entry(happened_on=FRIDAY, body="Mei", title="Mei", tags=("Mei",)),
    ]
    assert [repr(noun) for noun in nouns if "Mei" in repr(noun)] == []


def test_a_worry_asks_after_eight_weeks():
    worry = Worry(person_id=1, noted_on=date(2026, 1, 1), body="silent")

    assert worry.asks_on == date(2026, 2, 26)


def test_a_plan_is_carried_twice_and_then_wants_a_new_shape():
    plan = Intention(week_start=MONDAY, cue="she asks", act="ask back", id=1)
    twice = plan.carry(NEXT_MONDAY).carry(NEXT_MONDAY)

    with pytest.raises(ValueError, match="twice"):
        twice.carry(NEXT_MONDAY)
    assert twice.reshape(NEXT_MONDAY, cue="on Monday at ten", act="ask back").carried == 0
    assert twice.ending is None


def test_a_moment_reads_as_sentences():
    moment = Moment(
        person_id=1,
        happened_on=FRIDAY,
        situation="In Tuesday's call",
        behaviour="she said what we did not know",
        impact="they calmed down",
    )
    expected = "In Tuesday's call she said what we did not know. They calmed down."
    assert moment.sentence == expected


def test_a_note_says_when_what_and_what_it_meant():
    celebration = Celebration(
        person_id=1,
        happened_on=FRIDAY,
        situation="In Tuesday's call",
        behaviour="you said what we did not know",
        impact="They stayed.",
        growing_in="saying hard things early",
        joy="I was proud",
    )
    assert celebration.note(name="Mei") == (
        "Mei,\n\nIn Tuesday's call you said what we did not know. They stayed."
        " I can see you growing in saying hard things early."
    )


@pytest.mark.parametrize(
    ("parts", "hints"),
    [
        (("", "great job", "", ""), ["praise-only"]),
        (("On Monday", "you asked first", "the room opened", ""), []),
        (("", "you asked, but late", "", ""), ["but"]),
        (("", "you said what we do not know yet", "", ""), []),
        (("", "you were clearer than Jonas", "", ""), ["compares"]),
        (("", "thanks; could you do the next one too", "", ""), ["request"]),
        (("", " ".join(["word"] * 91), "", ""), ["long"]),
        (("", "", "", ""), []),
    ],
)
def test_hints_for_a_celebration(parts, hints):
    found = celebration_hints(parts, words=ENGLISH, other_names=["Jonas Berg"])

    assert found == hints


@pytest.mark.parametrize(
    ("cue", "act", "hints"),
    [
        ("Mei brings it", "ask first", []),
        ("", "ask first", ["loose"]),
        ("Monday at ten", "be better at listening", ["wish"]),
        ("", "", []),
    ],
)
def test_hints_for_a_plan(cue, act, hints):
    assert plan_hints(cue=cue, act=act, wish_words=["be better"]) == hints


def test_names_are_read_from_lines_and_from_csv():
    assert names_from_text('Name;Nickname\n"Mei Lindqvist";"Mei-Mei"\n\nJonas\n') == [
        ("Mei Lindqvist", ("Mei-Mei",)),
        ("Jonas", ()),
    ]
