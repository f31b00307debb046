"""Prints what opening and painting each page takes, first and then again, as one line of JSON."""

import json
import sys
from collections.abc import Callable
from dataclasses import astuple
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from benchmarks.row import Reading, reading_of
from journal_app.app import open_window

PAGES = ("week", "journal", "people", "celebrations", "growth", "share", "search", "settings")
TURNS = 5


def switched(show: Callable[[], object], top: QWidget) -> Reading:
    """Milliseconds until a switch is laid out and painted."""

    def switch() -> None:
        show()
        QCoreApplication.sendPostedEvents()
        QApplication.processEvents()
        top.repaint()

    return reading_of(switch)


def empty_switches() -> list[Reading]:
    """What it takes where the pages are empty."""
    window = QStackedWidget()
    window.resize(1280, 860)
    pages = [QWidget(), QWidget()]
    for page in pages:
        window.addWidget(page)
    window.show()
    QApplication.processEvents()
    taken = [switched(lambda n=n: window.setCurrentWidget(pages[n % 2]), window) for n in range(11)]
    window.close()
    return taken


def main() -> None:
    """Open every page in turn, several times."""
    app = QApplication(sys.argv[:1])
    floor = empty_switches()
    window = open_window(Path(sys.argv[1]), today=lambda: date(2026, 11, 25))
    window.show()
    QApplication.processEvents()
    workspace = window.workspace
    if workspace is None:
        raise SystemExit("the journal did not open")
    opens = {name: partial(workspace.open, name) for name in PAGES}
    opens["guide"] = workspace.open_this_week
    if somebody := sys.argv[2:]:
        opens["person"] = partial(workspace.open_person, int(somebody[0]))
    taken: dict[str, list[Reading]] = {name: [] for name in opens}
    for _ in range(TURNS):
        for name, show in opens.items():
            taken[name].append(switched(show, window))
            # What a switch puts off is not part of the next one.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QApplication.processEvents()
    window.close()
    print(json.dumps({"floor": floor, "pages": taken}, default=astuple))
    app.quit()


if __name__ == "__main__":
    main()
