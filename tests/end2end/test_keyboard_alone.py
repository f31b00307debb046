"""Writing by keyboard alone on the real window: the editor and what is said of an entry."""

import pytest
from PySide6.QtWidgets import QApplication, QListWidget, QMenu


@pytest.fixture
def entry(hands):
    hands.press("Ctrl+N")
    page = hands.window.workspace.pages["entry"]
    hands.until(page.area.hasFocus)
    return page


@pytest.fixture
def checked(hands, entry):
    """An entry whose dictionary is open."""
    hands.write("Well")
    hands.until(lambda: entry.area.page.style.speller is not None)
    hands.press(*["Backspace"] * 4)
    return entry


def bodies(journal):
    return [item.body for item in journal.entries.items(kind="note")]


def test_words_are_found_replaced_and_brought_back(hands, entry, journal):
    hands.write("A quiet day. A quiet week. A quiet year.")
    hands.press("Ctrl+F")
    hands.write("quiet")
    bar = entry.desk.find_bar
    assert bar.count.text() == "1 of 3"
    hands.press("Return")
    assert bar.count.text() == "2 of 3"
    hands.press("Shift+Return", "Escape")
    assert entry.area.hasFocus()
    assert entry.area.textCursor().selectedText() == "quiet"

    hands.press("Ctrl+H")
    hands.tab_to("Replace with")
    hands.write("calm")
    hands.use("Replace all")
    assert "3 replaced" in bar.count.text()
    hands.press("Escape", "Ctrl+S")
    assert bodies(journal) == ["A calm day. A calm week. A calm year."]
    hands.press("Ctrl+Z", "Ctrl+S")
    assert bodies(journal) == ["A quiet day. A quiet week. A quiet year."]


def test_a_mention_is_offered_and_taken(hands, entry, journal):
    hands.write("Thank @")
    [offer] = [w for w in hands.window.findChildren(QListWidget) if w.isVisible()]
    assert [offer.item(n).text() for n in range(offer.count())] == ["Thandiwe Nkosi", "Jonas Berg"]
    hands.press("Down", "Up", "Return")
    hands.write(" and @jo")
    hands.press("Tab")
    hands.write(" today.")
    hands.press("Ctrl+Return")

    assert bodies(journal) == ["Thank @Thandiwe Nkosi and @Jonas Berg today."]


def test_undo_survives_going_away_and_back(hands, entry, journal):
    hands.write("First thought.")
    hands.press("Ctrl+A", "Delete")
    hands.write("Second thought.")
    hands.press("Ctrl+Return")
    assert bodies(journal) == ["Second thought."]
    hands.go_to("People")
    hands.go_to("Journal")
    hands.tab_to("Write on")
    hands.press("Space")
    assert entry.area.hasFocus()

    hands.press("Ctrl+Z")
    for _ in range(30):
        if entry.area.text() == "First thought.":
            break
        hands.press("Ctrl+Z")

    assert entry.area.text() == "First thought."
    hands.press("Ctrl+Return")
    assert bodies(journal) == ["First thought."]


def test_a_misspelt_word_is_put_right_and_another_made_ones_own(hands, checked, journal):
    hands.write("The hanndover to Zwelethu.")
    hands.press("Ctrl+Home", "F7")
    hands.choose("handover")
    assert checked.area.text() == "The handover to Zwelethu."
    hands.press("F7")
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    hands.choose("Add to my dictionary")
    assert "Zwelethu" in journal.spelling.known_words()
    hands.press("F7")
    assert QApplication.activePopupWidget() is None


def test_a_template_is_kept_used_and_let_go(hands, entry, journal):
    hands.write("What went well?\nWhat do I want to ask?")
    hands.tab_to("Title", key="Shift+Tab")
    hands.write("After a hard talk")
    hands.use("Templates")
    hands.choose("Keep this page as a template")
    assert "“After a hard talk” is among your templates" in entry.note.what.text()
    hands.press("Ctrl+N")
    hands.use("Templates")
    hands.choose("After a hard talk")
    assert entry.area.hasFocus()
    hands.write("\nI waited.")
    hands.press("Ctrl+Return")

    assert "What went well?\nWhat do I want to ask?\nI waited." in bodies(journal)
    hands.press("Ctrl+N")
    hands.use("Templates")
    hands.press("Up", "Right")
    hands.press("Return")
    assert "After a hard talk" not in [t.name for t in journal.entry_care.templates()]


def test_a_day_a_person_tags_and_a_star_are_said(hands, entry, journal):
    hands.write("She asked first.")
    hands.tab_to("The day it is about", key="Shift+Tab")
    hands.press("Home", "Up")
    hands.tab_to("About…")
    hands.press("Space")
    hands.choose("Thandiwe Nkosi")
    hands.tab_to("Tags, with commas between them")
    hands.write("asking, first time")
    hands.tab_to("Star this entry")
    hands.press("Space", "Alt+D")

    [item] = journal.entries.items(kind="note")
    kept = journal.entries.entry(int(item.ref))
    assert (kept.happened_on.day, kept.happened_on.month) == (21, 11)
    assert journal.team.person(kept.person_id).name == "Thandiwe Nkosi"
    assert kept.tags == ("asking", "first time")
    assert kept.starred


def test_the_page_alone_and_back(hands, entry):
    hands.write("Only words.")
    hands.press("Ctrl+Shift+F")
    assert not hands.window.workspace.rail.isVisible()
    hands.press("Escape")
    assert hands.window.workspace.rail.isVisible()
