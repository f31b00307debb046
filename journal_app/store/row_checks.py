"""Row checks: whether values from outside make a row that this journal can read again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from journal_app.domain.celebration import Celebration
from journal_app.domain.doubt import Doubt
from journal_app.domain.entry import Entry
from journal_app.domain.experiment import ExperimentTry
from journal_app.domain.focus import Focus
from journal_app.domain.intention import Intention
from journal_app.domain.measure import Measure
from journal_app.domain.moment import Moment
from journal_app.domain.own_word import OwnWord
from journal_app.domain.person import PersonState
from journal_app.domain.placing import Placing
from journal_app.domain.promise import Promise
from journal_app.domain.reflection import Answer, Reflection
from journal_app.domain.seed import Seed
from journal_app.domain.share import KnownWord
from journal_app.domain.template import Template
from journal_app.domain.worry import Worry
from journal_app.store.rows import can_be


@dataclass(frozen=True, kw_only=True)
class _PersonRow:
    name: str
    state: PersonState

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a person needs a name")


@dataclass(frozen=True, kw_only=True)
class _PromptRow:
    week_start: date
    step: str
    prompt_id: str
    answered: str


# table -> what its rows have to be, or no list could be shown any more
NOUNS: dict[str, type] = {
    "answer": Answer,
    "celebration": Celebration,
    "doubt": Doubt,
    "entry": Entry,
    "experiment_try": ExperimentTry,
    "focus": Focus,
    "intention": Intention,
    "known_word": KnownWord,
    "measure": Measure,
    "moment": Moment,
    "own_word": OwnWord,
    "person": _PersonRow,
    "placing": Placing,
    "promise": Promise,
    "reflection": Reflection,
    "seed": Seed,
    "shown_prompt": _PromptRow,
    "template": Template,
    "worry": Worry,
}
_DAYS = ("_on", "week_start", "since", "until")
_FIRST, _LAST = date(1, 1, 8), date(9999, 12, 24)


def reason_against_values(noun: str, values: Mapping[str, Any]) -> str:
    """Why these values make no row of this table; an empty text when they do."""
    for name, value in values.items():
        if isinstance(value, bool) or not isinstance(value, str | int | None):
            return f"its {name} is of the wrong kind"
        if isinstance(value, int) and abs(value) >= 1 << 63:
            return f"its {name} is larger than numbers are"
        if value and name.endswith(_DAYS) and not _is_day(value):
            return f"its {name} is no day"
    return "" if can_be(NOUNS[noun], values) else "a field of it cannot be read"


def is_fact(name: str, value: object) -> bool:
    """True when this can be a setting of the journal of this name."""
    if name.endswith(("_since", "_on")):
        return _is_day(value)
    if name == "first_weekday":
        return value in {"0", "1", "2", "3", "4", "5", "6"}
    return isinstance(value, str) and len(value) < 200


def _is_day(value: object) -> bool:
    try:
        return _FIRST <= date.fromisoformat(str(value)) <= _LAST and len(str(value)) == 10
    except ValueError:
        return False
