"""Kills a process that writes, edits, backs up, restores, rekeys and erases, again and again.

    python -m tests.safety.killing FOLDER KILLS SEED

One process forks a worker for each round and kills it after a while drawn by chance; then it opens
the journal and holds it against what the worker had acknowledged. Prints a JSON summary.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from journal_app.domain.entry import Entry
from journal_app.domain.errors import WrongPassphrase
from journal_app.domain.item import Item
from journal_app.services.protection import ProtectionService
from journal_app.store.keys import Kdf

CHEAP = Kdf(memory_kib=64, iterations=1, lanes=1)
DAY = date(2026, 11, 20)
FIRST = "first words"
LONG = "a long evening of writing " * 40


class Ledger:
    """What was acknowledged, in a file of its own that is written before the next act begins."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("a+b", buffering=0)
        self._path = path

    def note(self, **fact: object) -> None:
        self._file.write(json.dumps(fact).encode() + b"\n")

    def facts(self) -> list[dict[str, Any]]:
        lines = self._path.read_bytes().split(b"\n")
        return [json.loads(line) for line in lines if line.endswith(b"}")]


def work(folder: Path, ledger: Ledger, passphrases: list[str], chance: random.Random) -> None:
    """Acts drawn by chance until the kill comes; each is noted before it begins and once done."""
    protection = ProtectionService(folder, kdf=CHEAP)
    unlock(protection, passphrases)
    journal = protection.journal
    assert journal is not None
    while True:
        act = chance.choices(
            ["save", "edit", "backup", "restore", "rekey", "erase"], [40, 20, 8, 5, 5, 5]
        )[0]
        number = chance.randrange(1 << 40)
        match act:
            case "save":
                body = f"{number} {LONG[: chance.randrange(len(LONG))]}"
                kept = journal.entries.write(Entry(happened_on=DAY, body=body))
                ledger.note(saved=kept.id, body=body)
            case "edit":
                if refs := list(notes(journal.entries.items())):
                    entry_id, body = int(chance.choice(refs)), f"{number} edited"
                    ledger.note(editing=entry_id, body=body)
                    journal.entries.change(Entry(happened_on=DAY, body=body, id=entry_id))
                    ledger.note(edited=entry_id, body=body)
            case "backup":
                holds = notes(journal.entries.items())
                ledger.note(backup=str(protection.backups.make().backup.path), holds=holds)
            case "restore":
                whole = [b for b in protection.backups.all() if b.whole]
                if whole:
                    path = chance.choice(whole).path
                    ledger.note(restoring=str(path))
                    protection.restoring.restore(path)
                    journal = protection.journal
                    assert journal is not None
                    ledger.note(restored=str(path))
            case "rekey":
                new = f"words {number}"
                ledger.note(rekeying=new)
                protection.keys.rekey(new)
                ledger.note(rekeyed=new)
            case "erase":
                person = journal.team.welcome(f"Quirin{number}")
                about = Entry(happened_on=DAY, body=f"Quirin{number} led", person_id=person.id)
                journal.entries.write(about)
                ledger.note(erasing=f"Quirin{number}")
                journal.erasing.erase_person(person.id or 0)
                ledger.note(erased=f"Quirin{number}")


def notes(items: Iterable[Item]) -> dict[str, str]:
    """Entries by their ref; not those about people who are erased in the next moment."""
    return {i.ref: i.body for i in items if i.kind == "note" and "Quirin" not in i.body}


def unlock(protection: ProtectionService, passphrases: list[str]) -> str:
    """Open with whichever of these opens; exactly one does."""
    opened = []
    for passphrase in passphrases:
        try:
            protection.unlock(passphrase)
        except WrongPassphrase:
            continue
        opened.append(passphrase)
        if passphrase != passphrases[-1]:
            protection.lock()
    if len(opened) != 1:
        raise AssertionError(f"{len(opened)} passphrases open the journal")
    if protection.journal is None:
        protection.unlock(opened[0])
    return opened[0]


class Expected:
    """What the journal must hold: for each entry the bodies it may have, from the ledger."""

    def __init__(self) -> None:
        self.bodies: dict[str, set[str]] = {}
        self.backups: dict[str, dict[str, str]] = {}
        self.passphrases = [FIRST]
        self.restoring: str | None = None

    def read(self, facts: list[dict[str, Any]]) -> None:
        for fact in facts:
            match fact:
                case {"saved": ref, "body": body} | {"edited": ref, "body": body}:
                    self.bodies[str(ref)] = {body}
                case {"editing": ref, "body": body}:
                    self.bodies.setdefault(str(ref), set()).add(body)
                case {"backup": path, "holds": holds}:
                    self.backups[path] = holds
                case {"restoring": path}:
                    self.restoring = path
                case {"restored": path}:
                    self.bodies = {ref: {body} for ref, body in self._held(path).items()}
                    self.restoring = None
                case {"rekeying": new}:
                    self.passphrases.append(new)
                case {"rekeyed": new}:
                    self.passphrases = [new]

    def lost(self, found: dict[str, str]) -> list[str]:
        """What is missing or not as it was acknowledged."""
        lost = [ref for ref, bodies in self.bodies.items() if found.get(ref) not in bodies]
        if lost and self.restoring is not None:
            # Killed in a restore: the journal before it, or the backup, whole.
            held = self._held(self.restoring)
            lost = [ref for ref, body in held.items() if found.get(ref) != body]
        return lost

    def settle(self, found: dict[str, str], opened: str) -> None:
        """Go on from what was found."""
        self.bodies = {ref: {body} for ref, body in found.items()}
        self.passphrases, self.restoring = [opened], None

    def _held(self, path: str) -> dict[str, str]:
        return self.backups.get(path, {})


def round_of(folder: Path, ledger_path: Path, expected: Expected, chance: random.Random) -> str:
    """One worker, killed; then the check. Returns what it was killed in."""
    ledger_path.unlink(missing_ok=True)
    ledger = Ledger(ledger_path)
    seed = chance.random()
    child = os.fork()
    if child == 0:
        try:
            work(folder, ledger, list(expected.passphrases), random.Random(seed))
        except BaseException as error:
            sys.stderr.write(f"worker: {type(error).__name__}: {error}\n")
            raise
        finally:
            os._exit(1)
    time.sleep(0.01 + chance.random() * 0.12)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise AssertionError("the worker ended by itself")
    facts = ledger.facts()
    expected.read(facts)
    # Backups made by the restore, rekey or erasure itself are known by what they hold.
    protection = ProtectionService(folder, kdf=CHEAP)
    opened = unlock(protection, expected.passphrases)
    journal = protection.journal
    assert journal is not None
    journal.checking.check()
    found = notes(journal.entries.items())
    lost = expected.lost(found)
    if lost:
        raise AssertionError(f"lost or changed: {len(lost)} entries; last act {facts[-1:]}")
    for backup in protection.backups.all():
        if not backup.whole:
            raise AssertionError("a backup is there and cannot be read")
        if str(backup.path) not in expected.backups:
            look = protection.restoring.look(backup.path)
            expected.backups[str(backup.path)] = notes(look.items)
    left = (
        [p.name for p in (folder / "backups").glob(".*")] if (folder / "backups").exists() else []
    )
    if left:
        raise AssertionError("a half-made backup stayed after the next start")
    expected.settle(found, opened)
    protection.close()
    return next(iter(facts[-1])) if facts else "opening"


def main(folder: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    journal = folder / "tend"
    protection = ProtectionService(journal, kdf=CHEAP)
    protection.create(FIRST)
    protection.close()
    expected = Expected()
    killed: dict[str, int] = {}
    for _ in range(kills):
        act = round_of(journal, folder / "ledger", expected, chance)
        killed[act] = killed.get(act, 0) + 1
    entries = len(expected.bodies)
    print(json.dumps({"kills": kills, "lost": 0, "entries": entries, "after": killed}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
