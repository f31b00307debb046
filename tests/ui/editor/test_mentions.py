"""People are offered after an @, by keyboard alone, and never in the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from journal_app.domain.at_name import at_names, meant_by
from journal_app.domain.person import Person
from journal_app.ui.editor.mention_offer import MentionOffer

NAMES = ["Mei Lindqvist", "Jonas Berg", "Émile Okafor", "Mads Berg"]


@pytest.fixture
def offer(area, theme, qtbot):
    qtbot.waitUntil(area.isActiveWindow)
    people = [Person(name=name) for name in NAMES]
    return MentionOffer(area, theme, lambda typed: [p.name for p in meant_by(typed, people)])


def offered(offer):
    return [offer.list.item(row).text() for row in range(offer.list.count())] if offer.list else []


def test_everyone_is_offered_after_an_at_and_fewer_as_one_types(area, offer, press):
    press("Thank @")
    assert offered(offer) == NAMES
    press("m")
    assert offered(offer) == ["Mei Lindqvist", "Mads Berg"]
    press("e")
    assert offered(offer) == ["Mei Lindqvist"]
    press("Return")
    assert area.text() == "Thank @Mei Lindqvist"
    assert offered(offer) == []
    press(" now")
    assert area.text() == "Thank @Mei Lindqvist now"
    assert offered(offer) == []


def test_up_and_down_choose_and_tab_takes(area, offer, press):
    press("@", "Down", "Down", "Up", "Tab")

    assert area.text() == "@Jonas Berg"
    assert area.hasFocus()


def test_escape_closes_the_offer_alone_and_it_stays_closed(area, offer, press, qtbot):
    with qtbot.assertNotEmitted(area.left):
        press("@m", "Escape")
    assert offered(offer) == []
    press("ei")
    assert offered(offer) == []
    press(" and @")
    assert offered(offer) == NAMES


def test_accents_and_surnames_are_found(offer, press):
    press("@em")
    assert offered(offer) == ["Émile Okafor"]
    press("Backspace", "Backspace", "be")
    assert offered(offer) == ["Jonas Berg", "Mads Berg"]


@pytest.mark.parametrize("text", ["mail me@", "one@ two", "@zz", "@ m", "@@"])
def test_an_at_that_means_nobody_offers_nobody(area, offer, press, text):
    press(text)

    assert offered(offer) == []
    assert area.text() == text


def test_moving_away_closes_the_offer_and_leaves_no_name_behind(area, offer, press):
    press("word @")
    press("Home")
    assert offered(offer) == []
    assert not [w for w in area.window().findChildren(QListWidget) if w.count()]


def test_taking_a_name_is_one_step_to_undo(area, offer, press):
    press("@jo", "Return")
    area.undo()
    assert area.text() == "@jo"


def test_losing_the_focus_closes_it(area, offer, press):
    press("@")
    area.clearFocus()
    assert offered(offer) == []


def test_the_list_stays_inside_the_window_at_its_foot(area, offer, press):
    area.set_text("\n" * 60)
    press("@")
    assert area.window().rect().contains(offer.list.geometry())


def test_names_are_known_in_every_form_longer_ones_first():
    names = at_names([Person(name="Mei Lindqvist", other_names=("Mei-Mei",))])

    assert names == ("Mei Lindqvist", "Mei-Mei", "Mei")


def test_a_click_takes_a_name_too(area, offer, press):
    press("@")
    item = offer.list.item(1)
    place = offer.list.visualItemRect(item).center()
    QTest.mouseClick(offer.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert area.text() == "@Jonas Berg"
