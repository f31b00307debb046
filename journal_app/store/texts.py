"""Texts: every text a person wrote, wherever it lies, to be read and rewritten one by one."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from journal_app.domain.mention import Place, Text
from journal_app.store.database import Database, environment_errors

# table -> (its columns of text, its day, whose row it is)
_COLUMNS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "person": (("other_names", "strengths", "hopes", "energy", "thanks"), "joined_on", "id"),
    "reflection": (("arrive_word", "chips"), "week_start", "NULL"),
    "answer": (("prompt_text", "body"), "NULL", "NULL"),
    "moment": (("situation", "behaviour", "impact", "meaning"), "happened_on", "person_id"),
    "worry": (("body",), "noted_on", "person_id"),
    "celebration": (
        ("situation", "behaviour", "impact", "growing_in", "joy", "given_how", "landed"),
        "happened_on",
        "person_id",
    ),
    "doubt": (("body",), "raised_on", "NULL"),
    "intention": (
        ("cue", "act", "good_looks_like", "obstacle", "first_words", "ending_note"),
        "week_start",
        "person_id",
    ),
    "promise": (("body", "note"), "made_on", "person_id"),
    "experiment_try": (("experiment", "taught"), "tried_on", "NULL"),
    "placing": (("note", "outside"), "placed_on", "NULL"),
    "measure": (("body",), "added_on", "NULL"),
    "own_word": (("word",), "NULL", "NULL"),
    "seed": (("body",), "caught_on", "person_id"),
    "entry": (("title", "body"), "happened_on", "person_id"),
    "template": (("name", "body"), "NULL", "NULL"),
    "known_word": (("body",), "NULL", "NULL"),
}
_Path = tuple[str | int, ...]
_RECORDS = {"draft": "key", "revision": "id", "trash": "id", "imported": "id"}
_EMPTIED = "…"
# A row without these has nothing to say; emptied, it keeps a sign that something stood there.
_NEEDED = frozenset(
    [
        ("moment", "behaviour"),
        ("worry", "body"),
        ("celebration", "behaviour"),
        ("doubt", "body"),
        ("intention", "act"),
        ("promise", "body"),
        ("experiment_try", "experiment"),
        ("measure", "body"),
        ("seed", "body"),
        ("entry", "body"),
        ("template", "name"),
        ("template", "body"),
        ("answer", "body"),
    ]
)


class TextRepository:
    """Reads and rewrites texts across all tables; names of people stay where they are."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> Iterator[Text]:
        """Every text that is not empty."""
        for table, (columns, day, owner) in _COLUMNS.items():
            with environment_errors():
                rows = self._db.execute(
                    f"SELECT id, {day}, {owner}, {', '.join(columns)} FROM {table} ORDER BY id"  # noqa: S608
                )
            for row_id, on, person_id, *bodies in rows:
                for column, body in zip(columns, bodies, strict=True):
                    if body:
                        yield Text(
                            place=Place(table=table, row=row_id, column=column),
                            body=body,
                            on=date.fromisoformat(on) if on else None,
                            person_id=person_id,
                        )
        yield from self._tags()
        yield from self._in_records()

    def put(self, place: Place, body: str) -> None:
        """Write a text back to its place; one that must not be empty keeps a mark."""
        with environment_errors():
            if place.table == "entry_tag":
                self._put_tag(place, body)
            elif place.table in {"known_word", "own_word"}:
                # A name that stood there has no other words around it to be kept.
                self._db.execute(f"DELETE FROM {place.table} WHERE id = ?", [place.row])  # noqa: S608
            elif place.table in _RECORDS:
                self._put_in_record(place, body)
            else:
                if not body.strip() and (place.table, place.column) in _NEEDED:
                    body = _EMPTIED
                self._db.execute(
                    f"UPDATE {place.table} SET {place.column} = ? WHERE id = ?",  # noqa: S608
                    [body, place.row],
                )

    def _tags(self) -> Iterator[Text]:
        with environment_errors():
            rows = self._db.execute(
                "SELECT entry_id, tag, happened_on, person_id FROM entry_tag"
                " JOIN entry ON entry.id = entry_id ORDER BY entry_id, tag"
            )
        for entry_id, tag, on, person_id in rows:
            yield Text(
                place=Place(table="entry_tag", row=entry_id, column="tag", path=(tag,)),
                body=tag,
                on=date.fromisoformat(on),
                person_id=person_id,
            )

    def _put_tag(self, place: Place, body: str) -> None:
        self._db.execute(
            "DELETE FROM entry_tag WHERE entry_id = ? AND tag = ?", [place.row, place.path[0]]
        )
        if body.strip():
            self._db.execute(
                "INSERT OR IGNORE INTO entry_tag (entry_id, tag) VALUES (?, ?)",
                [place.row, body.strip()],
            )

    def _in_records(self) -> Iterator[Text]:
        for table, key in _RECORDS.items():
            with environment_errors():
                rows = self._db.execute(f"SELECT {key}, record FROM {table} ORDER BY {key}")  # noqa: S608
            for row_id, record in rows:
                for path, body, person_id in _strings(json.loads(record), (), None):
                    place = Place(table=table, row=row_id, column="record", path=path)
                    yield Text(place=place, body=body, person_id=person_id)

    def _put_in_record(self, place: Place, body: str) -> None:
        key = _RECORDS[place.table]
        [(record,)] = self._db.execute(
            f"SELECT record FROM {place.table} WHERE {key} = ?",  # noqa: S608
            [place.row],
        )
        root = json.loads(record)
        inside = root
        *way, last = place.path
        for step in way:
            inside = inside[step]
        inside[last] = body
        self._db.execute(
            f"UPDATE {place.table} SET record = ? WHERE {key} = ?",  # noqa: S608
            [json.dumps(root, ensure_ascii=False), place.row],
        )


def _strings(
    value: Any, path: _Path, person_id: int | None
) -> Iterator[tuple[_Path, str, int | None]]:
    """Every string in a record, its way there, and whom the part it stands in is about."""
    if isinstance(value, str) and value:
        yield path, value, person_id
    elif isinstance(value, dict):
        about = value.get("person_id", person_id)
        for key, inside in value.items():
            yield from _strings(inside, (*path, key), about)
    elif isinstance(value, list):
        for place, inside in enumerate(value):
            yield from _strings(inside, (*path, place), person_id)
