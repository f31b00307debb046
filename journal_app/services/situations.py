"""Situations: what holds in this journal at the moment a step of the guide asks its question."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from journal_app.domain import balance, first_days
from journal_app.domain.celebration import Delivery
from journal_app.domain.doubt import Doubt, DoubtState, DoubtWay, is_old, loops
from journal_app.domain.draft import ReflectionDraft
from journal_app.domain.intention import Ending, Intention
from journal_app.domain.person import Person, PersonState
from journal_app.domain.practice import Idle, idle
from journal_app.domain.skill import Skill
from journal_app.domain.step import Mode
from journal_app.domain.week import Week
from journal_app.guidance.loader import Guidance
from journal_app.guidance.rotation import Shown, Situation
from journal_app.services.attention import AttentionService
from journal_app.services.pace import PaceService
from journal_app.store.nouns import Nouns

# Full sessions without an outside view: after two it goes before what is general, after three
# before everything, so that any four hold one.
_OUTSIDE_SOON, _OUTSIDE_NOW = 2, 3
_OLD_NOTES = timedelta(days=60)
_FAR_BACK = 24
_DAY = "day:"


class Situations:
    """Asks every trigger of the guide (GUIDE D) about one draft."""

    def __init__(
        self, guidance: Guidance, nouns: Nouns, pace: PaceService, attention: AttentionService
    ) -> None:
        self._guidance = guidance
        self._nouns = nouns
        self._pace = pace
        self._attention = attention
        self._when = {prompt.id: prompt for prompt in guidance.prompts}

    def of(self, draft: ReflectionDraft, step_id: str, *, on: date) -> Situation:
        """All that holds now, for one step."""
        focus = self._focus()
        salt = self._nouns.settings.get("salt")
        key = Week(draft.week_start).key
        people = dict(self._people(draft, on))
        triggers = {when.removeprefix("trigger:") for when in people if ":T" in when}
        triggers |= set(self._triggers(draft, focus, on))
        return Situation(
            week_key=key,
            step=step_id,
            salt=salt,
            chips=frozenset(draft.chips),
            day_as_leader=self._pace.day(on),
            on_path=not self._path_rests(draft, on),
            person=_first_name(self._somebody(draft, f"{salt}|{key}")),
            people={when: _first_name(person) for when, person in people.items()},
            skill_id=focus.id if focus else "",
            skill=focus.name if focus else "",
            cue=next((plan.cue for plan in draft.intentions if plan.cue.strip()), ""),
            triggers=frozenset(triggers),
            facts=frozenset([*self._facts(draft, on), *people]),
        )

    def history(self) -> list[Shown]:
        """Every question shown in a finished session."""
        rows = self._nouns.shown_prompts.all()
        sessions = {week: n for n, week in enumerate(sorted({week for week, *_ in rows}))}
        return [
            Shown(prompt_id=prompt_id, session=sessions[week], answered=answered)
            for week, _step, prompt_id, answered in rows
        ]

    # --- doubts (T15) ---

    def looping(self, draft: ReflectionDraft) -> Doubt | None:
        """T15: the doubt taken up in three sessions with nothing tried yet."""
        for doubt in self._nouns.doubts.newest():
            planned = any(plan.doubt_id == doubt.id for plan in draft.intentions)
            if loops(
                doubt,
                taken_up_now=draft.doubt_id == doubt.id,
                has_plan=planned or bool(self._nouns.intentions.for_doubt(doubt.id or 0)),
            ):
                return doubt
        return None

    # --- plans (T2, T3) ---

    def endings_of(self, plan: Intention) -> list[Ending | None]:
        """How this plan ended in the weeks it came from, oldest first."""
        endings: list[Ending | None] = []
        before = plan.carried_from
        while before is not None:
            earlier = self._nouns.intentions.get(before)
            endings.insert(0, earlier.ending)
            before = earlier.carried_from
        return endings

    # --- practice (T4) ---

    def idle(self, *, on: date) -> Idle:
        """T4: how long the focus skill has rested without an experiment."""
        focus, since = self._focus(), self._nouns.settings.get("focus_since")
        if focus is None or not since:
            return Idle.NO
        return idle(date.fromisoformat(since), self._nouns.tries.of_skill(focus.id), on=on)

    # --- parts ---

    def _focus(self) -> Skill | None:
        chosen = self._nouns.settings.get("focus_skill")
        return next((skill for skill in self._guidance.skills if skill.id == chosen), None)

    def _people(self, draft: ReflectionDraft, on: date) -> Iterator[tuple[str, Person]]:
        """Whom a question of a condition is about, for the conditions that hold."""
        people = {person.id: person for person in self._nouns.people.all()}
        quiet = self._pace.is_quiet(draft, on=on)
        unnoticed = self._attention.unnoticed_in(draft, on=on)
        if unnoticed is not None:
            yield "trigger:T1", unnoticed
        tilted = [] if quiet else self._tilted(draft, people)
        if tilted:
            yield "trigger:T12", tilted[0]
        waits = None if quiet else self._attention.unsaid(on=on)
        if waits is not None:
            yield "trigger:T13", people[waits.person_id]
        celebrated = people.get(draft.celebration.person_id)
        if celebrated is not None and not celebrated.card.thanks.text.strip():
            yield "person:thanks-unknown", celebrated
        noticed = [people[m.person_id] for m in draft.moments if m.person_id in people]
        if noticed:
            yield "moment", noticed[0]
        days = self._nouns.moments.days()
        old = [
            person
            for person in people.values()
            if person.state is PersonState.ACTIVE and person.id in days
            if on - days[person.id][0] >= _OLD_NOTES
        ]
        if old:
            at = _turn(f"{self._nouns.settings.get('salt')}|old|{draft.week_start}", len(old))
            yield "notes:old", old[at]

    def _tilted(self, draft: ReflectionDraft, people: Mapping[int | None, Person]) -> list[Person]:
        """T12: those written about now first, then the others, each with four worries in a row."""
        written = [people[m.person_id] for m in draft.moments if m.person_id in people]
        present = [p for p in people.values() if p.state is PersonState.ACTIVE]
        return [p for p in (*written, *present) if self._attention.is_tilted(p.id or 0)]

    def _triggers(self, draft: ReflectionDraft, focus: Skill | None, on: date) -> Iterator[str]:
        plans = {e.intention_id for e in draft.plan_endings} if not draft.clean_start else set()
        reviewed = self._nouns.intentions.open_before(Week(draft.week_start).next().start)
        endings = [self.endings_of(plan) for plan in reviewed if plan.id in plans]
        if any(before and before[-1] is Ending.NOT_THIS_TIME for before in endings):
            yield "T2"
        if any(before and before[-1] is Ending.NO_MOMENT for before in endings):
            yield "T3"
        if self.looping(draft) is not None:
            yield "T15"
        if not self._pace.is_quiet(draft, on=on):
            yield from self._nudges(draft, focus, on)

    def _nudges(self, draft: ReflectionDraft, focus: Skill | None, on: date) -> Iterator[str]:
        rested = self.idle(on=on) if focus else Idle.NO
        if rested is not Idle.NO:
            yield "T4" if rested is Idle.IDLE else "T4-long"
        lately = self._nouns.intentions.between(on - balance.RECENT, Week(draft.week_start).end)
        if balance.only_results(lately, on=on):
            yield "T10"
        if balance.only_results_measured(self._nouns.measures.all()):
            yield "T10-measures"
        if balance.mostly_expert([s.hat for s in self._pace.before(draft.week_start)]):
            yield "T11"
        if self._attention.nothing_given(on=on):
            yield "T13-none"

    def _facts(self, draft: ReflectionDraft, on: date) -> Iterator[str]:
        yield from draft.pages
        held = {
            "gap": self._pace.is_gap(draft, on=on),
            "hard-period": self._pace.hard_lately(draft),
            "moment": any(moment.has_words for moment in draft.moments),
            "person": any(moment.person_id for moment in draft.moments),
            "celebration:note": draft.celebration.delivery is Delivery.NOTE,
            "promise-due": self._promise_due(draft),
            "measures": bool(self._nouns.measures.all()),
            "experiment": bool(draft.experiment_skill and draft.experiment),
            "outside-due": self._outside_due(draft, _OUTSIDE_SOON),
            "outside-now": self._outside_due(draft, _OUTSIDE_NOW),
        }
        yield from (fact for fact, holds in held.items() if holds)
        doubts = [d for d in self._nouns.doubts.newest() if _is_alive(d)]
        if doubts:
            yield "doubt"
        if any(is_old(doubt, on=on) for doubt in doubts):
            yield "doubt:old"

    def _promise_due(self, draft: ReflectionDraft) -> bool:
        coming = Week(draft.week_start).next()
        return any(p.due_on and p.due_on <= coming.end for p in self._nouns.promises.open())

    def _outside_due(self, draft: ReflectionDraft, after: int) -> bool:
        """True when so many full sessions before this one asked for no outside view."""
        if draft.mode is Mode.HARD:
            return False
        before = self._pace.before(draft.week_start, _FAR_BACK)
        full = [session.week_start for session in before if session.mode is Mode.FULL]
        if len(full) < after:
            return False
        asked = self._nouns.shown_prompts.of_weeks(full[:after])
        here = [answer.prompt_id for answer in draft.answers.values()]
        return not any(self._is_outside(prompt_id) for prompt_id in (*asked, *here))

    def _is_outside(self, prompt_id: str) -> bool:
        return prompt_id in self._when and self._when[prompt_id].outside

    def _path_rests(self, draft: ReflectionDraft, on: date) -> bool:
        """T6: from day 31 the questions of the first days come about every second week."""
        if not first_days.on_the_path(self._pace.day(on)):
            return False
        last = self._pace.before(draft.week_start, 1)
        asked = self._nouns.shown_prompts.of_weeks([s.week_start for s in last])
        return any(self._when[p].when.startswith(_DAY) for p in asked if p in self._when)

    def _somebody(self, draft: ReflectionDraft, seed: str) -> Person | None:
        """Whom a question may name: the one written about, else one of the team, by the week."""
        people = {p.id: p for p in self._nouns.people.all()}
        written = [draft.celebration.person_id, *(m.person_id for m in draft.moments)]
        named = [people[person_id] for person_id in written if person_id in people]
        present = [p for p in people.values() if p.state is PersonState.ACTIVE]
        if named or not present:
            return named[0] if named else None
        return present[_turn(seed, len(present))]


def _is_alive(doubt: Doubt) -> bool:
    return doubt.state is not DoubtState.SETTLED and doubt.way is DoubtWay.NONE


def _first_name(person: Person | None) -> str:
    return person.name.split(" ")[0] if person else ""


def _turn(seed: str, count: int) -> int:
    """Whose turn it is: the same for the same journal and week, whatever process asks."""
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:4]) % count
