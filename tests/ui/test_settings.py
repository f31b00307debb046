"""The settings page: found by a word, applied at once, kept for the next start."""

import pytest
from PySide6.QtWidgets import QLabel

from journal_app.domain.preferences import Preferences
from journal_app.services.preferences import PreferenceService
from journal_app.store.preference_file import NAME
from journal_app.ui.dresser import Dresser
from journal_app.ui.pages.settings_page import SettingsPage
from journal_app.ui.settings.look_section import LookSection
from journal_app.ui.settings.parts import PARTS
from journal_app.ui.widgets.card import Card


@pytest.fixture
def services(make_safety):
    return make_safety()


@pytest.fixture
def page(qtbot, theme, services):
    dresser = Dresser(theme, theme, services.preferences, services.changes)
    page = SettingsPage(theme, services)
    qtbot.addWidget(page)
    page.show()
    yield page
    dresser.deleteLater()
    theme.wear("paper", zoom=100, high_contrast=False)
    theme.reduced_motion = True


def type_in(page, text):
    page.finder.setText(text)
    page.finder.textEdited.emit(text)


def titles(page):
    cards = [card for card in page.findChildren(Card) if card.isVisible()]
    return [card.findChildren(QLabel)[0].text() for card in cards]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.key)
def test_every_setting_says_in_a_sentence_what_it_does(page, part):
    section = page.show_part(part.key)
    cards = [c for c in section.findChildren(Card) if c.property("setting")]

    assert cards
    for card in cards:
        sentences = [label.text() for label in card.findChildren(QLabel) if "." in label.text()]
        assert sentences, card.findChildren(QLabel)[0].text()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("zoom", "Zoom"),
        ("confetti", "Motion"),
        ("screen locks", "Lock by itself"),
        ("HOLD", "Hold"),
    ],
)
def test_a_word_finds_the_settings_that_speak_of_it(page, typed, found):
    type_in(page, typed)

    assert found in titles(page)
    assert len(titles(page)) < 6
    assert not page.nothing.isVisible()


def test_an_accent_more_or_less_finds_the_same(page):
    type_in(page, "pàssphrase")

    assert "Passphrase" in titles(page)


def test_looking_for_nothing_there_says_so_and_escape_goes_back(qtbot, page):
    type_in(page, "spaceship")
    assert titles(page) == []
    assert page.nothing.isVisible()

    page.finder.left.emit()
    qtbot.waitUntil(lambda: titles(page)[:1] == ["Looks"])
    assert not page.nothing.isVisible()
    assert page.finder.text() == ""


def test_a_look_is_worn_at_once_and_kept(page, theme, services):
    look = page.show_part("look")
    look.look.chips["evening"].click()
    assert theme.look == "evening"

    look.contrast.click()
    assert theme.look == "evening-contrast"
    again = PreferenceService(services.preferences._file._path.parent)
    assert (again.now.look, again.now.high_contrast) == ("evening", True)


def test_a_size_is_worn_at_once_and_stops_at_its_ends(page, theme):
    look = page.show_part("look")
    for _ in range(12):
        look.larger.click()
    assert theme.zoom == 200
    assert not look.larger.isEnabled()
    assert "200" in look.zoom.text()

    look.usual.click()
    assert theme.zoom == 100


def test_what_is_chosen_elsewhere_shows_here(page, services):
    look = page.show_part("look")
    services.preferences.change(zoom=150)

    assert isinstance(look, LookSection)
    assert "150" in look.zoom.text()


def test_stillness_reaches_the_confetti(page, theme):
    theme.reduced_motion = False
    page.show_part("look").still.click()

    assert theme.reduced_motion


def test_nothing_typed_in_a_field_survives_leaving_the_page(page):
    page.show_part("lock").present.line.setText("four quiet words")
    page.leave()

    assert page.section.present.text() == ""


def test_preferences_hold_no_more_than_what_was_chosen(tmp_path):
    service = PreferenceService(tmp_path)
    assert not (tmp_path / NAME).exists()
    service.change(zoom=120)

    assert (tmp_path / NAME).read_text(encoding="utf-8").split() == ["{", '"zoom":', "120", "}"]
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[1]", b'{"zoom": "wide", "look": "neon", "remind_at": 4}', b"{" * 9999],
    ids=["empty", "no text", "a list", "strange values", "deep"],
)
def test_preferences_that_cannot_be_read_are_as_new(tmp_path, content):
    (tmp_path / NAME).write_bytes(content)

    assert PreferenceService(tmp_path).now == Preferences()
