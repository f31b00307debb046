"""The commands about the journal as a whole, and what is said when something stands in the way."""

from pathlib import Path

import pytest

from journal_app.cli.program import main
from tests.cli.conftest import Tend, json_lines

SECRET = "correct horse 漢字 é"


def test_init_begins_a_journal_and_touches_none_that_is_there(tend: Tend, folder: Path) -> None:
    assert tend("init").line == {"ok": True}
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    again = tend("init")

    assert (again.code, again.line["error"]) == (8, "refused")
    assert {path: path.read_bytes() for path in before} == before


def test_a_passphrase_opens_what_it_protects_and_nothing_else_does(tend: Tend) -> None:
    assert "recovery_key" in tend("init", TEND_PASSPHRASE=SECRET).line
    tend("add", "kept", TEND_PASSPHRASE=SECRET)

    assert tend("list", TEND_PASSPHRASE=SECRET).line["body"] == "kept"
    for wrong in ({"TEND_PASSPHRASE": "wrong"}, {"TEND_PASSPHRASE": ""}, {}):
        result = tend("list", **wrong)
        assert (result.code, result.line["error"]) == (3, "passphrase")


@pytest.mark.parametrize("blank", ["", " ", "\t"])
def test_a_blank_passphrase_protects_nothing_and_is_not_taken(
    tend: Tend, folder: Path, blank: str
) -> None:
    assert "error" in tend("init", TEND_PASSPHRASE=blank).line
    assert not (folder / "journal.db").exists()


def test_a_passphrase_comes_from_a_file_or_from_the_first_line_of_input(
    tend: Tend, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text(SECRET + "\nanother line\n", encoding="utf-8")
    tend("init", "--passphrase-file", str(secret))

    line = f"{SECRET}\r\n{json_lines({'body': 'kept'})}"

    assert "saved" in tend("add", "--passphrase-file", "-", stdin=line).line
    assert tend("list", "--passphrase-file", str(tmp_path / "gone")).code == 2


def test_rekey_leaves_one_passphrase_that_opens(tend: Tend) -> None:
    tend("init", TEND_PASSPHRASE=SECRET)
    tend("add", "kept", TEND_PASSPHRASE=SECRET)

    assert tend("rekey", TEND_PASSPHRASE=SECRET, TEND_NEW_PASSPHRASE="another one").line["ok"]

    assert tend("list", TEND_PASSPHRASE=SECRET).code == 3
    assert tend("list", TEND_PASSPHRASE="another one").line["body"] == "kept"


def test_rekey_protects_a_journal_that_was_not(tend: Tend, journal_folder: Path) -> None:
    tend("add", "kept")

    assert tend("rekey", TEND_NEW_PASSPHRASE=SECRET).line["ok"]

    assert tend("list").code == 3
    assert tend("list", TEND_PASSPHRASE=SECRET).line["body"] == "kept"
    assert tend("check", TEND_PASSPHRASE=SECRET).line == {"ok": True}


def test_rekey_without_a_new_passphrase_changes_nothing(tend: Tend, journal_folder: Path) -> None:
    assert tend("rekey").code == 3
    assert tend("rekey", TEND_NEW_PASSPHRASE=" ").code != 0
    assert tend("list").code == 0


def test_people_are_added_once_and_listed_in_order(tend: Tend, journal_folder: Path) -> None:
    tend("person-add", "--name", "<b>Ana</b> %1 {0}")

    assert tend("person-add", "--name", "mei tanaka").code == 8
    assert tend("person-add", "--name", "  ").code == 8
    assert [(p["name"], p["aliases"]) for p in tend("person-list").lines] == [
        ("Mei Tanaka", ["Mei", "M."]),
        ("<b>Ana</b> %1 {0}", []),
    ]


def test_a_whole_journal_checks_well(tend: Tend, journal_folder: Path) -> None:
    tend("add", "one")

    assert tend("check").line == {"ok": True}


def test_a_journal_file_that_is_gone_or_emptied_is_never_a_fresh_one(
    tend: Tend, journal_folder: Path
) -> None:
    (journal_folder / "journal.db").unlink()
    assert tend("list").code == 6
    assert not (journal_folder / "journal.db").exists()

    (journal_folder / "journal.db").touch()
    assert tend("add", "x").code == 6
    assert tend("init").code != 0
    assert (journal_folder / "journal.db").stat().st_size == 0


def test_damage_is_told_and_the_file_stays_as_it_is(tend: Tend, journal_folder: Path) -> None:
    file = journal_folder / "journal.db"
    damaged = bytearray(file.read_bytes())
    damaged[5000] ^= 1
    file.write_bytes(damaged)

    result = tend("check")

    assert (result.code, result.line["error"]) == (6, "damaged")
    assert file.read_bytes() == bytes(damaged)


def test_where_there_is_no_journal_nothing_is_made(tend: Tend, folder: Path) -> None:
    for command in (["list"], ["add", "x"], ["check"], ["person-list"], ["rekey"], ["hold"]):
        result = tend(*command)
        assert (result.code, result.line["error"]) == (6, "missing")
    assert not folder.exists()


@pytest.mark.parametrize(
    ("day", "key", "start", "end"),
    [
        ("2026-12-28", "2026-W53", "2026-12-28", "2027-01-03"),
        ("2027-01-03", "2026-W53", "2026-12-28", "2027-01-03"),
        ("2024-02-29", "2024-W09", "2024-02-26", "2024-03-03"),
    ],
)
def test_a_day_belongs_to_one_week(tend: Tend, day: str, key: str, start: str, end: str) -> None:
    assert tend("week", "--date", day).line == {"week": key, "start": start, "end": end}


@pytest.mark.parametrize("day", ["0000-00-00", "9999-12-31", "2026-02-30", "20261228", "tomorrow"])
def test_a_day_that_no_calendar_knows_is_a_usage_error(tend: Tend, day: str) -> None:
    assert tend("week", "--date", day).code == 2


def test_an_argument_that_is_no_text_is_a_usage_error(tend: Tend, journal_folder: Path) -> None:
    bad = "half of \udcff"

    assert tend("add", bad).code == 2
    assert tend("add", "x", "--tag", bad).code == 2
    assert tend("add", "x", "--title", bad).code == 2
    assert tend("list", "--tag", bad).code == 2
    assert tend("person-add", "--name", bad).code == 2
    assert tend("init", TEND_PASSPHRASE=bad).code == 2
    assert tend("search", bad).code == 0
    assert tend("list").lines == []


def test_without_a_command_the_window_opens(tmp_path: Path) -> None:
    asked: list[tuple[Path | None, bool]] = []

    def window(data_dir: Path | None, demo: bool, _in_tray: bool) -> int:  # noqa: FBT001
        asked.append((data_dir, demo))
        return 5

    assert main([], window) == main(["--demo"], window) == 5
    assert main(["--data-dir", str(tmp_path)], window) == 5
    assert asked == [(None, False), (None, True), (tmp_path, False)]


def test_something_unexpected_says_so_without_its_words(
    tend: Tend, journal_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the words of an entry")

    monkeypatch.setattr("journal_app.services.team.TeamService.everyone", broken)

    result = tend("person-list")

    assert result.code == 1
    assert result.line["error"] == "unexpected"
    assert "words" not in result.out + result.notes
