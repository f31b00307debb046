"""Progress: how long work says how far it is, and hears that it is no longer wanted."""

from collections.abc import Callable

Progress = Callable[[float], None]


class Cancelled(Exception):
    """Raised by a progress callback: the work stops, and leaves everything as it was."""


def unwatched(_part: float) -> None:
    """Nobody looks on."""
