"""Every page at every size: no word is cut, in English, in German, and in a longer language."""

import json
from contextlib import ExitStack

import pytest
import shiboken6
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from journal_app.paths import resources_dir
from journal_app.services.protection import ProtectionService
from journal_app.store.keys import Kdf
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.languages import Languages
from journal_app.ui.main_window import MainWindow
from journal_app.ui.widgets.wrapping import WrappingCheck
from tests.builders import FRIDAY
from tests.pseudo import pseudo_guidance, spoken
from tests.ui.walk import clipped, pages

CHEAP = Kdf(memory_kib=64, iterations=1, lanes=1)
GERMAN = resources_dir() / "i18n" / "de.json"


@pytest.fixture
def demo_at(qtbot, qapp, theme, tmp_path):
    """Makes the demo's window in a language, at a size and zoom; all is as before afterwards."""
    with ExitStack() as stack:
        stack.callback(lambda: theme.wear("paper", zoom=100, high_contrast=False))

        def make(language, size, zoom):
            theme.wear("paper", zoom=zoom, high_contrast=False)
            guidance = {}
            if language == "pseudo":
                stack.enter_context(spoken(qapp))
                guidance = {"guidance": pseudo_guidance}
            elif language != "en":
                languages = Languages(qapp, resources_dir() / "i18n")
                home = QLocale()
                stack.callback(lambda: QLocale.setDefault(home))
                stack.callback(lambda: (languages.speak("en"), shiboken6.delete(languages)))
                assert languages.speak(language) == language
            changes = ChangeSignals()
            protection = ProtectionService(
                tmp_path / "tend", notify=changes.tell, kdf=CHEAP, language=language, **guidance
            )
            window = MainWindow(theme, protection, changes, today=lambda: FRIDAY)
            changes.setParent(window)
            qtbot.addWidget(window)
            window.resize(*size)
            window.show()
            window.start_demo()
            stack.callback(window.close)
            return window

        yield make


def cut(window):
    return {name: found for name, page in pages(window) if (found := clipped(page))}


@pytest.mark.parametrize(
    ("language", "size", "zoom"),
    [
        ("en", (960, 600), 100),
        ("en", (1280, 860), 200),
        ("pseudo", (960, 600), 80),
        ("pseudo", (1280, 860), 200),
    ],
)
def test_no_word_of_any_page_is_cut(demo_at, language, size, zoom):
    assert cut(demo_at(language, size, zoom)) == {}


@pytest.mark.skipif(
    not json.loads(GERMAN.read_text(encoding="utf-8"))["whole"],
    reason="German does not call itself whole yet, and nobody can choose it",
)
def test_no_word_of_any_page_is_cut_at_twice_the_size_in_german(demo_at):
    assert cut(demo_at("de", (1280, 860), 200)) == {}


def test_a_cut_word_is_seen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    for made in (QLabel("a sentence that is far too long for it"), QPushButton("Far too long")):
        row.addWidget(made)
        made.setFixedWidth(30)
    window.show()

    assert len(clipped(window)) == 2


def test_a_check_box_goes_on_to_another_line_and_is_heard_whole(qtbot):
    said = "leave this window out of screenshots and of shared screens"
    box = WrappingCheck(said)
    qtbot.addWidget(box)
    one = box.sizeHint()
    box.resize(220, box.heightForWidth(220))
    box.show()
    drawn = box.grab().toImage()
    ink = [y for y in range(drawn.height()) if _has_ink(drawn, y)]

    assert one.width() > 220
    assert ink[-1] - ink[0] > one.height()
    assert box.text() == box.accessibleName() == said


def _has_ink(image, y):
    ground = image.pixel(image.width() - 1, 0)
    return any(image.pixel(x, y) != ground for x in range(40, image.width()))
