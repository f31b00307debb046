"""Case 59: a table that a spreadsheet opens shows the words, and runs none of them."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal_app.domain.share import NameStyle
from journal_app.exchange import csv_table
from journal_app.services.exporting import Selection
from tests.builders import an_entry

RUN = [
    '=HYPERLINK("https://x.example";"see")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    " =1+1",
    "\u00a0=1+1",
    "\ufeff=1+1",
]


def read(content: bytes) -> list[dict[str, str]]:
    """The table as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def record(text: str) -> dict[str, object]:
    return dict.fromkeys(csv_table.COLUMNS, text) | {"tags": [text], "private": False}


@pytest.mark.parametrize("text", RUN)
def test_case_59_no_cell_begins_as_a_formula(text):
    [row] = read(b"".join(csv_table.stream([record(text)])))

    for column in ("title", "body", "person", "tags"):
        assert row[column] == f"'{text}"


@pytest.mark.parametrize("text", RUN)
def test_case_59_an_exported_journal_runs_nothing_and_keeps_the_words(journal, tmp_path, text):
    mei = journal.team.welcome(f"{text} Mei")
    journal.entries.write(an_entry(text, title=text, person_id=mei.id, tags=("one", "two")))
    file = tmp_path / "journal.csv"

    journal.exporting.export(file, form="csv", names=NameStyle.REAL, selection=Selection())

    [row] = read(file.read_bytes())
    assert not any(cell.strip()[:1] in set("=+-@＝＋－＠") for cell in row.values())
    assert text.strip() in row["body"]
    assert (row["date"], row["kind"], row["tags"]) == ("2026-11-20", "note", "one two")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=6))
@settings(deadline=None, max_examples=200)
def test_case_59_any_words_come_back_cell_by_cell(texts):
    rows = read(b"".join(csv_table.stream([record(text) for text in texts])))

    back = [row["body"] for row in rows]
    assert [
        cell.removeprefix("'") if cell != text else cell
        for cell, text in zip(back, texts, strict=True)
    ] == texts
    for cell, text in zip(back, texts, strict=True):
        assert cell in (text, f"'{text}")
