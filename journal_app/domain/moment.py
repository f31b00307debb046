"""Moment: growth the leader saw in someone, as a scene and what it changed."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from journal_app.domain.sentence import scene


class GrowthKind(StrEnum):
    """The kinds of growth a moment may show."""

    SKILL = "skill"
    CONFIDENCE = "confidence"
    INDEPENDENCE = "independence"
    HELPING = "helping"
    RECOVERING = "recovering"
    SPEAKING_UP = "speaking-up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A step someone took: situation, behaviour and impact, and apart from them its meaning."""

    person_id: int
    happened_on: date
    situation: str = field(default="", repr=False)
    behaviour: str = field(repr=False)
    impact: str = field(default="", repr=False)
    meaning: str = field(default="", repr=False)
    growth: GrowthKind | None = None
    reflection_id: int | None = None
    id: int | None = None

    def __post_init__(self) -> None:
        if not self.behaviour.strip():
            raise ValueError("a moment needs what was seen or heard")

    @property
    def sentence(self) -> str:
        """The moment as one running text: when, what was seen, what it changed."""
        return scene(self.situation, self.behaviour, self.impact)
