"""A real, protected journal in the real window, and hands on its keyboard."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from journal_app.services.protection import ProtectionService
from journal_app.store.keys import Kdf
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.main_window import MainWindow
from tests.builders import FRIDAY
from tests.end2end.hands import Hands

CHEAP = Kdf(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "four quiet words"


class Strays(QObject):
    """Notes each window that is neither the program's nor a menu, a list or a dialog."""

    def __init__(self, application):
        super().__init__(application)
        self.seen = []
        application.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 (Qt's name)
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            stray = watched.isWindow() and watched.windowType() is Qt.WindowType.Window
            if stray and not isinstance(watched, MainWindow):
                self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def strays(qapp):
    """A part shown before it has its place is a window that flashes up and takes the keys away."""
    made = Strays(qapp)
    yield made
    QApplication.instance().removeEventFilter(made)
    assert made.seen == []


@pytest.fixture
def begun():
    """What a test writes into the journal before the window opens."""
    return lambda journal: None


@pytest.fixture
def hands(qtbot, theme, tmp_path, begun, strays):
    changes = ChangeSignals()
    protection = ProtectionService(tmp_path / "tend", notify=changes.tell, kdf=CHEAP)
    protection.create(PASSPHRASE)
    journal = protection.journal
    journal.spelling.choose("en-US")
    journal.team.welcome("Thandiwe Nkosi", ["Thandi"])
    journal.team.welcome("Jonas Berg")
    begun(journal)
    protection.lock()
    window = MainWindow(theme, protection, changes, today=lambda: FRIDAY)
    changes.setParent(window)
    qtbot.addWidget(window)
    window.resize(1280, 860)
    window.show()
    window.start()
    made = Hands(window)
    made.until(window.isActiveWindow)
    made.write(PASSPHRASE)
    made.press("Return")
    made.until(lambda: window.workspace is not None)
    return made


@pytest.fixture
def journal(hands):
    """The services, to look at what was kept."""
    return hands.window._protection.journal
