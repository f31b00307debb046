"""In a language nobody speaks: no word is left in English."""

import re

import pytest
from PySide6.QtGui import QAction

from journal_app.services.demo import fill
from journal_app.services.help import HelpService
from journal_app.services.protection import ProtectionService
from journal_app.store.keys import Kdf
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.main_window import MainWindow
from tests.builders import FRIDAY
from tests.pseudo import greek_demo, pseudo_guidance, spoken, unmarked
from tests.ui.walk import pages, shown, texts

# Languages are called as those who speak them do; keys are called alike everywhere; the folder
# of the journal is one of this machine.
NAMES_OF_THEIR_OWN = re.compile(
    r"\+[A-Z]$|^F\d$|"
    r"(American |British )?English|Deutsch|PDF|\.\w{2,}|Ctrl|Shift|(/[\w.\-]+)+"
)


@pytest.fixture
def make_window(qtbot, theme, tmp_path):
    def make(*, longer=0.3):
        changes = ChangeSignals()
        protection = ProtectionService(
            tmp_path / "tend",
            notify=changes.tell,
            kdf=Kdf(memory_kib=64, iterations=1, lanes=1),
            guidance=lambda language: pseudo_guidance(language, longer=longer),
        )
        window = MainWindow(theme, protection, changes, today=lambda: FRIDAY)
        changes.setParent(window)
        qtbot.addWidget(window)
        window.show()
        return window, protection

    return make


@pytest.fixture
def window(qapp, make_window, tmp_path):
    (tmp_path / "demo").mkdir()
    with spoken(qapp):
        window, protection = make_window()
        protection.create("four quiet words")
        fill(protection.journal, FRIDAY, folder=greek_demo(tmp_path / "demo"))
        window.adopt(protection.journal)
        yield window
        window.close()


# The pages of the guide lie in files of each language; packaging/words.py lists those missing.
PAGES_OF_HELP = {topic.title for topic in HelpService().topics()}


def english(text):
    """The Latin letters outside the marks."""
    if unmarked(text).removeprefix(": ").strip() in PAGES_OF_HELP:
        return ""
    left = NAMES_OF_THEIR_OWN.sub("", unmarked(text).replace("\u200b", ""))
    return left if re.search(r"[A-Za-z]", left) else ""


def said_in_english(window):
    return {
        (type(widget).__name__, where, text)
        for widget in [window, *shown(window)]
        for where, text in texts(widget)
        if english(text)
    }


def test_no_word_of_any_page_is_left_in_english(window):
    left = {}
    for name, page in pages(window):
        # The guide's pages are files of each language; the names step lists words of the pack.
        if name.startswith("help-") and name != "help-keys":
            continue
        if found := said_in_english(page) if name != "share-names" else set():
            left[name] = sorted(found)

    assert left == {}


def test_no_act_of_the_window_is_left_in_english(window):
    assert [a.text() for a in window.findChildren(QAction) if english(a.text())] == []


def test_no_word_before_the_journal_is_open_is_left_in_english(qapp, make_window):
    with spoken(qapp):
        window, _ = make_window()
        window.start()
        page = window.stack.currentWidget()
        left = said_in_english(window)
        page.begin_button.click()
        left |= said_in_english(window)
        page.new.passphrase.line.setText("four quiet words")
        page.new.again.line.setText("four quiet words")
        page.protect_button.click()
        left |= said_in_english(window)
        page.sheet.later_button.click()
        left |= said_in_english(window)
        page.names.setPlainText("Μει")
        page.start_button.click()
        window.lock()
        left |= said_in_english(window)
        window.close()

    # The passphrase typed and the recovery key are nobody's words.
    assert {
        one for one in left if one[1] != "value" and not re.search(r"\w{4}-\w{4}-", one[2])
    } == set()


def test_a_word_left_in_english_is_seen():
    assert english("⟦Åll öf⟧ Μει") == ""
    assert english("⟦Åll öf⟧ Mei")
    assert english("Save")
