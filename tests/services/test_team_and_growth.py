"""People, their cards and their one line in time."""

from datetime import date

import pytest

from journal_app.domain.celebration import Celebration, Delivery
from journal_app.domain.entry import EntryKind
from journal_app.domain.errors import Refused
from journal_app.domain.moment import Moment
from tests.builders import FRIDAY, MONDAY, an_entry


def test_people_pasted_one_a_line_are_welcomed_once(journal):
    journal.team.welcome_all("name,nickname\nMei Lindqvist, Mei-Mei\nJonas\n\nJonas\n")

    assert [(p.name, p.other_names) for p in journal.team.everyone()] == [
        ("Mei Lindqvist", ("Mei-Mei",)),
        ("Jonas", ()),
    ]


def test_a_name_already_there_is_refused_in_any_case(journal):
    journal.team.welcome("Mei Lindqvist")

    with pytest.raises(Refused):
        journal.team.welcome("mei lindqvist")


def test_the_manual_order_stays(journal):
    a, _b, c = journal.team.welcome_all("Ada\nBo\nCem")

    journal.team.put_in_order([c.id, a.id])

    assert [p.name for p in journal.team.everyone()] == ["Cem", "Ada", "Bo"]


def test_a_card_field_remembers_the_day_it_changed(journal):
    mei = journal.team.welcome("Mei")

    mei = journal.team.write_card(mei, "thanks", "quietly, in writing", on=FRIDAY)
    same = journal.team.write_card(mei, "thanks", "quietly, in writing", on=date(2027, 1, 1))

    assert same.card.thanks.noted_on == FRIDAY


def test_renaming_a_person_keeps_every_entry(journal):
    mei = journal.team.welcome("Mei")
    journal.growth.notice(Moment(person_id=mei.id, happened_on=FRIDAY, behaviour="led"))

    journal.team.change(mei, name="Mei Lindqvist")

    assert [point.text for point in journal.growth.line(mei.id)] == ["Led."]


def test_the_growth_line_runs_from_the_oldest_and_bears_its_celebrations(journal):
    mei = journal.team.welcome("Mei")
    late = journal.growth.notice(
        Moment(person_id=mei.id, happened_on=FRIDAY, behaviour="led the retro")
    )
    journal.growth.notice(Moment(person_id=mei.id, happened_on=MONDAY, behaviour="asked for help"))
    journal.celebrations.celebrate(
        Celebration(person_id=mei.id, happened_on=FRIDAY, behaviour="you led it", moment_id=late.id)
    )
    journal.entries.write(
        an_entry("Her first talk.", on=date(2026, 1, 9), kind=EntryKind.MOMENT, person_id=mei.id)
    )

    line = journal.growth.line(mei.id)

    assert [point.text for point in line] == [
        "Her first talk.",
        "Asked for help.",
        "Led the retro.",
    ]
    assert line[-1].celebration is not None


def test_a_celebration_waits_until_it_was_given(journal):
    mei = journal.team.welcome("Mei")
    kept = journal.celebrations.celebrate(
        Celebration(
            person_id=mei.id, happened_on=FRIDAY, behaviour="you led it", delivery=Delivery.SAY
        )
    )
    assert journal.celebrations.waiting() == [kept]

    journal.celebrations.mark_given(kept.id, on=FRIDAY, how="on the stairs", landed="She smiled.")

    assert journal.celebrations.waiting() == []


def test_the_note_to_a_person_never_holds_the_private_joy():
    celebration = Celebration(
        person_id=1,
        happened_on=FRIDAY,
        situation="In Tuesday's call",
        behaviour="you said what we did not know",
        joy="I nearly cried",
    )

    assert "cried" not in celebration.note(name="Mei")


def test_a_seed_waits_until_it_is_used(journal):
    seed = journal.seeds.catch("  Jonas stayed late to help Ada ", on=FRIDAY)

    assert [s.body for s in journal.seeds.waiting()] == ["Jonas stayed late to help Ada"]
    assert seed.id is not None
