"""Reflections: the weekly guide from its first draft to a finished week, and the weeks before."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from journal_app.domain.celebration import Celebration
from journal_app.domain.doubt import Doubt
from journal_app.domain.draft import PlanEnding, PromiseEnding, ReflectionDraft
from journal_app.domain.experiment import ExperimentTry
from journal_app.domain.intention import Intention
from journal_app.domain.moment import Moment
from journal_app.domain.placing import Placing
from journal_app.domain.promise import Promise
from journal_app.domain.reflection import Reflection
from journal_app.domain.week import Week
from journal_app.services.changes import Notify, Topic
from journal_app.services.finishing import Finishing
from journal_app.store.database import Database
from journal_app.store.nouns import Nouns

OLD_DRAFT = timedelta(days=7)
_DRAFT = "reflection:"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage:
    """Everything one finished reflection left, to be read as a page.

    Doubts are given apart: they are shown on their own page and nowhere else.
    """

    reflection: Reflection
    week: Week
    moments: list[Moment] = field(repr=False)
    celebrations: list[Celebration] = field(repr=False)
    tries: list[ExperimentTry] = field(repr=False)
    plans: list[Intention] = field(repr=False)
    ended: list[Intention] = field(repr=False)
    promises: list[Promise] = field(repr=False)
    doubts: list[Doubt] = field(repr=False)
    placings: list[Placing] = field(default_factory=list, repr=False)


class ReflectionService:
    """Begins, keeps, finishes and shows weekly reflections."""

    def __init__(self, db: Database, nouns: Nouns, notify: Notify) -> None:
        self._nouns = nouns
        self._finishing = Finishing(db, nouns)
        self._notify = notify

    @property
    def first_weekday(self) -> int:
        """The day a week starts on, 0 for Monday."""
        return int(self._nouns.settings.get("first_weekday", "0"))

    def may_begin_weeks_otherwise(self) -> bool:
        """True until the first week is begun: what is written keeps the week it was written for."""
        begun = any(key.startswith(_DRAFT) for key in self._nouns.drafts.all_keys())
        return not begun and not self._nouns.reflections.newest(1)

    def begin_weeks_on(self, weekday: int) -> None:
        """Let weeks start on this day, 0 for Monday, while none is begun."""
        if self.may_begin_weeks_otherwise():
            self._nouns.settings.put("first_weekday", str(weekday))
            self._notify(Topic.SETTINGS)

    def week_of(self, day: date) -> Week:
        """The reflection week that holds this day."""
        return Week.of(day, self.first_weekday)

    # --- drafts ---

    def draft(self, week: Week) -> ReflectionDraft | None:
        """What was written for this week and not yet finished."""
        record = self._nouns.drafts.get(_DRAFT + week.start.isoformat())
        return ReflectionDraft.from_record(record) if record else None

    def open_draft(self, week: Week, *, on: date) -> ReflectionDraft:
        """The draft of this week, begun now if there is none; last week's plans lie in it."""
        draft = self.draft(week) or ReflectionDraft(week_start=week.start, begun_on=on)
        known = {ending.intention_id for ending in draft.plan_endings}
        draft.plan_endings += [
            PlanEnding(intention_id=plan.id or 0)
            for plan in self.plans_to_review(week)
            if plan.id not in known
        ]
        told = {ending.promise_id for ending in draft.promise_endings}
        draft.promise_endings += [
            PromiseEnding(promise_id=promise.id or 0)
            for promise in self._nouns.promises.open()
            if promise.id not in told
        ]
        return draft

    def keep(self, draft: ReflectionDraft) -> None:
        """Keep a draft; durable when this returns."""
        self._nouns.drafts.put(_DRAFT + draft.week_start.isoformat(), draft.to_record())
        self._notify(Topic.DRAFTS)

    def drop(self, draft: ReflectionDraft) -> None:
        """Throw a draft away, asked for by the person."""
        self._nouns.drafts.remove(_DRAFT + draft.week_start.isoformat())
        self._notify(Topic.DRAFTS)

    def old_drafts(self, today: date) -> list[ReflectionDraft]:
        """Drafts of weeks gone by that were left more than seven days ago, newest first."""
        this_week = self.week_of(today).start
        drafts = [
            ReflectionDraft.from_record(self._nouns.drafts.get(key) or {})
            for key in self._nouns.drafts.all_keys()
            if key.startswith(_DRAFT)
        ]
        old = [
            draft
            for draft in drafts
            if draft.week_start < this_week
            and today - (draft.begun_on or draft.week_start) > OLD_DRAFT
            and draft.has_words
        ]
        return sorted(old, key=lambda draft: draft.week_start, reverse=True)

    # --- last week's plans ---

    def plans_to_review(self, week: Week) -> list[Intention]:
        """The open plans of the last finished reflection: never a pile from longer ago."""
        last = self._nouns.reflections.last_before(week.start)
        if last is None:
            return []
        due = self._nouns.intentions.open_before(week.next().start)
        return [plan for plan in due if plan.reflection_id == last.id]

    # --- finished weeks ---

    def finish(self, draft: ReflectionDraft, *, on: date) -> Reflection | None:
        """Turn a draft into a finished week in one transaction; None when nothing was written."""
        finished = self._finishing.finish(draft, on=on)
        for topic in (
            Topic.REFLECTIONS,
            Topic.GROWTH,
            Topic.CELEBRATIONS,
            Topic.INTENTIONS,
            Topic.DOUBTS,
            Topic.SEEDS,
            Topic.SKILLS,
            Topic.DRAFTS,
        ):
            self._notify(topic)
        return finished

    def finished_in(self, week: Week) -> Reflection | None:
        """The reflection finished for this week, the latest if there are several."""
        found = self._nouns.reflections.of_week(week.start)
        return found[-1] if found else None

    def finished(self) -> list[Reflection]:
        """All finished weeks, newest first."""
        return self._nouns.reflections.newest()

    def page(self, reflection_id: int) -> WeekPage:
        """Everything one finished reflection left."""
        reflection = self._nouns.reflections.get(reflection_id)
        ended = self._nouns.intentions.of_week(reflection.week_start)
        return WeekPage(
            reflection=reflection,
            week=Week(reflection.week_start),
            moments=self._nouns.moments.in_reflection(reflection_id),
            celebrations=self._nouns.celebrations.in_reflection(reflection_id),
            tries=self._nouns.tries.in_reflection(reflection_id),
            plans=self._nouns.intentions.in_reflection(reflection_id),
            ended=[plan for plan in ended if plan.ending is not None],
            promises=self._nouns.promises.in_reflection(reflection_id),
            doubts=self._nouns.doubts.in_reflection(reflection_id),
            placings=self._nouns.placings.in_reflection(reflection_id),
        )
