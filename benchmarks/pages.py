"""Pages: from the click to the painted page, the first time and every later one."""

import json

from benchmarks.journals import SIZES, journal_of
from benchmarks.processes import last_line
from benchmarks.row import Reading, Row, middle

MOST = 100


def measure(sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """The slowest page of each size, and every page of the largest."""
    rows = []
    for entries in sizes:
        with journal_of(entries) as folder:
            somebody = ["1"] if entries else []
            seen = json.loads(
                last_line("benchmarks.children.page_switches", str(folder), *somebody)
            )
        floor = middle([Reading(*one) for one in seen["floor"]])
        for name, taken in seen["pages"].items():
            first, *later = [Reading(*one) for one in taken]
            for what, measured in ((f"{name}: first", first), (f"{name}: again", middle(later))):
                if entries == max(sizes) or measured.value > MOST:
                    rows.append(
                        Row(what=what, entries=entries, measured=measured, floor=floor, most=MOST)
                    )
    return rows
