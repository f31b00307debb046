"""Import by command line: a report first, then everything or nothing."""

import contextlib
import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Tend

TEXT = "[2024-05-06 09:00] She led it. *\nAll of @Mei's doing. #retro\n\n[2024-05-07] Quiet\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "journal.txt"
    path.write_text(TEXT)
    return path


def test_a_dry_run_reports_and_writes_nothing(tend: Tend, journal_folder: Path, text: Path) -> None:
    answer = tend("import", str(text), "--dry-run").line

    assert (answer["found"], answer["new"], answer["duplicate"]) == (2, 2, 0)
    assert answer["skipped"] == []
    assert (answer["format"], answer["from"], answer["to"]) == ("jrnl", "2024-05-06", "2024-05-07")
    assert answer["dry_run"] is True
    assert tend("list").lines == []


def test_an_import_is_idempotent_and_can_be_taken_back(
    tend: Tend, journal_folder: Path, text: Path
) -> None:
    first = tend("import", str(text)).line
    second = tend("import", str(text)).line

    assert (first["new"], second["new"], second["duplicate"]) == (2, 0, 2)
    assert [entry["date"] for entry in tend("list").lines] == ["2024-05-07", "2024-05-06"]
    assert tend("import-undo", str(first["import"])).line == {"ok": True, "removed": 2}
    assert tend("list").lines == []


def test_a_label_means_whom_one_says(tend: Tend, journal_folder: Path, text: Path) -> None:
    text.write_text("[2024-05-06 09:00] She led it. @mei\n")

    tend("import", str(text), "--map", "@mei=Mei Tanaka")

    assert tend("list").line["person"] == "Mei Tanaka"


@pytest.mark.parametrize(
    ("given", "error"),
    [("@mei", "usage"), ("=Mei", "usage"), ("@mei=Nobody", "refused")],
)
def test_a_label_said_wrongly_is_told(
    tend: Tend, journal_folder: Path, text: Path, given: str, error: str
) -> None:
    assert tend("import", str(text), "--map", given).line["error"] == error
    assert tend("list").lines == []


def test_a_locked_journal_opens_with_what_the_environment_holds(
    tend: Tend, journal_folder: Path, tmp_path: Path
) -> None:
    import base64
    import hashlib

    from cryptography.fernet import Fernet

    salt = bytes.fromhex("f2d5710ec18d2ededc8e36748904cef8")
    key = hashlib.pbkdf2_hmac("sha256", b"heron", salt, 100_000, 32)
    path = tmp_path / "locked.journal"
    path.write_bytes(Fernet(base64.urlsafe_b64encode(key)).encrypt(TEXT.encode()))

    without = tend("import", str(path))
    wrong = tend("import", str(path), TEND_IMPORT_PASSPHRASE="crane")
    right = tend("import", str(path), TEND_IMPORT_PASSPHRASE="heron")

    assert (without.code, wrong.code, right.line["new"]) == (3, 3, 2)
    assert "heron" not in without.out + wrong.out


def test_questions_are_asked_in_words(tend: Tend, journal_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("[03/04/2024 10:00] Title\n")

    asked = tend("import", str(path)).line
    said = tend("import", str(path), "--day-order", "dmy").line

    assert "--day-order" in asked["message"]
    assert (asked["new"], said["new"]) == (0, 1)
    assert tend("list").line["date"] == "2024-04-03"


@pytest.mark.skipif(os.name == "nt", reason="a terminal of this kind is of Unix")
@pytest.mark.parametrize(("said", "held"), [("n", 0), ("y", 2)])
def test_on_a_terminal_a_person_is_told_first_and_asked(
    tend: Tend, journal_folder: Path, text: Path, said: str, held: int
) -> None:
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.environ["PYTHONPATH"] = str(ROOT)
        command = [sys.executable, "-m", "journal_app", "import", str(text)]
        os.execv(sys.executable, [*command, "--data-dir", str(journal_folder)])  # noqa: S606
    heard = ""
    while "[y/n]" not in heard:
        heard += os.read(terminal, 4096).decode()
    os.write(terminal, f"{said}\n".encode())
    with contextlib.suppress(OSError):
        while more := os.read(terminal, 4096).decode():
            heard += more
    os.waitpid(child, 0)
    os.close(terminal)

    assert "2 would be taken over" in heard
    assert ("Nothing was written." in heard) == (held == 0)
    assert len(tend("list").lines) == held


def test_the_wrong_form_is_refused(tend: Tend, journal_folder: Path, text: Path) -> None:
    result = tend("import", str(text), "--format", "joplin")

    assert (result.code, result.line["error"]) == (8, "refused")
    assert json.dumps(result.line).count("She led") == 0
