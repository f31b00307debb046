"""Cases 1, 8, 10 to 13 and 99: killed at any moment, nothing that was acknowledged is lost."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journal_app.services.protection import ProtectionService
from journal_app.store.migrations import STEPS
from journal_app.store.migrations_runner import applied, migrate
from tests.builders import an_entry
from tests.safety.conftest import CHEAP, PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
needs_fork = pytest.mark.skipif(os.name == "nt", reason="kill -9 and fork are of Unix")


@needs_fork
@pytest.mark.parametrize("seed", [1, 2])
def test_case_01_08_12_13_and_99_of_250_kills_none_costs_an_acknowledged_word(tmp_path, seed):
    done = subprocess.run(
        [sys.executable, "-m", "tests.safety.killing", str(tmp_path), "250", str(seed)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    summary = json.loads(done.stdout.splitlines()[-1])
    assert (summary["kills"], summary["lost"]) == (250, 0)
    assert {"saved", "editing", "backup", "restoring", "rekeying", "erasing"} <= set(
        summary["after"]
    )


def add_columns(number):
    """A step that takes a while: a table, a column, and many rows rewritten."""

    def step(db):
        db.execute(f"CREATE TABLE later_{number} (id INTEGER PRIMARY KEY, body TEXT) STRICT")
        db.execute(f"INSERT INTO later_{number} SELECT id, body FROM entry")  # noqa: S608
        db.execute(f"ALTER TABLE later_{number} ADD COLUMN more TEXT NOT NULL DEFAULT ''")

    return (f"m{number:03d}_later", step)


@needs_fork
def test_case_11_a_kill_during_a_migration_is_ended_at_the_next_start(tmp_path):
    chance = random.Random(11)
    protection = ProtectionService(tmp_path / "tend", kdf=CHEAP)
    protection.create(PASSPHRASE)
    protection.journal.entries.write_all(an_entry(f"entry {n} " + "word " * 60) for n in range(400))
    protection.lock()
    steps = list(STEPS)
    for number in range(2, 22):
        steps.append(add_columns(number))
        child = os.fork()
        if child == 0:
            database = protection._vault.unlock(PASSPHRASE)
            migrate(database, steps, keep=protection.backups.keep_before_upgrade)
            time.sleep(60)
        time.sleep(0.005 + chance.random() * 0.05)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)

        database = protection._vault.unlock(PASSPHRASE)
        migrate(database, steps, keep=protection.backups.keep_before_upgrade)
        assert applied(database) == [name for name, _ in steps]
        counted = f"SELECT count(*), max(more) FROM later_{number}"  # noqa: S608
        assert database.execute(counted) == [(400, "")]
        protection.lock()
    kept = [b for b in protection.backups.all() if b.whole]
    assert kept
    assert {b.tally.items for b in kept} == {400}
