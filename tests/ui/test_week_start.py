"""The day a week starts on: as the locale has it at first, to be chosen, and then it stays."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from journal_app.services.protection import ProtectionService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.main_window import MainWindow
from journal_app.ui.settings.rhythm_section import RhythmSection
from tests.builders import FRIDAY
from tests.ui.conftest import CHEAP


@pytest.fixture
def begun_in(qtbot, theme, tmp_path):
    """Goes through the first run where this locale is spoken."""
    home = QLocale()
    windows = []

    def begin(locale):
        QLocale.setDefault(QLocale(locale))
        changes = ChangeSignals()
        protection = ProtectionService(tmp_path / locale, notify=changes.tell, kdf=CHEAP)
        window = MainWindow(theme, protection, changes, today=lambda: FRIDAY)
        changes.setParent(window)
        qtbot.addWidget(window)
        windows.append(window)
        window.start()
        page = window.stack.currentWidget()
        page.begin_button.click()
        page.later_button.click()
        page.names.setPlainText("Mei Lindqvist")
        page.start_button.click()
        return window, protection.journal.reflections

    yield begin
    for window in windows:
        window.close()
    QLocale.setDefault(home)


@pytest.mark.parametrize(
    ("locale", "first"),
    [
        ("de_DE", date(2026, 11, 16)),
        ("en_US", date(2026, 11, 15)),
        ("ar_EG", date(2026, 11, 14)),
    ],
)
def test_the_first_week_starts_as_the_locale_has_it(begun_in, locale, first):
    window, reflections = begun_in(locale)

    assert reflections.week_of(FRIDAY).start == first
    assert window.workspace.pages["guide"].draft.week_start == first


def test_it_can_be_chosen_until_a_week_is_begun_and_then_stays(
    qtbot, theme, make_safety, heard_journal
):
    reflections = heard_journal.reflections
    section = RhythmSection(theme, make_safety())
    qtbot.addWidget(section)
    assert section.first_day.isEnabled()
    section.first_day.setCurrentIndex(section.first_day.findData(6))
    section.first_day.activated.emit(section.first_day.currentIndex())
    assert reflections.week_of(FRIDAY).start == date(2026, 11, 15)

    draft = reflections.open_draft(reflections.week_of(FRIDAY), on=FRIDAY)
    draft.free_writing["notice"] = "A quiet week."
    reflections.keep(draft)
    later = RhythmSection(theme, make_safety())
    qtbot.addWidget(later)
    reflections.begin_weeks_on(0)

    assert not later.first_day.isEnabled()
    assert later.first_day.currentData() == 6
    assert reflections.week_of(FRIDAY).start == date(2026, 11, 15)
