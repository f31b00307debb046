"""Prints what each letter takes in the search of a journal, beside the bare query, as JSON."""

import json
import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget
from sqlcipher3 import dbapi2

from benchmarks.row import Reading, interleaved, reading_of
from journal_app.domain.query import read_query
from journal_app.paths import resources_dir
from journal_app.services.protection import ProtectionService
from journal_app.ui.search.palette import MOST_FOUND, Palette
from journal_app.ui.theme import Theme

TYPED = ("g", "gr", "gro", "growth", "quiet", "quiet question", "question the", "heron")
ROUNDS = 9


def bare(folder: Path) -> dbapi2.Connection:
    """The journal opened with its key and nothing else."""
    key = json.loads((folder / "journal.key").read_text(encoding="utf-8"))["slots"]["open"]["key"]
    connection = dbapi2.connect(str(folder / "journal.db"))
    connection.execute(f"PRAGMA key=\"x'{key}'\"")
    return connection


def asked(connection: dbapi2.Connection, text: str) -> list[object]:
    """The least that a search can be: the same words, in the same order, as many."""
    query = read_query(text)
    match = " ".join(f'"{term.text}"' + ("*" if term.beginning else "") for term in query.terms)
    order = "rowid DESC" if query.is_brief else "rank"
    return connection.execute(
        "SELECT rowid, snippet(words, 1, '', '', '…', 24) FROM words WHERE words MATCH ?"  # noqa: S608
        f" AND private = 'no' ORDER BY {order} LIMIT ?",
        [match, MOST_FOUND],
    ).fetchall()


def told(connection: dbapi2.Connection, text: str) -> None:
    """The same, with what an answer says of each besides its words: day, kind, person and title."""
    by_code: dict[int, list[int]] = {}
    for number, _ in asked(connection, text):  # type: ignore[misc]
        by_code.setdefault(number % 16, []).append(number // 16)
    for code, numbers in by_code.items():
        marks = ", ".join("?" * len(numbers))
        connection.execute(
            "SELECT ref, kind, happened_on, title, body, person_id, private FROM item"  # noqa: S608
            f" WHERE code = ? AND noun_id IN ({marks})",
            [code, *numbers],
        ).fetchall()


def main() -> None:
    """Type every text with its last letter measured, in turns with the bare query of it."""
    folder = Path(sys.argv[1])
    app = QApplication(sys.argv[:1])
    protection = ProtectionService(folder)
    journal = protection.open_unprotected()
    below = QWidget()
    below.resize(1280, 860)
    palette = Palette(
        Theme(app, resources_dir()),
        searching=journal.searching,
        entries=journal.entries,
        team=journal.team,
        week_of=journal.reflections.week_of,
        today=lambda: date(2026, 11, 25),
        parent=below,
    )
    below.show()
    palette.open_palette(())
    connection = bare(folder)
    loop = QEventLoop()
    palette.answered.connect(loop.quit)
    seen: dict[str, dict[str, float]] = {}
    for text in TYPED:

        def typed(text: str = text) -> Reading:
            palette.box.blockSignals(True)
            palette.box.setText(text[:-1])
            palette.box.blockSignals(False)

            def press() -> None:
                palette.box.setText(text)
                loop.exec()

            return reading_of(press)

        def held_up(text: str = text) -> Reading:
            palette.box.blockSignals(True)
            palette.box.setText(text[:-1])
            palette.box.blockSignals(False)
            taken = reading_of(lambda: palette.box.setText(text))
            loop.exec()
            return taken

        search = journal.searching.wanted(text, limit=MOST_FOUND)
        bare_query, floor, answer, key, hold = interleaved(
            lambda text=text: reading_of(lambda: asked(connection, text)),
            lambda text=text: reading_of(lambda: told(connection, text)),
            lambda search=search: reading_of(lambda: journal.searching.words(search)),
            typed,
            held_up,
            rounds=ROUNDS,
        )
        seen[text] = {
            "bare": bare_query.value,
            "floor": floor.value,
            "answer": answer.value,
            "key": key.value,
            "held": hold.value,
        }
    print(json.dumps(seen))
    connection.close()
    palette.hide()
    protection.close()


if __name__ == "__main__":
    main()
