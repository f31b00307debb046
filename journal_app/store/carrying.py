"""Carrying: every row of a journal on its way out and back in, told by keys and never by numbers.

A key is the same wherever a row goes, so that what comes home is known again. Tables and columns
are asked of the schema itself: what a later version adds is carried without a word here.
"""

import hashlib
import json
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from journal_app.domain.finding import Fact, Row
from journal_app.store.database import Database, environment_errors
from journal_app.store.imports import ImportRepository
from journal_app.store.items import CODES
from journal_app.store.row_checks import NOUNS, is_fact, reason_against_values

# What stays: drafts and former versions, what belongs to this computer, and what others rebuild.
_NOT_CARRIED = frozenset(
    {"draft", "revision", "setting", "migration", "import", "imported", "share_log", "trash"}
)
_FACTS = frozenset({"leading_since", "first_weekday", "focus_skill", "focus_since"})
_REFS = {"placing": "evidence"}
_TABLE_OF = {"": "entry", "plan": "intention"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What an entry has besides its words, tags and person, and what was kept with it."""

    key: str
    zone: str = ""
    is_marked: bool = False
    starred: bool = False
    language: str = ""
    kept: Mapping[str, Any] = field(default_factory=dict, repr=False)


class CarryingRepository:
    """Rows of every noun as keys and values, and put back as rows."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._imports = ImportRepository(db)
        self._columns: dict[str, dict[str, bool]] = {}
        self._own: dict[str, tuple[str, int]] | None = None
        self._same: dict[str, tuple[str, int]] = {}
        self._keys: dict[tuple[str, int], str] = {}
        self._kept_salt = ""

    def begin(self) -> None:
        """Forget which keys are whose: rows were written since."""
        self._own, self._same, self._keys = None, {}, {}

    def nouns(self) -> list[str]:
        """The tables that are carried, each after those it points to."""
        tables = self._db.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            " ORDER BY name"
        )
        waiting = [name for (name,) in tables if self._is_carried(name)]
        ordered: list[str] = []
        while waiting:
            ready = [t for t in waiting if set(self._points(t).values()) <= {*ordered, t}]
            ordered += ready
            waiting = [t for t in waiting if t not in ready]
        # What names others in its text comes after all of them.
        return sorted(ordered, key=lambda table: table in _REFS)

    def rows(self, noun: str) -> Iterator[tuple[int, Row]]:
        """Every row of a table with its number, in the order it was written."""
        columns, points = list(self._columns_of(noun)), self._points(noun)
        listed = ", ".join(f'"{column}"' for column in columns)
        self._learn_keys(noun)
        last = 0
        while True:
            with environment_errors():
                found = self._db.execute(
                    f'SELECT id, {listed} FROM "{noun}" WHERE id > ? ORDER BY id LIMIT 500',  # noqa: S608
                    [last],
                )
            for row_id, *values in found:
                told = dict(zip(columns, values, strict=True))
                yield int(row_id), self._row(noun, int(row_id), told, points)
            if not found:
                return
            last = int(found[-1][0])

    def key_of(self, noun: str, row_id: int) -> str:
        """The key of a row: the one it came with, or one of this journal's own."""
        if (noun, row_id) in self._keys:
            return self._keys[noun, row_id]
        with environment_errors():
            came = self._db.execute(
                "SELECT key FROM imported WHERE noun = ? AND noun_id = ?", [noun, row_id]
            )
        return str(came[0][0]) if came else _own_key(self._salt(), noun, row_id)

    def entries_beside(self, first: date, last: date) -> dict[int, Beside]:
        """What entries of a period have besides their words, by their numbers."""
        with environment_errors():
            rows = self._db.execute(
                "SELECT entry.id, zone, private, starred, language, key, record FROM entry"
                " LEFT JOIN imported ON noun = 'entry' AND noun_id = entry.id"
                " LEFT JOIN entry_language ON entry_id = entry.id"
                " WHERE happened_on BETWEEN ? AND ?",
                [first.isoformat(), last.isoformat()],
            )
        salt = self._salt()
        return {
            row_id: Beside(
                key=key or _own_key(salt, "entry", row_id),
                zone=zone,
                is_marked=private == "yes",
                starred=starred == "yes",
                language=language or "",
                kept=json.loads(record) if record else {},
            )
            for row_id, zone, private, starred, language, key, record in rows
        }

    def place_of(self, key: str) -> tuple[str, int] | None:
        """Where the row with this key is, whether it came from elsewhere or was written here."""
        if self._own is None:
            salt = self._salt()
            self._own = {
                _own_key(salt, noun, row_id): (noun, row_id)
                for noun in self.nouns()
                for (row_id,) in self._db.execute(f'SELECT id FROM "{noun}"')  # noqa: S608
            }
        return self._imports.place_of(key) or self._own.get(key) or self._same.get(key)

    def is_here(self, row: Row) -> bool:
        """True when this row is in the journal; someone of the same name is the same person."""
        if self.place_of(row.key):
            return True
        if row.noun != "person":
            return False
        wanted = _folded(row.values.get("name"))
        for person_id, name in self._db.execute("SELECT id, name FROM person"):
            if _folded(name) == wanted:
                self._same[row.key] = ("person", int(person_id))
                return True
        return False

    def reason_against(self, row: Row, coming: Collection[str]) -> str:
        """Why a row cannot be put back, given the keys that come with it; or an empty text."""
        if row.noun not in NOUNS or row.noun not in self.nouns():
            return "this version does not know what it is"
        columns, points = self._columns_of(row.noun), self._points(row.noun)
        values = {name: value for name, value in row.values.items() if name in columns}
        for name, needed in columns.items():
            if name in points:
                key = row.points.get(name, "")
                there = key in coming or self.place_of(key) is not None
            else:
                there = values.get(name) is not None
            if needed and not there:
                return f"it has no {name}"
        return reason_against_values(row.noun, values)

    def put_row(self, import_id: int, row: Row) -> int:
        """Insert a row that was found good; what it points to came before it."""
        columns = self._columns_of(row.noun)
        values = {name: value for name, value in row.values.items() if name in columns}
        for name in self._points(row.noun):
            key = row.points.get(name, "")
            place = self.place_of(key)
            values[name] = place[1] if place else None
        if column := _REFS.get(row.noun):
            values[column] = self._refs_in(str(values.get(column) or ""))
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" * len(values))
        with environment_errors():
            [(row_id,)] = self._db.execute(
                f'INSERT INTO "{row.noun}" ({names}) VALUES ({marks}) RETURNING id',  # noqa: S608
                list(values.values()),
            )
            self._imports.note(import_id, row.noun, int(row_id), row.key, {})
        return int(row_id)

    def facts(self) -> list[Fact]:
        """The settings that belong to the journal."""
        with environment_errors():
            rows = self._db.execute("SELECT key, value FROM setting ORDER BY key")
        return [Fact(name=key, value=value) for key, value in rows if key in _FACTS and value]

    def put_fact(self, fact: Fact) -> None:
        """Keep a setting of the journal, unless there is one."""
        if fact.name in _FACTS and is_fact(fact.name, fact.value):
            with environment_errors():
                self._db.execute(
                    "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING",
                    [fact.name, fact.value],
                )

    def _row(
        self, noun: str, row_id: int, values: dict[str, Any], points: Mapping[str, str]
    ) -> Row:
        keys = {
            column: self.key_of(target, int(values[column]))
            for column, target in points.items()
            if values[column] is not None
        }
        kept = {name: value for name, value in values.items() if name not in points}
        if column := _REFS.get(noun):
            kept[column] = self._refs_out(str(kept[column]))
        return Row(noun=noun, key=self.key_of(noun, row_id), values=kept, points=keys)

    def _refs_out(self, refs: str) -> str:
        told = []
        for ref in refs.split("\n"):
            word, _, number = ref.rpartition(":")
            if word in CODES and number.isdecimal():
                told.append(f"{word}:{self.key_of(_TABLE_OF.get(word, word), int(number))}")
        return "\n".join(told)

    def _refs_in(self, told: str) -> str:
        refs = []
        for one in told.split("\n"):
            word, _, key = one.rpartition(":")
            if word in CODES and (place := self.place_of(key)):
                refs.append(f"{word}:{place[1]}" if word else str(place[1]))
        return "\n".join(refs)

    def _learn_keys(self, noun: str) -> None:
        """Look up the keys of a table at once: rows of the next tables point to it."""
        with environment_errors():
            rows = self._db.execute(
                f'SELECT "{noun}".id, key FROM "{noun}" LEFT JOIN imported'  # noqa: S608
                f' ON noun = ? AND noun_id = "{noun}".id',
                [noun],
            )
        salt = self._salt()
        for row_id, key in rows:
            self._keys[noun, int(row_id)] = key or _own_key(salt, noun, int(row_id))

    def _salt(self) -> str:
        if not self._kept_salt:
            with environment_errors():
                found = self._db.execute("SELECT value FROM setting WHERE key = 'salt'")
            self._kept_salt = str(found[0][0]) if found else ""
        return self._kept_salt

    def _is_carried(self, table: str) -> bool:
        has_id = any(
            name == "id" for _, name, *_ in self._db.execute(f'PRAGMA table_info("{table}")')
        )
        return has_id and table not in _NOT_CARRIED

    def _columns_of(self, noun: str) -> dict[str, bool]:
        """The columns besides the id, and whether each must be there."""
        if noun not in self._columns:
            self._columns[noun] = {
                name: bool(needed) and default is None
                for _, name, _, needed, default, _ in self._db.execute(
                    f'PRAGMA table_info("{noun}")'
                )
                if name != "id"
            }
        return self._columns[noun]

    def _points(self, noun: str) -> dict[str, str]:
        return {
            column: target
            for _, _, target, column, *_ in self._db.execute(f'PRAGMA foreign_key_list("{noun}")')
        }


def _own_key(salt: str, noun: str, row_id: int) -> str:
    return hashlib.sha256(f"{salt}:{noun}:{row_id}".encode()).hexdigest()


def _folded(name: object) -> str:
    return unicodedata.normalize("NFC", str(name).strip().casefold())
