"""Greeting: a card as a page or a picture at the size it is printed in."""

import tomllib
from typing import Any

from journal_app.domain.greeting import Greeting
from journal_app.exchange.prose import printable
from journal_app.exchange.typesetting import pictures, typeset
from journal_app.paths import resources_dir

PRINT_DOTS = 300
BLOSSOM = "\ue000"  # the template draws it as a small flower
_INKS = {
    "ground": "surface",
    "ink": "ink",
    "name": "joy_ink",
    "quiet": "muted",
    "panel": "joy_soft",
    "growth": "growth",
    "petal": "joy",
    "petal-pale": "joy_soft",
    "heart": "joy_ink",
    "accent": "accent",
    "line": "line",
}
_RIGHT_TO_LEFT = ("\u0590", "\u08ff")


def paper_inks() -> dict[str, str]:
    """The colours of paper by their token, for everything that is printed."""
    path = resources_dir() / "themes" / "paper.toml"
    return {n: str(v) for n, v in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def as_pdf(greeting: Greeting, *, day: str, language: str = "en") -> bytes:
    """The card as a page of its own size; ``day`` is written as the person's system writes it."""
    return typeset("card", _record(greeting, day, language), stand_in=BLOSSOM)


def as_png(
    greeting: Greeting, *, day: str, language: str = "en", dots_per_inch: float = PRINT_DOTS
) -> bytes:
    """The card as a picture."""
    record = _record(greeting, day, language)
    return pictures("card", record, stand_in=BLOSSOM, dots_per_inch=dots_per_inch)[0]


def _record(greeting: Greeting, day: str, language: str) -> dict[str, Any]:
    inks = paper_inks()
    width, height = greeting.size.millimetres
    return {
        "title": printable(greeting.name) or "Card",
        "language": language,
        "design": greeting.design.value,
        "width": width,
        "height": height,
        "name": printable(greeting.name.strip()),
        "body": [printable(line.strip()) for line in greeting.body.split("\n") if line.strip()],
        "signed": printable(greeting.signed.strip()),
        "day": day,
        "rtl": reads_from_the_right(greeting.body),
        "colors": {name: inks[token] for name, token in _INKS.items()},
    }


def reads_from_the_right(text: str) -> bool:
    """True for a text most of whose letters are of a script written from right to left."""
    letters = [char for char in text if char.isalpha()]
    first, last = _RIGHT_TO_LEFT
    return sum(first <= char <= last for char in letters) * 2 > len(letters)
