"""What lies outside the journal's folder: the login item, and the bell of the one window."""

import configparser
import plistlib
import re
import subprocess
import sys
import threading
import time
from contextlib import nullcontext
from pathlib import Path

import pytest

from journal_app.cli.parser import make_parser
from journal_app.paths import portable_dir
from journal_app.services.rhythm import IN_TRAY, RhythmService, start_command
from journal_app.store.doorbell import Doorbell
from journal_app.store.login_item import LoginItem

ROOT = Path(__file__).resolve().parents[2]
ODD = ["/opt/ten d/$tend", "--data-dir", '/media/x/100% "quiet" `notes`\\', IN_TRAY]


@pytest.mark.parametrize(
    ("platform", "name"), [("linux", "tend.desktop"), ("darwin", "tend.plist")]
)
def test_a_login_item_is_there_when_asked_for_and_gone_when_not(tmp_path, platform, name):
    item = LoginItem(["tend"], folder=tmp_path / "auto", platform=platform)
    assert not item.on

    item.switch(on=True)
    assert item.on
    assert [path.name for path in (tmp_path / "auto").iterdir()] == [name]

    item.switch(on=False)
    item.switch(on=False)
    assert not item.on


def test_the_login_item_lies_where_each_system_looks(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    LoginItem(["tend"], platform="linux", home=tmp_path).switch(on=True)
    LoginItem(["tend"], platform="darwin", home=tmp_path).switch(on=True)

    assert (tmp_path / ".config" / "autostart" / "tend.desktop").exists()
    assert (tmp_path / "Library" / "LaunchAgents" / "tend.plist").exists()


def test_a_desktop_file_keeps_odd_words_as_they_are(tmp_path):
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    parser.read_string(LoginItem(ODD, folder=tmp_path, platform="linux").content().decode())
    # As the specification reads it: the value is unescaped, then its quoted words.
    line = parser["Desktop Entry"]["Exec"].replace("\\\\", "\\").replace("%%", "%")
    quoted = re.findall(r'"((?:[^"\\]|\\.)*)"', line)

    assert [re.sub(r"\\(.)", r"\1", part) for part in quoted] == ODD


def test_a_program_that_was_taken_away_is_not_looked_for_at_login(tmp_path):
    item = LoginItem(["/opt/tend/tend", "--in-tray"], folder=tmp_path, platform="linux")

    assert "TryExec=/opt/tend/tend\n" in item.content().decode()
    assert "Icon=org.tend_journal.Tend\n" in item.content().decode()


def test_what_starts_at_login_is_the_file_of_an_image_and_not_its_passing_place(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("APPIMAGE", str(tmp_path / "Tend.AppImage"))

    assert start_command(None) == [str(tmp_path / "Tend.AppImage"), IN_TRAY]


def test_a_launch_agent_keeps_odd_words_as_they_are(tmp_path):
    item = LoginItem(ODD, folder=tmp_path, started_in=tmp_path, platform="darwin")
    record = plistlib.loads(item.content())

    assert record["ProgramArguments"] == ODD
    assert record["RunAtLoad"] is True
    assert record["WorkingDirectory"] == str(tmp_path)


class Registry:
    """The keys of Windows that a login item needs, for a system that has none."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = "user", "write", "text"

    def __init__(self):
        self.values = {}

    def OpenKey(self, root, path, _reserved=0, _access="read"):  # noqa: N802 (its name there)
        return nullcontext((root, path))

    def QueryValueEx(self, key, name):  # noqa: N802
        if (*key, name) not in self.values:
            raise FileNotFoundError
        return self.values[*key, name], self.REG_SZ

    def SetValueEx(self, key, name, _reserved, kind, value):  # noqa: N802
        assert kind == self.REG_SZ
        self.values[*key, name] = value

    def DeleteValue(self, key, name):  # noqa: N802
        if self.values.pop((*key, name), None) is None:
            raise FileNotFoundError


def test_windows_starts_it_from_the_run_key_of_this_user_and_no_more_when_switched_off(monkeypatch):
    registry = Registry()
    monkeypatch.setitem(sys.modules, "winreg", registry)
    item = LoginItem([r"C:\Program Files\Tend\tend.exe", IN_TRAY], platform="win32")
    assert not item.on

    item.switch(on=True)
    assert item.on
    place = ("user", r"Software\Microsoft\Windows\CurrentVersion\Run", "tend")
    assert registry.values == {place: rf'"C:\Program Files\Tend\tend.exe" {IN_TRAY}'}

    item.switch(on=False)
    item.switch(on=False)
    assert registry.values == {}


def test_what_is_started_at_login_waits_in_the_tray_and_names_only_another_folder(tmp_path):
    assert start_command(None, ["tend"]) == ["tend", IN_TRAY]
    assert start_command(tmp_path, ["tend"]) == ["tend", "--data-dir", str(tmp_path), IN_TRAY]


def test_a_system_that_refuses_is_answered_in_words(tmp_path):
    (tmp_path / "auto").write_text("a file in its place", encoding="utf-8")
    rhythm = RhythmService(LoginItem(["tend"], folder=tmp_path / "auto", platform="linux"))

    with pytest.raises(Exception, match="The system did not take this"):
        rhythm.start_at_login(on=True)


# --- the folder of a stick ---


@pytest.mark.parametrize(
    ("program", "image", "folder"),
    [
        ("E:/Tend/tend.exe", None, "E:/Tend/tend-journal"),
        ("/stick/tend/tend", None, "/stick/tend/tend-journal"),
        ("/stick/Tend.app/Contents/MacOS/tend", None, "/stick/tend-journal"),
        ("/tmp/.mount_x/tend", "/stick/Tend.AppImage", "/stick/tend-journal"),  # noqa: S108
    ],
)
def test_portable_keeps_the_journal_beside_what_was_started(monkeypatch, program, image, folder):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", program)
    monkeypatch.delenv("APPIMAGE", raising=False)
    if image:
        monkeypatch.setenv("APPIMAGE", image)

    assert portable_dir() == Path(folder).resolve()


def test_portable_is_an_option_of_the_program_and_of_every_command():
    parser = make_parser()

    assert parser.parse_args(["--portable"]).data_dir == ROOT / "tend-journal"
    assert parser.parse_args(["list", "--portable"]).data_dir == ROOT / "tend-journal"


# --- the bell ---


@pytest.fixture
def bell(tmp_path):
    return lambda name="journal": Doorbell(tmp_path / name, tmp_path / "run")


def test_the_second_window_finds_the_first_and_the_first_hears_it(bell):
    first, second = bell(), bell()
    assert first.answer()
    assert not second.answer()
    heard = []
    listening = threading.Thread(target=lambda: heard.append(_wait_for(first)))
    listening.start()

    assert second.ring()
    listening.join()
    assert heard == [True]
    assert not first.heard()
    first.leave()


def _wait_for(bell):
    for _ in range(200):
        if bell.heard():
            return True
        time.sleep(0.01)
    return False


def test_two_journals_have_two_windows(bell):
    one, other = bell("one"), bell("other")

    assert one.answer()
    assert other.answer()
    one.leave()
    other.leave()


def test_a_window_that_went_leaves_its_place_free(bell):
    first = bell()
    first.answer()
    first.leave()
    again = bell()

    assert again.answer()
    again.leave()


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed in another way there")
def test_a_killed_window_locks_nobody_out(tmp_path, bell):
    script = (
        "import time; from pathlib import Path;"
        "from journal_app.store.doorbell import Doorbell;"
        f"b = Doorbell(Path({str(tmp_path / 'journal')!r}), Path({str(tmp_path / 'run')!r}));"
        "print(b.answer(), flush=True); time.sleep(60)"
    )
    held = subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert held.stdout.readline().strip() == "True"
    assert not bell().answer()
    held.kill()
    held.wait()
    held.stdout.close()
    again = bell()

    assert again.answer()
    again.leave()


def test_a_bell_without_a_place_keeps_no_window_shut(tmp_path):
    (tmp_path / "run").write_text("a file in its place", encoding="utf-8")

    assert Doorbell(tmp_path / "journal", tmp_path / "run").answer()


def test_the_bell_names_no_folder_and_is_its_owners(tmp_path, bell):
    first = bell("Feedback on Asha")
    first.answer()
    files = list((tmp_path / "run").iterdir())

    assert files
    assert all("asha" not in path.name.casefold() for path in files)
    assert all(path.stat().st_mode & 0o077 == 0 for path in [tmp_path / "run", *files])
    first.leave()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have such a folder")
def test_without_a_folder_of_the_session_the_bell_hangs_at_home_not_where_others_write(
    tmp_path, monkeypatch, recwarn
):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))

    bell = Doorbell(tmp_path / "journal")

    assert bell.answer()
    assert bell.bell.is_relative_to(tmp_path / ".cache")
    assert list(recwarn) == []
    bell.leave()
