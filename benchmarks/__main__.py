"""Measure what was asked for and write the table: ``python -m benchmarks [PART ...]``."""

import argparse
import importlib
import importlib.metadata
import os
import platform
import sys
from datetime import date
from pathlib import Path

from benchmarks.journals import LARGEST, SIZES
from benchmarks.row import Row

PARTS = (
    "starting",
    "commands",
    "typing",
    "searching",
    "pages",
    "drafts",
    "exchange",
    "memory",
    "unlocking",
)
LATEST = Path(__file__).parent / "latest.md"
_VERSIONS = ("PySide6_Essentials", "sqlcipher3", "cryptography", "sqlite-utils")


def main() -> None:
    """Run the parts one after the other, print each row as it comes, write the whole table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--large", action="store_true", help=f"also with {LARGEST:,} entries")
    parser.add_argument("--note", default="", help="a line about how busy the machine was")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sizes = (*SIZES, LARGEST) if asked.large else SIZES
    rows: list[Row] = []
    for name in asked.parts or PARTS:
        if not (Path(__file__).parent / f"{name}.py").exists():
            print(f"{name}: nothing measures it yet", file=sys.stderr)
            continue
        measure = importlib.import_module(f"benchmarks.{name}").measure
        for row in measure(sizes):
            print(_line(row), flush=True)
            rows.append(row)
    if not asked.parts:
        LATEST.write_text(_page(rows, asked.note), encoding="utf-8")


def _line(row: Row) -> str:
    entries = "" if row.entries is None else f"{row.entries:,}"
    floor = "" if row.floor is None else f"{row.floor.value:.2f}"
    measured = f"{row.measured.value:.2f} {row.unit}"
    times, cpu = ("" if one is None else f"{one:.2f} x" for one in (row.times, row.cpu_times))
    kept = {True: "yes", False: "**no**", None: ""}[row.keeps]
    cells = (row.what, entries, floor, measured, times, cpu, row.budget, kept)
    return f"| {' | '.join(cells)} |"


def _page(rows: list[Row], note: str) -> str:
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _VERSIONS)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    lines = [
        "# Latest measurements",
        "",
        "Made by `make bench`. Medians, floor and measured in turns in the same run; the floor of",
        "each row is what the least program of its kind takes on the same machine.",
        "",
        f"{date.today().isoformat()}: {os.cpu_count()} cores, {memory:.0f} GiB, "
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, "
        f"{versions}, Qt without a screen.",
        *([note] if note else []),
        "",
        "| what | entries | floor | measured | ratio | of the processor | budget | kept |",
        "|---|---:|---:|---:|---:|---:|---|---|",
        *map(_line, rows),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
