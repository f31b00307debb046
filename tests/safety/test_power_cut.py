"""Case 3: the power goes at any write, and every entry that was called saved is there, whole."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import pytest

from journal_app.domain.errors import JournalError
from journal_app.services.protection import ProtectionService
from tests.safety.power_writer import CHEAP, FIRST, PASSPHRASE, SECOND, body, edited
from tests.safety.recorded import Disk, Event, Replay, events, has_strace, trace

ROOT = Path(__file__).parents[2]
WRITER = [sys.executable, "-m", "tests.safety.power_writer"]


@dataclass
class Promised:
    """What the program had said when the power went."""

    saved: int = 0
    editing: bool = False
    edited: bool = False

    def hear(self, words: bytes) -> None:
        for line in words.decode().splitlines():
            if line.startswith("saved"):
                self.saved += 1
            self.editing = self.editing or line == "editing"
            self.edited = self.edited or line == "edited"

    def allows(self, bodies: list[str]) -> bool:
        """All that was called saved, at most the next one more, each in words it had."""
        if not self.saved <= len(bodies) <= self.saved + 1:
            return False
        firsts = {edited()} if self.edited else {body(0), edited()} if self.editing else {body(0)}
        later = [body(number) for number in range(1, len(bodies))]
        return not bodies or (bodies[0] in firsts and bodies[1:] == later)


def bodies_after(disk: Disk, folder: Path) -> list[str] | None:
    """What the journal says after the power came back; None when it says it cannot be opened."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    for name, content in disk.items():
        (folder / name).write_bytes(content)
    protection = ProtectionService(folder, kdf=CHEAP)
    try:
        journal = protection.unlock(PASSPHRASE)
        journal.checking.check()
        return [item.body for item in reversed(journal.entries.items())]
    except JournalError:
        return None
    finally:
        protection.close()


def states(recorded: list[Event]):
    """Every disk the run could have left, each with what had been promised by then."""
    replay, promised, seen = Replay(), Promised(), set()
    for number, event in enumerate(recorded):
        if event.call == "said":
            promised.hear(event.bytes)
        else:
            replay.take(event)
        now = replace(promised)
        for kind, disk in replay.disks(event):
            mark = hash((str(now), tuple(sorted(disk.items()))))
            if mark not in seen:
                seen.add(mark)
                yield f"{kind}, at {number}: {event.call} {event.name}", now, disk


@pytest.mark.parametrize("place", ["own", "alone"])
def test_case_03_a_power_cut_at_any_write_takes_nothing_that_was_called_saved(tmp_path, place):
    """``alone`` is how a journal is kept on a network share. TEND_CUTS=2000 tries every state."""
    if not has_strace():
        pytest.skip("strace, which records every write of a program, is not there or not allowed")
    folder = tmp_path / "tend"
    trace([*WRITER, str(folder), place], tmp_path / "log")
    recorded = events(tmp_path / "log", folder)
    logged = any(event.name.endswith("-wal") for event in recorded)
    assert logged is (place == "own"), "a log is kept, but not on a network share"

    found = list(states(recorded))
    step = -(-len(found) // int(os.environ.get("TEND_CUTS", "200")))
    begun, wrong = 0, []
    for number, (name, promised, disk) in enumerate(found):
        if number % step and not name.endswith(("sync journal.db", "sync journal.db-journal")):
            continue
        bodies = bodies_after(disk, tmp_path / "after")
        begun += promised.saved > 0
        # Before the first word was called saved, a journal that says it is not whole will do.
        if promised.saved and (bodies is None or not promised.allows(bodies)):
            wrong.append((name, promised, bodies and len(bodies)))
    assert begun > 100
    assert wrong == []


def test_case_03_a_log_torn_anywhere_in_its_newest_part_gives_back_all_that_was_saved(tmp_path):
    """The same for a machine without strace: the files as another program sees them."""
    folder, taken = tmp_path / "tend", []
    promised = Promised()
    with subprocess.Popen(
        [*WRITER, str(folder), "own", "pausing"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as writer:
        for line in writer.stdout:
            promised.hear(line)
            if line != b"editing\n":
                taken.append((replace(promised), files(folder)))
                writer.stdin.write(b"go on\n")
                writer.stdin.flush()
    assert promised.saved == FIRST + SECOND

    wrong = []
    for before, after in pairwise(taken):
        for name, disk in torn(before[1], after[1]):
            bodies = bodies_after(disk, tmp_path / "after")
            now = replace(before[0], editing=after[0].editing)
            if bodies is None or not now.allows(bodies):
                wrong.append((name, now, bodies and len(bodies)))
    assert wrong == []


def files(folder: Path) -> Disk:
    """What lies in the folder now; shared memory does not outlive a power cut."""
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith("-shm")
    }


def torn(before: Disk, after: Disk):
    """The later files with their log cut where it was growing, at each of twelve places."""
    log = "journal.db-wal"
    yield "nothing torn", before
    first, last = len(before[log]), len(after[log])
    if not after[log].startswith(before[log]) or before["journal.db"] != after["journal.db"]:
        return  # it was closed in between, and its log began anew
    for part in range(1, 12):
        end = first + (last - first) * part // 12
        yield f"cut at {end}", after | {log: after[log][:end]}
