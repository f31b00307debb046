"""Cases 60 and 63: what is pasted, dropped or put into the editor to break it."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, Qt
from PySide6.QtWidgets import QApplication, QTextEdit

from journal_app.ui.widgets.writing_area import WritingArea
from tests.safety.bombs import BOMBS


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_case_60_the_editor_lives_and_keeps_every_character(qtbot, theme, bomb):
    area = WritingArea(theme, name="What you saw")
    qtbot.addWidget(area)
    area.show()
    area.set_text(bomb)
    area.insertPlainText("y")
    QApplication.processEvents()
    area.undo()

    assert (area.text() == bomb) is True


# --- 63: pasting and dropping ---


@pytest.fixture
def area(qtbot, theme):
    made = WritingArea(theme, name="What you saw")
    qtbot.addWidget(made)
    made.show()
    return made


def from_a_browser():
    data = QMimeData()
    data.setHtml(
        '<p>She <b>asked</b>.<img src="https://tracker.example/p.gif">'
        '<img src="file:///etc/hostname"><script>alert(1)</script></p>'
    )
    return data


def drop(area, data):
    at = QPoint(5, 5)
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(area.viewport(), QDragEnterEvent(at, action, data, left, none))
    QApplication.sendEvent(area.viewport(), QDropEvent(at, action, data, left, none))


@pytest.mark.parametrize("way", [QTextEdit.insertFromMimeData, drop], ids=["pasted", "dropped"])
def test_case_63_what_a_browser_gives_comes_as_words_without_pictures(area, way):
    (area.insertFromMimeData if way is not drop else lambda data: drop(area, data))(
        from_a_browser()
    )

    assert "She" in area.text()
    assert "asked" in area.text()
    for trace in ("tracker", "hostname", "alert", "<", "\ufffc"):
        assert trace not in area.text()


@pytest.mark.parametrize("way", ["pasted", "dropped"])
def test_case_63_a_file_is_refused_in_words_and_its_path_is_not_kept(area, qtbot, tmp_path, way):
    area.set_text("My words.")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "secret.png"))])

    with qtbot.waitSignal(area.paste_refused) as refused:
        area.insertFromMimeData(data) if way == "pasted" else drop(area, data)

    assert "as they were" in refused.args[0]
    assert area.text() == "My words."


def test_case_63_a_picture_is_refused_in_words(area, qtbot):
    data = QMimeData()
    data.setImageData(QImage(3, 3, QImage.Format.Format_RGB32))

    with qtbot.waitSignal(area.paste_refused):
        area.insertFromMimeData(data)

    assert area.text() == ""
