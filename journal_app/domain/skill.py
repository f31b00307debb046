"""Skill: one people skill, four sentences on its road, and small experiments to try."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """One small thing to try. Its id stays when its words are improved."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """A people skill. Levels are places on a road, from starting to passing it on; never a mark."""

    id: str
    name: str
    meaning: str
    levels: tuple[str, str, str, str]
    experiments: tuple[Experiment, ...]
