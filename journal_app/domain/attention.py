"""Attention: whom the leader has not noticed, thanked or seen whole for a while (T1, T12, T13)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from journal_app.domain.celebration import Celebration
from journal_app.domain.moment import Moment
from journal_app.domain.person import Person, PersonState
from journal_app.domain.worry import Worry

UNNOTICED_AFTER = timedelta(days=21)
QUIET_FOR = timedelta(days=14)
UNSAID_AFTER = timedelta(days=10)
NOTHING_GIVEN_AFTER = timedelta(days=21)
TILTED_AT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class LastSeen:
    """When growth was last noticed in each person, and since when the journal could have."""

    days: Mapping[int, date]
    begun_on: date | None = None

    def of(self, person: Person) -> date | None:
        """The day from which this person's time unseen counts; None before the first session."""
        seen = self.days.get(person.id or 0)
        if seen is not None or self.begun_on is None:
            return seen
        return max(self.begun_on, person.joined_on or self.begun_on)


def longest_unseen(
    people: Sequence[Person], seen: LastSeen, *, on: date, quiet: Mapping[int, date]
) -> Person | None:
    """T1: the one active person not noticed for longest, if that is three weeks or more.

    ``quiet`` says until when each is not named. Whoever was named lately waits behind the others,
    so that everyone has a turn, also where the leader never answers.
    """
    waiting = [
        (max(day, quiet.get(person.id or 0, date.min + QUIET_FOR) - QUIET_FOR), person)
        for person in people
        if person.state is PersonState.ACTIVE and quiet.get(person.id or 0, on) <= on
        if not (person.joined_on and on - person.joined_on < UNNOTICED_AFTER)
        if (day := seen.of(person)) is not None and on - day >= UNNOTICED_AFTER
    ]
    return min(waiting, key=lambda pair: pair[0])[1] if waiting else None


def is_tilted(moments: Sequence[Moment], worries: Sequence[Worry]) -> bool:
    """T12: True when the last four notes on one person are all worries."""
    notes = [(m.happened_on, False) for m in moments] + [(w.noted_on, True) for w in worries]
    # On one day the worry counts as the earlier note: a kind word keeps the picture whole.
    last = sorted(notes, key=lambda note: (note[0], not note[1]))[-TILTED_AT:]
    return len(last) == TILTED_AT and all(is_worry for _, is_worry in last)


def unsaid(waiting: Sequence[Celebration], *, on: date) -> Celebration | None:
    """T13: the celebration that has waited longest to be said, if that is ten days or more."""
    old = [c for c in waiting if c.waits and on - c.happened_on >= UNSAID_AFTER]
    return min(old, key=lambda c: c.happened_on) if old else None


def nothing_given(celebrations: Sequence[Celebration], *, begun_on: date | None, on: date) -> bool:
    """T13: True when no celebration reached anyone for three weeks."""
    given = [c.given_on for c in celebrations if c.given_on is not None]
    last = max(given, default=begun_on)
    return last is not None and on - last >= NOTHING_GIVEN_AFTER


def first_to_celebrate(person_ids: Sequence[int], last: int | None) -> int | None:
    """The place of the moment to suggest: not the person celebrated last, if others are there."""
    others = [place for place, person_id in enumerate(person_ids) if person_id != last]
    return next(iter([*others, *range(len(person_ids))]), None)


class Since(StrEnum):
    """How long ago someone was noticed, in words; a count would become a mark."""

    THIS_WEEK = "this-week"
    LAST_WEEK = "last-week"
    FEW_WEEKS = "few-weeks"
    A_WHILE = "a-while"
    NOT_YET = "not-yet"


def since(day: date | None, *, week_start: date) -> Since:
    """Which words say when someone was last noticed, seen from this week."""
    if day is None:
        return Since.NOT_YET
    weeks = -((day - week_start).days // 7)
    if weeks <= 0:
        return Since.THIS_WEEK
    if weeks == 1:
        return Since.LAST_WEEK
    return Since.FEW_WEEKS if weeks <= 3 else Since.A_WHILE
