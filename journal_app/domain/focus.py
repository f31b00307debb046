"""Focus: the one skill practised for some weeks."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """A skill in focus from one day until another, or still."""

    skill_id: str
    since: date
    until: date | None = None
    id: int | None = None
