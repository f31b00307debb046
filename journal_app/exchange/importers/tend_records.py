"""Tend's own archive."""

from collections.abc import Iterator

from journal_app.domain.finding import Found, Wishes
from journal_app.exchange.sources import Source


def recognises(_source: Source) -> bool:
    """Soon."""
    return False


def read(_source: Source, _wishes: Wishes) -> Iterator[Found]:
    """Soon."""
    yield from ()
