"""Trash: entries put away whole, to be brought back as they were or to go after their time."""

import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from journal_app.domain.entry import Entry, EntryKind
from journal_app.domain.errors import Refused
from journal_app.domain.template import Template
from journal_app.domain.version import Trashed
from journal_app.store.database import Database, environment_errors
from journal_app.store.entries import EntryRepository
from journal_app.store.rows import Rows


class TrashRepository:
    """Records in the ``trash`` table; what lies there is in no list, no search and no export."""

    def __init__(self, db: Database, entries: EntryRepository) -> None:
        self._db, self._entries = db, entries

    def put(self, entry: Entry, *, on: date) -> Trashed:
        """Move an entry here; its former versions stay with it."""
        record = json.dumps(asdict(entry), default=str, ensure_ascii=False)
        with environment_errors(), self._db.transaction():
            row = {"noun": "entry", "noun_id": entry.id, "record": record, "trashed_on": str(on)}
            row_id = self._db.table("trash").insert(row).last_pk
            self._db.execute("DELETE FROM entry WHERE id = ?", [entry.id])
        return Trashed(entry=entry, trashed_on=on, id=int(str(row_id)))

    def all(self) -> list[Trashed]:
        """What lies here, the latest first."""
        with environment_errors():
            rows = self._db.execute(
                "SELECT id, record, trashed_on FROM trash WHERE noun = 'entry' ORDER BY id DESC"
            )
        return [
            Trashed(entry=entry_of(json.loads(kept)), trashed_on=date.fromisoformat(on), id=row_id)
            for row_id, kept, on in rows
        ]

    def bring_back(self, trashed_id: int) -> Entry:
        """Put an entry back where it was, about whom it was if they are still known."""
        found = [trashed for trashed in self.all() if trashed.id == trashed_id]
        if not found:
            raise Refused("This is no longer in the trash.")
        entry = found[0].entry
        with environment_errors(), self._db.transaction():
            known = self._db.execute("SELECT 1 FROM person WHERE id = ?", [entry.person_id])
            if not known:
                entry = replace(entry, person_id=None)
            kept = self._entries.add(entry)
            self._db.execute("DELETE FROM trash WHERE id = ?", [trashed_id])
        return kept

    def forget_before(self, day: date) -> int:
        """Delete what was put here before a day, and all it said before."""
        with environment_errors(), self._db.transaction():
            rows = self._db.execute(
                "SELECT id, noun_id FROM trash WHERE trashed_on < ?", [day.isoformat()]
            )
            for row_id, entry_id in rows:
                self._db.execute("DELETE FROM trash WHERE id = ?", [row_id])
                self._db.execute(
                    "DELETE FROM revision WHERE noun = 'entry' AND noun_id = ?", [entry_id]
                )
        return len(rows)


class TemplateRepository:
    """One's own templates, in the ``template`` table."""

    def __init__(self, db: Database) -> None:
        self._rows = Rows(db, "template", Template)
        self.add = self._rows.add
        self.get = self._rows.get
        self.save = self._rows.save
        self.remove = self._rows.remove

    def all(self) -> list[Template]:
        """In the order they were made."""
        return self._rows.where(order_by="id")


def entry_of(record: dict[str, Any]) -> Entry:
    """The entry that a record tells of; one of another version is read as far as it is known."""
    return Entry(
        id=record.get("id"),
        happened_on=date.fromisoformat(record["happened_on"]),
        body=record.get("body", ""),
        # A former version that was emptied by an erasure still has to be an entry.
        title=record.get("title", "") or ("" if record.get("body", "").strip() else "…"),
        kind=EntryKind(record.get("kind", "note")),
        person_id=record.get("person_id"),
        tags=tuple(record.get("tags", ())),
        private=bool(record.get("private", False)),
        starred=bool(record.get("starred", False)),
        zone=record.get("zone", ""),
    )
