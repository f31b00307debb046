"""The line that catches a seed over any page, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal_app.ui.widgets.seed_catcher import SeedCatcher
from journal_app.ui.workspace import Workspace


@pytest.fixture
def workspace(qtbot, theme, heard_journal, changes, mei, today, make_safety):
    made = Workspace(heard_journal, theme, changes, today=today, safety=make_safety())
    qtbot.addWidget(made)
    made.resize(1280, 860)
    made.show()
    return made


@pytest.fixture
def catcher(workspace):
    workspace.open("people")
    workspace.capture()
    return workspace.findChild(SeedCatcher)


def test_a_line_is_caught_and_the_page_is_as_it_was(workspace, catcher, heard_journal):
    QTest.keyClicks(catcher.line, "Jonas stayed to help")
    QTest.keyClick(catcher.line, Qt.Key.Key_Return)

    assert [seed.body for seed in heard_journal.seeds.waiting()] == ["Jonas stayed to help"]
    assert not catcher.isVisible()
    assert workspace.stack.currentWidget() is workspace.pages["people"]
    assert workspace.toast.isVisible()
    assert catcher.line.text() == ""


def test_a_line_may_be_about_somebody(catcher, heard_journal, mei):
    QTest.keyClicks(catcher.line, "a question")
    catcher.person.choose(str(mei.id))
    catcher.keep_button.click()

    assert [seed.person_id for seed in heard_journal.seeds.waiting()] == [mei.id]
    catcher.open_catcher()
    assert catcher.person.choice == ""


def test_escape_keeps_what_was_begun_for_the_next_time(catcher, heard_journal):
    QTest.keyClicks(catcher.line, "half a thou")
    QTest.keyClick(catcher.line, Qt.Key.Key_Escape)
    assert heard_journal.seeds.waiting() == []

    catcher.open_catcher()
    assert catcher.line.text() == "half a thou"


def test_an_empty_line_catches_nothing_and_goes(catcher, heard_journal):
    QTest.keyClick(catcher.line, Qt.Key.Key_Return)
    assert heard_journal.seeds.waiting() == []
    assert not catcher.isVisible()


def test_tab_goes_round_inside(catcher):
    window = catcher.window()
    for expected in (catcher.person, catcher.keep_button, catcher.line):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is expected
