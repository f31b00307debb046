"""Spelling on the real window: in the entry's language, with one's own words, by keyboard alone."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from journal_app.ui.editor.spelling import Speller, word_at

PASSPHRASE = "four quiet words"


def underlined(area):
    """The words that are painted as unknown."""
    wave = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
    found, block = [], area.document().begin()
    while block.isValid():
        text = block.text().encode("utf-16-le")
        found += [
            text[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")
            for one in block.layout().formats()
            if one.format.underlineStyle() == wave
        ]
        block = block.next()
    return found


def open_menu(area):
    """The menu of the editor, as the menu key opens it."""
    QTest.keyClick(area, Qt.Key.Key_F7)
    [menu] = [m for m in area.findChildren(QMenu) if m.isVisible() and m.parent() is area]
    return menu


def choose(menu, text):
    [action] = [a for a in menu.actions() if a.text().replace("&", "") == text]
    action.trigger()
    menu.close()


def test_unknown_words_are_underlined_once_the_hands_rest(page, qtbot):
    qtbot.waitUntil(lambda: underlined(page.area) == ["hanndover", "colour"])


def test_f7_goes_to_the_word_and_offers_what_was_meant(page, qtbot):
    page.area.moveCursor(page.area.textCursor().MoveOperation.Start)
    menu = open_menu(page.area)
    assert page.area.textCursor().selectedText() == "hanndover"
    choose(menu, "handover")

    assert page.area.text().startswith("The handover went")
    qtbot.waitUntil(lambda: underlined(page.area) == ["colour"])
    page.area.undo()
    assert page.area.text().startswith("The hanndover")


def test_a_word_of_ones_own_is_known_everywhere_and_kept_in_the_journal(window, page, qtbot):
    page.area.moveCursor(page.area.textCursor().MoveOperation.Start)
    choose(open_menu(page.area), "Add to my dictionary")

    qtbot.waitUntil(lambda: underlined(page.area) == ["colour"])
    window.lock()
    window.unlock(PASSPHRASE)
    assert window._protection.journal.spelling.own_words() == ["hanndover"]
    window._protection.journal.spelling.forget("hanndover")
    window.workspace.open_entry(1)
    area = window.workspace.pages["entry"].area
    window.activateWindow()
    area.setFocus()
    qtbot.waitUntil(lambda: underlined(area) == ["hanndover", "colour"])


def test_the_word_being_written_is_left_alone_until_it_is_left(page, qtbot):
    page.area.open_as(None, "")
    QTest.keyClicks(page.area, "It was teh")
    qtbot.wait(400)
    assert underlined(page.area) == []
    QTest.keyClicks(page.area, " plan")
    qtbot.waitUntil(lambda: underlined(page.area) == ["teh"])
    QTest.keyClicks(page.area, " yes nwo")
    qtbot.wait(400)
    page.area.moveCursor(page.area.textCursor().MoveOperation.StartOfLine)
    qtbot.waitUntil(lambda: underlined(page.area) == ["teh", "nwo"])


def test_names_code_addresses_and_short_capitals_are_no_mistakes(page, qtbot):
    page.area.open_as(None, "")
    page.area.set_text(
        "Thandiwe's team, Thandi and @Nkosi\n`mkae all` https://exmaple.org/wrnog\n"
        "```\nmkae\n```\nthe KPI of 2ndd don’t naive cafe\u0301 Привет 你好\nwrnog here"
    )
    qtbot.waitUntil(lambda: underlined(page.area) == ["wrnog"])


def test_a_language_belongs_to_an_entry_and_the_next_one_begins_with_it(window, page, qtbot):
    qtbot.waitUntil(lambda: underlined(page.area) == ["hanndover", "colour"])
    menu = open_menu(page.area)
    [languages] = [a.menu() for a in menu.actions() if a.text() == "&Spelling"]
    choose(languages, "British English")
    menu.close()

    qtbot.waitUntil(lambda: underlined(page.area) == ["hanndover"])
    spelling = window._protection.journal.spelling
    assert spelling.language_for(1, ["en-US"]) == "en-GB"
    assert spelling.language_for(None, ["en-US"]) == "en-GB"


def test_a_language_chosen_before_the_first_word_is_kept_with_the_entry(window, page):
    window.workspace.open_entry()
    aids = next(o for o in window.workspace.findChildren(QObject) if hasattr(o, "dress_all"))
    aids._choose(page.area, "none")
    QTest.keyClicks(page.area, "wrnog words")
    page.keep()
    aids._choose(page.area, "en-GB")
    window.workspace.open_entry(1)
    window.workspace.open_entry(2)

    assert window._protection.journal.spelling.language_for(2, ["en-US"]) == "en-GB"


def test_no_dictionary_is_one_calm_sentence_and_nothing_is_marked(window, page, qtbot):
    window._protection.journal.spelling.choose("de-DE", 1)
    aids = next(o for o in window.workspace.findChildren(QObject) if hasattr(o, "dress_all"))
    aids.dress_all()
    qtbot.waitUntil(lambda: underlined(page.area) == [])
    menu = QMenu(page.area)
    aids._fill_menu(page.area, menu, page.area.textCursor())
    [languages] = [a.menu() for a in menu.actions() if a.text() == "&Spelling"]

    assert "no dictionary for Deutsch" in languages.actions()[0].text()
    assert not languages.actions()[0].isEnabled()


def test_checking_can_be_switched_off(window, page, qtbot):
    qtbot.waitUntil(lambda: underlined(page.area) != [])
    window.preferences.change(check_spelling=False)

    qtbot.waitUntil(lambda: underlined(page.area) == [])


def test_after_the_lock_no_menu_speller_or_word_is_left(window, page, qtbot):
    qtbot.waitUntil(lambda: underlined(page.area) != [])
    open_menu(page.area)

    window.lock()

    assert not [w for w in QApplication.allWidgets() if isinstance(w, QMenu) and w.isVisible()]
    assert not window.findChildren(Speller)


@given(st.text(max_size=60), st.integers(0, 60))
def test_no_text_breaks_the_speller_and_places_are_inside_it(text, place):
    speller = Speller("en-US", lambda word: len(word) % 2 == 0, ["own"], QObject())

    for start, end in speller.wrong_places(text):
        assert 0 <= start < end <= len(text)
    start, end = word_at(text, place)
    assert start <= end
