"""Spelling: which language an entry is in, and which words are known besides its dictionary."""

import pytest

from journal_app.exchange.dictionaries import Dictionary, dictionaries
from journal_app.services.spelling import UNCHECKED
from tests.builders import an_entry


@pytest.fixture
def spelling(journal):
    return journal.spelling


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["en-GB", "en"], "en-GB"),
        (["en-Latn-GB", "en"], "en-GB"),
        (["en_US"], "en-US"),
        (["C"], "en-US"),
        ([], "en-US"),
        (["en"], "en-US"),
        (["en-AU"], "en-GB"),
        (["xx-YY"], "xx-YY"),
    ],
)
def test_a_first_entry_is_in_the_language_of_the_system(spelling, wanted, language):
    assert spelling.language_for(None, wanted) == language


def test_a_language_without_a_dictionary_is_no_error(spelling):
    assert spelling.dictionary("xx-YY") is None
    assert spelling.dictionary(UNCHECKED) is None


def test_each_entry_keeps_its_language_and_takes_it_away_with_it(journal, spelling, db):
    one, two = (journal.entries.write(an_entry(text)).id for text in ("one", "two"))
    spelling.choose("en-GB", one)
    spelling.choose(UNCHECKED, two)

    assert spelling.language_for(one, ["en-US"]) == "en-GB"
    assert spelling.language_for(two, ["en-US"]) == UNCHECKED
    assert spelling.language_for(None, ["en-US"]) == UNCHECKED
    db.execute("DELETE FROM entry WHERE id = ?", [one])
    assert db.execute("SELECT entry_id FROM entry_language") == [(two,)]


def test_own_words_and_names_are_known_and_a_word_is_kept_once(journal, spelling):
    journal.team.welcome("Thandiwe Nkosi-Berg", ["Thandi"])
    for word in ("standdown", "Kanban", "standdown"):
        spelling.learn(word)

    assert spelling.own_words() == ["Kanban", "standdown"]
    assert spelling.known_words() == {"Kanban", "standdown", "Thandiwe", "Nkosi", "Berg", "Thandi"}
    spelling.forget("Kanban")
    assert spelling.own_words() == ["standdown"]


@pytest.mark.parametrize("language", ["en-GB", "en-US"])
def test_the_shipped_english_knows_words_leaders_use(language):
    dictionary = Dictionary(dictionaries()[language])
    known = ["naïve", "café", "onboarding", "mentee", "standups", "OK", "don't", "Berlin", "ok"]

    assert [word for word in known if not dictionary.knows(word)] == []
    assert not dictionary.knows("hanndover")
    assert dictionary.suggestions("hanndover")[0] == "handover"
    assert dictionary.knows("colour") == (language == "en-GB")


def test_dictionaries_of_the_system_are_found_and_ours_come_first(tmp_path):
    for name in ("de_DE_frami", "hyph_de_DE", "en_US", "pt-BR"):
        (tmp_path / f"{name}.aff").write_text("SET ISO8859-1\n", encoding="utf-8")
    for name in ("de_DE_frami", "en_US", "pt-BR"):
        (tmp_path / f"{name}.dic").write_text("1\nHaus\n", encoding="utf-8")
    ours = tmp_path / "ours"
    ours.mkdir()
    for end in ("aff", "dic"):
        (ours / f"en_US.{end}").write_text("1\nhouse\n", encoding="utf-8")

    found = dictionaries([ours, tmp_path, tmp_path / "none"])

    assert found["en-US"].parent == ours
    assert sorted(found) == ["de-DE", "en-US", "pt-BR"]
    assert Dictionary(found["de-DE"]).knows("Haus")
    # Signs that a list in an old encoding cannot hold are no mistakes.
    assert Dictionary(found["de-DE"]).knows("漢字")
    assert Dictionary(found["de-DE"]).suggestions("漢字") == []


def test_an_erased_persons_name_leaves_ones_own_words_too(journal, spelling):
    her = journal.team.welcome("Zwölfender")
    for word in ("Zwölfender", "Kanban"):
        spelling.learn(word)
    journal.erasing.erase_person(her.id)

    assert spelling.own_words() == ["Kanban"]
