"""Every page at every size: no word is cut, in English, in German, and in a longer language."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from journal_app.ui.widgets.wrapping import WrappingCheck
from tests.ui.walk import clipped, pages


def cut(window):
    return {name: found for name, page in pages(window) if (found := clipped(page))}


@pytest.mark.parametrize(
    ("language", "size", "zoom"),
    [
        ("en", (960, 600), 100),
        ("en", (1280, 860), 200),
        ("en", (960, 600), 200),
        ("de", (960, 600), 80),
        ("de", (960, 600), 200),
        ("de", (1280, 860), 200),
        ("pseudo", (960, 600), 80),
        ("pseudo", (1280, 860), 200),
    ],
)
def test_no_word_of_any_page_is_cut(demo_at, language, size, zoom):
    assert cut(demo_at(language, size, zoom)) == {}


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
