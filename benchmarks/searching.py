"""Searching: from a key in the search to its answer on the screen, beside the bare FTS5 query."""

import json

from benchmarks.journals import SIZES, journal_of
from benchmarks.processes import last_line
from benchmarks.row import Reading, Row

RATIO = 2
A_FRAME = 16  # milliseconds in which nobody sees a difference


def measure(sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """Each text typed, by its last letter, and what that letter keeps the typing waiting.

    An answer is held against a bare query of the same rows with the same columns; the way from the
    key to the rows against the bare FTS5 query, though it also lays the rows out and paints.
    """
    with journal_of(max(sizes)) as folder:
        seen = json.loads(last_line("benchmarks.children.search_keys", str(folder)))
    rows = []
    for text, taken in seen.items():
        rows.append(
            Row(
                what=f"search: {text}, answered",
                entries=max(sizes),
                measured=Reading(taken["answer"], None),
                floor=Reading(taken["floor"], None),
                ratio=RATIO,
            )
        )
        # Painting the window is the same for every answer; below half a frame the query is less.
        quick = taken["bare"] * RATIO < A_FRAME
        rows.append(
            Row(
                what=f"search: {text}, from the key to the rows",
                entries=max(sizes),
                measured=Reading(taken["key"], None),
                floor=Reading(taken["bare"], None),
                ratio=None if quick else RATIO,
                more=A_FRAME if quick else None,
            )
        )
    held = max(taken["held"] for taken in seen.values())
    rows.append(
        Row(
            what="search: typing waits for a key",
            entries=max(sizes),
            measured=Reading(held, None),
            most=A_FRAME,
        )
    )
    return rows
