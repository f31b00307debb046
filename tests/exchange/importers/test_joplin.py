"""Joplin: items that end with their facts, as a tar and as a folder."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from journal_app.domain.errors import Refused
from tests.exchange.importers.reading import (
    a_folder,
    a_tar,
    entries,
    entry,
    everything,
    form_of,
    remarks,
    skipped,
)

NOTE, FOLDER, INSIDE, TAG, LINK, FILE, GONE = (letter * 32 for letter in "0123456")


def item(number: int, own: str, words: str = "", **facts: str) -> str:
    told = {"id": own, **facts, "type_": str(number)}
    lines = "\n".join(f"{name}: {value}" for name, value in told.items())
    return f"{words}\n\n{lines}" if words else lines


def a_note(words: str = "First call\n\nShe led it.", **facts: str) -> str:
    usual = {
        "parent_id": INSIDE,
        "created_time": "2024-04-29T10:00:00.000Z",
        "user_created_time": "2024-04-17T12:30:00.000Z",
        "latitude": "0.00000000",
        "is_todo": "0",
        "markup_language": "1",
        "encryption_applied": "0",
        "is_conflict": "0",
        "deleted_time": "0",
    }
    return item(1, NOTE, words, **usual | facts)


AROUND = {
    f"{FOLDER}.md": item(2, FOLDER, "Work", parent_id=""),
    f"{INSIDE}.md": item(2, INSIDE, "Team", parent_id=FOLDER),
    f"{TAG}.md": item(5, TAG, "growth"),
    f"{LINK}.md": item(6, LINK, note_id=NOTE, tag_id=TAG),
    f"{FILE}.md": item(4, FILE, "board.png", mime="image/png", file_extension="png"),
    f"resources/{FILE}.png": "x",
}


def here(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC).astimezone()


def test_a_note_brings_its_notebook_its_tags_and_its_day(tmp_path: Path) -> None:
    path = a_tar(tmp_path / "all.jex", {**AROUND, f"{NOTE}.md": a_note()})

    found = entry(path)

    moment = here("2024-04-17T12:30:00")
    assert (found.on, found.at) == (moment.date(), moment.strftime("%H:%M:%S"))
    assert (found.title, found.body) == ("First call", "She led it.")
    assert (found.tags, found.native_id) == (("growth",), NOTE)
    assert found.meta == {"notebook": "Work/Team"}
    assert form_of(path) == "joplin"


def test_raw_is_the_same_as_a_folder(tmp_path: Path) -> None:
    path = a_folder(tmp_path / "raw", {**AROUND, f"{NOTE}.md": a_note()})

    assert (form_of(path), entry(path).tags) == ("joplin", ("growth",))


def test_facts_are_read_from_the_end(tmp_path: Path) -> None:
    words = "id: no\n\ntype_: 9\n\nkey: value\n\n\nlast"
    path = a_folder(
        tmp_path / "raw",
        {f"{NOTE}.md": a_note(words, author="A\\nB", source_url="https://a.b", is_todo="1")},
    )

    found = entry(path)

    assert (found.title, found.body) == ("id: no", "type_: 9\n\nkey: value\n\n\nlast")
    assert found.meta == {"author": "A\nB", "source_url": "https://a.b", "is_todo": "1"}


def test_a_title_alone_is_a_note(tmp_path: Path) -> None:
    found = entry(a_folder(tmp_path / "raw", {f"{NOTE}.md": a_note("Only this")}))

    assert (found.title, found.body) == ("Only this", "")


def test_links_to_files_leave_a_place_and_links_to_notes_stay(tmp_path: Path) -> None:
    words = f"T\n\n![x](:/{FILE}) [board](:/{FILE}) ![lost](:/{GONE}) [other](:/{'a' * 32})"
    path = a_tar(tmp_path / "all.jex", {**AROUND, f"{NOTE}.md": a_note(words)})

    body = entry(path).body

    assert body.count("[board.png, not brought along]") == 2
    assert "[lost, missing from the export, not brought along]" in body
    assert f"[other](:/{'a' * 32})" in body
    assert len(remarks(path)) == 3


def test_html_notes_become_markdown(tmp_path: Path) -> None:
    words = f'T\n\n<h1>Big</h1><p>a <b>b</b> <img src=":/{FILE}"/></p><script>x()</script>'
    path = a_tar(tmp_path / "all.jex", {**AROUND, f"{NOTE}.md": a_note(words, markup_language="2")})

    assert entry(path).body == "# Big\n\na **b** [board.png, not brought along]"


def test_what_is_encrypted_is_refused_with_a_way_out(tmp_path: Path) -> None:
    path = a_tar(tmp_path / "all.jex", {f"{NOTE}.md": a_note(encryption_applied="1")})

    with pytest.raises(Refused) as refused:
        everything(path)

    assert "encrypted" in str(refused.value)
    assert refused.value.next_step


def test_conflicts_and_trash_are_skipped_and_named(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path / "raw",
        {
            f"{NOTE}.md": a_note(),
            f"{TAG}.md": a_note("Twice\n\nx", is_conflict="1"),
            f"{LINK}.md": a_note("Gone\n\nx", deleted_time="1714380000000"),
            f"{GONE}.md": "no item at all",
            f"{'7' * 32}.md": item(13, "7" * 32, "a revision"),
        },
    )

    assert len(entries(path)) == 1
    assert sorted(what for what, _ in skipped(path)) == ["6" * 32 + ".md", "Gone", "Twice"]


def test_the_days_of_an_old_note_are_its_own(tmp_path: Path) -> None:
    path = a_folder(tmp_path / "raw", {f"{NOTE}.md": a_note(user_created_time="")})

    assert entry(path).on in {date(2024, 4, 29), date(2024, 4, 28), date(2024, 4, 30)}
