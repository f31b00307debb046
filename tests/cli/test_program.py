"""The real program in a process of its own: killed, interrupted, not listened to, held open."""

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Tend, finish, json_lines

Real = Callable[..., "subprocess.Popen[bytes]"]

KILLS = 8


def read_line(process: "subprocess.Popen[bytes]") -> dict[str, object]:
    assert process.stdout is not None
    line: dict[str, object] = json.loads(process.stdout.readline())
    return line


def send(process: "subprocess.Popen[bytes]", words: str) -> None:
    assert process.stdin is not None
    process.stdin.write(words.encode())
    process.stdin.flush()


def test_a_kill_loses_no_entry_that_was_called_saved(
    real: Real, tend: Tend, journal_folder: Path
) -> None:
    acknowledged: set[int] = set()
    chance = random.Random(20261120)
    for run in range(KILLS):
        process = real("add")
        send(process, json_lines(*({"body": f"run {run} line {n}"} for n in range(300))))
        for _ in range(chance.randrange(1, 40)):
            acknowledged.add(int(str(read_line(process)["saved"])))
        time.sleep(chance.random() / 100)
        process.kill()
        out, _ = process.communicate()
        whole = [line for line in out.splitlines(keepends=True) if line.endswith(b"\n")]
        acknowledged |= {json.loads(line)["saved"] for line in whole}

    kept = tend("list").lines

    assert acknowledged <= {entry["id"] for entry in kept}
    assert len(kept) <= len(acknowledged) + KILLS
    assert len(tend("search", "run").lines) == min(50, len(kept))
    assert tend("check").line == {"ok": True}


def test_an_entry_is_acknowledged_before_the_next_is_asked_for(
    real: Real, journal_folder: Path
) -> None:
    process = real("add")
    send(process, '{"body": "one"}\n')
    assert "saved" in read_line(process)
    send(process, '{"body": "two"}\n')
    assert "saved" in read_line(process)
    assert finish(process).code == 0


def test_a_held_journal_is_in_use_until_its_holder_goes(
    real: Real, tend: Tend, journal_folder: Path
) -> None:
    holder = real("hold")
    assert read_line(holder) == {"held": True}

    refused = tend("add", "x")
    assert (refused.code, refused.line["error"]) == (4, "in_use")

    holder.kill()
    holder.wait()
    assert tend("add", "x").code == 0


def test_the_holder_goes_when_its_input_ends(real: Real, journal_folder: Path) -> None:
    holder = real("hold")
    read_line(holder)

    assert finish(holder).code == 0


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no signals to ask a program to end"
)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_request_to_end_ends_quietly_and_closes_the_journal(
    real: Real, journal_folder: Path, number: signal.Signals
) -> None:
    holder = real("hold")
    read_line(holder)

    holder.send_signal(number)
    result = finish(holder)

    assert result.code == 128 + number
    assert result.out + result.notes == ""
    assert not list(journal_folder.glob("*-wal"))


def test_nobody_listening_ends_quietly(real: Real, tend: Tend, journal_folder: Path) -> None:
    tend("add", stdin=json_lines(*({"body": "many words " * 2000} for _ in range(40))))
    process = real("list")
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()

    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(timeout=30) != 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_the_answer_is_no_traceback(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [sys.executable, "-m", "journal_app", "week"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )

    assert process.returncode != 0
    assert b"Traceback" not in process.stderr


def test_a_passphrase_nobody_gives_is_an_error_and_not_a_wait(real: Real) -> None:
    finish(real("init", TEND_PASSPHRASE="correct horse"))

    result = finish(real("list"))

    assert (result.code, result.line["error"]) == (3, "passphrase")
    assert result.notes == ""


def test_the_passphrase_and_the_words_lie_in_no_file(real: Real, folder: Path) -> None:
    secret, words = "canary-passphrase", "canary in the words"
    finish(real("init", TEND_PASSPHRASE=secret))
    holder = real("add", TEND_PASSPHRASE=secret)
    send(holder, json_lines({"body": words}))
    read_line(holder)

    found = [path for path in folder.rglob("*") if path.is_file()]
    assert found
    for path in found:
        assert b"canary" not in path.read_bytes()


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["week"]])
def test_small_questions_load_neither_the_store_nor_a_window(arguments: list[str]) -> None:
    heavy = (
        "PySide6",
        "sqlite_utils",
        "sqlcipher3",
        "markdown",
        "nh3",
        "cryptography",
        "platformdirs",
    )
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "journal_app", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )

    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in result.stderr.splitlines()}
    assert not loaded & set(heavy)
    assert result.stdout


def test_a_command_on_the_journal_loads_no_window(journal_folder: Path) -> None:
    program = (
        "import sys; from journal_app.__main__ import main; main();"
        "assert not [m for m in sys.modules if m.startswith(('PySide6', 'shiboken6'))]"
    )
    result = subprocess.run(
        [sys.executable, "-c", program, "list", "--data-dir", str(journal_folder)],
        capture_output=True,
        cwd=ROOT,
        check=False,
    )

    assert result.returncode == 0, result.stderr
