"""Every trigger is shown to fire, to rest and to stay silent; another process asks the same."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TRIGGERS = range(1, 17)
LIVED = """
import sys
from datetime import date

from journal_app.guidance.loader import load
from journal_app.services.journal import Journal
from journal_app.store.database import Database
from journal_app.store.migrations import STEPS
from journal_app.store.migrations_runner import migrate
from tests.weeks import Weeks

database = Database.in_memory()
migrate(database, STEPS)
database.execute("INSERT INTO setting (key, value) VALUES ('salt', 'the same')")
weeks = Weeks(Journal(database, load), date(2026, 3, 6))
people = [weeks.journal.team.welcome(name).id for name in ("Ana", "Ben", "Cleo")]
for week in range(12):
    draft = weeks.open()
    for step in ("plan", "notice", "celebrate", "leader", "preview"):
        weeks.ask(draft, step)
        weeks.journal.questions.another(draft, step, on=weeks.today)
        sys.stdout.write(" ".join([*draft.answer(step).shown, draft.answer(step).prompt_id]) + "|")
    weeks.finish(draft)
"""


@pytest.mark.parametrize("number", TRIGGERS)
def test_each_trigger_has_tests_of_its_own(number):
    tests = Path(__file__).parents[2].rglob("test_*.py")
    named = [
        name
        for path in tests
        for name in re.findall(r"^def (test_\w+)\(", path.read_text(encoding="utf-8"), re.M)
        if re.search(rf"_t{number}_", name)
    ]
    assert len(named) >= 2, named


def test_another_process_asks_the_same():
    asked = {
        subprocess.run(
            [sys.executable, "-c", LIVED],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            text=True,
        ).stdout
        for seed in ("1", "2", "77")
    }

    assert len(asked) == 1
    assert asked.pop().count("|") == 60
