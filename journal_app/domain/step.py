"""Step: one place of the weekly guide, and the versions of the guide it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Mode(StrEnum):
    """The versions of the guide."""

    FULL = "full"
    SHORT = "short"
    HARD = "hard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A screen of the guide. ``minutes`` names the versions it is part of and its share of each.

    ``page`` is the longer look it belongs to, ``monthly`` or ``quarterly``; ``ahead`` is true for
    a screen that looks at what comes, not at what was. ``others`` may be asked instead of a fixed
    ``prompt_id``, by whoever wants another question.
    """

    id: str
    name: str
    title: str
    question: str
    minutes: Mapping[Mode, float] = field(default_factory=dict)
    prompt_id: str = ""
    others: tuple[str, ...] = ()
    page: str = ""
    ahead: bool = False
