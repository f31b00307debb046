"""Greeting: a celebration as a card to hand over, in one of three designs."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class GreetingDesign(StrEnum):
    """How a card is drawn."""

    SPRIG = "sprig"
    LETTER = "letter"
    BLOOM = "bloom"


class GreetingSize(StrEnum):
    """How large it is on paper."""

    POSTCARD = "postcard"
    LARGE = "large"
    SQUARE = "square"

    @property
    def millimetres(self) -> tuple[int, int]:
        """Width and height."""
        return {
            GreetingSize.POSTCARD: (148, 105),
            GreetingSize.LARGE: (210, 148),
            GreetingSize.SQUARE: (148, 148),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """The words of a card and how it looks. ``day`` is left out when it is None."""

    body: str = field(repr=False)
    name: str = field(default="", repr=False)
    signed: str = field(default="", repr=False)
    day: date | None = None
    design: GreetingDesign = GreetingDesign.SPRIG
    size: GreetingSize = GreetingSize.POSTCARD
