"""Case 88: what notification, tray and reminder say, and when they say nothing."""

import threading
from datetime import datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from journal_app.domain.preferences import Pace
from journal_app.domain.reminding import Later
from journal_app.services.demo import fill
from journal_app.services.preferences import PreferenceService
from journal_app.services.protection import ProtectionService
from journal_app.store.doorbell import Doorbell
from journal_app.store.keys import Kdf
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.main_window import MainWindow
from journal_app.ui.presence import Presence
from journal_app.ui.widgets.seed_catcher import SeedCatcher
from tests.builders import FRIDAY

# Without a desktop the tray has no window of its own, and says so.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
CHEAP = Kdf(memory_kib=64, iterations=1, lanes=1)
WORDS = "Time for your weekly reflection."


class Clock:
    def __init__(self):
        self.now = datetime.combine(FRIDAY, time(15, 0))

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def presence(qtbot, theme, tmp_path, clock):
    changes = ChangeSignals()
    preferences = PreferenceService(tmp_path / "tend", changes.tell)
    protection = ProtectionService(tmp_path / "tend", notify=changes.tell, kdf=CHEAP)
    window = MainWindow(theme, protection, changes, preferences=preferences, today=lambda: FRIDAY)
    changes.setParent(window)
    qtbot.addWidget(window)

    notices = []

    def written():
        journal = protection.journal
        return journal is not None and bool(
            journal.reflections.finished_in(journal.reflections.week_of(FRIDAY))
        )

    made = Presence(
        window,
        theme,
        preferences,
        changes,
        written=written,
        clock=clock,
        tray_there=lambda: True,
        notify=lambda *told: bool(notices.append(told) or True),
    )
    made.notices = notices
    made.protection, made.window, made.preferences = protection, window, preferences
    protection.create("four quiet words")
    fill(protection.journal, FRIDAY)
    window.show()
    window.adopt(protection.journal)
    preferences.change(pace=Pace.WEEKLY, remind_weekday=FRIDAY.weekday(), tray=True)
    made.said = []
    # The tray's own notification goes to the desktop; what it is given is heard here.
    made.tray.icon.showMessage = lambda *told: made.said.append(told[:2])
    yield made
    window.leave = window.close
    window.close()
    QApplication.setQuitOnLastWindowClosed(True)


def test_case_88_the_notification_names_nobody_and_says_no_word_of_the_journal(presence):
    presence.reminders.look()

    assert presence.said == [("Tend", WORDS)]


def test_case_88_it_is_said_once(presence, clock):
    for minute in range(3):
        clock.now = clock.now.replace(minute=minute)
        presence.reminders.look()

    assert len(presence.said) == 1


def test_case_88_the_tray_says_the_name_of_the_program_and_plain_acts(presence):
    presence.reminders.look()
    acts = [action.text() for action in presence.tray.menu.actions() if action.text()]

    assert presence.tray.icon.toolTip() == "Tend"
    assert acts == [
        "Catch a line",
        "Open",
        "Lock",
        "Remind me in an hour",
        "Remind me tomorrow",
        "Quit",
    ]


def test_case_88_nothing_is_said_while_the_journal_is_locked_and_it_is_said_after(presence):
    presence.window.lock()
    presence.reminders.look()
    assert presence.said == []

    presence.window.unlock("four quiet words")
    assert presence.said == [("Tend", WORDS)]


def test_case_88_while_locked_it_is_said_to_those_who_asked_for_that(presence):
    presence.window.lock()
    presence.preferences.change(remind_while_locked=True)
    presence.tray.icon.showMessage = lambda *told: presence.said.append(told[:2])
    presence.reminders.look()

    assert presence.said == [("Tend", WORDS)]


def test_case_88_nothing_is_said_while_presenting(presence):
    presence.window.care.guard.cover()
    presence.reminders.look()
    assert presence.said == []

    presence.window.care.guard.uncover()
    presence.reminders.look()
    assert len(presence.said) == 1


def test_case_88_nothing_is_said_while_the_screen_is_locked(presence):
    screen = presence.window.care.guard.screen
    presence.preferences.change(remind_while_locked=True)
    presence.tray.icon.showMessage = lambda *told: presence.said.append(told[:2])
    screen.on_state(True)
    presence.reminders.look()
    assert presence.said == []

    screen.on_state(False)
    presence.reminders.look()
    assert len(presence.said) == 1


def test_case_88_nothing_is_said_in_a_week_that_is_written(presence):
    reflections = presence.protection.journal.reflections
    draft = reflections.open_draft(reflections.week_of(FRIDAY), on=FRIDAY)
    draft.free_writing["notice"] = "A quiet week."
    assert reflections.finish(draft, on=FRIDAY)
    presence.reminders.look()

    assert presence.said == []


def test_the_reminder_in_the_window_can_be_put_off(presence, clock):
    presence.reminders.look()
    bar = presence.bar
    assert bar.isVisible()
    assert bar.findChildren(QLabel)[0].text() == WORDS

    bar.hour_button.click()
    assert not bar.isVisible()
    clock.now = clock.now.replace(hour=16)
    presence.reminders.look()
    assert len(presence.said) == 2


def test_the_tray_puts_a_reminder_off_until_tomorrow(presence, clock):
    presence.reminders.look()
    presence.tray.tomorrow.trigger()
    clock.now = clock.now.replace(day=clock.now.day + 1)
    presence.reminders.look()

    assert len(presence.said) == 2
    assert presence.preferences.now.snoozed_until is None


def test_the_reminder_in_the_window_leads_to_the_guide(presence):
    presence.reminders.look()
    presence.bar.begin_button.click()

    assert (
        presence.window.workspace.stack.currentWidget() is presence.window.workspace.pages["guide"]
    )


# --- the tray ---


def test_case_86_the_tray_reaches_nothing_of_a_locked_journal(presence):
    assert presence.tray.capture.isEnabled()
    presence.window.lock()

    assert not presence.tray.capture.isEnabled()
    assert not presence.tray.lock.isEnabled()


def test_closing_into_the_tray_locks_the_journal_and_opening_asks_for_the_passphrase(presence):
    presence.window.close()
    assert presence.protection.journal is None
    assert not presence.tray.capture.isEnabled()
    assert not QApplication.quitOnLastWindowClosed()

    presence.tray.open.trigger()
    assert presence.window.isVisible()
    assert type(presence.window.stack.currentWidget()).__name__ == "LockPage"


def test_a_line_is_caught_from_the_tray(presence):
    presence.window.workspace.open("people")
    presence.tray.capture.trigger()

    catcher = presence.window.workspace.findChild(SeedCatcher)
    assert catcher.isVisible()
    QTest.keyClicks(catcher.line, "from the tray")
    QTest.keyClick(catcher.line, Qt.Key.Key_Return)
    assert presence.protection.journal.seeds.waiting()[-1].body == "from the tray"


@pytest.fixture
def second_start(presence, tmp_path):
    """Another start of the program, which finds the first one there."""
    first, second = (Doorbell(tmp_path / "tend", tmp_path / "run") for _ in range(2))
    assert first.answer()
    presence.listen(str(first.bell), first.heard)
    assert not second.answer()
    heard = []
    yield threading.Thread(target=lambda: heard.append(second.ring())), heard
    first.leave()


def test_a_second_start_brings_the_window_forward_and_leaves(qtbot, presence, second_start):
    start, heard = second_start
    presence.window.hide()
    start.start()
    qtbot.waitUntil(presence.window.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)

    assert heard == [True]


def test_a_second_start_opens_no_locked_journal(qtbot, presence, second_start):
    start, heard = second_start
    presence.window.close()
    start.start()
    qtbot.waitUntil(presence.window.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)

    assert type(presence.window.stack.currentWidget()).__name__ == "LockPage"


def test_without_the_tray_closing_ends_the_program(presence):
    presence.preferences.change(tray=False)

    assert presence.tray is None
    assert QApplication.quitOnLastWindowClosed()


def test_case_88_without_a_tray_the_desktop_is_told_the_same_words_once(presence, clock):
    presence.preferences.change(tray=False)
    for minute in range(3):
        clock.now = clock.now.replace(minute=minute)
        presence.reminders.look()

    assert presence.notices == [("Tend", WORDS)]
    assert presence.bar.isVisible()


def test_case_88_without_a_tray_nothing_is_said_while_presenting_or_locked(presence):
    presence.preferences.change(tray=False)
    presence.window.care.guard.cover()
    presence.reminders.look()
    presence.window.care.guard.uncover()
    presence.window.lock()
    presence.reminders.look()
    assert presence.notices == []

    presence.window.unlock("four quiet words")
    assert presence.notices == [("Tend", WORDS)]


def test_a_reminder_put_off_from_the_window_is_kept_for_the_next_start(presence, tmp_path):
    presence.reminders.put_off(Later.HOUR)

    assert PreferenceService(tmp_path / "tend").now.snoozed_until == datetime.combine(
        FRIDAY, time(16, 0)
    )
