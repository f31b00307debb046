"""Case 10: an import killed at any moment is all there or not there at all."""

import json
import os
import random
import signal
import time

import pytest

from journal_app.services.protection import ProtectionService
from tests.safety.conftest import CHEAP, PASSPHRASE

ENTRIES = 150
needs_fork = pytest.mark.skipif(os.name == "nt", reason="kill -9 and fork are of Unix")


def written(path, batch):
    entries = [
        {
            "title": f"Day {number}",
            "body": f"batch {batch} " + "quiet words " * 30,
            "date": f"2024-05-{number % 28 + 1:02}",
            "time": "09:00",
            "tags": ["#retro"],
        }
        for number in range(ENTRIES)
    ]
    path.write_text(json.dumps({"tags": {}, "entries": entries}))
    return path


def bring_in(folder, path, ready):
    """The child: opens the journal, says so, and imports until it is killed."""
    protection = ProtectionService(folder, kdf=CHEAP)
    journal = protection.unlock(PASSPHRASE)
    os.write(ready, b".")
    journal.importing.bring_in(path)
    os.write(ready, b"!")
    time.sleep(60)


@needs_fork
def test_case_10_of_60_killed_imports_each_is_whole_or_nothing(tmp_path):
    chance = random.Random(10)
    folder = tmp_path / "tend"
    protection = ProtectionService(folder, kdf=CHEAP)
    protection.create(PASSPHRASE)
    protection.close()
    outcomes = {"nothing": 0, "everything": 0}
    expected = 0
    # About as long as an import takes here and now: learnt on the way, so that the kills of a slow
    # or busy machine fall all over it too.
    about = 0.045
    for batch in range(60):
        path = written(tmp_path / "journal.json", batch)
        heard, ready = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                bring_in(folder, path, ready)
            finally:
                os._exit(1)
        os.close(ready)
        assert os.read(heard, 1) == b"."
        time.sleep(chance.random() * 2 * about)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        acknowledged = os.read(heard, 1) == b"!"
        os.close(heard)

        journal = protection.unlock(PASSPHRASE)
        journal.checking.check()
        new = len(journal.entries.items()) - expected
        assert new in {0, ENTRIES}
        assert new == ENTRIES or not acknowledged
        outcomes["everything" if new else "nothing"] += 1
        about *= 0.85 if new else 1.18
        # What was cut off comes whole the next time; what had come does not come again.
        report = journal.importing.bring_in(path)
        assert (report.new, report.duplicate) == (ENTRIES - new, new)
        expected += ENTRIES
        protection.close()
    assert min(outcomes.values()) > 3, outcomes
