"""Folders of Markdown: front matter, Obsidian, Logseq, plain texts; and Mini Diary's JSON."""

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from journal_app.domain.finding import Question
from tests.exchange.importers.reading import (
    a_file,
    a_folder,
    entries,
    entry,
    form_of,
    questions,
    remarks,
    skipped,
)


def a_note(tmp_path: Path, head: str, body: str = "Words.\n", name: str = "Note.md") -> Path:
    return a_file(tmp_path / name, f"---\n{head}\n---\n\n{body}")


def test_front_matter_is_read_as_text(tmp_path: Path) -> None:
    path = a_note(
        tmp_path,
        "Title: 001\nCreated: 2017-01-01\nupdated: 2020-02-02\n"
        "tags:\n  - 1\n  - One on one\n  - 1\n"
        "author: [A, B]\nkeywords:\ncompleted?: no\ndue: 2021-01-01T10:00\nlatitude: 1.50",
        "\nWords.\n",
    )

    found = entry(path)

    assert (found.title, found.on) == ("001", date(2017, 1, 1))
    assert found.body == "\nWords."  # one blank line belongs to the front matter, no more
    assert found.tags == ("1", "One on one")
    assert found.meta["author"] == ["A", "B"]
    assert found.meta["latitude"] == "1.50"
    assert found.meta["completed?"] == "no"
    assert "keywords" not in found.meta


@pytest.mark.parametrize(
    ("written", "on", "at"),
    [
        ("date: 2021-03-04T05:06:07", date(2021, 3, 4), "05:06:07"),
        ("date: 2021-03-04 05:06", date(2021, 3, 4), "05:06:00"),
        ("date: 2021-03-04T05:06:07+09:00", date(2021, 3, 4), "05:06:07"),
        ("created_at: '2021-03-04'", date(2021, 3, 4), ""),
        ("lastmod: 2021-03-04", date(2021, 3, 4), ""),
        ("created: 13-01-2024 01:23 AM", date(2024, 1, 13), "01:23:00"),
        ("updated: 2020-01-01\ncreated: 2019-01-01", date(2019, 1, 1), ""),
    ],
)
def test_dates_of_front_matter(tmp_path: Path, written: str, on: date, at: str) -> None:
    found = entry(a_note(tmp_path, written))

    assert (found.on, found.at) == (on, at)


def test_a_moment_of_the_world_is_read_on_the_clock_here(tmp_path: Path) -> None:
    found = entry(a_note(tmp_path, "created: 2021-03-04 05:06:07Z"))

    here = datetime(2021, 3, 4, 5, 6, 7, tzinfo=UTC).astimezone()
    assert (found.on, found.at) == (here.date(), here.strftime("%H:%M:%S"))


@pytest.mark.parametrize(
    ("head", "tags", "author"),
    [
        ("tags: [one on one, 2, 2]\nauthor: Ada", ("one on one", "2"), "Ada"),
        ("tags: a, b\nauthor: {name: Ada, mail: a@b.example}", ("a", "b"), {"name": "Ada"}),
        ("Tags:\n- '#a'\n- 1.50\nAuthor:\n- A\n- B", ("a", "1.50"), ["A", "B"]),
        ("tags:\nauthor:", (), None),
    ],
)
def test_tags_and_authors_come_in_any_shape(
    tmp_path: Path, head: str, tags: tuple[str, ...], author: object
) -> None:
    found = entry(a_note(tmp_path, f"date: 2020-01-01\n{head}"))
    kept = found.meta.get("author", found.meta.get("Author"))

    assert found.tags == tags
    if isinstance(author, dict):
        assert kept["name"] == "Ada"
    else:
        assert kept == author


def test_a_date_with_two_readings_is_asked_about(tmp_path: Path) -> None:
    path = a_note(tmp_path, "created: 01-02-2024 01:23 AM")

    assert questions(path) == {Question.DAY_ORDER}
    assert not entries(path)
    assert entry(path, day_first=True).on == date(2024, 2, 1)
    assert entry(path, day_first=False).on == date(2024, 1, 2)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("title: - five degrees", "- five degrees"),
        ("title: Plan: ask", "Plan: ask"),
        ("title: 'It''s'", "It's"),
        ("title: >-\n  Two\n  lines", "Two lines"),
        ("title: null", "Note"),
    ],
)
def test_titles_are_what_was_meant(tmp_path: Path, head: str, title: str) -> None:
    assert entry(a_note(tmp_path, f"{head}\ndate: 2020-01-01")).title == title


@pytest.mark.parametrize(
    "head",
    [
        "title: [open",
        "a: 1\na: 2",
        "a: &x [1]\nb: *x",
        "a: !!python/object/apply:os.system [ls]",
        "- only\n- a list",
    ],
)
def test_front_matter_that_is_none_stays_in_the_text(tmp_path: Path, head: str) -> None:
    path = a_note(tmp_path, head, name="2024-01-05.md")

    found = entry(path)

    assert found.body == f"---\n{head}\n---\n\nWords."
    assert remarks(path)[0].startswith("its front matter stays in the text")


def test_a_rule_at_the_start_is_no_front_matter(tmp_path: Path) -> None:
    path = a_file(tmp_path / "2024-01-05.md", "---\n\nonly a rule\n")

    assert entry(path).body == "---\n\nonly a rule"


def test_a_mark_and_windows_line_ends_are_no_part_of_it(tmp_path: Path) -> None:
    path = a_file(
        tmp_path / "a.md",
        b"\xef\xbb\xbf---\r\ntitle: T\r\ndate: 2020-01-01\r\n---\r\n\r\nA\r\nB\r\n",
    )

    found = entry(path)

    assert (found.title, found.body) == ("T", "A\nB")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2024-01-05.md", ""),
        ("2024-01-05 Retro with Mei.md", "Retro with Mei"),
        ("2024_01_05.md", ""),
        ("5 January 2024.md", ""),
        ("January 5th, 2024.md", ""),
        ("05.01.2024.md", ""),
        ("20240105.txt", ""),
        ("2024/01/05.md", ""),
        ("Daily/2024-01-05, Friday.md", "Friday"),
    ],
)
def test_the_name_gives_the_day(tmp_path: Path, name: str, title: str) -> None:
    path = a_folder(tmp_path / "vault", {name: "Just words.\n"})

    found = entry(path)

    assert (found.on, found.title, found.body) == (date(2024, 1, 5), title, "Just words.")


def test_a_name_that_reads_two_ways_is_asked_about(tmp_path: Path) -> None:
    path = a_folder(tmp_path / "vault", {"05-01-2024.md": "Words."})

    assert questions(path) == {Question.DAY_ORDER}
    found = entry(path, day_first=True)
    assert (found.on, found.title) == (date(2024, 1, 5), "")


def test_without_a_name_a_heading_gives_the_day_and_then_the_clock(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path / "vault", {"a.md": "# 5 January 2024\n\nWords.\n", "b.md": "Only words.\n"}
    )
    os.utime(path / "b.md", (1_700_000_000, 1_700_000_000))

    dated, undated = entries(path)

    assert (dated.on, dated.title) == (date(2024, 1, 5), "a")
    assert undated.on == datetime.fromtimestamp(1_700_000_000, UTC).astimezone().date()
    assert undated.meta["day uncertain"] is True
    assert remarks(path) == ["it gives no day; its day is the one the file was last changed"]


def test_a_copied_file_without_a_day_is_known_again(tmp_path: Path) -> None:
    path = a_file(tmp_path / "b.md", "Only words.\n")
    before = entry(path).key
    os.utime(path, (1_600_000_000, 1_600_000_000))

    assert entry(path).key == before


def test_obsidian_keeps_its_links_its_tags_and_a_place_for_pictures(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path / "vault",
        {
            ".obsidian/app.json": "{}",
            ".obsidian/templates/2024-01-01.md": "no",
            "files/deep/board.png": b"png",
            "2024-01-05.md": "Met [[Mei Tanaka|Mei]] #team/retro\n\n![[board.png]] ![[lost.png]]\n"
            "![[Other note]] ![alt](https://a.b/c.png) ![x](<files/my board.png>)\n"
            "`#code` and #123 but http://a.b/#frag\n",
        },
    )

    found = entry(path)

    assert found.tags == ("team/retro",)
    assert "[[Mei Tanaka|Mei]]" in found.body
    assert "[picture board.png, not brought along]" in found.body
    assert "[picture lost.png, missing from the export, not brought along]" in found.body
    assert "![[Other note]]" in found.body
    assert "![alt](https://a.b/c.png)" in found.body
    assert "[picture my board.png, missing from the export, not brought along]" in found.body


def test_weeks_are_asked_about_and_then_begin_as_said(tmp_path: Path) -> None:
    path = a_folder(tmp_path / "vault", {"2024-W01.md": "One", "2024-[W]02.md": "Two"})

    assert questions(path) == {Question.WEEKS}
    assert len(skipped(path)) == 2
    iso, american = entries(path, iso_weeks=True), entries(path, iso_weeks=False)
    assert sorted(found.on for found in iso) == [date(2024, 1, 1), date(2024, 1, 8)]
    assert sorted(found.on for found in american) == [date(2023, 12, 31), date(2024, 1, 7)]


def test_logseq_days_have_facts_tasks_and_tags(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path / "graph",
        {
            "journals/2024_02_07.md": "tags:: team, [[one on one]]\nmood:: good\n\n"
            "- Inception #Movie #[[long tag]]\n- TODO ask first\n"
            "\t- DONE wrote ![b](../assets/b.png)\n"
            "\t  id:: 65c3\n- collapsed:: true\n  text",
            "pages/Mei.md": "- likes quiet",
            "assets/b.png": b"png",
            "logseq/config.edn": "{}",
        },
    )

    day, page = entries(path)

    assert day.on == date(2024, 2, 7)
    assert day.tags == ("team", "one on one", "Movie", "long tag")
    assert day.meta["mood"] == "good"
    assert day.body == (
        "- Inception #Movie #[[long tag]]\n- [ ] ask first\n"
        "\t- [x] wrote [picture b.png, not brought along]\n-\n  text"
    )
    assert (page.title, page.meta["day uncertain"]) == ("Mei", True)


def test_a_folder_of_plain_texts(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path / "texts",
        {
            "2024-01-05.txt": "Ünïcode".encode("utf-16"),
            "2024-01-06.txt": b"caf\xe9",
            "a.bin": b"\0",
        },
    )

    assert [found.body for found in entries(path)] == ["Ünïcode", "café"]
    assert form_of(path) == "markdown"


def test_a_binary_file_named_as_text_is_skipped_and_named(tmp_path: Path) -> None:
    path = a_folder(tmp_path / "texts", {"a.md": bytes(range(256)) * 64, "2024-01-05.md": "ok"})

    assert entry(path).body == "ok"
    assert skipped(path) == [("a.md", "it is not text")]


def test_mini_diary_is_a_map_from_days(tmp_path: Path) -> None:
    about = {"application": "Mini Diary", "version": "3.3.0", "dateUpdated": "x"}
    days = {
        "2024-10-01": {"dateUpdated": "Sat Nov 16 2024", "title": "A", "text": "One\n\n- two"},
        "2024-13-01": {"title": "B", "text": "x"},
        "2024-10-02": "words",
    }
    path = a_file(tmp_path / "d.json", json.dumps({"metadata": about, "entries": days}))

    found = entry(path)

    assert (found.on, found.title, found.body) == (date(2024, 10, 1), "A", "One\n\n- two")
    assert found.meta == {"dateUpdated": "Sat Nov 16 2024"}
    assert len(skipped(path)) == 2
    assert form_of(path) == "mini-diary"


def test_before_its_second_version_a_line_was_a_paragraph(tmp_path: Path) -> None:
    about = {"application": "Mini Diary", "version": "1.9.2"}
    days = {"2018-10-01": {"title": "", "text": "One\nTwo"}}
    path = a_file(tmp_path / "d.json", json.dumps({"metadata": about, "entries": days}))

    assert entry(path).body == "One\n\nTwo"


def test_mini_diarium_is_a_list_with_html(tmp_path: Path) -> None:
    about = {"application": "Mini Diarium", "version": "0.4"}
    days = [
        {
            "id": 7,
            "date": "2024-10-01",
            "title": "A",
            "text": "<p>a <em>b</em></p><ul><li>c</li></ul>",
        },
        {"id": 8, "date": "2024-10-01", "title": "Same day", "text": "<p>x</p>"},
    ]
    path = a_file(tmp_path / "d.json", json.dumps({"metadata": about, "entries": days}))

    first, second = entries(path)

    assert first.body == "a *b*\n\n- c"
    assert first.key != second.key
    assert form_of(path) == "mini-diary"
