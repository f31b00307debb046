"""A word for a year and a rhythm only when asked, neither with a score."""

from datetime import date, timedelta

import pytest

from journal_app.domain.entry import EntryKind
from tests.builders import FRIDAY, an_entry


@pytest.fixture
def years(journal):
    journal.team.welcome("Ravi Gardner")
    for year, word in ((2024, "harbour"), (2025, "lantern"), (2026, "garden")):
        for week in range(8):
            day = date(year, 3, 2) + timedelta(weeks=week)
            journal.entries.write(
                an_entry(f"The {word} of Ravi, which was quiet before the window.", on=day)
            )
    for _ in range(3):
        journal.entries.write(an_entry("shipwreck", kind=EntryKind.DOUBT))


def test_a_year_offers_its_own_words_and_no_name_doubt_or_number(journal, years):
    offered = journal.insight.words_offered(2026)

    assert "garden" in offered
    assert not {"lantern", "harbour", "shipwreck", "which", "Ravi"} & set(offered)
    assert offered == sorted(offered)
    assert all(word.isalpha() for word in offered)
    assert journal.insight.words_offered(2020) == []


def test_a_word_is_kept_and_taken_away(journal):
    journal.insight.keep_word(2026, " patience ")
    assert journal.insight.word_of(2026) == "patience"
    assert journal.insight.word_of(2025) == ""
    journal.insight.keep_word(2026, "")
    assert journal.insight.word_of(2026) == ""


def test_erasing_someone_reaches_the_word_of_a_year(journal):
    mei = journal.team.welcome("Mei Lindqvist")
    journal.insight.keep_word(2026, "Lindqvist")
    journal.insight.keep_word(2025, "Mei Lindqvist")
    journal.erasing.erase_person(mei.id)

    assert "Lindqvist" not in journal.insight.word_of(2025)


def test_weeks_with_words_are_told_and_gaps_are_not(journal):
    assert journal.insight.weeks_written(FRIDAY) == 0
    for weeks in (0, 0, 3, 11, 12):
        journal.entries.write(an_entry(on=FRIDAY - timedelta(weeks=weeks)))
    assert journal.insight.weeks_written(FRIDAY) == 3
