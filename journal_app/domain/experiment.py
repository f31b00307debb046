"""Experiment tries: what the leader tried for the focus skill, and what it taught."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentTry:
    """One try of a skill's experiment."""

    skill_id: str
    experiment: str = field(repr=False)
    tried_on: date
    taught: str = field(default="", repr=False)
    reflection_id: int | None = None
    id: int | None = None
