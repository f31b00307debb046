"""Stars, former versions, the trash and templates."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_app.domain.errors import Refused
from journal_app.domain.version import Change, changes
from tests.builders import FRIDAY, an_entry


@pytest.fixture
def mei(journal):
    return journal.team.welcome("Mei Lindqvist")


def test_a_star_is_kept_and_leaves_no_version(journal):
    entry = journal.entries.write(an_entry("to come back to"))
    journal.entry_care.star(entry.id, on=True)

    assert journal.entries.entry(entry.id).starred
    assert journal.entry_care.versions(entry.id) == []
    journal.entry_care.star(entry.id, on=False)
    assert not journal.entries.entry(entry.id).starred


def test_a_former_version_comes_back_as_a_copy_and_the_entry_stays(journal):
    entry = journal.entries.write(an_entry("first words", title="A title", tags=("calm",)))
    journal.entries.change(replace(entry, body="other words"))
    [version] = journal.entry_care.versions(entry.id)

    copy = journal.entry_care.copy_of(version)

    assert (copy.body, copy.title, copy.tags) == ("first words", "A title", ("calm",))
    assert copy.id != entry.id
    assert journal.entries.entry(entry.id).body == "other words"


def test_what_lies_in_the_trash_is_in_no_list_search_or_export_and_comes_back_whole(journal, mei):
    entry = journal.entries.write(an_entry("heron words", person_id=mei.id, tags=("calm",)))
    journal.entry_care.star(entry.id, on=True)
    journal.entries.change(replace(journal.entries.entry(entry.id), body="heron words, more"))
    before = journal.entries.entry(entry.id)

    trashed = journal.entry_care.put_away(entry.id, on=FRIDAY)
    assert journal.entries.items() == []
    assert journal.searching.find("heron") == []
    assert journal.entries.tags() == []
    with pytest.raises(Refused):
        journal.entries.entry(entry.id)

    assert journal.entry_care.bring_back(trashed.id) == before
    assert journal.entries.entry(entry.id) == before
    assert len(journal.entry_care.versions(entry.id)) == 1
    assert journal.entry_care.trashed() == []
    assert len(journal.searching.find("heron")) == 1


def test_the_trash_keeps_for_thirty_days_and_longer_while_a_hold_is_set(journal, db):
    entry = journal.entries.write(an_entry("heron words"))
    journal.entries.change(replace(entry, body="x"))
    journal.entry_care.put_away(entry.id, on=FRIDAY)

    assert journal.entry_care.empty_old(FRIDAY + timedelta(days=30)) == 0
    journal.keeping.set_hold(on=True)
    assert journal.entry_care.empty_old(FRIDAY + timedelta(days=300)) == 0
    journal.keeping.set_hold(on=False)
    assert journal.entry_care.empty_old(FRIDAY + timedelta(days=31)) == 1
    assert db.execute("SELECT count(*) FROM revision") == [(0,)]


def test_erasing_someone_reaches_the_trash_and_the_templates(journal, mei):
    about = journal.entries.write(an_entry("about her", person_id=mei.id))
    named = journal.entries.write(an_entry("A talk with Mei Lindqvist. It was calm."))
    for entry in (about, named):
        journal.entry_care.put_away(entry.id, on=FRIDAY)
    journal.entry_care.keep_template("With Mei Lindqvist", "What Mei Lindqvist said")

    journal.erasing.erase_person(mei.id)

    [left] = journal.entry_care.trashed()
    assert "Lindqvist" not in left.entry.body
    assert "It was calm." in left.entry.body
    assert all("Lindqvist" not in t.name + t.body for t in journal.entry_care.templates())


def test_an_entry_brought_back_after_its_person_went_is_about_nobody(journal, mei, db):
    entry = journal.entries.write(an_entry("about her", person_id=mei.id))
    trashed = journal.entry_care.put_away(entry.id, on=FRIDAY)
    db.execute("DELETE FROM person WHERE id = ?", [mei.id])

    assert journal.entry_care.bring_back(trashed.id).person_id is None
    with pytest.raises(Refused):
        journal.entry_care.bring_back(trashed.id)


def test_what_is_erased_from_the_trash_leaves_no_version(journal, db):
    entry = journal.entries.write(an_entry("first"))
    journal.entries.change(replace(entry, body="x"))
    trashed = journal.entry_care.put_away(entry.id, on=FRIDAY)

    journal.erasing.erase_trashed(trashed.id)

    assert journal.entry_care.trashed() == []
    assert db.execute("SELECT count(*) FROM revision") == [(0,)]


def test_four_templates_are_shipped_and_own_ones_are_kept(journal):
    shipped = journal.entry_care.templates()
    assert len(shipped) == 4
    assert all(t.name.strip() and t.body.strip() for t in shipped)

    journal.entry_care.keep_template("Retro", "## What went well")
    again = journal.entry_care.keep_template("Retro", "## What I saw")
    assert [t.body for t in journal.entry_care.templates()[4:]] == ["## What I saw"]
    journal.entry_care.drop_template(again)
    assert len(journal.entry_care.templates()) == 4


@given(before=st.text(max_size=60), after=st.text(max_size=60))
def test_a_comparison_put_together_is_both_texts(before, after):
    pieces = list(changes(before, after))

    assert "".join(t for kind, t in pieces if kind is not Change.NEW) == before
    assert "".join(t for kind, t in pieces if kind is not Change.GONE) == after


def test_a_comparison_of_very_long_texts_is_made_by_line():
    before = "a word and a word\n" * 9000
    after = before.replace("word", "sign", 1)

    kinds = {kind for kind, _ in changes(before, after)}
    assert kinds == {Change.SAME, Change.NEW, Change.GONE}


@given(body=st.text(min_size=1, max_size=80), title=st.text(max_size=20))
def test_any_words_come_back_from_the_trash_byte_for_byte(shared_journal, body, title):
    if not (body.strip() or title.strip()):
        return
    if any("\ud800" <= c <= "\udfff" for c in body + title):
        return
    entry = shared_journal.entries.write(an_entry(body, title=title, on=date(2026, 1, 1)))
    trashed = shared_journal.entry_care.put_away(entry.id, on=FRIDAY)

    assert shared_journal.entry_care.bring_back(trashed.id) == entry
