"""Leading: one's own months seen from afar: hats in words, and moments one was glad to lead."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from journal_app.domain.reflection import Hat
from journal_app.guidance.loader import Guidance
from journal_app.store.nouns import Nouns

_JOY = "J"  # the questions about joy begin with this letter
_SAME = 2  # a month leans to a hat that was worn in two of three weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class HatMonth:
    """The hat a month mostly asked for; ``both`` when it leant to neither."""

    month: date
    hat: Hat


@dataclass(frozen=True, slots=True, kw_only=True)
class Joy:
    """One moment the leader was glad to lead, in their own words."""

    on: date
    text: str = field(repr=False)
    asked: str = field(default="", repr=False)


class LeadingService:
    """Looks back on the leader alone."""

    def __init__(self, nouns: Nouns, guidance: Guidance) -> None:
        self._nouns = nouns
        self._joy = [prompt.id for prompt in guidance.prompts if prompt.id.startswith(_JOY)]

    def hats(self) -> list[HatMonth]:
        """The hats month by month, oldest first; months without a word are left out."""
        months: dict[date, list[Hat]] = {}
        for reflection in reversed(self._nouns.reflections.newest()):
            if reflection.hat is not None:
                months.setdefault(reflection.week_start.replace(day=1), []).append(reflection.hat)
        return [HatMonth(month=month, hat=_mostly(hats)) for month, hats in months.items()]

    def joys(self) -> list[Joy]:
        """Answers about joy and the joy beside celebrations, newest first."""
        answered = [
            Joy(on=week, text=answer.body.strip(), asked=answer.prompt_text)
            for week, answer in self._nouns.reflections.answers_to(self._joy)
        ]
        felt = [
            Joy(on=celebration.happened_on, text=celebration.joy.strip())
            for celebration in self._nouns.celebrations.with_joy()
            if celebration.joy.strip()
        ]
        return sorted(answered + felt, key=lambda joy: joy.on, reverse=True)

    def celebrated_days(self) -> list[date]:
        """The days on which one celebrated, whomever: the leader's own dots."""
        return self._nouns.celebrations.days()


def _mostly(hats: Sequence[Hat]) -> Hat:
    for hat in (Hat.EXPERT, Hat.LEADER):
        if hats.count(hat) * 3 >= len(hats) * _SAME:
            return hat
    return Hat.BOTH
