"""Recency: one thing from each third of a period, so that the last week is not all (T14)."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

T = TypeVar("T")


def from_each_third(
    things: Sequence[T], first: date, last: date, *, day: Callable[[T], date]
) -> list[T]:
    """T14: the things to show first, oldest first: the latest of each third that holds any."""
    length = max((last - first).days + 1, 1)
    latest: dict[int, T] = {}
    for thing in sorted(things, key=day):
        at = (day(thing) - first).days
        if 0 <= at < length:
            latest[at * 3 // length] = thing
    return [latest[third] for third in sorted(latest)]
