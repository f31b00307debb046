"""Exchange: an import beside bare inserts, an export beside a bare read, and what one holds."""

import json
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from benchmarks.journals import SIZES, journal_of
from benchmarks.processes import last_line
from benchmarks.row import Reading, Row, interleaved, reading_of
from journal_app.domain.share import NameStyle
from journal_app.services.protection import ProtectionService
from journal_app.services.selection import Selection

ENTRIES, LARGE = 5_200, 52_000
ON_PAGES = 520  # more is refused on pages
BUDGETS: dict[str, float | None] = {"md": 3, "html": 5, "json": None, "zip": None}
_BODY = "asked the quiet question that turned the meeting and the customer stayed calm " * 6
_TABLES = ("entry", "entry_tag", "moment", "celebration", "intention", "answer", "reflection")
_TAGS = ("@retro", "@growth")
_EVERYTHING = Selection(include_private=True)


def measure(_sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """5,200 entries in and out, and the most memory that 52,000 take on their way out."""
    with tempfile.TemporaryDirectory(prefix="tend-bench-") as folder:
        path = _written(Path(folder) / "journal.json")
        bare, brought = interleaved(
            partial(_fresh, Path(folder), _insert),
            partial(_fresh, Path(folder), _bring, path),
            rounds=5,
        )
    rows = [Row(what="import", entries=ENTRIES, measured=brought, floor=bare, ratio=5)]
    with journal_of(ENTRIES) as journal, tempfile.TemporaryDirectory() as shelf:
        protection = ProtectionService(journal)
        protection.open_unprotected()
        read, *forms = interleaved(
            lambda: reading_of(partial(_read, protection)),
            *(partial(_exported, protection, form, Path(shelf)) for form in BUDGETS),
            rounds=5,
        )
        protection.close()
    for (form, ratio), reading in zip(BUDGETS.items(), forms, strict=True):
        what = f"export as {form}"
        rows.append(Row(what=what, entries=ENTRIES, measured=reading, floor=read, ratio=ratio))
    with journal_of(ON_PAGES) as journal, tempfile.TemporaryDirectory() as shelf:
        protection = ProtectionService(journal)
        protection.open_unprotected()
        (pages,) = interleaved(partial(_exported, protection, "pdf", Path(shelf)), rounds=3)
        protection.close()
    rows.append(Row(what="export as pdf", entries=ON_PAGES, measured=pages))
    with journal_of(LARGE) as journal:
        for form in ("json", "zip", "folder", "md", "html"):
            most = float(last_line("benchmarks.children.export_memory", str(journal), form))
            what = f"memory of an export as {form}"
            row = Row(what=what, entries=LARGE, measured=Reading(most), most=300, unit="MiB")
            rows.append(row)
    return rows


def _written(path: Path) -> Path:
    entries = [
        {
            "title": f"Day {number}",
            "body": f"{number} {_BODY}",
            "date": (date(2010, 1, 1) + timedelta(days=number)).isoformat(),
            "time": "09:00",
            "tags": list(_TAGS),
        }
        for number in range(ENTRIES)
    ]
    path.write_text(json.dumps({"tags": {}, "entries": entries}), encoding="utf-8")
    return path


def _fresh(folder: Path, act: Callable[..., object], *arguments: object) -> Reading:
    """One act on a new journal."""
    with tempfile.TemporaryDirectory(dir=folder) as inside:
        protection = ProtectionService(Path(inside) / "journal")
        protection.create(None)
        reading = reading_of(partial(act, protection, *arguments))
        protection.close()
    return reading


def _insert(protection: ProtectionService) -> None:
    """The same rows, in one transaction, with nothing looked at."""
    db = protection._vault.database
    with db.transaction():
        for number in range(ENTRIES):
            day = (date(2010, 1, 1) + timedelta(days=number)).isoformat()
            db.execute(
                "INSERT INTO entry (happened_on, title, body) VALUES (?, ?, ?)",
                [day, f"Day {number}", f"{number} {_BODY}"],
            )
            for tag in _TAGS:
                db.execute("INSERT INTO entry_tag VALUES (?, ?)", [number + 1, tag[1:]])


def _bring(protection: ProtectionService, path: Path) -> None:
    assert protection.journal is not None  # noqa: S101 (it was opened a line before)
    protection.journal.importing.bring_in(path)


def _read(protection: ProtectionService) -> None:
    """Every row of every table, read at once."""
    db = protection._vault.database
    db.execute("SELECT * FROM item ORDER BY happened_on")
    for table in _TABLES:
        db.execute(f"SELECT * FROM {table}")  # noqa: S608


def _exported(protection: ProtectionService, form: str, shelf: Path) -> Reading:
    assert protection.journal is not None  # noqa: S101
    export = protection.journal.exporting.export
    return reading_of(
        partial(
            export, shelf / f"out.{form}", form=form, names=NameStyle.REAL, selection=_EVERYTHING
        )
    )
