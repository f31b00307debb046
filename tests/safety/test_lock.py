"""Cases 18, 82 to 86, 89, 90 and 97 to 101: what is locked does not exist."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QWidget,
)

from journal_app.services.protection import ProtectionService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.main_window import MainWindow
from journal_app.ui.watches import IdleWatch
from tests.builders import FRIDAY, a_full_draft, an_entry
from tests.safety.conftest import CHEAP, PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
CANARY = "heronword"


@pytest.fixture
def window(qtbot, theme, tmp_path):
    """An open, protected journal in which the canary stands in every kind of text."""
    changes = ChangeSignals()
    protection = ProtectionService(tmp_path / "tend", notify=changes.tell, kdf=CHEAP)
    protection.create(PASSPHRASE)
    journal = protection.journal
    mei = journal.team.welcome(f"Mei {CANARY}")
    draft = a_full_draft(mei.id)
    draft.doubt = f"I don't know {CANARY}"
    draft.moments[0].behaviour = f"told the customer {CANARY}"
    journal.reflections.finish(draft, on=FRIDAY)
    journal.entries.write(an_entry(f"An entry {CANARY}", title=CANARY, tags=(CANARY,)))
    protection.lock()
    made = MainWindow(theme, protection, changes, today=lambda: FRIDAY)
    changes.setParent(made)
    qtbot.addWidget(made)
    made.show()
    made.start()
    made.unlock(PASSPHRASE)
    return made


def visit_every_page(window):
    workspace = window.workspace
    for name in (*(k for k, b in workspace.rail.buttons.items() if b.isCheckable()), "entry"):
        workspace.open(name)
    workspace.open_person(1)
    workspace.pages["person"].growth.line.stand_at(0)
    workspace.pages["person"].meeting_button.click()
    workspace.open("celebrations").jar.take_one()
    workspace.pages["celebrations"].card_requested.emit(1)
    growth = workspace.open("growth")
    for part in growth.parts.chips:
        growth.show_part(part)
    workspace.open_held(1)
    workspace.open_this_week()
    workspace.open_search()
    QTest.keyClicks(workspace.pages["search"].box, CANARY)
    QCoreApplication.processEvents()


def nouns_with(word):
    """What Python still holds of the journal's nouns, caches included."""
    gc.collect()
    # Some classes of C have no text for their module.
    nouns = [
        o for o in gc.get_objects() if str(type(o).__module__).startswith("journal_app.domain.")
    ]
    return [
        type(noun).__name__
        for noun in nouns
        for name in getattr(type(noun), "__dataclass_fields__", ())
        if word in str(getattr(noun, name, ""))
    ]


def test_case_82_a_lock_leaves_no_word_in_any_widget_model_or_title(window):
    visit_every_page(window)
    assert nouns_with(CANARY) != []
    entry = window.workspace.open("entry")
    window.workspace.open_entry(1)
    entry.area.selectAll()
    entry.area.copy()
    QTest.keyClicks(entry.area, "x")
    del entry  # else this test would hold the page, and the page its entry

    window.lock()

    assert window.workspace is None
    assert [type(w).__name__ for w in window.stack.findChildren(QWidget)][:1] == ["LockPage"]
    for widget in QApplication.allWidgets():
        words = [widget.windowTitle(), widget.toolTip(), widget.accessibleName()]
        words += [str(getattr(widget, part)()) for part in ("text",) if hasattr(widget, part)]
        words += [widget.toPlainText()] if hasattr(widget, "toPlainText") else []
        assert not any(CANARY in word for word in words), type(widget).__name__
    assert CANARY not in QGuiApplication.clipboard().text()
    assert nouns_with(CANARY) == []


def test_case_82_no_page_or_service_of_the_journal_is_alive_after_the_lock(window):
    visit_every_page(window)
    alive = [type(page).__name__ for page in window.workspace.pages.values()]
    assert len(alive) > 8

    window.lock()
    gc.collect()

    left = {type(o).__name__ for o in gc.get_objects() if isinstance(o, QWidget)}
    assert not left & set(alive)


def test_case_83_a_lock_closes_dialogs_and_menus_and_keeps_unsaved_words(window):
    workspace = window.workspace
    workspace.open_entry(1)
    entry = workspace.pages["entry"]
    QTest.keyClicks(entry.area, " typed just now")
    dialog, menu = QDialog(window), QMenu(window)
    dialog.open()
    menu.addAction("Copy")
    menu.popup(window.pos())

    window.lock()

    assert not dialog.isVisible()
    assert not menu.isVisible()
    window.unlock(PASSPHRASE)
    bodies = [i.body for i in window._protection.journal.entries.items(kind="note")]
    assert any("typed just now" in body for body in bodies)


def test_case_83_a_lock_while_a_file_is_being_chosen_closes_the_choice(window):
    workspace = window.workspace
    page = workspace.open("settings")
    section = page.show_part("backups")
    seen = []

    def lock():
        seen.extend(d for d in QApplication.topLevelWidgets() if isinstance(d, QFileDialog))
        window.lock()

    QTimer.singleShot(150, lock)
    section.open_button.click()

    assert len(seen) == 1
    assert window.workspace is None


def test_case_84_a_passphrase_field_is_made_anew_after_each_try(window):
    window.lock()
    page = window.stack.currentWidget()
    for attempt in ("wrong words", "wronger words"):
        field = page.field
        QTest.keyClicks(field.line, attempt)
        page.open_button.click()
        assert page.field is not field
        page.field.eye.click()
        page.field.line.undo()
        assert page.field.text() == ""


def test_case_85_a_locked_screen_or_a_sleeping_laptop_locks_the_journal(window):
    window.care.guard.screen.on_state(False)
    assert window.workspace is not None
    window.care.guard.screen.on_state(True)
    assert window.workspace is None
    window.unlock(PASSPHRASE)
    window.care.guard.screen.on_lock()
    assert window.workspace is None


def test_case_85_the_rule_can_be_switched_off(window):
    window._protection.journal.locking.change(with_screen=False)

    window.care.guard.screen.on_lock()

    assert window.workspace is not None


DBUS = """
import sys
sys.path.insert(0, {root!r})
from PySide6.QtCore import QCoreApplication, QTimer
from journal_app.ui.watches import ScreenWatch
import journal_app.store
app = QCoreApplication([])
watch = ScreenWatch(app)
watch.listen()
print("heard" if watch.available else "deaf", flush=True)
watch.away.connect(lambda: (print("away", flush=True), app.quit()))
QTimer.singleShot(8000, app.quit)
app.exec()
"""


@pytest.mark.parametrize(
    "signal",
    [
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", "true"),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", "true"),
    ],
)
def test_case_85_the_desktops_own_signals_are_heard_on_a_real_bus(signal, tmp_path):
    if any(
        subprocess.run(["which", t], capture_output=True, check=False).returncode
        for t in ("dbus-run-session", "gdbus")
    ):
        pytest.skip("no D-Bus tools here: the signal cannot be sent as a desktop would")
    (tmp_path / "listen.py").write_text(DBUS.format(root=str(ROOT)))
    path, name, value = signal
    script = (
        f"{sys.executable} {tmp_path}/listen.py > {tmp_path}/out & "
        f"for i in 1 2 3 4 5 6 7 8; do sleep 0.4; grep -q heard {tmp_path}/out && break; done; "
        f"gdbus emit --session --object-path {path} --signal {name} {value}; wait"
    )
    environment = {k: v for k, v in os.environ.items() if not k.startswith("DBUS")}
    subprocess.run(["dbus-run-session", "--", "sh", "-c", script], env=environment, check=True)

    assert (tmp_path / "out").read_text().split() == ["heard", "away"]


def test_case_85_where_nobody_tells_nothing_breaks(window, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    window.care.guard.screen.listen()


def test_case_82_a_minimised_window_locks_when_the_rules_say_so(window, qtbot):
    window.showMinimized()
    qtbot.wait(20)
    assert window.workspace is not None
    window.showNormal()
    window._protection.journal.locking.change(when_minimised=True)

    window.showMinimized()

    qtbot.waitUntil(lambda: window.workspace is None)


def test_case_82_an_idle_hand_locks_and_a_touch_begins_the_wait_anew(qtbot, qapp):
    clock = [1000.0]
    watch = IdleWatch(qapp, clock=lambda: clock[0])
    heard = []
    watch.idle.connect(lambda: heard.append(clock[0]))
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
    watch.watch(10)
    clock[0] += 9 * 60
    QTest.keyClick(widget.windowHandle(), Qt.Key.Key_A)
    clock[0] += 9 * 60
    watch.look()
    assert heard == []
    clock[0] += 60
    watch.look()
    assert heard == [clock[0]]
    watch.rest()


def test_case_18_after_a_long_sleep_the_first_touch_comes_too_late(qtbot, qapp):
    clock = [1000.0]
    watch = IdleWatch(qapp, clock=lambda: clock[0])
    heard = []
    watch.idle.connect(lambda: heard.append(True))
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
    watch.watch(10)
    clock[0] += 3 * 24 * 3600
    QTest.keyClick(widget.windowHandle(), Qt.Key.Key_A)
    assert heard == [True]
    watch.watch(10)
    clock[0] -= 3 * 24 * 3600
    watch.look()
    clock[0] += 10 * 60
    watch.look()
    assert heard == [True, True]
    watch.rest()


def test_case_86_no_action_shortcut_or_page_reaches_anything_while_locked(window):
    window.lock()
    enabled = {a.objectName() for a in window.actions() if a.isEnabled()}

    assert enabled == {"actionQuit", "actionZoomIn", "actionZoomOut", "actionZoomReset"}
    for keys in ("N", "K", "S", "L"):
        QTest.keyClick(window, getattr(Qt.Key, f"Key_{keys}"), Qt.KeyboardModifier.ControlModifier)
    assert window.workspace is None
    for name in ("make", "set_second_folder"):
        assert name not in [a.objectName() for a in window.actions()]
    page = window.stack.currentWidget()
    assert page.rescue is None
    buttons = [
        b.text() for b in page.findChildren(QWidget) if hasattr(b, "click") and b.isVisible()
    ]
    assert len(buttons) == 3  # the eye, open, use the recovery key


def test_mask_covers_every_word_at_once_and_shows_them_again(window):
    visit_every_page(window)
    window.workspace.open_person(1)
    mask = next(a for a in window.actions() if a.objectName() == "actionMask")

    mask.trigger()

    seen = [w.text() for w in window.findChildren(QLabel) if w.isVisible()]
    assert not any(CANARY in text or "Mei" in text for text in seen)
    search = next(a for a in window.actions() if a.objectName() == "actionSearch")
    assert not search.isEnabled()
    mask.trigger()
    seen = [w.text() for w in window.findChildren(QLabel) if w.isVisible()]
    assert any(CANARY in text for text in seen)
    mask.trigger()
    window.lock()
    assert window.workspace is None
    assert window.centralWidget() is window.stack


def test_case_89_where_the_system_cannot_hide_the_window_it_says_so(window):
    section = window.workspace.open("settings").show_part("lock")
    said = [w.text() for w in section.findChildren(QLabel)]

    if sys.platform == "linux":
        assert not section.hidden.isEnabled()
        assert any("Not available here" in text for text in said)
    else:
        assert section.hidden.isEnabled()


def test_case_90_copies_are_marked_secret_and_gone_after_the_lock(window):
    window.workspace.open_entry(1)
    entry = window.workspace.pages["entry"]
    entry.area.selectAll()
    entry.area.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert CANARY in data.text()
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert not data.hasHtml()

    window.lock()

    assert QGuiApplication.clipboard().text() == ""


def test_case_98_caps_lock_is_hinted_at(window):
    window.lock()
    page = window.stack.currentWidget()
    QTest.keyClicks(page.field.line, "a")
    assert not page.field.caps.isVisible()
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier, "C")
    QCoreApplication.sendEvent(page.field.line, event)
    assert page.field.caps.isVisible()
