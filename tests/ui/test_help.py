"""Help: the guide, the reasons, every key; and tips that go away."""

import re

import pytest
import shiboken6
from PySide6.QtGui import QAction, QImage, QKeySequence
from PySide6.QtWidgets import QLabel

from journal_app.app import open_window
from journal_app.paths import resources_dir
from journal_app.services.help import HelpService
from journal_app.ui.languages import Languages
from journal_app.ui.pages.help_page import KEYS, HelpPage
from tests.guidance.test_words import BARRED

PAGES = sorted((resources_dir() / "help").rglob("*.md"))


@pytest.fixture
def window(qtbot, qapp, theme, tmp_path):
    made = open_window(tmp_path / "tend")
    qtbot.addWidget(made)
    made.resize(1280, 860)
    made.show()
    made.start_demo()
    yield made
    made.close()
    # The English plurals go with the program; other tests speak without a catalogue.
    for languages in qapp.findChildren(Languages):
        languages.silence()
        shiboken6.delete(languages)


def test_f1_opens_every_key_of_the_window(window):
    window.findChild(QAction, "actionHelp").trigger()
    page = window.workspace.stack.currentWidget()
    shown = {label.text() for label in page.keys.findChildren(QLabel)}

    assert isinstance(page, HelpPage)
    assert page.topics.choice() == KEYS
    for action in window.actions():
        assert action.text() in shown
        native = action.shortcuts()[0].toString(QKeySequence.SequenceFormat.NativeText)
        assert native in shown


def test_no_key_of_the_window_is_given_twice(window):
    keys = [key.toString() for action in window.actions() for key in action.shortcuts()]

    assert sorted(keys) == sorted(set(keys))


def test_every_topic_can_be_read_and_ends_where_its_text_ends(window):
    page = window.workspace.open("help")
    topics = HelpService().topics()
    assert [topic.key for topic in topics] == ["first-week", "people", "share", "safe", "why"]

    for topic in topics:
        page.topics.chips[topic.key].click()
        assert page.reading.isVisible()
        assert not page.keys.isVisible()
        assert page.reading.toPlainText().startswith(topic.title)
        assert page.reading.height() >= page.reading.document().size().height()


def test_the_guide_shows_its_own_pictures_and_no_others(window, tmp_path):
    page = window.workspace.open("help")
    page.show_topic("first-week")
    outside = tmp_path / "outside.png"
    QImage(40, 40, QImage.Format.Format_RGB32).save(str(outside))

    assert page.reading.loadResource(2, "this-week.png").width() > 300
    assert page.reading.loadResource(2, str(outside)).width() == 1
    assert (
        page.reading.loadResource(2, "../../../../packaging/screenshots/this-week.png").width() == 1
    )


def test_a_picture_takes_no_more_room_than_it_needs(window):
    page = window.workspace.open("help")
    page.show_topic("first-week")
    layout = page.reading.document().documentLayout()
    block = page.reading.document().begin()
    while block.isValid() and block.text() != "\ufffc":
        block = block.next()
    picture = page.reading.loadResource(2, "this-week.png")

    assert layout.blockBoundingRect(block).height() <= picture.height() + 40


@pytest.mark.parametrize("path", PAGES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_no_page_of_the_guide_shames_or_ranks(path):
    text = path.read_text(encoding="utf-8")
    spoken = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)

    assert BARRED.search(spoken) is None
    assert text.startswith("# ")
    assert max(len(s.split()) for s in re.split(r"(?<=[.!?:])\s|\n", spoken)) <= 30


@pytest.mark.parametrize("path", PAGES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_every_picture_of_the_guide_is_there_and_said_in_words(path):
    for said, name in re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", path.read_text(encoding="utf-8")):
        assert said
        assert (path.parent / "pictures" / name).exists()


def test_the_settings_lead_to_the_guide(window):
    section = window.workspace.open("settings").show_part("help")
    section.help_button.click()

    assert isinstance(window.workspace.stack.currentWidget(), HelpPage)


# --- tips ---


def test_a_tip_stands_on_the_first_visit_and_not_on_the_next(window):
    workspace = window.workspace
    workspace.open("people")
    assert workspace.tips.card is not None
    assert workspace.tips.card.isVisible()

    workspace.open("week")
    assert workspace.tips.card is None
    workspace.open("people")
    assert workspace.tips.card is None


def test_a_tip_that_was_put_away_does_not_come_back_with_the_next_start(window):
    workspace = window.workspace
    workspace.open("growth")
    workspace.tips.put_away()
    window._readopt()
    window.workspace.open("growth")

    assert window.workspace.tips.card is None
