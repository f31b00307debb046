"""Growth page: one person's line as pages to print, or as one long picture."""

from typing import Any

from journal_app.domain.growth_page import GrowthPage
from journal_app.exchange.greeting import BLOSSOM, paper_inks
from journal_app.exchange.prose import printable
from journal_app.exchange.typesetting import pictures, typeset

_INKS = {
    "ground": "bg",
    "ink": "ink",
    "quiet": "muted",
    "growth": "growth",
    "growth-pale": "growth_soft",
    "petal": "joy",
    "heart": "joy_ink",
}


def as_pdf(page: GrowthPage) -> bytes:
    """The line on A4 pages."""
    return typeset("growth", _record(page, long=False), stand_in=BLOSSOM)


def as_png(page: GrowthPage, *, dots_per_inch: float = 150) -> bytes:
    """The line as one picture, as long as it is."""
    record = _record(page, long=True)
    return pictures("growth", record, stand_in=BLOSSOM, dots_per_inch=dots_per_inch)[0]


def _record(page: GrowthPage, *, long: bool) -> dict[str, Any]:
    inks = paper_inks()
    return {
        "title": printable(page.title),
        "over": printable(page.over),
        "foot": printable(page.foot),
        "language": page.language,
        "long": long,
        "colors": {name: inks[token] for name, token in _INKS.items()},
        "points": [
            {
                "day": point.day,
                "text": printable(point.text),
                "note": printable(point.note),
                "heading": point.heading,
                "kind": "blossom" if point.blossom else "leaf",
            }
            for point in page.points
        ],
    }
