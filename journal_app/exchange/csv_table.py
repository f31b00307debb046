"""CSV: records as a table that a spreadsheet opens and never runs."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

COLUMNS = ("date", "kind", "person", "title", "body", "tags", "private")
# What a spreadsheet takes for the start of a formula, also in the wide forms of East Asian input.
_STARTS = tuple("=+-@\t\r\n＝＋－＠−")


def stream(records: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """A line of column names, then the records; every cell in quotes, UTF-8 with its mark."""
    yield "\ufeff".encode()
    yield _line(COLUMNS)
    for record in records:
        yield _line([_cell(record[column]) for column in COLUMNS])


def harmless(text: str) -> str:
    """The text with an apostrophe before it, where a spreadsheet would run it."""
    return f"'{text}" if text.lstrip(" \u00a0\u3000\ufeff\u200b").startswith(_STARTS) else text


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return harmless(" ".join(str(part) for part in value))
        case _:
            return harmless(str(value))


def _line(cells: Iterable[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL).writerow(cells)
    return line.getvalue().encode("utf-8", "replace")
