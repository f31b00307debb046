"""Prints the memory a window holds, in MiB: after the start, and after an hour's use in short."""

import gc
import json
import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

ROUNDS = 60  # one a minute


def held() -> float:
    """What the process holds for itself alone, without the libraries it shares with others."""
    text = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    fields = dict(line.split(":", 1) for line in text.splitlines()[1:])
    return sum(int(fields[name].split()[0]) for name in ("Private_Clean", "Private_Dirty")) / 1024


def settle() -> None:
    """Paint, and let go of what was let go of."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    gc.collect()


def bare() -> None:
    """A window of Qt."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Tend"))
    window.resize(1280, 860)
    window.show()
    settle()
    print(json.dumps([held()]))
    app.quit()


def tend(folder: str) -> None:
    """The journal opened, then written, searched and looked through again and again."""
    from journal_app.app import open_window

    QApplication(sys.argv[:1])
    window = open_window(Path(folder), today=lambda: date(2026, 11, 25))
    window.show()
    settle()
    seen = [held()]
    workspace = window.workspace
    if workspace is None:
        raise SystemExit("the journal did not open")
    for number in range(ROUNDS):
        for name in workspace.rail.buttons:
            if workspace.rail.buttons[name].isCheckable():
                workspace.open(name)
                settle()
        workspace.open_entry(None)
        QTest.keyClicks(workspace.pages["entry"].area, f"A quiet week, number {number}.")
        workspace.open_person(1)
        workspace.open_this_week()
        settle()
        workspace.open_search()
        search = workspace.pages["search"]
        search.box.setText("draft")
        search.refresh()
        settle()
        seen.append(held())
    print(json.dumps(seen))
    window.close()


if __name__ == "__main__":
    bare() if sys.argv[1:] == ["bare"] else tend(sys.argv[1])
