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
    light: tuple[int, ...] = ()

    @property
    def by_lightness(self) -> tuple[Experiment, ...]:
        """The experiments, those that ask least first; ``light`` numbers these from 1."""
        first = [self.experiments[number - 1] for number in self.light]
        return (*first, *(e for e in self.experiments if e not in first))
