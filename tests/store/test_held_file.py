"""Held file: one holder at a time, and none left behind by a program that was killed."""

import subprocess
import sys
from pathlib import Path

from journal_app.store.held_file import HeldFile

_HOLD = """
import sys, time
from pathlib import Path
from journal_app.store.held_file import HeldFile
print(HeldFile(Path(sys.argv[1])).hold(), flush=True)
time.sleep(600)
"""


def test_a_second_holder_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    first, second = HeldFile(tmp_path / "lock"), HeldFile(tmp_path / "lock")
    assert first.hold()
    assert first.hold(), "who holds it may ask again"
    assert not second.hold()

    first.release()
    first.release()

    assert second.hold()
    second.release()


def test_it_is_empty_and_its_owners_alone(tmp_path: Path) -> None:
    held = HeldFile(tmp_path / "lock")
    held.hold()

    assert (tmp_path / "lock").read_bytes() == b""
    assert (tmp_path / "lock").stat().st_mode & 0o077 == 0 or sys.platform == "win32"
    held.release()


def test_a_killed_holder_leaves_it_free(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == "True"
    assert not HeldFile(path).hold()

    holder.kill()
    holder.wait()
    holder.stdout.close()

    mine = HeldFile(path)
    assert mine.hold()
    mine.release()
