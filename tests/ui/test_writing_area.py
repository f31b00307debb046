"""The place one writes in: exactly as typed, and nothing else gets in."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from journal_app.ui.widgets.writing_area import WritingArea, storable


@pytest.fixture
def area(qtbot, theme):
    area = WritingArea(theme, name="Words")
    qtbot.addWidget(area)
    return area


@pytest.mark.parametrize(
    "text",
    [
        "family 👩‍👩‍👧‍👦 flag 🇳🇴",
        "\u202eright to left\u202c مرحبا",
        "e\u0301 and é",
        "no\u00a0break, zero\u200bwidth, \ufeff mark",
        "  spaces stay  \n\n\ttab\n",
        "# heading\n- [ ] task\n`List<String>` **bold**",
        "",
    ],
)
def test_text_comes_back_byte_for_byte(area, text):
    area.set_text(text)

    assert area.text() == text


@given(
    text=st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\u2028\u2029\ufdd0\ufdd1"),
        max_size=60,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_text_comes_back(area, text):
    area.set_text(text)

    assert area.text() == text


def test_what_no_file_could_hold_becomes_a_replacement_character():
    assert storable("a\0b\ud800c") == "a\ufffdb\ufffdc"


def test_setting_text_is_no_edit_and_cannot_be_undone(area, qtbot):
    with qtbot.assertNotEmitted(area.edited):
        area.set_text("hers")
    area.undo()

    assert area.text() == "hers"


def test_typing_is_an_edit(area, qtbot):
    with qtbot.waitSignal(area.edited):
        QTest.keyClicks(area, "x")


def test_pasted_formatting_becomes_markdown_and_no_picture_comes(area):
    source = QMimeData()
    source.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    source.setText("bold")
    area.insertFromMimeData(source)

    assert area.text() == "**bold**"


def test_a_pasted_picture_is_refused_in_words(area, qtbot):
    source = QMimeData()
    source.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    with qtbot.waitSignal(area.paste_refused):
        area.insertFromMimeData(source)

    assert area.text() == ""


def test_control_enter_goes_on_and_escape_leaves(area, qtbot):
    with qtbot.waitSignal(area.submitted):
        QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(area.left):
        QTest.keyClick(area, Qt.Key.Key_Escape)


def test_a_large_paste_is_kept_whole(area):
    text = ("word " * 200 + "\n") * 400
    source = QMimeData()
    source.setText(text)
    area.insertFromMimeData(source)

    assert area.text() == text
