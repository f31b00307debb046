"""Step: one place of the weekly guide."""

from enum import StrEnum


class Mode(StrEnum):
    """The versions of the guide."""

    FULL = "full"
    SHORT = "short"
    HARD = "hard"
