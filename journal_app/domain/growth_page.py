"""Growth page: what of one person's line leaves the journal as a page or a picture."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePoint:
    """One sentence of the line; ``heading`` stands over the first of a season."""

    day: str
    text: str = field(repr=False)
    note: str = field(default="", repr=False)
    heading: str = ""
    blossom: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthPage:
    """The line, and the words over and under it. Plans, promises and worries are never on it."""

    title: str = field(repr=False)
    over: str = field(default="", repr=False)
    foot: str = ""
    points: Sequence[PagePoint] = ()
    language: str = "en"
