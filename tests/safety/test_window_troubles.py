"""Cases 4, 15, 16, 19 and 32: the window while saving fails, words are many, or the end comes."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from journal_app.services.entries import EntryService
from journal_app.services.protection import ProtectionService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.errors import ErrorReports
from journal_app.ui.main_window import MainWindow
from tests.builders import FRIDAY, an_entry
from tests.safety.conftest import CHEAP, PASSPHRASE
from tests.safety.disks import fill, make_room, small_disk, tend
from tests.safety.recorded import has_strace

ROOT = Path(__file__).resolve().parents[2]
WORDS = "Imani let everyone else speak first, and then asked the one question."


@pytest.fixture
def make_window(qtbot, theme):
    def make(folder):
        changes = ChangeSignals()
        protection = ProtectionService(folder, notify=changes.tell, kdf=CHEAP)
        if not protection.exists():
            protection.create(PASSPHRASE)
            protection.journal.entries.write(an_entry("written before"))
            protection.lock()
        made = MainWindow(theme, protection, changes, today=lambda: FRIDAY)
        changes.setParent(made)
        qtbot.addWidget(made)
        made.show()
        made.start()
        made.unlock(PASSPHRASE)
        return made

    return make


@pytest.fixture
def full_disk(tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        yield disk


def held(folder):
    """The bodies of all entries, read by another program."""
    protection = ProtectionService(folder, kdf=CHEAP)
    bodies = [item.body for item in protection.unlock(PASSPHRASE).entries.items()]
    protection.close()
    return bodies


def writing(window, text):
    """A new entry with words that no save has seen."""
    window.workspace.open_entry()
    page = window.workspace.pages["entry"]
    page.area.set_text(text)
    page.area.edited.emit()
    return page


def said(window):
    banner = window.workspace.banner
    return f"{banner.what.text()} {banner.more.text()}"


def until_full(window, disk):
    """Fill the disk to the last page, so that not even a line goes in."""
    fill(disk)
    return writing(window, WORDS * 4000)


# --- 4: a full disk, in the window ---


def test_case_04_closing_on_a_full_disk_keeps_the_window_and_every_word(make_window, full_disk):
    window = make_window(full_disk / "tend")
    page = until_full(window, full_disk)

    window.close()

    assert window.isVisible()
    assert "full" in said(window)
    assert page.area.text() == WORDS * 4000
    assert "Saved" not in page.saved.text.text()
    make_room(full_disk)
    window.close()
    assert not window.isVisible()
    assert WORDS * 4000 in held(full_disk / "tend")


def test_case_04_a_lock_on_a_full_disk_covers_the_words_it_cannot_keep(make_window, full_disk):
    window = make_window(full_disk / "tend")
    page = until_full(window, full_disk)

    window.lock()

    assert window.care.guard.covered
    assert not page.isVisible()
    make_room(full_disk)
    window.lock()
    assert window.workspace is None
    assert not window.care.guard.covered
    window.unlock(PASSPHRASE)
    bodies = [item.body for item in window.workspace._journal.entries.items()]
    assert WORDS * 4000 in bodies


def test_case_04_a_person_may_leave_without_words_that_cannot_be_kept(make_window, full_disk):
    window = make_window(full_disk / "tend")
    until_full(window, full_disk)
    window.close()
    window.close()
    asked = window.findChild(QMessageBox)

    assert "without" in asked.informativeText()
    asked.reject()
    assert window.isVisible()
    window.close()
    window.findChild(QMessageBox).button(QMessageBox.StandardButton.Discard).click()
    assert not window.isVisible()
    make_room(full_disk)
    assert held(full_disk / "tend") == ["written before"]


# --- 15: a mistake of the program's own ---


def test_case_15_a_mistake_while_saving_is_told_and_saved_is_never_said(
    make_window, tmp_path, monkeypatch
):
    window = make_window(tmp_path / "tend")
    reports = ErrorReports(window, log=lambda _line: None)
    before, hook = EntryService.write, sys.excepthook
    page = writing(window, WORDS)

    def breaks(*_given):
        raise ZeroDivisionError(WORDS)

    monkeypatch.setattr(EntryService, "write", breaks)
    try:
        page.keep()
    except ZeroDivisionError as error:
        reports._hook(type(error), error, error.__traceback__)
    assert "may not be saved" in said(window)
    assert WORDS not in said(window)
    assert page.area.text() == WORDS
    assert "Saved" not in page.saved.text.text()
    monkeypatch.setattr(EntryService, "write", before)
    page.keep()
    assert "Saved" in page.saved.text.text()
    assert sys.excepthook is hook


# --- 16: however it ends, what was typed is there ---


ENDS = {
    "close": "window.close()",
    "quit": "window.findChild(QAction, 'actionQuit').trigger()",
    "application quits": "app.closeAllWindows()",
    "SIGTERM": "os.kill(os.getpid(), signal.SIGTERM)",
    "SIGINT": "os.kill(os.getpid(), signal.SIGINT)",
    "session ends": "app.commitDataRequest.emit(None); window.close()",
}
TYPE_AND_END = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from journal_app import app as program
folder, passphrase, end, words = sys.argv[1:]
del sys.argv[1:]
def go():
    app = QApplication.instance()
    [window] = [w for w in app.topLevelWidgets() if type(w).__name__ == "MainWindow"]
    window.unlock(passphrase)
    window.workspace.open_entry()
    QTest.keyClicks(window.workspace.pages["entry"].area, words)
    window.workspace.open_this_week()
    guide = window.workspace.pages["guide"]
    guide.go_to("leader")
    QTest.keyClicks(guide.shown.doubt, words)
    exec(end, globals() | {"app": app, "window": window})
shown = program._show
def show(app, window):
    QTimer.singleShot(0, go)
    return shown(app, window)
program._show = show
sys.exit(program.run(Path(folder)))
"""


@pytest.mark.parametrize("end", ENDS)
def test_case_16_every_way_to_end_keeps_what_was_just_typed_and_asks_nothing(tmp_path, end):
    if os.name == "nt" and end.startswith("SIG"):
        pytest.skip("Windows knows no such signals")
    folder = tmp_path / "tend"
    protection = ProtectionService(folder, kdf=CHEAP)
    protection.create(PASSPHRASE)
    protection.close()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}

    done = subprocess.run(
        [sys.executable, "-c", TYPE_AND_END, str(folder), PASSPHRASE, ENDS[end], WORDS],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    protection = ProtectionService(folder, kdf=CHEAP)
    journal = protection.unlock(PASSPHRASE)
    assert [item.body for item in journal.entries.items()] == [WORDS]
    week = journal.reflections.week_of(date.today())
    assert journal.reflections.draft(week).doubt == WORDS
    protection.close()


# --- 19: ten million characters at once ---


def test_case_19_ten_megabytes_are_refused_before_anything_is_lost_and_a_long_text_is_kept(
    make_window, tmp_path
):
    window = make_window(tmp_path / "tend")
    page = writing(window, "before ")
    paste = QMimeData()
    paste.setText(f"{WORDS}\n" * (10_000_000 // len(WORDS)))
    page.area.insertFromMimeData(paste)
    assert page.area.text() == "before "
    assert "as they were" in page.note.what.text()

    paste.setText(f"{WORDS}\n" * (400_000 // len(WORDS)))
    page.area.insertFromMimeData(paste)
    QTest.keyClicks(page.area, "after")
    page.keep()

    assert "Saved" in page.saved.text.text()
    window.close()
    assert f"before {paste.text()}after" in held(tmp_path / "tend")


# --- 32: another program holds a file for a moment ---


@pytest.mark.parametrize("command", ["init", "backup", "export"])
def test_case_32_a_file_held_for_a_moment_is_waited_for(tmp_path, command):
    if not has_strace():
        pytest.skip("strace, which refuses a rename on demand, is not there or not allowed")
    target = tmp_path / "out.md"
    arguments = ("export", "--format", "md", "--out", str(target)) if command == "export" else ()
    arguments = arguments or (command,)
    under = ("strace", "-f", "-o", "/dev/null", "-e", "signal=none", "-e")

    for place, (held_by_another, code) in enumerate((("when=1..3", 0), ("when=1+", 7))):
        folder = tmp_path / f"tend {place}"
        if command != "init":
            assert tend(folder, "init").code == 0
            tend(folder, "add", WORDS)
        before = target.read_bytes() if target.exists() else b""
        fault = f"inject=rename:error=EACCES:{held_by_another}"
        ran = tend(folder, *arguments, under=(*under, fault))
        assert ran.code == code, ran
        if code:
            assert ran.errors == ["cannot_write"]
            assert (target.read_bytes() if target.exists() else b"") == before
    assert not list(tmp_path.rglob("*part*"))
