"""Free writing: kept as typed, listed by date, found by any word."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_app.domain.entry import EntryKind
from journal_app.domain.errors import Refused
from tests.builders import FRIDAY, MONDAY, an_entry

HARD_TEXTS = [
    "family 👩‍👩‍👧‍👦 and flag 🇳🇴",
    "right \u202e to left مرحبا",
    "separators \u2028 and \u2029 and \ufeff and \u200b",
    "e\u0301 is not é, ＝ is not =",
    "  two spaces at the end  \r\n\ttab",
]


@pytest.mark.parametrize("text", HARD_TEXTS)
def test_text_is_kept_byte_for_byte(journal, text):
    entry = journal.entries.write(an_entry(text))

    assert journal.entries.entry(entry.id).body == text


def test_a_changed_entry_keeps_what_it_said_before(journal):
    entry = journal.entries.write(an_entry("first words"))
    journal.entries.change(replace(entry, body="second words"))

    assert journal.entries.former_bodies(entry.id) == ["first words"]


def test_an_entry_that_is_not_there_is_refused(journal):
    with pytest.raises(Refused):
        journal.entries.entry(99)


def test_tags_come_back_with_the_entry_and_filter_the_list(journal):
    entry = journal.entries.write(an_entry(tags=("feedback", "retro")))
    journal.entries.write(an_entry("another"))

    assert [item.ref for item in journal.entries.items(tag="retro")] == [str(entry.id)]
    assert journal.entries.items(tag="retro")[0].tags == ("feedback", "retro")


def test_the_list_runs_newest_first_and_keeps_to_its_period(journal):
    journal.entries.write(an_entry("monday", on=MONDAY))
    journal.entries.write(an_entry("friday", on=FRIDAY))

    assert [i.body for i in journal.entries.items()] == ["friday", "monday"]
    assert [i.body for i in journal.entries.items(FRIDAY)] == ["friday"]


def test_search_finds_beginnings_and_folds_accents(journal):
    journal.entries.write(an_entry("Réka asked about the café"))

    assert journal.entries.search("reka caf")
    assert not journal.entries.search("cafeteria")


def test_search_marks_what_it_matched(journal):
    journal.entries.write(an_entry("The roadmap was hers."))

    [hit] = journal.entries.search("roadm")

    start, length = hit.marks[0]
    assert hit.snippet[start : start + length] == "roadmap"


def test_doubts_and_worries_are_found_when_asked_for_and_not_before(journal):
    journal.entries.write(an_entry("afraid of budgets", kind=EntryKind.DOUBT))

    assert journal.entries.search("budgets") == []
    assert len(journal.entries.search("budgets", private=True)) == 1


@given(query=st.text(max_size=80))
def test_any_query_returns(query, shared_journal):
    shared_journal.entries.search(query)


@pytest.mark.parametrize(
    "query", ['"', "*", "NEAR(", "-x", "a:b", "'", "", "growth AND", "x" * 10_000]
)
def test_a_malformed_query_is_only_words(journal, query):
    journal.entries.write(an_entry("a: b, near x"))

    journal.entries.search(query)


def test_many_entries_are_kept_all_or_none(journal):
    good = an_entry("one")
    bad = an_entry("two", person_id=4711)

    with pytest.raises(Refused):
        journal.entries.write_all([good, bad])

    assert journal.entries.items() == []


def test_the_search_index_holds_every_item(journal):
    entry = journal.entries.write(an_entry("one"))
    journal.entries.change(replace(entry, body="two"))

    assert journal.entries.search_is_whole()
    assert not journal.entries.search("one")
