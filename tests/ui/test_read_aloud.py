"""Whoever hears the program instead of seeing it: nothing on any page is without its name."""

import pytest
from PySide6.QtGui import QAccessible, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from journal_app.services.protection import ProtectionService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.main_window import MainWindow
from journal_app.ui.widgets.confetti import Confetti
from journal_app.ui.widgets.dot_calendar import DotCalendar
from journal_app.ui.widgets.drawing import Drawing
from journal_app.ui.widgets.greeting_preview import GreetingPreview
from journal_app.ui.widgets.growth_line import GrowthLine
from journal_app.ui.widgets.joy_jar import JarDrawing
from journal_app.ui.widgets.nav_rail import NavRail
from journal_app.ui.widgets.step_trail import StepTrail
from tests.builders import FRIDAY
from tests.ui.conftest import CHEAP
from tests.ui.reader import CONTROLS, NAME, mute, told, unnamed
from tests.ui.walk import pages, shown

# Drawings beside words that say the same.
PASSED_OVER = {"Drawing", "Sprig"}
SPEAKING = (DotCalendar, GreetingPreview, GrowthLine, JarDrawing, NavRail, StepTrail)


@pytest.fixture
def before(qtbot, theme, tmp_path):
    """A window before any journal is there."""
    changes = ChangeSignals()
    protection = ProtectionService(tmp_path / "tend", notify=changes.tell, kdf=CHEAP)
    window = MainWindow(theme, protection, changes, today=lambda: FRIDAY)
    changes.setParent(window)
    qtbot.addWidget(window)
    window.show()
    window.start()
    yield window
    window.close()


def silent(window):
    """What a reader could not name, and what is painted and says nothing."""
    return unnamed(window) + [
        one for one in mute(window) if one.split(" in ")[0] not in PASSED_OVER
    ]


def test_nothing_on_any_page_is_without_its_name(demo_at):
    left, met = {}, set()
    for name, page in pages(demo_at()):
        if found := silent(page):
            left[name] = found
        for widget in shown(page):
            met |= {
                kind for kind in SPEAKING if isinstance(widget, kind) and widget.accessibleName()
            }

    assert left == {}
    assert met == set(SPEAKING)


def test_nothing_that_lies_over_a_page_is_without_its_name(demo_at):
    window = demo_at()
    workspace = window.workspace
    palette = workspace.open_search()
    palette.box.setText("a")
    QApplication.processEvents()
    left = silent(window)
    palette.close_over()
    workspace.capture()
    left += silent(window)
    workspace.pages["catch"].close_over()
    window.report("It did not go.", "Nothing is lost.", "Try again.")
    left += silent(window)

    assert left == []


def test_nothing_before_the_journal_is_open_is_without_its_name(before):
    page = before.stack.currentWidget()
    left = silent(before)
    page.begin_button.click()
    left += silent(before)
    page.new.passphrase.line.setText("four quiet words")
    page.new.again.line.setText("four quiet words")
    page.protect_button.click()
    left += silent(before)
    page.sheet.later_button.click()
    left += silent(before)
    page.names.setPlainText("Mei")
    page.start_button.click()
    before.lock()
    left += silent(before)

    assert left == []


def test_every_row_of_a_list_is_read(demo_at):
    window = demo_at()
    window.workspace.open("journal")
    QApplication.processEvents()
    rows = [one.text(NAME) for one in told(window) if one.role() is QAccessible.Role.ListItem]

    assert len(rows) > 3
    assert all(rows)


def test_confetti_has_a_name_while_it_falls(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    falling = Confetti(theme, window)

    assert QAccessible.queryAccessibleInterface(falling).text(NAME)


def test_a_drawing_is_no_picture_to_a_reader_and_takes_the_zoom(qtbot, theme):
    drawing = Drawing(theme, "leaf", "growth", 20)
    qtbot.addWidget(drawing)
    small = drawing.sizeHint().width()
    theme.set_zoom(200)
    large = drawing.sizeHint().width()
    theme.set_zoom(100)

    assert QAccessible.queryAccessibleInterface(drawing).role() not in CONTROLS
    assert (small, large) == (20, 40)


def test_what_has_no_name_is_found(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    picture = QLabel()
    picture.setPixmap(QPixmap(8, 8))
    for made in (QPushButton(), picture, QPushButton("Named")):
        column.addWidget(made)
    window.show()

    assert len(unnamed(window)) == 2
