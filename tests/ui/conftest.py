"""Pages over the real journal in memory, on a Friday."""

from contextlib import ExitStack

import pytest
import shiboken6
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from journal_app.paths import resources_dir
from journal_app.services.preferences import PreferenceService
from journal_app.services.protection import ProtectionService
from journal_app.services.rhythm import RhythmService
from journal_app.store.keys import Kdf
from journal_app.store.login_item import LoginItem
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.jobs import Jobs
from journal_app.ui.languages import Languages
from journal_app.ui.main_window import MainWindow
from journal_app.ui.page_maker import guide_services
from journal_app.ui.pages.guide_page import GuidePage
from journal_app.ui.settings.services import SafetyServices
from tests.builders import FRIDAY
from tests.pseudo import pseudo_guidance, spoken

CHEAP = Kdf(memory_kib=64, iterations=1, lanes=1)


@pytest.fixture
def today():
    return lambda: FRIDAY


@pytest.fixture
def mei(heard_journal):
    return heard_journal.team.welcome("Mei Lindqvist", ["Mei-Mei"])


@pytest.fixture
def guide_at(qtbot, theme, heard_journal):
    """Makes a guide page that lives on a given day."""

    def make(day=FRIDAY):
        journal = heard_journal
        services = guide_services(journal, lambda: day)
        page = GuidePage(services, theme)
        qtbot.addWidget(page)
        page.show()
        page.open_week(journal.reflections.week_of(day))
        return page

    return make


@pytest.fixture
def guide(guide_at, mei):
    return guide_at()


@pytest.fixture
def make_safety(qtbot, tmp_path, heard_journal, changes, today):
    """What the settings work with; the keys are those of a protected journal of its own."""
    parent = QWidget()
    qtbot.addWidget(parent)
    protection = ProtectionService(tmp_path / "tend", kdf=CHEAP)
    protection.create("four quiet words")

    def make(day=today):
        return SafetyServices(
            journal=heard_journal,
            protection=protection,
            rhythm=RhythmService(LoginItem(["tend"], folder=tmp_path / "autostart")),
            preferences=PreferenceService(tmp_path / "tend", changes.tell),
            changes=changes,
            erase_everything=protection.erase_everything,
            jobs=Jobs(parent),
            files=FileChooser(parent),
            today=day,
        )

    yield make
    protection.close()


@pytest.fixture
def demo_at(qtbot, qapp, theme, tmp_path):
    """Makes the demo's window in a language, at a size and zoom; all is as before afterwards."""
    with ExitStack() as stack:
        stack.callback(lambda: theme.wear("paper", zoom=100, high_contrast=False))

        def make(language="en", size=(1280, 860), zoom=100):
            theme.wear("paper", zoom=zoom, high_contrast=False)
            guidance = {}
            if language.startswith("pseudo"):
                mirrored = language.endswith("rtl")
                stack.enter_context(spoken(qapp, right_to_left=mirrored))
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
            if language.endswith("rtl"):
                # The window put on the direction of a language that is shipped.
                qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            qtbot.addWidget(window)
            window.resize(*size)
            window.show()
            window.start_demo()
            stack.callback(window.close)
            return window

        yield make
