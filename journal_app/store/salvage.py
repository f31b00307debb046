"""Salvage: every row that can still be read of a damaged journal, put into a new one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from journal_app.domain.errors import DamagedJournal, JournalError
from journal_app.domain.progress import Progress, unwatched
from journal_app.store.database import Database, environment_errors
from journal_app.store.search_index import rebuild_search

# Parents first.
_TABLES = (
    *("setting", "person", "reflection", "answer", "shown_prompt", "moment", "worry"),
    *("celebration", "doubt", "intention", "promise", "experiment_try", "seed", "entry"),
    *("entry_tag", "draft", "revision", "placing", "measure", "focus", "quiet_person"),
    *("share_log", "known_word", "own_word", "entry_language", "trash", "template"),
)
_KEYED_BY = {"entry_tag": "entry_id", "entry_language": "entry_id"}
_ENOUGH_GAPS = 5000
_LOST_NAME = "Someone"
_PAD = (5, 8, 16, 32)  # quarters of its present length that a cut file may have had


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What came of it: rows saved, and rows that are there but cannot be read."""

    saved: int
    lost: int


def salvage(
    damaged: Path, look: Callable[[Path], Database], into: Database, progress: Progress = unwatched
) -> Salvaged:
    """Copy row by row out of ``damaged``, a copy one may change, into a new, migrated journal.

    A read that meets damage makes a connection useless: it is opened anew for the next row.
    """
    reader = _Reader(damaged, look)
    saved = lost = 0
    try:
        with environment_errors():
            into.execute("PRAGMA foreign_keys=OFF")
            with into.transaction():
                for number, table in enumerate(_TABLES, start=1):
                    ours = [row[1] for row in into.execute(f"PRAGMA table_info({table})")]
                    columns = reader.columns(table, ours)
                    for rows in reader.rows(table, columns):
                        if rows is None:
                            lost += 1
                            continue
                        saved += _put(into, table, columns, rows)
                    progress(number / len(_TABLES))
                lost += _mend_links(into)
                rebuild_search(into)
            into.execute("PRAGMA foreign_keys=ON")
    finally:
        reader.close()
    if not saved:
        raise DamagedJournal(
            "Nothing in this file can be read any more.",
            safe="It was not changed.",
            next_step="Restore a backup.",
        )
    return Salvaged(saved=saved, lost=lost)


class _Reader:
    """Reads single rows of a damaged file."""

    def __init__(self, path: Path, look: Callable[[Path], Database]) -> None:
        self._path, self._look = path, look
        self._db = self._opened()

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[list[tuple[Any, ...]] | None]:
        """The rows of a table by ascending key; None for each that is there and unreadable."""
        if not columns:
            return
        key = _KEYED_BY.get(table, "rowid")
        asked = f"SELECT {', '.join(columns)} FROM {table} WHERE {key} = ?"  # noqa: S608
        last = self._last(table, key)
        gap, number = 0, 0
        while number < last if last else gap < _ENOUGH_GAPS:
            number += 1
            rows = self._ask(asked, [number])
            gap = 0 if rows else gap + 1
            if rows is None or rows:
                yield rows

    def columns(self, table: str, ours: Sequence[str]) -> list[str]:
        """Those of our columns that the file has; a journal of an earlier version has fewer."""
        found = self._ask(f"PRAGMA table_info({table})", [])
        there = {row[1] for row in found} if found else set()
        return [column for column in ours if column in there or found is None]

    def close(self) -> None:
        self._db.close()

    def _last(self, table: str, key: str) -> int:
        for question, values in (
            ("SELECT seq FROM sqlite_sequence WHERE name = ?", [table]),
            (f"SELECT max({key}) FROM {table}", []),  # noqa: S608
        ):
            found = self._ask(question, values)
            if found and found[0][0]:
                return int(found[0][0])
        return 0

    def _ask(self, question: str, values: Sequence[object]) -> list[tuple[Any, ...]] | None:
        try:
            with environment_errors():
                return self._db.execute(question, values)
        except JournalError:
            self._db.close()
            self._db = self._look(self._path)
            return None

    def _opened(self) -> Database:
        """The file as it is, or, when it was cut short, with its lost end filled with nothing."""
        size = self._path.stat().st_size
        whole = size - size % 4096
        for quarters in (4, *_PAD):
            if quarters > 4 or whole != size:
                with self._path.open("r+b") as file:
                    file.truncate(whole * quarters // 4 // 4096 * 4096)
            try:
                return self._look(self._path)
            except JournalError:
                continue
        raise DamagedJournal("Nothing in this file can be read any more.", safe="Nothing changed.")


def _put(into: Database, table: str, columns: Sequence[str], rows: list[tuple[Any, ...]]) -> int:
    marks = ", ".join("?" * len(columns))
    saved = 0
    for row in rows:
        try:
            with environment_errors():
                into.execute(
                    f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})",  # noqa: S608
                    row,
                )
        except JournalError:
            continue
        saved += 1
    return saved


def _mend_links(into: Database) -> int:
    """Give people whose name is lost a stand-in, and cut every other link to what is lost."""
    lost = 0
    people = {
        parent
        for table in _TABLES
        for column, parent_table in _links(into, table)
        if parent_table == "person"
        for (parent,) in into.execute(
            f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL"  # noqa: S608
            f" AND {column} NOT IN (SELECT id FROM person)"
        )
    }
    for number, person_id in enumerate(sorted(people), start=1):
        name = _LOST_NAME if number == 1 else f"{_LOST_NAME} {number}"
        into.execute("INSERT INTO person (id, name) VALUES (?, ?)", [person_id, name])
    for table in _TABLES:
        for column, parent in _links(into, table):
            dangling = f"{column} IS NOT NULL AND {column} NOT IN (SELECT id FROM {parent})"  # noqa: S608
            needed = {row[1]: row[3] for row in into.execute(f"PRAGMA table_info({table})")}
            if needed[column]:
                gone = into.execute(f"DELETE FROM {table} WHERE {dangling} RETURNING 1")  # noqa: S608
                lost += len(gone)
            else:
                into.execute(f"UPDATE {table} SET {column} = NULL WHERE {dangling}")  # noqa: S608
    return lost


def _links(into: Database, table: str) -> list[tuple[str, str]]:
    return [(row[3], row[2]) for row in into.execute(f"PRAGMA foreign_key_list({table})")]
