"""Starting: from the start of the process to the first painted, usable window."""

from functools import partial

from benchmarks.journals import SIZES, journal_of
from benchmarks.processes import painted
from benchmarks.row import Row, interleaved

BUDGET = 1.6


def measure(sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """The lock, and the first page of a journal whose key is given, beside a window of Qt."""
    rows = []
    for entries in sizes:
        with journal_of(entries, protected=True) as locked, journal_of(entries) as opened:
            floor, lock, week = interleaved(
                partial(painted, "floor"),
                partial(painted, "--data-dir", str(locked)),
                partial(painted, "--data-dir", str(opened)),
                rounds=11,
            )
        for what, measured in (("start to the lock", lock), ("start to This week", week)):
            row = Row(what=what, entries=entries, measured=measured, floor=floor, ratio=BUDGET)
            rows.append(row)
    return rows
