"""Starting: from the start of the process to the first painted, usable window."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.journals import SIZES, journal_of
from benchmarks.processes import painted
from benchmarks.row import Reading, Row, interleaved

BUDGET = 1.6


def measure(sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """The lock, and the first page of a journal whose key is given, beside a window of Qt."""
    rows = []
    for entries in sizes:
        with journal_of(entries, protected=True) as locked, journal_of(entries) as opened:
            floor, lock, week = interleaved(
                partial(painted, "floor"),
                _start(locked),
                _start(opened),
                rounds=11,
            )
        for what, measured in (("start to the lock", lock), ("start to This week", week)):
            row = Row(what=what, entries=entries, measured=measured, floor=floor, ratio=BUDGET)
            rows.append(row)
    return rows


def _start(folder: Path) -> Callable[[], Reading]:
    """As a person starts it, without a word after ``tend``, where the place can be lent."""
    if sys.platform != "linux":
        return partial(painted, "--data-dir", str(folder))
    folder.with_name("tend").symlink_to(folder)
    return partial(painted, XDG_DATA_HOME=str(folder.parent))
