"""Sheet: the preview of a 1:1 as a page to print."""

from typing import Any

from journal_app.domain.meeting import Sheet
from journal_app.exchange.greeting import BLOSSOM, paper_inks
from journal_app.exchange.prose import printable
from journal_app.exchange.typesetting import pictures, typeset

_INKS = {
    "ink": "ink",
    "quiet": "muted",
    "growth": "growth",
    "petal": "joy",
    "heart": "joy_ink",
    "line": "line",
}
PRINTER_DOTS = 220


def as_pdf(sheet: Sheet) -> bytes:
    """The sheet as an accessible PDF."""
    return typeset("sheet", _record(sheet), stand_in=BLOSSOM)


def as_pictures(sheet: Sheet) -> list[bytes]:
    """Its pages as pictures, for a printer."""
    return pictures("sheet", _record(sheet), stand_in=BLOSSOM, dots_per_inch=PRINTER_DOTS)


def _record(sheet: Sheet) -> dict[str, Any]:
    inks = paper_inks()
    return {
        "title": printable(sheet.title),
        "over": printable(sheet.over),
        "language": sheet.language,
        "colors": {name: inks[token] for name, token in _INKS.items()},
        "parts": [
            {
                "heading": printable(part.heading),
                "lines": [printable(line) for line in part.lines],
                "room": part.room,
            }
            for part in sheet.parts
        ],
    }
