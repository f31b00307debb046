"""The main job on the real program: a first week, a restart, and the week that opens on its plan.

The window runs in a process of its own, offscreen, and is driven through its widgets by a script,
because only a process can be killed and started again.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.end2end

ROOT = Path(__file__).resolve().parents[2]
DRIVER = Path(__file__).with_name("driver.py")
PASSPHRASE = "four quiet words here"
CANARY = "the heron stood on one leg beside the empty desk"


@pytest.fixture
def home(tmp_path):
    for name in ("data", "tmp", "home"):
        (tmp_path / name).mkdir()
    return tmp_path


def start(home: Path, scene: str, *args: str) -> subprocess.Popen[str]:
    environment = os.environ | {
        "HOME": str(home / "home"),
        "TMPDIR": str(home / "tmp"),
        "XDG_DATA_HOME": str(home / "home"),
        "XDG_CONFIG_HOME": str(home / "home"),
        "XDG_CACHE_HOME": str(home / "home"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.Popen(
        [sys.executable, str(DRIVER), scene, str(home / "data" / "journal"), *args],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def drive(home: Path, scene: str, *args: str) -> dict[str, object]:
    process = start(home, scene, *args)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert "Traceback" not in err
    return json.loads(out.strip().splitlines()[-1])


def kill(process: subprocess.Popen[str]) -> str:
    """Kill as a power cut would, and return what it printed until then."""
    process.send_signal(signal.SIGKILL)
    out, _err = process.communicate()
    return out


def bytes_of(home: Path) -> bytes:
    return b"".join(p.read_bytes() for p in home.rglob("*") if p.is_file() and not p.is_symlink())


def test_two_weeks_from_a_fresh_machine_to_a_mentors_page(home):
    first = drive(home, "first_week", PASSPHRASE, CANARY)
    assert first["screens_before_writing"] <= 3
    assert first["inputs_before_writing"] <= 5
    assert first["saved_hint"].startswith("Saved on this laptop")
    assert first["rows"] == {"moments": 1, "celebrations": 1, "doubts": 1, "plans": 2}

    second = drive(home, "next_week", PASSPHRASE)
    assert "ask for her plan before I say mine" in second["home"]
    assert "ask for her plan before I say mine" in second["plan_step"]
    assert second["endings"] == [
        "Did it",
        "Did some of it",
        "The moment didn't come",
        "Not this time",
        "No longer right",
    ]
    assert second["doubt_elsewhere"] == []
    assert second["doubt_on_its_page"]

    shared = drive(home, "share", PASSPHRASE, str(home / "pack.md"))
    written = (home / "pack.md").read_bytes()
    assert written == shared["preview"].encode()
    assert (home / "pack.md").stat().st_mode & 0o777 == 0o600
    text = written.decode().casefold()
    for form in ("mei", "lindqvist", "mei-mei", "jonas", "berg"):
        assert form not in text
    assert "disagree with my own boss" not in text
    assert "how do i stop answering for her?" in text


def test_case_92_and_94_a_canary_lies_in_no_file_while_open_or_after(home):
    drive(home, "first_week", PASSPHRASE, CANARY)
    process = start(home, "type_for_ever", PASSPHRASE, CANARY)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "typing"
    time.sleep(1.5)

    open_bytes = bytes_of(home)
    kill(process)

    for form in (CANARY, CANARY.upper(), "heron"):
        for encoding in ("utf-8", "utf-16-le"):
            assert form.encode(encoding) not in open_bytes
            assert form.encode(encoding) not in bytes_of(home)


def test_case_02_a_kill_while_typing_costs_two_seconds_of_words_and_no_saved_entry(home):
    """Killed at six moments here; TEND_KILLS=50 asks for fifty."""
    drive(home, "first_week", PASSPHRASE, CANARY)
    chance = random.Random(7)
    for _ in range(int(os.environ.get("TEND_KILLS", "6"))):
        process = start(home, "type_for_ever", PASSPHRASE, CANARY)
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "typing"
        began = time.monotonic()
        time.sleep(chance.uniform(0.3, 2.5))
        lasted = time.monotonic() - began
        typed = kill(process).split()
        # Each line the driver prints is a word it typed, with the time it was typed at.
        words = [line.split("@") for line in typed if "@" in line]
        due = [word for word, at in words if float(at) < lasted - 2.0]

        found = drive(home, "read_draft", PASSPHRASE)

        assert found["week_is_whole"]
        assert found["draft"].split()[: len(due)] == due
