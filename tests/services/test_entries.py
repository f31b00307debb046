"""Free writing: kept as typed, listed by date, found by any word."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_app.domain.entry import EntryKind
from journal_app.domain.errors import Refused
from journal_app.domain.query import fold, marks_of, read_query, words_of
from journal_app.store.integrity import search_is_whole
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

    assert journal.searching.find("reka caf")
    assert not journal.searching.find("cafeteria")


def test_search_marks_what_it_matched(journal):
    journal.entries.write(an_entry("The roadmap was hers."))

    [hit] = journal.searching.find("roadm")

    start, length = hit.marks[0]
    assert hit.snippet[start : start + length] == "roadmap"


def test_doubts_and_worries_are_found_when_asked_for_and_not_before(journal):
    journal.entries.write(an_entry("afraid of budgets", kind=EntryKind.DOUBT))

    assert journal.searching.find("budgets") == []
    assert len(journal.searching.find("budgets", private=True)) == 1


@given(query=st.text(max_size=80))
def test_any_query_returns(query, shared_journal):
    shared_journal.searching.find(query)


@pytest.mark.parametrize(
    "query", ['"', "*", "NEAR(", "-x", "a:b", "'", "", "growth AND", "x" * 10_000]
)
def test_a_malformed_query_is_only_words(journal, query):
    journal.entries.write(an_entry("a: b, near x"))

    journal.searching.find(query)


def test_many_entries_are_kept_all_or_none(journal):
    good = an_entry("one")
    bad = an_entry("two", person_id=4711)

    with pytest.raises(Refused):
        journal.entries.write_all([good, bad])

    assert journal.entries.items() == []


def test_the_search_index_holds_every_item(journal, db):
    entry = journal.entries.write(an_entry("one"))
    journal.entries.change(replace(entry, body="two"))

    assert search_is_whole(db)
    assert not journal.searching.find("one")


def found(journal, text, **asked):
    return {hit.item.body for hit in journal.searching.find(text, **asked)}


def test_parts_of_words_are_found_after_words(journal):
    whole, part = "The part she played.", "A departure from the plan."
    journal.entries.write(an_entry(part))
    journal.entries.write(an_entry(whole))

    hits = journal.searching.find("part")

    assert [hit.item.body for hit in hits] == [whole, part]
    assert [hit.snippet[at : at + size] for hit in hits for at, size in hit.marks] == ["part"] * 2


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("今天的会议很安静", "会议"),
        ("今天的会议很安静", "议很安"),
        ("今天的会议很安静", "静"),
        ("きょうの会議で彼女が話した", "彼女"),
        ("회의에서 그녀가 말했다", "녀가"),
        ("วันนี้เธอนำการประชุม", "ประชุม"),
        ("Teambesprechung mit Réka", "besprech"),
        ("Teambesprechung mit Réka", "eka"),
    ],
)
def test_writing_without_blanks_and_halves_of_words_are_found(journal, text, query):
    journal.entries.write(an_entry(text))
    journal.entries.write(an_entry("something else"))

    assert found(journal, query) == {text}


def test_filters_keep_to_a_person_a_tag_a_kind_and_a_time(journal):
    mei = journal.team.welcome("Mei Lindqvist", ["Mei-Mei"])
    journal.team.welcome("Jonas Berg")
    about = journal.entries.write(an_entry("about her roadmap", person_id=mei.id, tags=("retro",)))
    named = journal.entries.write(an_entry("the roadmap of mei", on=MONDAY))
    other = journal.entries.write(an_entry("their roadmap", kind=EntryKind.MOMENT))

    assert found(journal, "roadmap") == {about.body, named.body, other.body}
    assert found(journal, "roadmap person:mei") == {about.body, named.body}
    assert found(journal, 'person:"Mei L"') == {about.body, named.body}
    assert found(journal, "person:jonas roadmap") == set()
    assert found(journal, "tag:Retro") == {about.body}
    assert found(journal, "kind:moment roadmap") == {other.body}
    assert found(journal, f"before:{FRIDAY} roadmap") == {named.body}
    assert found(journal, f"after:{FRIDAY} roadmap") == {about.body, other.body}
    assert found(journal, "after:2027") == set()
    assert found(journal, '"her roadmap"') == {about.body}
    assert found(journal, '"roadmap her"') == set()


@pytest.mark.parametrize("text", ["before:", "before:20", "after:2026-1", "tag:", "person:"])
def test_a_filter_that_is_still_being_typed_takes_nothing_away(journal, text):
    journal.entries.write(an_entry("the roadmap"))

    assert found(journal, f"roadmap {text}") == {"the roadmap"}


@given(
    body=st.text(alphabet="abcé 会議ßẞ.İ😀\n", max_size=30),
    start=st.integers(0, 30),
    size=st.integers(1, 8),
)
def test_any_piece_of_a_word_is_found_and_marked(shared_journal, body, start, size):
    words = words_of(body[start : start + size])
    if not any(len(fold(word)) >= 3 for word in words):
        return
    entry = shared_journal.entries.write(an_entry(body))
    word = max(words, key=len)

    hits = {hit.item.ref: hit for hit in shared_journal.searching.find(word, limit=10_000)}

    hit = hits[str(entry.id)]
    assert hit.marks
    assert marks_of(entry.body, read_query(word))
