"""Placings, measures and doubts: where a leader stands, in sentences and never in sums."""

from datetime import date, timedelta

import pytest

from journal_app.domain.doubt import Doubt, DoubtState, DoubtWay
from journal_app.domain.intention import Aim, Intention
from journal_app.domain.placing import Placing
from journal_app.store.nouns import Nouns
from tests.builders import FRIDAY, NEXT_MONDAY


def a_doubt(db, **rest):
    return Nouns(db).doubts.add(Doubt(raised_on=FRIDAY, body="How do I say no?", **rest))


def test_a_placing_is_kept_with_its_evidence_and_read_oldest_first(journal):
    earlier = Placing(skill_id="S05", placed_on=FRIDAY - timedelta(days=28), level=1)
    later = Placing(skill_id="S05", placed_on=FRIDAY, level=2, evidence=("moment:3", "plan:1"))

    kept = [journal.skills.place(placing) for placing in (later, earlier)]

    assert journal.skills.placings("S05") == kept[::-1]
    assert [placing.is_a_guess for placing in kept] == [False, True]


@pytest.mark.parametrize("level", [0, 5])
def test_there_are_four_sentences_to_pick_from(level):
    with pytest.raises(ValueError, match="four"):
        Placing(skill_id="S05", placed_on=FRIDAY, level=level)


def test_what_someone_else_saw_is_evidence_too():
    placing = Placing(skill_id="S05", placed_on=FRIDAY, level=2, outside="Rafa said I let go.")

    assert not placing.is_a_guess


def test_measures_are_added_changed_taken_away_and_put_back(journal):
    uptime = journal.measures.add(" Uptime ", Aim.RESULTS, on=FRIDAY)
    people = journal.measures.add("People stay and learn", Aim.RESULTS, on=FRIDAY)

    people = journal.measures.change(people, aim=Aim.CULTURE)
    journal.measures.remove(uptime.id)
    assert journal.measures.all() == [people]
    journal.measures.put_back(uptime)

    assert journal.measures.all() == [uptime, people]
    assert journal.measures.change(people, body=" ").body == "People stay and learn"


def test_a_doubt_becomes_a_plan_in_one_act_and_keeps_its_link(journal, db):
    doubt = a_doubt(db, skill_id="S08")

    made = journal.skills.try_out(
        doubt.id, Intention(week_start=NEXT_MONDAY, cue="the list grows", act="say not now")
    )

    assert (made.doubt_id, made.skill_id) == (doubt.id, "S08")
    assert journal.skills.doubts()[0].state is DoubtState.LEARNING
    assert set(DoubtState) == {"open", "learning", "settled"}


def test_a_doubt_goes_to_the_mentor_or_rests(journal, db):
    doubt = a_doubt(db)

    for way in (DoubtWay.MENTOR, DoubtWay.REST):
        journal.skills.choose_way(doubt.id, way)
        assert journal.skills.doubts()[0].way is way
    assert journal.skills.link_doubt(doubt.id, "S03").skill_id == "S03"


def test_every_focus_is_remembered_with_its_time(journal):
    days = [date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)]
    for skill, day in zip(("S03", "S05", None), days, strict=True):
        journal.skills.choose_focus(skill, on=day)
    journal.skills.choose_focus(None, on=FRIDAY)

    told = [(focus.skill_id, focus.since, focus.until) for focus in journal.skills.focuses()]
    assert told == [("S03", days[0], days[1]), ("S05", days[1], days[2])]


def test_staying_with_a_focus_begins_its_time_anew(journal):
    journal.skills.choose_focus("S03", on=date(2026, 9, 1))
    journal.skills.stay_with_focus(on=FRIDAY)

    assert journal.skills.focus_since() == FRIDAY
    assert journal.skills.focuses()[0].since == date(2026, 9, 1)


def test_nobody_is_asked_about_while_it_is_quiet_around_them(journal, db):
    mei, quiet = journal.team.welcome("Mei"), Nouns(db).quiet
    quiet.put(mei.id, FRIDAY)
    quiet.put(mei.id, FRIDAY + timedelta(days=14))

    assert list(quiet.all()) == [mei.id]
    assert quiet.all()[mei.id] <= FRIDAY + timedelta(days=14)


def test_who_is_erased_is_not_remembered_as_quiet(journal, db):
    mei = journal.team.welcome("Mei")
    Nouns(db).quiet.put(mei.id, FRIDAY + timedelta(days=14))

    journal.erasing.erase_person(mei.id)

    assert Nouns(db).quiet.all() == {}
