"""What the claims are proved on: real windows, pages and journals."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTextEdit, QWidget

from journal_app.services.protection import ProtectionService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.main_window import MainWindow
from tests.builders import FRIDAY
from tests.safety.conftest import CHEAP, protection
from tests.ui.conftest import guide, guide_at, mei, today
from tests.weeks import Weeks

__all__ = ["guide", "guide_at", "mei", "protection", "today"]


@pytest.fixture
def make_window(qtbot, theme, tmp_path):
    """Makes a window over a folder of its own, at its first run."""

    def make():
        changes = ChangeSignals()
        service = ProtectionService(tmp_path / "tend", notify=changes.tell, kdf=CHEAP)
        window = MainWindow(theme, service, changes, today=lambda: FRIDAY)
        changes.setParent(window)
        qtbot.addWidget(window)
        window.show()
        window.start()
        return window

    return make


@pytest.fixture
def window(make_window):
    """An open journal with two people, before its first word."""
    made = make_window()
    page = made.stack.currentWidget()
    page.begin_button.click()
    page.later_button.click()
    page.names.setPlainText("Mei Lindqvist, Mei-Mei\nJonas Berg")
    page.start_button.click()
    return made


@pytest.fixture
def weeks(journal):
    """Fridays with the guide, of someone who leads for long."""
    return Weeks(journal, FRIDAY)


@pytest.fixture
def says():
    """Everything a widget says now: labels, buttons, fields, their names and descriptions."""

    def texts(widget: QWidget) -> list[str]:
        found = [widget.windowTitle()]
        shown = [part for part in widget.findChildren(QWidget) if part.isVisibleTo(widget)]
        for part in (widget, *shown):
            found += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
            if isinstance(part, QLabel | QLineEdit | QPushButton):
                found.append(part.text())
            if isinstance(part, QTextEdit | QPlainTextEdit):
                found.append(part.toPlainText())
        return [text for text in found if text]

    return texts
