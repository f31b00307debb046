"""Draft: a reflection while it is being written, kept whole after every pause in typing.

A draft is the one thing in the domain that changes in place: each screen of the guide writes its
fields as the person types, and the store keeps it as one record. Finishing turns it into moments,
celebrations, doubts, plans and answers; an empty field leaves nothing behind.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import Any, Self

from journal_app.domain.celebration import Delivery
from journal_app.domain.intention import Aim, Ending
from journal_app.domain.moment import GrowthKind
from journal_app.domain.promise import PromiseState
from journal_app.domain.reflection import Hat
from journal_app.domain.step import Mode
from journal_app.domain.unmet import Offer


class _Part:
    """Reads itself back from the plain record that ``asdict`` made, unknown keys passed over."""

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        known = {f.name for f in fields(cls) if f.init}  # type: ignore[arg-type]
        return cls(**{name: value for name, value in record.items() if name in known})


@dataclass(kw_only=True)
class PlanEnding(_Part):
    """What became of one of last week's plans, as far as it has been said."""

    intention_id: int
    ending: Ending | None = None
    note: str = field(default="", repr=False)
    carries_on: bool = False
    offer: Offer | None = None
    cue: str = field(default="", repr=False)
    act: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        self.ending = Ending(self.ending) if self.ending else None
        self.offer = Offer(self.offer) if self.offer else None


@dataclass(kw_only=True)
class PromiseEnding(_Part):
    """What became of one promise."""

    promise_id: int
    state: PromiseState = PromiseState.OPEN
    note: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        self.state = PromiseState(self.state)


@dataclass(kw_only=True)
class MomentDraft(_Part):
    """A moment being written; ``worry`` sends it to the fading place instead."""

    person_id: int | None = None
    situation: str = field(default="", repr=False)
    behaviour: str = field(default="", repr=False)
    impact: str = field(default="", repr=False)
    meaning: str = field(default="", repr=False)
    growth: GrowthKind | None = None
    worry: bool = False

    def __post_init__(self) -> None:
        self.growth = GrowthKind(self.growth) if self.growth else None

    @property
    def has_words(self) -> bool:
        """True once anything was written, whichever field it went to."""
        return any(
            text.strip() for text in (self.situation, self.behaviour, self.impact, self.meaning)
        )


@dataclass(kw_only=True)
class CelebrationDraft(_Part):
    """A celebration being built from the moment at place ``moment`` in the draft's list."""

    moment: int | None = None
    person_id: int | None = None
    situation: str = field(default="", repr=False)
    behaviour: str = field(default="", repr=False)
    impact: str = field(default="", repr=False)
    growing_in: str = field(default="", repr=False)
    joy: str = field(default="", repr=False)
    delivery: Delivery = Delivery.PRIVATE
    say_when: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        self.delivery = Delivery(self.delivery)

    @property
    def has_words(self) -> bool:
        """True once anything was written about what they did or what it meant."""
        return any(
            text.strip()
            for text in (self.situation, self.behaviour, self.impact, self.growing_in, self.joy)
        )


@dataclass(kw_only=True)
class IntentionDraft(_Part):
    """A plan being written."""

    person_id: int | None = None
    skill_id: str | None = None
    doubt_id: int | None = None
    good_looks_like: str = field(default="", repr=False)
    obstacle: str = field(default="", repr=False)
    cue: str = field(default="", repr=False)
    act: str = field(default="", repr=False)
    first_words: str = field(default="", repr=False)
    aim: Aim | None = None
    is_promise: bool = False
    promise_due: str = ""
    carried: int = 0
    carried_from: int | None = None

    def __post_init__(self) -> None:
        self.aim = Aim(self.aim) if self.aim else None

    @property
    def has_words(self) -> bool:
        """True once any part of the plan was written."""
        return any(
            text.strip()
            for text in (self.good_looks_like, self.obstacle, self.cue, self.act, self.first_words)
        )


@dataclass(kw_only=True)
class AnswerDraft(_Part):
    """The question a step asks in this draft, those shown before it, and the words so far."""

    prompt_id: str = ""
    prompt_text: str = field(default="", repr=False)
    body: str = field(default="", repr=False)
    shown: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class PlacingDraft(_Part):
    """The sentence picked for the last month, and what shows it; nothing until one is picked."""

    level: int = 0
    note: str = field(default="", repr=False)
    outside: str = field(default="", repr=False)
    evidence: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class ReflectionDraft:
    """Everything written in the guide for one week, and where the person was."""

    week_start: date
    mode: Mode | None = None
    place: str = "arrive"
    field_name: str = ""
    cursor: int = 0
    begun_on: date | None = None
    arrive_word: str = field(default="", repr=False)
    chips: list[str] = field(default_factory=list)
    clean_start: bool = False
    pages: list[str] = field(default_factory=list)
    pages_offered: list[str] = field(default_factory=list)
    nudges: list[str] = field(default_factory=list)
    plan_endings: list[PlanEnding] = field(default_factory=list)
    promise_endings: list[PromiseEnding] = field(default_factory=list)
    moments: list[MomentDraft] = field(default_factory=list)
    named: list[int] = field(default_factory=list)
    celebration: CelebrationDraft = field(default_factory=CelebrationDraft)
    hat: Hat | None = None
    doubt: str = field(default="", repr=False)
    doubt_skill: str | None = None
    doubt_id: int | None = None
    placing_skill: str | None = None
    placing: PlacingDraft = field(default_factory=PlacingDraft)
    experiment_skill: str | None = None
    experiment: str = field(default="", repr=False)
    experiment_taught: str = field(default="", repr=False)
    intentions: list[IntentionDraft] = field(default_factory=list)
    answers: dict[str, AnswerDraft] = field(default_factory=dict)
    free_writing: dict[str, str] = field(default_factory=dict, repr=False)
    used_seeds: list[int] = field(default_factory=list)
    dropped_seeds: list[int] = field(default_factory=list)

    def answer(self, step: str) -> AnswerDraft:
        """The answer of a step, made on first use."""
        return self.answers.setdefault(step, AnswerDraft())

    def was_answered(self, step: str) -> bool:
        """True when a step holds words, wherever on its screen they were written."""
        forms: dict[str, bool] = {
            "notice": any(moment.has_words for moment in self.moments),
            "celebrate": self.celebration.has_words,
            "leader": bool(self.doubt.strip()),
            "preview": any(plan.has_words for plan in self.intentions),
            "plan": any(ending.ending for ending in self.plan_endings),
            "month-place": bool(self.placing.level),
        }
        return bool(self.answer(step).body.strip()) or forms.get(step, False)

    @property
    def has_words(self) -> bool:
        """True when finishing would leave something to keep."""
        parts: list[MomentDraft | CelebrationDraft | IntentionDraft] = [
            *self.moments,
            self.celebration,
            *self.intentions,
        ]
        texts = [a.body for a in self.answers.values()]
        texts += [self.doubt, self.experiment_taught, *self.free_writing.values()]
        texts += [self.placing.note, self.placing.outside]
        texts += [plan.note for plan in self.plan_endings]
        texts += [promise.note for promise in self.promise_endings]
        return any(part.has_words for part in parts) or any(text.strip() for text in texts)

    @property
    def has_anything(self) -> bool:
        """True when anything was written or chosen that a finished week would show."""
        chosen = [ending.ending for ending in self.plan_endings]
        kept = [e.state is not PromiseState.OPEN for e in self.promise_endings]
        said = (self.hat, self.arrive_word, self.doubt_id, self.placing.level)
        return self.has_words or any([*said, *chosen, *kept])

    def to_record(self) -> dict[str, Any]:
        """A plain record of JSON types from which ``from_record`` makes the same draft."""
        record = asdict(self)
        record["week_start"] = self.week_start.isoformat()
        record["begun_on"] = self.begun_on.isoformat() if self.begun_on else None
        return record

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> "ReflectionDraft":
        """Read a draft back; keys of another version are passed over, missing ones are empty."""
        values: dict[str, Any] = {}
        for f in fields(cls):
            if f.name not in record:
                continue
            read = _READERS.get(f.name)
            values[f.name] = read(record[f.name]) if read else record[f.name]
        draft = cls(**values)
        if draft.mode is not None:
            draft.mode = Mode(draft.mode)
        draft.hat = Hat(draft.hat) if draft.hat else None
        return draft


def _each(part: type[_Part]) -> Any:
    return lambda records: [part.from_record(record) for record in records]


_READERS: dict[str, Any] = {
    "week_start": date.fromisoformat,
    "begun_on": lambda text: date.fromisoformat(text) if text else None,
    "plan_endings": _each(PlanEnding),
    "promise_endings": _each(PromiseEnding),
    "moments": _each(MomentDraft),
    "celebration": CelebrationDraft.from_record,
    "intentions": _each(IntentionDraft),
    "placing": PlacingDraft.from_record,
    "answers": lambda records: {k: AnswerDraft.from_record(v) for k, v in records.items()},
}
