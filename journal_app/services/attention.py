"""Attention: whom the leader has not noticed or thanked for a while, one person at a time."""

from datetime import date

from journal_app.domain import first_days
from journal_app.domain.attention import (
    QUIET_FOR,
    TILTED_AT,
    LastSeen,
    Since,
    first_to_celebrate,
    is_tilted,
    longest_unseen,
    nothing_given,
    since,
    unsaid,
)
from journal_app.domain.celebration import Celebration
from journal_app.domain.draft import ReflectionDraft
from journal_app.domain.person import Person
from journal_app.domain.week import Week
from journal_app.services.changes import Notify, Topic
from journal_app.services.pace import PaceService
from journal_app.store.nouns import Nouns


class AttentionService:
    """Marks at most one person, in words; counts nothing that could be shown."""

    def __init__(self, nouns: Nouns, pace: PaceService, notify: Notify) -> None:
        self._nouns = nouns
        self._pace = pace
        self._notify = notify

    def unnoticed(self, *, on: date) -> Person | None:
        """T1: the one person not noticed for longest; nobody before day 28 as a leader."""
        if not first_days.may_nudge_about_people(self._pace.day(on)):
            return None
        seen = LastSeen(days=self._nouns.moments.last_days(), begun_on=self._pace.begun_on())
        return longest_unseen(self._nouns.people.all(), seen, on=on, quiet=self._nouns.quiet.all())

    def unnoticed_this_week(self, week: Week, *, on: date) -> Person | None:
        """The same, as a page outside the guide shows it."""
        draft = ReflectionDraft(week_start=week.start)
        return self.unnoticed_in(draft, on=on)

    def unnoticed_in(self, draft: ReflectionDraft, *, on: date) -> Person | None:
        """The same, in one session: quiet in hard weeks and after gaps, and once written about."""
        if self._pace.is_quiet(draft, on=on):
            return None
        found = self.unnoticed(on=on)
        written = {m.person_id for m in draft.moments if m.has_words and not m.worry}
        return None if found is None or found.id in written else found

    def name(self, draft: ReflectionDraft, *, on: date) -> Person | None:
        """Whom this session names, kept in the draft: one person and no second one."""
        named = [person_id for person_id in draft.named if person_id]
        found = self.unnoticed_in(draft, on=on)
        if found is None or (named and found.id not in named):
            return None
        draft.named = [found.id or 0]
        return found

    def not_this_week(self, person_id: int, *, on: date) -> None:
        """Nothing to write about this person now: that is an answer, and rests for two weeks."""
        self._nouns.quiet.put(person_id, on + QUIET_FOR)
        self._notify(Topic.PEOPLE)

    def ask_again(self, person_id: int, *, on: date) -> None:
        """Take ``not_this_week`` back."""
        self._nouns.quiet.put(person_id, on)
        self._notify(Topic.PEOPLE)

    def last_noticed(self, *, week_start: date) -> dict[int, Since]:
        """When each person was last seen growing, as one of a few words' names."""
        days = self._nouns.moments.last_days()
        return {
            p.id or 0: since(days.get(p.id or 0), week_start=week_start)
            for p in self._nouns.people.all()
        }

    def is_tilted(self, person_id: int) -> bool:
        """T12: True when the last four notes about a person were all worries."""
        worries = self._nouns.worries.about(person_id)
        return len(worries) >= TILTED_AT and is_tilted(
            self._nouns.moments.about(person_id), worries
        )

    def unsaid(self, *, on: date) -> Celebration | None:
        """T13: the celebration that has waited ten days or more to be said."""
        return unsaid(self._nouns.celebrations.waiting(), on=on)

    def nothing_given(self, *, on: date) -> bool:
        """T13: True when no celebration reached anyone for three weeks."""
        recent = self._nouns.celebrations.newest()
        return nothing_given(recent, begun_on=self._pace.begun_on(), on=on)

    def first_to_celebrate(self, draft: ReflectionDraft) -> int | None:
        """The place of the moment to suggest: another person than last time, if there is one."""
        ready = [
            (place, moment.person_id)
            for place, moment in enumerate(draft.moments)
            if moment.has_words and moment.person_id and not moment.worry
        ]
        last = next(iter(self._nouns.celebrations.newest(1)), None)
        at = first_to_celebrate([who for _, who in ready], last.person_id if last else None)
        return None if at is None else ready[at][0]
