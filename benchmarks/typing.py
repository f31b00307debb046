"""Typing: from a key press to the painted letter, styled and spelled, beside a bare text edit."""

import json

from benchmarks.processes import last_line
from benchmarks.row import Reading, Row

WORDS = (150, 10_000)


def measure(_sizes: tuple[int, ...] = ()) -> list[Row]:
    """A short entry and a long one; how many others there are makes no difference."""
    rows = []
    for words in WORDS:
        floor, taken = json.loads(last_line("benchmarks.children.keys", str(words)))
        rows.append(
            Row(
                what=f"a key in an entry of {words:,} words",
                measured=Reading(*taken),
                floor=Reading(*floor),
                ratio=1.3,
            )
        )
    return rows
