"""Imports: entries that came from elsewhere, each with the key that tells it from all others."""

import json
import math
from collections.abc import Mapping
from datetime import date
from typing import Any

from journal_app.domain.entry import Entry
from journal_app.domain.imported import Import
from journal_app.store.database import Database, environment_errors


class ImportRepository:
    """Imports in the ``import`` table, what each brought in ``imported``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def begin(self, form: str, on: date) -> int:
        """Note an import and return its id; inside the transaction that does it."""
        with environment_errors():
            [(import_id,)] = self._db.execute(
                "INSERT INTO import (form, imported_on) VALUES (?, ?) RETURNING id",
                [form, on.isoformat()],
            )
        return int(import_id)

    def known_keys(self) -> set[str]:
        """Every key under which something came; whether it is still there, ``place_of`` tells."""
        with environment_errors():
            return {str(key) for (key,) in self._db.execute("SELECT key FROM imported")}

    def place_of(self, key: str) -> tuple[str, int] | None:
        """The table and row that came under this key and is still there, or in the trash."""
        with environment_errors():
            rows = self._db.execute("SELECT noun, noun_id FROM imported WHERE key = ?", [key])
            for noun, noun_id in rows:
                if self._db.execute(f'SELECT 1 FROM "{noun}" WHERE id = ?', [noun_id]):  # noqa: S608
                    return str(noun), int(noun_id)
                if self._db.execute(
                    "SELECT 1 FROM trash WHERE noun = ? AND noun_id = ?", [noun, noun_id]
                ):
                    return str(noun), int(noun_id)
        return None

    def add_entry(
        self,
        import_id: int,
        entry: Entry,
        key: str,
        record: Mapping[str, Any],
        *,
        language: str = "",
    ) -> int:
        """Insert an entry with its tags and with what has no place in it."""
        with environment_errors():
            [(entry_id,)] = self._db.execute(
                "INSERT INTO entry"
                " (person_id, happened_on, zone, kind, title, body, private, starred)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                [
                    entry.person_id,
                    entry.happened_on.isoformat(),
                    entry.zone,
                    entry.kind.value,
                    entry.title,
                    entry.body,
                    "yes" if entry.private else "no",
                    "yes" if entry.starred else "no",
                ],
            )
            for tag in entry.tags:
                self._db.execute(
                    "INSERT OR IGNORE INTO entry_tag (entry_id, tag) VALUES (?, ?)", [entry_id, tag]
                )
            if language:
                self._db.execute(
                    "INSERT INTO entry_language (entry_id, language) VALUES (?, ?)",
                    [entry_id, language],
                )
            self.note(import_id, "entry", int(entry_id), key, record)
        return int(entry_id)

    def note(
        self, import_id: int, noun: str, noun_id: int, key: str, record: Mapping[str, Any]
    ) -> None:
        """Keep where a row came from; a key whose row has gone is free again."""
        with environment_errors():
            self._db.execute(
                "INSERT INTO imported (import_id, noun, noun_id, key, record)"
                " VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
                " import_id = excluded.import_id, noun = excluded.noun,"
                " noun_id = excluded.noun_id, record = excluded.record",
                [import_id, noun, noun_id, key, _text_of(record)],
            )

    def newest(self) -> list[Import]:
        """The imports of which something is still here, newest first."""
        with environment_errors():
            rows = self._db.execute(
                "SELECT import.id, form, imported_on, count(*) FROM import"
                " JOIN imported ON import_id = import.id"
                " GROUP BY import.id ORDER BY import.id DESC"
            )
        return [
            Import(id=int(row_id), form=form, on=date.fromisoformat(on), brought=int(count))
            for row_id, form, on, count in rows
        ]

    def take_back(self, import_id: int) -> int:
        """Remove what an import brought, newest first; return how many rows went.

        An entry that was changed since stays, and so does what others have come to lean on.
        """
        gone = 0
        with environment_errors(), self._db.transaction():
            rows = self._db.execute(
                "SELECT id, noun, noun_id FROM imported WHERE import_id = ? ORDER BY id DESC",
                [import_id],
            )
            for row_id, noun, noun_id in rows:
                if self._is_leant_on(noun, noun_id):
                    continue
                self._db.execute(f'DELETE FROM "{noun}" WHERE id = ?', [noun_id])  # noqa: S608
                self._db.execute("DELETE FROM imported WHERE id = ?", [row_id])
                gone += 1
            if not self._db.execute("SELECT 1 FROM imported WHERE import_id = ?", [import_id]):
                self._db.execute("DELETE FROM import WHERE id = ?", [import_id])
        return gone

    def _is_leant_on(self, noun: str, noun_id: int) -> bool:
        if noun == "entry":
            return bool(
                self._db.execute(
                    "SELECT 1 FROM revision WHERE noun = 'entry' AND noun_id = ?", [noun_id]
                )
            )
        tables = self._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return any(
            self._db.execute(
                f'SELECT 1 FROM "{table}" WHERE "{column}" = ? LIMIT 1',  # noqa: S608
                [noun_id],
            )
            for (table,) in tables
            for _, _, target, column, *_ in self._db.execute(f'PRAGMA foreign_key_list("{table}")')
            if target == noun
        )


def _text_of(record: Mapping[str, Any]) -> str:
    try:
        text = json.dumps(record, ensure_ascii=False, default=str, allow_nan=False)
    except ValueError:
        # JSON knows no number that is none or without end.
        text = json.dumps(_finite(record), ensure_ascii=False, default=str)
    # Half of a character, which no file holds, becomes a question mark.
    return text.encode("utf-8", "replace").decode()


def _finite(value: Any) -> Any:
    """The same with such numbers as words."""
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(inner) for inner in value]
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value
