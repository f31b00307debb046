"""Placing: which of a skill's four sentences the leader would pick for the last month."""

from dataclasses import dataclass, field
from datetime import date

LEVELS = 4
AGAIN_AFTER_DAYS = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """One place on the road of one skill; never added up, never about anyone but the leader.

    ``evidence`` holds refs of items such as ``moment:3``; ``outside`` is what someone else saw.
    """

    skill_id: str
    placed_on: date
    level: int
    note: str = field(default="", repr=False)
    outside: str = field(default="", repr=False)
    evidence: tuple[str, ...] = ()
    reflection_id: int | None = None
    id: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.level <= LEVELS:
            raise ValueError("a placing is one of four sentences")

    @property
    def is_a_guess(self) -> bool:
        """True while nothing seen, tried or said by someone else stands under it."""
        return not self.evidence and not self.outside.strip()
