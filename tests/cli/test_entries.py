"""Entries by command line: written, changed, listed and found, whatever the input."""

import io
import json

import pytest

from tests.cli.conftest import Tend, json_lines

pytestmark = pytest.mark.usefixtures("journal_folder")

HARD_TEXTS = [
    "separators \u2028 and \u2029 and \x85",
    "nothing\x00in the middle",
    "family 👩‍👩‍👧‍👦, flag 🇳🇴, right \u202e to left مرحبا",
    "e\u0301 and \ufeff and \u200b and \uffff",
    "  two spaces at the end  \r\n\ttab\r",
    "'; DROP TABLE entry; -- %1 {0} {{x}} \\1",
]


@pytest.mark.parametrize("text", HARD_TEXTS)
def test_words_come_back_as_they_were_given(tend: Tend, text: str) -> None:
    saved = tend("add", stdin=json_lines({"body": text, "title": text, "tags": [text]})).line

    shown = tend("show", str(saved["saved"])).line

    assert (shown["body"], shown["title"], shown["tags"]) == (text, text, [text])


def test_every_field_is_kept(tend: Tend) -> None:
    record = {
        "date": "2026-11-20",
        "kind": "moment",
        "title": "First retro",
        "body": "She led it.",
        "person": "Mei Tanaka",
        "tags": ["retro"],
    }

    saved = tend("add", stdin=json_lines(record)).line["saved"]

    assert tend("list").line == {"id": saved} | record


def test_a_person_is_known_by_any_of_their_names(tend: Tend) -> None:
    tend("add", "She asked.", "--person", "mei")

    assert tend("list", "--person", "M.").line["person"] == "Mei Tanaka"


def test_what_list_prints_can_be_added_again(tend: Tend) -> None:
    tend("add", stdin=json_lines({"body": "one", "private": True, "date": "2026-01-02"}))

    tend("add", stdin=tend("list").out)

    first, second = tend("list").lines
    assert {**first, "id": 0} == {**second, "id": 0}
    assert first["private"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ('{"body": "x", "person": "Nobody We Know"}', "refused"),
        ('{"body": "lone \\ud800"}', "usage"),
        ('{"body": "x", "date": "0000-00-00"}', "usage"),
        ('{"body": "x", "date": "20261120"}', "usage"),
        ('{"body": "x", "date": 20261120}', "usage"),
        ('{"body": "x", "kind": "verdict"}', "usage"),
        ('{"body": "x", "tags": "a"}', "usage"),
        ('{"body": "x", "tags": [1]}', "usage"),
        ('{"body": "x", "private": "yes"}', "usage"),
        ('{"body": ["x"]}', "usage"),
        ('{"body": "  "}', "usage"),
        ('{"body": "x", "body": "y"}', "usage"),
        ('{"words": "x"}', "usage"),
        ("[]", "usage"),
        ("{", "usage"),
        ("1" * 5000, "usage"),
        ("[" * 200_000, "usage"),
        (b'{"body": "\xff"}', "usage"),
    ],
)
def test_a_line_that_cannot_be_taken_says_its_number_and_takes_no_other_with_it(
    tend: Tend, line: str | bytes, kind: str
) -> None:
    bad = line if isinstance(line, bytes) else line.encode()
    result = tend("add", stdin=b'{"body": "one"}\n\n' + bad + b'\n{"body": "two"}\n')

    first, error, second = result.lines
    assert "saved" in first
    assert "saved" in second
    assert (error["error"], error["line"]) == (kind, 3)
    assert "Line 3" in error["message"]
    assert result.code == {"refused": 8, "usage": 2}[kind]
    assert [entry["body"] for entry in tend("list").lines] == ["two", "one"]


def test_no_error_repeats_what_was_typed(tend: Tend) -> None:
    lines = ['{"marzipan": 1}', '{"body": "x", "kind": "marzipan"}', '{"date": "marzipan"}']

    said = tend("add", stdin="\n".join(lines)).out
    said += tend("list", "--kind", "marzipan").out + tend("list", "--from", "marzipan").out
    said += tend("list", "--person", "marzipan").out + tend("show", "marzipan").out
    said += tend("list", "marzipan").out + tend("export", "--format", "marzipan").out

    assert "marzipan" not in said


def test_ten_megabytes_are_kept_whole(tend: Tend) -> None:
    body = "so much to say " * 700_000

    saved = tend("add", stdin=json_lines({"body": body})).line["saved"]

    assert tend("show", str(saved)).line["body"] == body


def test_a_line_longer_than_any_entry_may_be_is_told_and_passed_over(
    tend: Tend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal_app.cli.entries.LONGEST_LINE", 64)

    result = tend("add", stdin=json_lines({"body": "x" * 200}, {"body": "short"}))

    assert [("error" in line, "saved" in line) for line in result.lines] == [
        (True, False),
        (False, True),
    ]


def test_an_edit_changes_what_it_names_and_keeps_the_rest(tend: Tend) -> None:
    saved = tend("add", "She asked.", "--person", "Mei", "--tag", "b", "--tag", "a").line["saved"]

    assert tend("edit", str(saved), stdin='{"title": "A question"}').line == {"saved": saved}

    shown = tend("show", str(saved)).line
    assert (shown["title"], shown["body"]) == ("A question", "She asked.")
    assert (shown["person"], shown["tags"]) == ("Mei Tanaka", ["a", "b"])


def test_an_edit_can_take_a_person_and_tags_away(tend: Tend) -> None:
    saved = tend("add", "She asked.", "--person", "Mei", "--tag", "a").line["saved"]

    tend("edit", str(saved), stdin='{"person": "", "tags": []}')

    shown = tend("show", str(saved)).line
    assert (shown["person"], shown["tags"]) == (None, [])


@pytest.mark.parametrize("ref", ["99", "9" * 18, "moment:1"])
def test_an_entry_that_is_not_there_is_refused(tend: Tend, ref: str) -> None:
    assert tend("show", ref).line["error"] == "refused"
    assert tend("edit", ref, stdin='{"title": "x"}').code == 8


@pytest.mark.parametrize("ref", ["", "1 or 1", "9" * 19, "../journal", "１２"])
def test_what_names_no_entry_is_a_usage_error(tend: Tend, ref: str) -> None:
    assert tend("show", ref).code == 2


def test_the_list_runs_newest_first_and_keeps_to_its_filters(tend: Tend) -> None:
    days = ["2026-11-02", "2026-11-20", "2026-11-09"]
    tend("add", stdin=json_lines(*({"date": day, "body": day} for day in days)))
    tend("add", "tagged", "--date", "2026-11-10", "--tag", "retro", "--kind", "moment")

    def bodies(*filters: str) -> list[str]:
        return [entry["body"] for entry in tend("list", *filters).lines]

    assert bodies() == ["2026-11-20", "tagged", "2026-11-09", "2026-11-02"]
    assert bodies("--from", "2026-11-09", "--to", "2026-11-10") == ["tagged", "2026-11-09"]
    assert bodies("--tag", "retro") == bodies("--kind", "moment") == ["tagged"]


@pytest.mark.parametrize("query", ["-x", '"', "*", "NEAR(", "a:b", "'", "", "x" * 10_000, "\x00"])
def test_any_text_may_be_searched_for(tend: Tend, query: str) -> None:
    tend("add", "x marks a b")

    assert tend("search", query).code == 0


def test_search_finds_words_and_keeps_doubts_to_those_who_ask(tend: Tend) -> None:
    tend("add", "Réka drew the roadmap")
    tend("add", "lost in the roadmap", "--kind", "doubt")

    assert [hit["body"] for hit in tend("search", "reka road").lines] == ["Réka drew the roadmap"]
    assert len(tend("search", "roadmap").lines) == 1
    assert len(tend("search", "roadmap", "--include-private").lines) == 2


def test_a_terminal_reads_plain_words_that_cannot_command_it(
    tend: Tend, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tend("add", stdin=json_lines({"body": "a\x1b[2Jb", "person": "Mei", "date": "2026-11-20"}))

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr("sys.stdout", screen)
    tend("list")

    assert "2026-11-20  note  Mei Tanaka" in screen.getvalue()
    assert "\x1b" not in screen.getvalue()
    with pytest.raises(json.JSONDecodeError):
        json.loads(screen.getvalue())


def test_a_seed_is_caught_and_waits_for_the_guide(tend, journal_folder):
    [caught] = tend("add", "Mei stayed to help", "--kind", "seed", "--person", "Mei").lines
    assert caught == {"saved": "seed:1"}

    [shown] = tend("show", "seed:1").lines
    assert (shown["kind"], shown["body"], shown["person"]) == (
        "seed",
        "Mei stayed to help",
        "Mei Tanaka",
    )
    assert tend("add", "x", "--kind", "seed", "--title", "y").code == 2
    assert tend("add", "  ", "--kind", "seed").code == 2
