"""What speed comes from and a clock need not tell: code read, statements asked, widgets made."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks.journals import PASSPHRASE, TODAY, seed_into
from journal_app.app import open_window
from journal_app.store.database import Database

ROOT = Path(__file__).resolve().parents[2]
SMALL, LARGE = 400, 1_600
# What is read before the first window is painted: raise these only with a reason.
MODULES_FOR_THE_LOCK = 80
MODULES_FOR_THIS_WEEK = 150
WIDGETS_OF_THE_LOCK = 80
WIDGETS_OF_THIS_WEEK = 120
# How many statements a page may ask however long the journal is.
STATEMENTS_OF_A_PAGE = 150
HEAVY = {
    *("sqlite_utils", "markdown", "nh3", "docx", "lxml", "typst", "pyrage", "bs4", "markdownify"),
    *("keyring", "asyncio", "cryptography", "zoneinfo", "PySide6.QtPrintSupport"),
}
_SEEN = """
import json, sys
from datetime import date
from pathlib import Path
import journal_app.ui
from PySide6.QtWidgets import QApplication, QWidget
from journal_app.app import open_window
app = QApplication([])
window = open_window(Path(sys.argv[1]), today=lambda: date(2026, 11, 25))
window.show()
app.processEvents()
print(json.dumps({"modules": sorted(sys.modules), "widgets": len(window.findChildren(QWidget))}))
window.close()
"""


@pytest.fixture(scope="module", params=["lock", "week"])
def first_window(request, tmp_path_factory) -> tuple[str, dict]:
    """What a fresh process has read and made when its first window is painted."""
    folder = tmp_path_factory.mktemp("start") / "journal"
    seed_into(folder, SMALL, PASSPHRASE if request.param == "lock" else None)
    done = subprocess.run(
        [sys.executable, "-c", _SEEN, str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return request.param, json.loads(done.stdout.splitlines()[-1])


def test_the_first_window_reads_little_of_the_program(first_window):
    face, seen = first_window
    ours = [name for name in seen["modules"] if name.split(".")[0] == "journal_app"]

    most = {"lock": MODULES_FOR_THE_LOCK, "week": MODULES_FOR_THIS_WEEK}[face]
    assert len(ours) <= most, "read a page, or a service, when it is first asked for"


def test_the_first_window_needs_no_heavy_library(first_window):
    assert HEAVY & set(first_window[1]["modules"]) == set()


def test_the_first_window_makes_few_widgets(first_window):
    face, seen = first_window

    most = {"lock": WIDGETS_OF_THE_LOCK, "week": WIDGETS_OF_THIS_WEEK}[face]
    assert seen["widgets"] <= most


def test_no_page_is_read_that_is_not_shown(first_window):
    face, seen = first_window
    pages = {name for name in seen["modules"] if name.startswith("journal_app.ui.pages.")}

    also = set() if face == "lock" else {"journal_app.ui.pages.week_home_page"}
    assert pages == {"journal_app.ui.pages.lock_page"} | also


class Counted:
    """Counts the statements a database is asked."""

    def __init__(self, monkeypatch) -> None:
        self.number = 0
        asked = Database.execute

        def execute(db, sql, values=()):
            self.number += 1
            return asked(db, sql, values)

        monkeypatch.setattr(Database, "execute", execute)

    def during(self, act: Callable[[], object]) -> int:
        """How many an act asks, painting included."""
        before = self.number
        act()
        QApplication.processEvents()
        return self.number - before


def statements_by_page(folder: Path, counted: Counted) -> dict[str, int]:
    window = open_window(folder, today=lambda: TODAY)
    window.show()
    workspace = window.workspace
    asked = {}
    for name in workspace.page_names():
        if name not in {"person", "entry", "greeting", "held", "search"}:
            asked[name] = counted.during(lambda name=name: workspace.open(name))
    asked["person"] = counted.during(lambda: workspace.open_person(1))
    asked["guide of this week"] = counted.during(workspace.open_this_week)
    window.close()
    return asked


def test_a_page_asks_no_more_of_a_long_journal_than_of_a_short_one(tmp_path, qapp, monkeypatch):
    seed_into(tmp_path / "small", SMALL)
    seed_into(tmp_path / "large", LARGE)
    counted = Counted(monkeypatch)

    small = statements_by_page(tmp_path / "small", counted)
    large = statements_by_page(tmp_path / "large", counted)

    assert {name: n for name, n in large.items() if n > STATEMENTS_OF_A_PAGE} == {}
    # A page may ask again for what it shows; never once for each entry there is.
    assert {name: (small[name], n) for name, n in large.items() if n > small[name] + 20} == {}


def test_the_counting_itself_counts(tmp_path, qapp, monkeypatch):
    seed_into(tmp_path / "small", SMALL)
    counted = Counted(monkeypatch)

    asked = statements_by_page(tmp_path / "small", counted)

    assert all(number >= 0 for number in asked.values())
    assert asked["people"] > 0
