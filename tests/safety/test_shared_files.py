"""Cases 75 and 77 to 81: the file that leaves, where it goes, what it carries besides its words.

The list of "Shared files on this computer" (79) and the optional age passphrase (80) come later;
their cases are proved here as far as the program goes.
"""

import ast
import json
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from journal_app.domain.errors import CannotWrite, Refused
from journal_app.domain.share import Audience, NameStyle
from journal_app.exchange.files import write_atomically
from journal_app.services.exporting import Selection
from journal_app.ui.file_chooser import FileChooser
from tests.builders import FRIDAY, an_entry
from tests.safety.leaving import FORMS, ROOT, export, pack_of, run_cli
from tests.sharing_page import a_share_page, save

SOURCES = sorted((ROOT / "journal_app").rglob("*.py"))


# --- what is in the file besides the words ---


@pytest.fixture
def canaries(tmp_path):
    """An environment in which everything about the person and the computer can be told apart."""
    home = tmp_path / "kanarie-home"
    places = {name: home / name for name in ("tmp", "config", "cache")}
    for place in places.values():
        place.mkdir(parents=True)
    return {
        "HOME": str(home),
        "TMPDIR": str(places["tmp"]),
        "XDG_CONFIG_HOME": str(places["config"]),
        "XDG_CACHE_HOME": str(places["cache"]),
        **dict.fromkeys(("USER", "LOGNAME", "USERNAME"), "kanarie-user"),
        "HOSTNAME": "kanarie-host",
        "TZ": "Pacific/Chatham",
    }


def test_case_75_and_78_and_79_an_export_tells_nothing_of_person_and_computer_and_leaves_no_copy(
    tmp_path, canaries
):
    folder, shelf = tmp_path / "kanarie-store", tmp_path / "shelf"
    shelf.mkdir()
    run_cli(folder, "init", **canaries)
    run_cli(folder, "add", "The heron stood still.", **canaries)
    for form in FORMS:
        file = shelf / f"out.{form}"
        done = run_cli(folder, "export", "--format", form, "--out", str(file), umask=0, **canaries)
        assert done.returncode == 0, done.stderr
        content = file.read_bytes()
        assert b"heron" in content
        lowered = content.lower()
        for trace in (b"kanarie", b"chatham", b"+13:45", b"+12:45", str(tmp_path).encode()):
            assert trace not in lowered
        assert socket.gethostname().encode().lower() not in lowered
        assert not re.search(rb"\d\d:\d\d", content)
        assert file.stat().st_mode & 0o777 == 0o600

    assert sorted(path.name for path in shelf.iterdir()) == ["out.html", "out.json", "out.md"]
    home = Path(canaries["HOME"])
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_case_75_and_78_a_pack_is_its_owners_alone_and_carries_no_time_or_place(journal, tmp_path):
    before = os.umask(0)
    try:
        for kind in ("md", "html"):
            journal.sharing.save(pack_of(journal), tmp_path / f"pack.{kind}", on=FRIDAY)
    finally:
        os.umask(before)

    for file in tmp_path.iterdir():
        assert file.stat().st_mode & 0o777 == 0o600
        content = file.read_text(encoding="utf-8")
        assert not re.search(r"\d\d:\d\d|generator|author", content)
        assert str(Path.home()) not in content
    [last, first] = journal.sharing.log()
    assert str(tmp_path) not in repr([last, first])


# --- where it goes ---


@pytest.fixture
def old(tmp_path):
    """A folder with an older export in it."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    file = folder / "export.md"
    file.write_text("the old export")
    return file


def writers(journal):
    """The two ways in which words leave, each to one path."""
    selection = Selection()
    return {
        "export": lambda path: journal.exporting.export(
            path, form="md", names=NameStyle.ALIAS, selection=selection
        ),
        "pack": lambda path: journal.sharing.save(pack_of(journal), path, on=FRIDAY),
    }


@pytest.mark.parametrize("way", ["export", "pack"])
def test_case_77_a_link_is_refused_and_its_real_place_is_named(journal, tmp_path, old, way):
    link = tmp_path / "link.md"
    link.symlink_to(old)

    with pytest.raises(Refused) as refused:
        writers(journal)[way](link)

    assert str(old) in refused.value.next_step
    assert old.read_text() == "the old export"
    assert link.is_symlink()
    assert journal.sharing.log() == []


@pytest.mark.parametrize("way", ["export", "pack"])
def test_case_77_a_place_that_cannot_be_written_leaves_what_was_there(
    journal, tmp_path, old, way, monkeypatch
):
    folder = tmp_path / "a folder"
    folder.mkdir()
    stick = tmp_path / "stick"
    for path in (folder, stick / "export.md", old / "export.md"):
        with pytest.raises(CannotWrite):
            writers(journal)[way](path)
    assert not stick.exists()

    def unwritable(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("journal_app.exchange.files.os.fsync", unwritable)
    with pytest.raises(CannotWrite):
        writers(journal)[way](old)

    assert old.read_text() == "the old export"
    assert [path.name for path in old.parent.iterdir()] == ["export.md"]
    assert journal.sharing.log() == []


def test_case_77_a_folder_one_may_only_read_says_so(tmp_path, old):
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root writes everywhere, and there is nobody to become")
    script = (
        "import sys; from pathlib import Path\n"
        "from journal_app.domain.errors import CannotWrite\n"
        "from journal_app.exchange.files import write_atomically\n"
        "try: write_atomically(Path(sys.argv[1]), b'new')\n"
        "except CannotWrite as error: print(error, error.safe)\n"
    )
    become = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"] if os.geteuid() == 0 else []
    old.parent.chmod(0o500)
    try:
        done = subprocess.run(
            [*become, sys.executable, "-c", script, str(old)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        old.parent.chmod(0o700)

    assert "could not be written" in done.stdout, done.stderr
    assert old.read_text() == "the old export"


@pytest.mark.parametrize("make", ["fifo", "device"])
def test_case_77_a_pipe_or_a_device_is_not_replaced_by_a_file(tmp_path, make):
    path = tmp_path / "pipe"
    if make == "fifo":
        os.mkfifo(path)
    else:
        try:
            os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 3))
        except PermissionError:
            pytest.skip("only root can make a device")
    kind = path.stat().st_mode

    with pytest.raises(Refused):
        write_atomically(path, b"words")

    assert path.stat().st_mode == kind


def test_case_77_a_full_disk_keeps_the_old_export_and_no_half_of_the_new(journal, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if os.name == "nt" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk of one's own can only be mounted by root on Linux")
    try:
        file = disk / "export.md"
        file.write_text("the old export")
        journal.entries.write(an_entry("a long evening of writing " * 8000))
        with pytest.raises(CannotWrite, match="could not be written"):
            writers(journal)["export"](file)

        assert file.read_text() == "the old export"
        assert [path.name for path in disk.iterdir()] == ["export.md"]
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)


def test_case_77_the_command_line_replaces_a_file_whole_and_no_link(tmp_path, old):
    folder = tmp_path / "tend"
    run_cli(folder, "init")
    run_cli(folder, "add", "The heron stood still.")
    link = old.with_name("link.md")
    link.symlink_to(old)

    refused = run_cli(folder, "export", "--format", "md", "--out", str(link))
    assert (refused.returncode, json.loads(refused.stdout)["error"]) == (8, "refused")
    assert old.read_text() == "the old export"

    assert run_cli(folder, "export", "--format", "md", "--out", str(old)).returncode == 0
    assert "heron" in old.read_text()
    assert "the old export" not in old.read_text()


def test_case_77_a_synced_folder_is_warned_of_before_anything_is_written(
    qtbot, theme, journal, tmp_path
):
    cloud = tmp_path / "Dropbox"
    cloud.mkdir()
    page = a_share_page(qtbot, theme, journal, choose_file=lambda _title, name: cloud / name)
    save(qtbot, page, "md")
    assert "Dropbox" in page.saving.problem.text()
    assert list(cloud.iterdir()) == []

    save(qtbot, page, "md")
    assert [path.name for path in cloud.iterdir()] == ["notes-for-a-talk.md"]


def test_case_77_a_file_the_dialog_did_not_ask_about_is_not_replaced(
    qtbot, theme, journal, tmp_path
):
    there = tmp_path / "notes.of.mine.md"
    there.write_text("something else")
    page = a_share_page(qtbot, theme, journal, choose_file=lambda *_: tmp_path / "notes.of.mine")
    save(qtbot, page, "md")

    assert "there already" in page.saving.problem.text()
    assert there.read_text() == "something else"


def test_case_77_the_dialog_asks_before_it_gives_the_name_of_a_file_that_is_there(qtbot, tmp_path):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget

    (tmp_path / "notes.md").write_text("something else")
    asked = []

    def answer():
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QFileDialog):
                for box in window.findChildren(QMessageBox):
                    asked.append(box.text())
                    box.button(QMessageBox.StandardButton.No).click()
                    window.reject()
                    return
                QTimer.singleShot(50, answer)
                window.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "notes"))
                window.accept()

    parent = QWidget()
    qtbot.addWidget(parent)
    QTimer.singleShot(50, answer)

    assert FileChooser(parent).save("Save", "pack.md") is None
    assert "notes.md" in asked[0]


# --- what goes along ---


# A card, a line or a sheet is for the one it tells of, by name; a pack never is.
PACKS_ARE_FOR = [one for one in Audience if one is not Audience.THEM]


@pytest.mark.parametrize("audience", PACKS_ARE_FOR)
def test_case_80_the_first_and_the_last_line_say_for_whom_it_was_made_and_that_names_are_changed(
    journal, audience
):
    whom = {
        Audience.MENTOR: "my mentor",
        Audience.COACH: "my coach",
        Audience.MANAGER: "my own manager",
        Audience.MYSELF: "myself",
    }[audience]
    for kind in ("md", "html"):
        text = pack_of(journal, audience=audience).render(kind).decode()
        assert text.count(f"Made for {whom}.") == 2
        assert text.count("Names changed.") == 2
        assert text.count("Please don") == 2


def test_case_80_an_export_says_that_its_names_are_changed_only_when_they_are(journal, tmp_path):
    assert "Names are changed." in export(journal, tmp_path, "md")
    assert json.loads(export(journal, tmp_path, "json"))["names"] == "alias"
    assert "Names are changed." not in export(journal, tmp_path, "md", NameStyle.REAL)


OUTWARD = {
    *("QDesktopServices", "QPrinter", "QPrintDialog", "QPrintPreviewDialog", "QtPrintSupport"),
    *("QProcess", "QPdfWriter", "webbrowser", "subprocess", "smtplib", "pty"),
    *("os.system", "os.popen", "os.startfile", "os.posix_spawn", "os.execv", "os.execvp"),
}
ALLOWED = {
    # The recovery sheet is printed, and is no journal: it holds a key and instructions.
    "sheet.py": {"QPrinter", "QPrintDialog", "QtPrintSupport", "QPdfWriter"},
    # The sheet for a 1:1 goes to the printer one chooses, without a name for the queue to show.
    "printing.py": {"QPrinter", "QPrintDialog", "QtPrintSupport"},
    # The folder of the journal is shown in the system's own window of files, when asked for.
    "folder_section.py": {"QDesktopServices"},
    # Shows an entry or a week as a printer would draw it, and prints when the person says so there.
    "print_desk.py": {"QPrintPreviewDialog", "QPrinter", "QtPrintSupport"},
    # Quotes a command as Windows reads it; starts none.
    "login_item.py": {"subprocess"},
}


def ways_out(source: str) -> set[str]:
    """What a module names that could hand words to another program, a printer or a mail."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                found |= {part.name for part in names}
            case ast.ImportFrom(module=module, names=names):
                found |= {part.name for part in names} | {(module or "").split(".")[-1]}
                found |= {f"{module}.{part.name}" for part in names}
            case ast.Attribute(attr="setOpenExternalLinks"):
                found.add("setOpenExternalLinks")
            case ast.Attribute(value=ast.Name(id="os"), attr=attr):
                found.add(f"os.{attr}")
            case ast.Constant(value=str(text)) if text.lower().startswith("mailto:"):
                found.add("mailto:")
    return found & (OUTWARD | {"setOpenExternalLinks", "mailto:"})


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_case_81_no_module_mails_prints_or_opens_another_program(path):
    found = ways_out(path.read_text(encoding="utf-8"))

    assert found - ALLOWED.get(path.name, set()) == set()


def test_case_81_what_is_allowed_hands_over_no_words():
    login = (ROOT / "journal_app" / "store" / "login_item.py").read_text(encoding="utf-8")
    folder = (ROOT / "journal_app" / "ui" / "settings" / "folder_section.py").read_text("utf-8")

    assert re.findall(r"subprocess.*", login) == ["subprocess import list2cmdline"]
    assert re.findall(r"QDesktopServices\..*", folder) == [
        "QDesktopServices.openUrl(QUrl.fromLocalFile(str(services.folder)))"
    ]


def test_case_81_a_way_out_is_seen_wherever_it_hides():
    source = (
        "def f():\n    from PySide6.QtGui import QDesktopServices\n    os.system('x')\n"
        "    from os import popen\n    from PySide6 import QtPrintSupport\n"
        "    g('mailto:a@b?body=' + t)\n    label.setOpenExternalLinks(True)\n"
    )

    assert ways_out(source) == {
        *("QDesktopServices", "os.system", "os.popen", "QtPrintSupport", "mailto:"),
        "setOpenExternalLinks",
    }
