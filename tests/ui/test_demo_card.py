"""The first page of the demo says whose journal it is and what to look at first; no other does."""

import pytest

from journal_app.services.demo import fill
from journal_app.ui.demo_card import DemoCard
from tests.builders import FRIDAY
from tests.ui.walk import clipped


@pytest.fixture
def workspace(qtbot, theme, changes, heard_journal, make_safety, today):
    from journal_app.ui.workspace import Workspace

    fill(heard_journal, FRIDAY)
    made = Workspace(heard_journal, theme, changes, today=today, safety=make_safety())
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def card_of(workspace):
    found = [c for c in workspace.pages["week"].findChildren(DemoCard) if c.isVisible()]
    return found[0] if found else None


def test_the_demo_opens_on_whose_journal_it_is(workspace):
    card = card_of(workspace)

    assert card is not None
    assert card.y() < workspace.pages["week"].begin_button.parentWidget().y()
    assert clipped(card) == []


def test_its_three_ways_lead_to_a_person_the_wall_and_the_leader(workspace):
    card = card_of(workspace)
    card.line_button.click()
    assert workspace.stack.currentWidget() is workspace.pages["person"]

    workspace.open("week")
    card_of(workspace).wall_button.click()
    assert workspace.stack.currentWidget() is workspace.pages["celebrations"]

    workspace.open("week")
    card_of(workspace).growth_button.click()
    assert workspace.stack.currentWidget() is workspace.pages["growth"]


def test_once_seen_it_does_not_come_back(workspace):
    card_of(workspace).seen_button.click()
    assert card_of(workspace) is None

    workspace.begin_anew()
    workspace.open("week")
    assert card_of(workspace) is None


def test_a_journal_of_ones_own_shows_none(
    qtbot, theme, changes, heard_journal, mei, make_safety, today
):
    from journal_app.ui.workspace import Workspace

    made = Workspace(heard_journal, theme, changes, today=today, safety=make_safety())
    qtbot.addWidget(made)

    assert made.pages["week"].findChildren(DemoCard) == []
