"""The commands that keep a journal safe, and those that take someone out of it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tend, json_lines


@pytest.fixture
def written(tend: Tend, folder: Path) -> Path:
    tend("init", TEND_PASSPHRASE="four quiet words")
    tend("person-add", "--name", "Quirina Vole", "--aliases", "Q.", TEND_PASSPHRASE=SECRET)
    tend("person-add", "--name", "Jonas", TEND_PASSPHRASE=SECRET)
    tend(
        "add",
        stdin=json_lines(
            {"body": "Quirina led the call.", "person": "Quirina Vole"},
            {"body": "Jonas asked Quirina. He listened.", "person": "Jonas"},
        ),
        TEND_PASSPHRASE=SECRET,
    )
    return folder


SECRET = "four quiet words"


def bodies(tend: Tend) -> list[str]:
    return sorted(line["body"] for line in tend("list", TEND_PASSPHRASE=SECRET).lines)


def test_a_backup_is_made_listed_and_restored(tend: Tend, written: Path) -> None:
    before = bodies(tend)
    made = tend("backup", TEND_PASSPHRASE=SECRET).line
    assert made["ok"] is True
    [listed] = tend("backups").lines
    assert (listed["path"], listed["entries"]) == (made["path"], 2)
    tend("add", "later words", TEND_PASSPHRASE=SECRET)

    restored = tend("restore", made["path"], TEND_PASSPHRASE=SECRET)

    assert (restored.code, restored.line["ok"]) == (0, True)
    assert Path(restored.line["path"]).exists()
    assert bodies(tend) == before
    assert [b["reason"] for b in tend("backups").lines] == ["before-restore", "asked"]


def test_a_backup_can_go_to_a_place_of_ones_own(tend: Tend, written: Path, tmp_path: Path) -> None:
    out = tmp_path / "stick.tendbackup"

    assert tend("backup", "--out", str(out), TEND_PASSPHRASE=SECRET).line["path"] == str(out)
    assert out.stat().st_mode & 0o777 == 0o600
    again = tend("backup", "--out", str(out), TEND_PASSPHRASE=SECRET)
    assert (again.code, again.line["error"]) == (7, "cannot_write")


def test_a_journal_that_is_gone_or_damaged_is_restored(tend: Tend, written: Path) -> None:
    made = tend("backup", TEND_PASSPHRASE=SECRET).line
    before = bodies(tend)
    for ruin in (lambda p: p.unlink(), lambda p: p.write_bytes(b"x" * 8192)):
        ruin(written / "journal.db")
        assert tend("list", TEND_PASSPHRASE=SECRET).code == 6

        assert tend("restore", made["path"], TEND_PASSPHRASE=SECRET).code == 0
        assert bodies(tend) == before


def test_a_restore_with_a_wrong_passphrase_or_of_no_backup_changes_nothing(
    tend: Tend, written: Path, tmp_path: Path
) -> None:
    made = tend("backup", TEND_PASSPHRASE=SECRET).line
    (tmp_path / "not one").write_bytes(b"PK\x03\x04 not a backup")
    before = (written / "journal.db").read_bytes()

    assert tend("restore", made["path"], TEND_PASSPHRASE="wrong").code == 3
    assert tend("restore", str(tmp_path / "not one"), TEND_PASSPHRASE=SECRET).code == 6
    assert tend("restore", str(tmp_path / "nothing"), TEND_PASSPHRASE=SECRET).code == 6
    assert (written / "journal.db").read_bytes() == before


def test_a_damaged_journal_is_salvaged_with_a_report(tend: Tend, written: Path) -> None:
    lines = [{"body": f"entry {number} " + "of a long year " * 30} for number in range(200)]
    tend("add", stdin=json_lines(*lines), TEND_PASSPHRASE=SECRET)
    path = written / "journal.db"
    path.write_bytes(path.read_bytes()[:-4096])
    assert tend("list", TEND_PASSPHRASE=SECRET).code == 6

    report = tend("salvage", TEND_PASSPHRASE=SECRET)

    assert report.code == 0, report.out
    assert report.line["saved"] > 0
    assert tend("check", TEND_PASSPHRASE=SECRET).code == 0


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        ([], "Jonas asked Someone. He listened."),
        (["--mentions", "mask"], "Jonas asked someone. He listened."),
        (["--mentions", "remove"], "He listened."),
        (["--mentions", "keep"], "Jonas asked Quirina. He listened."),
    ],
)
def test_a_person_is_erased_and_each_mention_settled(
    tend: Tend, written: Path, choice: list[str], left: str
) -> None:
    answer = tend("person-erase", "--name", "Quirina Vole", *choice, TEND_PASSPHRASE=SECRET).line

    assert answer["ok"] is True
    assert len(answer["mentions"]) == 1
    assert [body.lower() for body in bodies(tend)] == [left.lower()]
    people = tend("person-list", TEND_PASSPHRASE=SECRET).lines
    assert [person["name"] for person in people] == ["Jonas"]
    assert tend("check", TEND_PASSPHRASE=SECRET).code == 0


def test_a_person_becomes_a_former_colleague(tend: Tend, written: Path) -> None:
    assert tend("person-anonymise", "--name", "q.", TEND_PASSPHRASE=SECRET).line["ok"] is True

    assert bodies(tend) == [
        "A former colleague led the call.",
        "Jonas asked a former colleague. He listened.",
    ]
    printed = json.dumps(tend("list", TEND_PASSPHRASE=SECRET).lines)
    assert "Quirina" not in printed


def test_nobody_of_that_name_is_refused_and_nothing_is_erased(tend: Tend, written: Path) -> None:
    before = bodies(tend)

    assert tend("person-erase", "--name", "Nobody", TEND_PASSPHRASE=SECRET).code == 8
    assert bodies(tend) == before
