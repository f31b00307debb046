"""A program that writes a journal and says each entry it was told is kept; recorded, then cut."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import journal_app.store  # noqa: F401  (before anything imports sqlite_utils)
from journal_app.domain.entry import Entry
from journal_app.services import protection as protection_module
from journal_app.services.protection import ProtectionService
from journal_app.store.keys import Kdf
from tests.builders import an_entry

CHEAP = Kdf(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "four quiet words here"
FIRST, SECOND = 7, 3
LONG = 3  # this entry fills several pages


def body(number: int) -> str:
    """What entry ``number`` says, the same in the program and in the test."""
    return f"entry {number} " + "the quiet question that turned it " * (
        400 if number == LONG else 4
    )


def edited() -> str:
    """What the first entry says after it was changed."""
    return "entry 0, thought over " * 30


def say(words: str) -> None:
    os.write(1, words.encode() + b"\n")


def write(folder: Path, *, alone: bool, pause: Callable[[], object]) -> None:
    """Two evenings: seven entries and a change of the first, closed; then three more, closed."""
    protection_module.on_network = lambda _folder: alone  # type: ignore[assignment]
    protection = ProtectionService(folder, kdf=CHEAP)
    protection.create(PASSPHRASE)
    kept: list[Entry] = []

    def keep(number: int) -> None:
        journal = protection.journal
        assert journal is not None
        kept.append(journal.entries.write(an_entry(body(number))))
        say(f"saved {number}")
        pause()

    for number in range(FIRST):
        keep(number)
    assert protection.journal is not None
    say("editing")
    protection.journal.entries.change(replace(kept[0], body=edited()))
    say("edited")
    pause()
    protection.close()
    protection.unlock(PASSPHRASE)
    for number in range(FIRST, FIRST + SECOND):
        keep(number)
    protection.close()


if __name__ == "__main__":
    write(
        Path(sys.argv[1]),
        alone="alone" in sys.argv[2:],
        pause=sys.stdin.readline if "pausing" in sys.argv[2:] else lambda: None,
    )
