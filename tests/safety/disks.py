"""Small disks that can really be full, and ways to run the program on them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@contextmanager
def small_disk(folder: Path, size: str = "4m") -> Iterator[Path]:
    """A disk of its own at ``folder``; the test is skipped where none can be mounted."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if os.name == "nt" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk of one's own can only be mounted by root on Linux")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def fill(disk: Path, *, leave: int = 0) -> None:
    """Write until nothing more goes; then give back ``leave`` bytes."""
    filler = disk / "filler"
    descriptor = os.open(filler, os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            os.write(descriptor, b"x" * 4096)
    except OSError:
        os.close(descriptor)
    if leave:
        os.truncate(filler, filler.stat().st_size - leave)


def make_room(disk: Path) -> None:
    """Take away what filled the disk."""
    (disk / "filler").unlink()


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    lines: list[dict[str, object]]
    notes: str

    @property
    def saved(self) -> list[object]:
        return [line["saved"] for line in self.lines if "saved" in line]

    @property
    def errors(self) -> list[str]:
        return [str(line["error"]) for line in self.lines if "error" in line]

    @property
    def message(self) -> str:
        return " ".join(str(line["message"]) for line in self.lines if "message" in line)


def tend(folder: Path, *arguments: str, stdin: str = "", under: tuple[str, ...] = ()) -> Ran:
    """Run a command as the program it is; it never shows a traceback."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("TEND_")}
    ran = subprocess.run(
        [*under, sys.executable, "-m", "journal_app", *arguments, "--data-dir", str(folder)],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=environment,
        check=False,
        timeout=60,
    )
    assert "Traceback" not in ran.stdout + ran.stderr, ran.stderr
    return Ran(ran.returncode, [json.loads(line) for line in ran.stdout.splitlines()], ran.stderr)


def json_lines(*bodies: str) -> str:
    """Entries as ``tend add`` reads them."""
    return "".join(json.dumps({"body": body}) + "\n" for body in bodies)
