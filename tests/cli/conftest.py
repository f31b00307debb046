"""Two ways to run the command line: in this process, quick, and as the real program."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from journal_app.cli.program import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Result:
    """What a command printed and how it ended."""

    code: int
    out: str
    notes: str = ""

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def line(self) -> dict[str, Any]:
        [line] = self.lines
        return line


Tend = Callable[..., Result]


def json_lines(*records: dict[str, object]) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "tend"


@pytest.fixture
def tend(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Tend:
    """Run one command in this process; it prints JSON, since nobody reads along."""
    monkeypatch.setattr("journal_app.cli.passphrases._has_terminal", lambda: False)
    for variable in ("TEND_PASSPHRASE", "TEND_NEW_PASSPHRASE"):
        monkeypatch.delenv(variable, raising=False)

    def no_window(_data_dir: Path | None, _demo: bool, _in_tray: bool) -> int:  # noqa: FBT001
        raise AssertionError("a window was opened")

    def run(*arguments: str, stdin: str | bytes = b"", **variables: str) -> Result:
        words = stdin.encode() if isinstance(stdin, str) else stdin
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(words), encoding="utf-8"))
            for name, value in variables.items():
                patch.setenv(name, value)
            code = main([*arguments, "--data-dir", str(folder)], no_window)
        printed = capsys.readouterr()
        return Result(code, printed.out, printed.err)

    return run


@pytest.fixture
def journal_folder(tend: Tend, folder: Path) -> Path:
    """A new journal without a passphrase, with one person in it."""
    assert tend("init").code == 0
    assert tend("person-add", "--name", "Mei Tanaka", "--aliases", "Mei|M.").code == 0
    return folder


@pytest.fixture
def real(folder: Path) -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
    """Start the real program; what still runs at the end of the test is killed."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str, **variables: str) -> "subprocess.Popen[bytes]":
        environment = {k: v for k, v in os.environ.items() if not k.startswith("TEND_")}
        process = subprocess.Popen(
            [sys.executable, "-m", "journal_app", *arguments, "--data-dir", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=environment | variables,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def finish(process: "subprocess.Popen[bytes]", stdin: bytes = b"") -> Result:
    """Give the program its input, wait, and read what it said."""
    out, notes = process.communicate(stdin, timeout=30)
    return Result(process.returncode, out.decode(), notes.decode())
