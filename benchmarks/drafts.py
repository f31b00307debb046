"""Drafts: a week being written made durable, beside a bare commit of the same text."""

import json
from functools import partial
from itertools import count
from pathlib import Path

from sqlcipher3 import dbapi2

from benchmarks.journals import SIZES, TODAY, journal_of
from benchmarks.row import Row, interleaved, reading_of
from journal_app.services.protection import ProtectionService

KEPT_AT_ONCE = 20  # one alone is too short to be told apart from what else the disk does


def measure(sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """A draft of a thousand words."""
    rows = []
    for entries in sizes:
        with journal_of(entries) as folder:
            rows.append(_row(folder, entries))
    return rows


def _row(folder: Path, entries: int) -> Row:
    protection = ProtectionService(folder)
    journal = protection.open_unprotected()
    draft = journal.reflections.open_draft(journal.reflections.week_of(TODAY), on=TODAY)
    draft.free_writing["notice"] = "quiet " * 1_000
    bare = _bare_connection(folder.parent / "bare.db", folder)
    text = json.dumps(draft.to_record(), ensure_ascii=False)

    numbers = count()

    def commit() -> None:
        bare.execute("INSERT OR REPLACE INTO draft VALUES ('week', ?, ?)", [text, next(numbers)])

    def keep() -> None:
        draft.arrive_word = str(next(numbers))
        journal.reflections.keep(draft)

    floor, measured = interleaved(
        partial(reading_of, commit, times=KEPT_AT_ONCE),
        partial(reading_of, keep, times=KEPT_AT_ONCE),
    )
    bare.close()
    protection.close()
    return Row(what="draft saved", entries=entries, measured=measured, floor=floor, ratio=1.5)


def _bare_connection(path: Path, folder: Path) -> dbapi2.Connection:
    key = json.loads((folder / "journal.key").read_text(encoding="utf-8"))["slots"]["open"]["key"]
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{key}'\"")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(
        "CREATE TABLE draft (key TEXT PRIMARY KEY, record TEXT NOT NULL, saved_at TEXT) STRICT"
    )
    return connection
