"""Whatever stands in a file, a reader finds, skips or refuses; it never breaks."""

import contextlib
import json
import plistlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal_app.domain.errors import JournalError
from journal_app.domain.finding import Finding, Wishes
from journal_app.exchange.importers import reader_for
from journal_app.exchange.sources import open_source
from tests.exchange.importers.reading import NOW, a_file, a_folder

NAMES = ("text", "attributes", "line", "header", "embeddedObjects", "identifier", "md5", "meta")
ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12)
    | st.sampled_from(["2024-04-17T10:00:00Z", "2024-04-17", "0000-00-00", "\ud800", "09:00", ""]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)


def records(*names: str) -> st.SearchStrategy[Any]:
    """Entries in which any field may hold anything, and be missing."""
    return st.lists(
        st.dictionaries(st.sampled_from(names), ODD, max_size=8) | ODD, min_size=1, max_size=4
    )


DAY_ONE = records(
    *("uuid", "creationDate", "timeZone", "text", "richText", "tags", "photos", "videos"),
    *("location", "starred", "isAllDay"),
)
JRNL = records("title", "body", "date", "time", "tags", "starred", "uuid")
MINI = records("id", "date", "title", "text", "tags")
TEND = records(
    *("key", "date", "kind", "title", "body", "person", "tags", "private", "row", "kept", "zone"),
    *("person_key", "noun", "values", "points", "starred", "language"),
)
FEW = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def read(path: Path, form: str) -> None:
    source = open_source(path)
    reader = reader_for(source, form)
    if reader is not None:
        with contextlib.suppress(JournalError):
            wishes = Wishes(now=NOW, passphrase="x", day_first=True, iso_weeks=True)
            for found in reader.read(source, wishes):
                if isinstance(found, Finding):
                    assert len(found.key) == 64
                    json.dumps(found.record(), default=str)
    source.close()


@FEW
@given(entries=DAY_ONE)
def test_day_one(tmp_path: Path, entries: Any) -> None:
    start = {"creationDate": "2024-04-17T10:00:00Z", "text": "x"}
    text = json.dumps({"metadata": {"version": "1.0"}, "entries": [start, *entries]})

    read(a_file(tmp_path / "J.json", text), "day-one")


@FEW
@given(contents=ODD)
def test_rich_text(tmp_path: Path, contents: Any) -> None:
    rich = json.dumps({"contents": [contents, {"text": "x", "attributes": contents}]})
    start = {"creationDate": "2024-04-17T10:00:00Z", "richText": rich}
    text = json.dumps({"metadata": {"version": "1.0"}, "entries": [start]})

    read(a_file(tmp_path / "J.json", text), "day-one")


@FEW
@given(entries=JRNL)
def test_jrnl(tmp_path: Path, entries: Any) -> None:
    start = {"title": "x", "body": "", "date": "2024-01-01", "time": "09:00"}
    text = json.dumps({"tags": {}, "entries": [start, *entries]})

    read(a_file(tmp_path / "j.json", text), "jrnl")


@FEW
@given(entries=MINI, old=st.booleans())
def test_mini_diary(tmp_path: Path, entries: Any, old: bool) -> None:  # noqa: FBT001
    about = {"application": "Mini Diary", "version": "1.0" if old else "3"}
    days = {f"2024-01-{n + 1:02}": one for n, one in enumerate(entries)}
    for told in (entries, days):
        text = json.dumps({"metadata": about, "entries": told})
        read(a_file(tmp_path / "d.json", text), "mini-diary")


@FEW
@given(people=TEND, entries=TEND, rows=TEND)
def test_an_archive_of_our_own(
    tmp_path: Path, journal: Any, people: Any, entries: Any, rows: Any
) -> None:
    archive = {"format": "tend", "version": 1, "people": people, "entries": entries, "rows": rows}
    path = a_file(tmp_path / "t.json", json.dumps(archive))

    with contextlib.suppress(JournalError):
        journal.importing.bring_in(path)
    journal.entries.items()
    journal.checking.check()


@FEW
@given(
    values=st.dictionaries(
        st.sampled_from(["Creation Date", "Entry Text", "Tags", "Time Zone", "UUID", "Starred"]),
        st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=9)
        | st.booleans()
        | st.integers(-(2**60), 2**60)
        | st.datetimes()
        | st.binary(max_size=4)
        | st.lists(st.booleans(), max_size=2),
    )
)
def test_classic(tmp_path: Path, values: Any) -> None:
    read(a_folder(tmp_path / "o.dayone", {"entries/A.doentry": plistlib.dumps(values)}), "day-one")


LINES = st.lists(
    st.sampled_from(
        [
            *("---", "...", "title: - x", "tags: [a, b", "- a", "date: 2024-13-01", "a: &a [*a]"),
            *("[2024-01-01 10:00] T *", "[31/02/2024] x", "### 2024-01-01 10:00 T", "body: |\t"),
            *("\tDate:\t29 February 2023", "\tTags:\ta, b", "# 2024", "## May", "```", "~~~"),
            *(
                "![[a.png]]",
                "![x](y.png)",
                "#tag #[[t t]]",
                "- TODO x",
                "id:: 1",
                "",
                "\t",
                "type_: 1",
            ),
            *(
                "1: {text: x}",
                "| a | b |",
                "= H =",
                '[""a"".png]',
                "**b //i// b**",
                "\\",
                "\x00",
                "%",
            ),
        ]
    )
    | st.text(max_size=20),
    max_size=12,
).map("\n".join)
PLACES: dict[str, Callable[[str], dict[str, str]]] = {
    "rednotebook": lambda text: {"2024-01.txt": f"1: {{text: x}}\n{text}"},
    "joplin": lambda text: {"0" * 32 + ".md": f"{text}\n\nid: x\ntype_: 1"},
    "markdown": lambda text: {"2024-01-01.md": text, "journals/2024_01_02.md": text, "a.txt": text},
    "jrnl": lambda text: {"2024/01/01.txt": text, "a.md": text},
    "day-one": lambda text: {"a.doentry": text},
}


@pytest.mark.parametrize("form", PLACES)
@FEW
@given(text=LINES)
def test_folders_of_texts(tmp_path: Path, form: str, text: str) -> None:
    files = {name: t.encode(errors="replace") for name, t in PLACES[form](text).items()}

    read(a_folder(tmp_path / form, files), form)


@pytest.mark.parametrize("form", ["day-one", "jrnl", "markdown"])
@FEW
@given(text=LINES | st.binary(max_size=200))
def test_single_texts(tmp_path: Path, form: str, text: str | bytes) -> None:
    data = text.encode(errors="replace") if isinstance(text, str) else text

    read(a_file(tmp_path / "a.txt", b"\tDate:\t1 May 2024\n" + data), form)
    read(a_file(tmp_path / "b.txt", data), form)
