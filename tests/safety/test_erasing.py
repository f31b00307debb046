"""Cases 12 and 104 to 109: what is erased is gone to the last byte, and the rest stays."""

import shutil
from datetime import timedelta

import pytest

from journal_app.domain.errors import MissingJournal, Refused
from journal_app.domain.mention import Choice
from journal_app.domain.worry import Worry
from tests.builders import FRIDAY, a_full_draft, a_moment, an_entry
from tests.safety.conftest import PASSPHRASE
from tests.safety.pages import plain_folder

NAME, NICK = "Quirina Zwölfender", "Quirli"
TRACES = [b"quirin", b"zw\xc3\xb6lfend", b"zwolfend", b"quirli"]


@pytest.fixture
def lived(protection):
    """A journal with two people, written about in every way there is, backed up and edited."""
    journal = protection.journal
    her = journal.team.welcome(NAME, [NICK])
    other = journal.team.welcome("Jonas Berg")
    for field in ("strengths", "hopes", "energy", "thanks"):
        her = journal.team.write_card(her, field, f"{NICK} likes the sea", on=FRIDAY)
    week = journal.reflections.week_of(FRIDAY)
    draft = a_full_draft(her.id)
    draft.moments[0].behaviour = f"{NICK} told the customer the truth"
    draft.answer("notice").body = "Zwölfender's calm. Jonas was calm too."
    draft.doubt = f"I don't know how to thank {NAME}."
    journal.reflections.finish(draft, on=FRIDAY)
    journal.growth.worry(Worry(person_id=her.id, noted_on=FRIDAY, body=f"{NICK} looked tired"))
    journal.seeds.catch(f"ask {NICK} about the sea", on=FRIDAY, person_id=her.id)
    journal.seeds.catch("@quirli and Jonas paired", on=FRIDAY, person_id=other.id)
    hers = journal.entries.write(an_entry(f"{NAME} led the call", person_id=her.id))
    journal.entries.change(an_entry("She led it").__class__(**{**fields(hers), "body": "short"}))
    his = journal.entries.write(
        an_entry(
            f"Jonas wrote the plan. {NICK} helped him. It held.",
            person_id=other.id,
            tags=("quirli", "plan"),
            title=f"Jonas and {NICK}",
        )
    )
    journal.entries.change(his.__class__(**{**fields(his), "title": "Jonas"}))
    open_draft = journal.reflections.open_draft(week.next(), on=FRIDAY)
    open_draft.moments = [a_moment(her.id, f"{NICK} again"), a_moment(other.id, f"with {NICK}")]
    journal.reflections.keep(open_draft)
    protection.backups.make()
    return protection, her.id, other.id, his.id


def fields(entry):
    return {name: getattr(entry, name) for name in entry.__dataclass_fields__}


def key_of(protection):
    return protection._vault.keys.key


def traces(protection):
    plain = plain_folder(protection.folder, key_of(protection)).lower()
    return [trace for trace in TRACES if trace in plain]


def test_case_104_the_search_for_traces_finds_what_is_there(lived):
    protection, *_ = lived
    assert traces(protection) == TRACES


def test_case_104_erasing_a_person_leaves_no_byte_and_others_their_entries(lived):
    protection, person_id, other_id, his = lived

    protection.journal.erasing.erase_person(person_id)

    assert traces(protection) == []
    assert [p.name for p in protection.journal.team.everyone()] == ["Jonas Berg"]
    entry = protection.journal.entries.entry(his)
    assert entry.body == "Jonas wrote the plan. Someone helped him. It held."
    assert entry.tags == ("Someone", "plan")
    assert protection.journal.entries.items(person_id=person_id) == []
    protection.journal.checking.check()
    protection.lock()
    journal = protection.unlock(PASSPHRASE)
    week = journal.reflections.week_of(FRIDAY).next()
    kept = journal.reflections.draft(week)
    assert [m.person_id for m in kept.moments] == [None, other_id]
    assert kept.moments[1].behaviour == "with someone"
    key = protection._vault.keys.key
    protection.lock()
    left = plain_folder(protection.folder, key).lower()
    assert not any(trace in left for trace in TRACES)


def test_case_104_the_backup_that_is_left_restores_the_journal_without_them(lived):
    protection, person_id, *_ = lived
    protection.journal.erasing.erase_person(person_id)

    [backup] = protection.backups.all()
    protection.restoring.restore(backup.path)

    assert [p.name for p in protection.journal.team.everyone()] == ["Jonas Berg"]


def test_case_105_each_mention_elsewhere_is_shown_and_settled_by_its_choice(lived):
    protection, person_id, _, his = lived
    erasing = protection.journal.erasing
    found = erasing.mentions(person_id)
    sentences = {m.sentence.strip(): m for m in found}
    assert "Quirli helped him." in sentences
    assert "Zwölfender's calm." in sentences
    assert not any("led the call" in sentence for sentence in sentences)

    choices = {
        sentences["Quirli helped him."].key: Choice.REMOVE,
        sentences["Zwölfender's calm."].key: Choice.KEEP,
    }
    erasing.erase_person(person_id, choices)

    entry = protection.journal.entries.entry(his)
    assert entry.body == "Jonas wrote the plan. It held."
    assert not any("helped" in body for body in protection.journal.entries.former_bodies(his))
    answers = [i.body for i in protection.journal.entries.items(kind="answer")]
    assert answers == ["Zwölfender's calm. Jonas was calm too."]
    assert traces(protection) == [b"zw\xc3\xb6lfend", b"zwolfend"]


def test_case_105_a_removed_sentence_that_was_all_leaves_a_mark(protection):
    journal = protection.journal
    her = journal.team.welcome(NAME)
    other = journal.team.welcome("Jonas")
    entry = journal.entries.write(an_entry(f"{NAME} again.", person_id=other.id))

    journal.erasing.erase_person(her.id, otherwise=Choice.REMOVE)

    assert journal.entries.entry(entry.id).body == "…"


def test_case_106_erasing_one_entry_takes_its_versions_along(protection):
    journal = protection.journal
    entry = journal.entries.write(an_entry("The secret heron, first version. " * 20))
    journal.entries.change(entry.__class__(**{**fields(entry), "body": "short now"}))
    stays = journal.entries.write(an_entry("This one stays."))
    protection.backups.make()

    journal.erasing.erase_entry(entry.id)

    plain = plain_folder(protection.folder, key_of(protection)).lower()
    assert b"heron" not in plain
    assert b"short now" not in plain
    assert [i.ref for i in journal.entries.items()] == [str(stays.id)]


def test_case_106_erasing_the_versions_keeps_the_present_one(protection):
    journal = protection.journal
    entry = journal.entries.write(an_entry("The secret heron, first version. " * 20))
    journal.entries.change(entry.__class__(**{**fields(entry), "body": "what it says now"}))

    journal.erasing.erase_versions(entry.id)

    plain = plain_folder(protection.folder, key_of(protection)).lower()
    assert b"heron" not in plain
    assert journal.entries.entry(entry.id).body == "what it says now"


def test_case_107_a_rename_that_asks_for_it_takes_the_old_name_out_of_every_text(lived):
    protection, person_id, *_ = lived

    protection.journal.erasing.rename_person(person_id, "Ada Lovely")

    assert traces(protection) == []
    moments = protection.journal.entries.items(kind="moment")
    assert any("Ada Lovely told the customer the truth" in m.body for m in moments)


def test_case_107_a_plain_rename_keeps_what_was_written(lived):
    protection, person_id, *_ = lived
    team = protection.journal.team

    team.change(team.person(person_id), name="Ada Lovely")

    assert any("Quirli" in i.body for i in protection.journal.entries.items(person_id=person_id))


def test_anonymising_keeps_what_was_learnt_and_takes_away_who_it_was(lived):
    protection, person_id, *_ = lived
    journal = protection.journal
    plans = len(journal.intentions.about(person_id))
    shown = {change.after for change in journal.erasing.anonymised(person_id)}
    assert "A former colleague told the customer the truth" in shown

    nameless = journal.erasing.anonymise_person(person_id)

    assert traces(protection) == []
    assert nameless.name == "A former colleague"
    assert journal.growth.worries(person_id) == []
    assert len(journal.intentions.about(person_id)) == plans > 0
    assert {m.on.day for m in journal.growth.line(person_id)} == {1}
    journal.checking.check()


def test_two_people_who_left_are_still_two(protection):
    journal = protection.journal
    names = [
        journal.erasing.anonymise_person(journal.team.welcome(name).id).name
        for name in ("Quirina", "Zeno")
    ]
    assert names == ["A former colleague", "A former colleague 2"]


def test_case_12_an_erasure_cut_short_is_ended_at_the_next_start(lived, tmp_path):
    protection, person_id, *_ = lived
    erasing = protection.journal.erasing

    def killed():
        raise KeyboardInterrupt

    erasing._finish = killed
    with pytest.raises(KeyboardInterrupt):
        erasing.erase_person(person_id)
    assert traces(protection) != []
    protection.lock()

    journal = protection.unlock(PASSPHRASE)

    assert [p.name for p in journal.team.everyone()] == ["Jonas Berg"]
    assert traces(protection) == []
    assert len(protection.backups.all()) == 1


def test_case_108_erase_everything_leaves_nothing_of_ours_and_nothing_else_is_touched(
    lived, tmp_path
):
    protection, *_ = lived
    second = tmp_path / "stick"
    second.mkdir()
    (second / "holiday.jpg").write_bytes(b"sea")
    (protection.folder / "mine.txt").write_text("not of Tend")
    protection.backups.set_second_folder(second)
    protection.backups.make()

    protection.erase_everything()

    assert [p.name for p in protection.folder.iterdir()] == ["mine.txt"]
    assert [p.name for p in second.iterdir()] == ["holiday.jpg"]
    with pytest.raises(MissingJournal):
        protection.unlock(PASSPHRASE)
    shutil.rmtree(protection.folder)


def test_case_109_what_is_erased_cannot_be_asked_for_again(lived):
    protection, person_id, *_ = lived
    journal = protection.journal
    journal.erasing.erase_person(person_id)

    with pytest.raises(Refused):
        journal.team.person(person_id)
    assert journal.searching.find("Quirina", private=True) == []
    assert all("quirli" not in hit.item.body.lower() for hit in journal.searching.find("Quirli*"))


def test_worries_ask_after_eight_weeks_and_go_after_four_more(protection):
    journal = protection.journal
    her = journal.team.welcome(NAME)
    worry = journal.growth.worry(Worry(person_id=her.id, noted_on=FRIDAY, body="She looked tired"))
    keeping = journal.keeping
    asks = FRIDAY + timedelta(days=56)
    assert keeping.asking(asks - timedelta(days=1)) == []
    assert keeping.asking(asks) == [worry]
    assert keeping.goes_on(worry) == asks + timedelta(days=28)
    assert keeping.fade(asks + timedelta(days=27)) == 0

    keeping.set_hold(on=True)
    assert keeping.goes_on(worry) is None
    assert keeping.fade(asks + timedelta(days=280)) == 0

    keeping.set_hold(on=False)
    assert keeping.fade(asks + timedelta(days=28)) == 1
    assert journal.growth.worries(her.id) == []


def test_a_worry_that_is_still_true_is_kept_four_weeks_and_asks_again(protection):
    journal = protection.journal
    her = journal.team.welcome(NAME)
    worry = journal.growth.worry(Worry(person_id=her.id, noted_on=FRIDAY, body="She looked tired"))
    asks = FRIDAY + timedelta(days=56)

    kept = journal.keeping.rewrite_worry(worry, "She carried two launches at once.", on=asks)

    assert journal.keeping.asking(asks) == []
    assert journal.keeping.asking(asks + timedelta(days=28)) == [kept]
