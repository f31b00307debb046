"""Export by command line: its formats, three ways to name people, one file."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tend, json_lines


@pytest.fixture
def written(tend: Tend, journal_folder: Path) -> Path:
    """A journal with three entries, one of them a doubt; a folder beside it for exports."""
    tend(
        "add",
        stdin=json_lines(
            {"date": "2026-11-02", "body": "Mei Tanaka led the call.", "person": "Mei"},
            {"date": "2026-11-20", "body": "I asked before I answered."},
            {"date": "2026-11-20", "body": "I cannot do this yet.", "kind": "doubt"},
        ),
    )
    shelf = journal_folder.parent / "shelf"
    shelf.mkdir()
    return shelf


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_a_file_is_written_and_named(tend: Tend, written: Path, form: str) -> None:
    file = written / f"out.{form}"

    answer = tend("export", "--format", form, "--out", str(file)).line

    assert answer == {"ok": True, "path": str(file), "entries": 2}
    text = file.read_text(encoding="utf-8")
    assert "Mei Tanaka led the call." in text
    assert "I cannot do this yet." not in text


def test_pages_a_document_and_a_table_are_written_too(tend: Tend, written: Path) -> None:
    for form, start in (("pdf", b"%PDF"), ("docx", b"PK"), ("csv", b'\xef\xbb\xbf"date"')):
        file = written / f"out.{form}"
        answer = tend("export", "--format", form, "--out", str(file)).line
        assert answer == {"ok": True, "path": str(file), "entries": 2}
        assert file.read_bytes().startswith(start)


def test_private_words_go_along_when_asked_for(tend: Tend, written: Path) -> None:
    file = written / "out.md"

    answer = tend("export", "--format", "md", "--out", str(file), "--include-private").line

    assert answer["entries"] == 3
    assert "I cannot do this yet." in file.read_text()


@pytest.mark.parametrize(
    "choice", [["--pseudonymise"], ["--names", "alias"], ["--names", "initials"]]
)
def test_names_can_be_left_out(tend: Tend, written: Path, choice: list[str]) -> None:
    file = written / "out.md"

    tend("export", "--format", "md", "--out", str(file), *choice)

    assert "led the call" in file.read_text()
    assert "Mei" not in file.read_text()
    assert "Tanaka" not in file.read_text()


def test_the_filters_of_list_choose_what_is_written(tend: Tend, written: Path) -> None:
    def bodies(*filters: str) -> list[str]:
        file = written / "out.json"
        assert tend("export", "--format", "json", "--out", str(file), *filters).code == 0
        return [entry["body"] for entry in json.loads(file.read_text())["entries"]]

    assert bodies("--from", "2026-11-20") == ["I asked before I answered."]
    assert bodies("--to", "2026-11-02") == bodies("--person", "Mei") == ["Mei Tanaka led the call."]
    assert bodies("--kind", "moment") == []


def test_the_journal_itself_is_never_written_over(
    tend: Tend, written: Path, journal_folder: Path
) -> None:
    before = (journal_folder / "journal.db").read_bytes()

    result = tend("export", "--format", "md", "--out", str(journal_folder / "journal.db"))

    assert (result.code, result.line["error"]) == (8, "refused")
    assert (journal_folder / "journal.db").read_bytes() == before


def test_a_place_that_cannot_be_written_is_told(tend: Tend, written: Path) -> None:
    for place in (written / "gone" / "out.md", written):
        result = tend("export", "--format", "md", "--out", str(place))
        assert (result.code, result.line["error"]) == (7, "cannot_write")
    assert list(written.iterdir()) == []


def test_a_format_it_does_not_have_is_a_usage_error(tend: Tend, written: Path) -> None:
    assert tend("export", "--format", "pdf2", "--out", str(written / "x")).code == 2
    assert tend("export", "--format", "md").code == 2
    assert list(written.iterdir()) == []
