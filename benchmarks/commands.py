"""Commands: what ``tend --version`` and ``tend search`` take from start to end."""

from functools import partial

from benchmarks.journals import SIZES, journal_of
from benchmarks.processes import ended
from benchmarks.row import Row, interleaved


def measure(sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """The version beside a bare Python, the search beside a bare query of the same words."""
    bare, version = interleaved(
        partial(ended, "-c", "pass"), partial(ended, "-m", "journal_app", "--version"), rounds=15
    )
    rows = [Row(what="tend --version", measured=version, floor=bare, ratio=3)]
    for entries in sizes:
        with journal_of(entries) as folder:
            query, search = interleaved(
                partial(ended, "-m", "benchmarks.children.bare_search", str(folder), "draft"),
                partial(ended, "-m", "journal_app", "search", "draft", "--data-dir", str(folder)),
                rounds=11,
            )
        row = Row(what="tend search", entries=entries, measured=search, floor=query, ratio=2)
        rows.append(row)
    return rows
