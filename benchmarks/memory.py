"""Memory: what an open journal holds when it is idle, and whether an hour's use makes it grow."""

import json

from benchmarks.journals import SIZES, journal_of
from benchmarks.processes import last_line
from benchmarks.row import Reading, Row

ENTRIES = 5_200
SETTLED_AFTER = 15  # rounds in which every page and cache is filled for the first time
_CHILD = "benchmarks.children.memory_use"


def measure(_sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """Beside a bare window after the start; beside itself after an hour."""
    [bare] = map(Reading, json.loads(last_line(_CHILD, "bare")))
    with journal_of(ENTRIES) as folder:
        start, *later = map(Reading, json.loads(last_line(_CHILD, str(folder))))
    settled, end = later[SETTLED_AFTER], later[-1]
    return [
        Row(
            what="memory when idle",
            entries=ENTRIES,
            measured=start,
            floor=bare,
            more=60,
            unit="MiB",
        ),
        Row(
            what="memory after an hour's use",
            entries=ENTRIES,
            measured=end,
            floor=settled,
            ratio=1.05,
            unit="MiB",
        ),
    ]
