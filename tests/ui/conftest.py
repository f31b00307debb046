"""Pages over the real journal in memory, on a Friday."""

import pytest
from PySide6.QtWidgets import QWidget

from journal_app.services.preferences import PreferenceService
from journal_app.services.protection import ProtectionService
from journal_app.services.rhythm import RhythmService
from journal_app.store.keys import Kdf
from journal_app.store.login_item import LoginItem
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.jobs import Jobs
from journal_app.ui.page_maker import guide_services
from journal_app.ui.pages.guide_page import GuidePage
from journal_app.ui.settings.section import SafetyServices
from tests.builders import FRIDAY


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
    protection = ProtectionService(tmp_path / "tend", kdf=Kdf(memory_kib=64, iterations=1, lanes=1))
    protection.create("four quiet words")

    def make(day=today):
        return SafetyServices(
            keys=protection.keys,
            locking=heard_journal.locking,
            backups=protection.backups,
            restoring=protection.restoring,
            keeping=heard_journal.keeping,
            sharing=heard_journal.sharing,
            reflections=heard_journal.reflections,
            rhythm=RhythmService(LoginItem(["tend"], folder=tmp_path / "autostart")),
            folder=protection.folder,
            preferences=PreferenceService(tmp_path / "tend", changes.tell),
            spelling=heard_journal.spelling,
            changes=changes,
            what_it_protects=protection.statements.what_it_protects,
            erase_everything=protection.erase_everything,
            jobs=Jobs(parent),
            files=FileChooser(parent),
            today=day,
        )

    yield make
    protection.close()
