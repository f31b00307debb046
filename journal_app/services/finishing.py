"""Finishing: how a draft becomes a finished week, with no word lost and no empty heading left."""

from dataclasses import replace
from datetime import date

from journal_app.domain.attention import QUIET_FOR
from journal_app.domain.celebration import Celebration
from journal_app.domain.doubt import Doubt
from journal_app.domain.draft import IntentionDraft, MomentDraft, ReflectionDraft
from journal_app.domain.experiment import ExperimentTry
from journal_app.domain.intention import Intention
from journal_app.domain.moment import Moment
from journal_app.domain.placing import Placing
from journal_app.domain.promise import Promise, PromiseState
from journal_app.domain.reflection import Answer, Reflection
from journal_app.domain.seed import SeedState
from journal_app.domain.step import Mode
from journal_app.domain.week import Week
from journal_app.domain.worry import Worry
from journal_app.services.keeping import REVIEWED
from journal_app.store.database import Database
from journal_app.store.nouns import Nouns


class Finishing:
    """Writes a draft into the journal in one transaction."""

    def __init__(self, db: Database, nouns: Nouns) -> None:
        self._db = db
        self._nouns = nouns

    def finish(self, draft: ReflectionDraft, *, on: date) -> Reflection | None:
        """Write the draft and forget it; None, and no trace, when it holds nothing."""
        with self._db.transaction():
            finished = None
            if draft.has_anything:
                finished = self._nouns.reflections.add(_reflection(draft, on))
                self._write(draft, finished.id or 0, on)
            self._remember_prompts(draft)
            self._rest_named(draft, on)
            for page in draft.pages_offered:
                self._nouns.settings.put(f"offered:{page}", on.isoformat())
            if "quarterly" in draft.pages:
                self._nouns.settings.put(REVIEWED, on.isoformat())
            self._nouns.drafts.remove(f"reflection:{draft.week_start.isoformat()}")
        return finished

    def _write(self, draft: ReflectionDraft, reflection_id: int, on: date) -> None:
        week = Week(draft.week_start)
        # A reflection on an earlier week describes that week, not the day it was written.
        happened = on if on in week else week.end
        self._end_plans(draft, on)
        moment_ids = [self._moment(m, reflection_id, happened) for m in draft.moments]
        self._celebrate(draft, reflection_id, happened, moment_ids)
        self._learn(draft, reflection_id, on)
        for plan in draft.intentions:
            self._plan(plan, reflection_id, week.next().start, on)
        for ids, state in (
            (draft.used_seeds, SeedState.USED),
            (draft.dropped_seeds, SeedState.LET_GO),
        ):
            for seed_id in ids:
                self._nouns.seeds.save(replace(self._nouns.seeds.get(seed_id), state=state))

    def _end_plans(self, draft: ReflectionDraft, on: date) -> None:
        said = {ending.intention_id: ending for ending in draft.plan_endings}
        for plan in self._nouns.intentions.open_before(Week(draft.week_start).next().start):
            ending = said.get(plan.id or 0)
            # A plan nobody spoke of is closed without a word: weeks do not pile up.
            self._nouns.intentions.save(
                replace(
                    plan,
                    ending=ending.ending if ending else None,
                    ending_note=ending.note.strip() if ending else "",
                    ended_on=on,
                )
            )
        for promise_ending in draft.promise_endings:
            if promise_ending.state is not PromiseState.OPEN:
                promise = self._nouns.promises.get(promise_ending.promise_id)
                self._nouns.promises.save(
                    replace(
                        promise,
                        state=promise_ending.state,
                        note=promise_ending.note.strip(),
                        closed_on=on,
                    )
                )

    def _moment(self, moment: MomentDraft, reflection_id: int, on: date) -> int | None:
        if not moment.has_words or moment.person_id is None:
            return None
        if moment.worry:
            words = (moment.situation, moment.behaviour, moment.impact, moment.meaning)
            body = "\n".join(text.strip() for text in words if text.strip())
            self._nouns.worries.add(
                Worry(
                    person_id=moment.person_id, noted_on=on, body=body, reflection_id=reflection_id
                )
            )
            return None
        situation, behaviour = _act_first(moment.situation, moment.behaviour)
        kept = Moment(
            person_id=moment.person_id,
            happened_on=on,
            situation=situation,
            behaviour=behaviour or moment.impact or moment.meaning,
            impact=moment.impact if behaviour else "",
            meaning=moment.meaning if behaviour or moment.impact else "",
            growth=moment.growth,
            reflection_id=reflection_id,
        )
        return self._nouns.moments.add(kept).id

    def _celebrate(
        self, draft: ReflectionDraft, reflection_id: int, on: date, moment_ids: list[int | None]
    ) -> None:
        built = draft.celebration
        if not built.has_words or built.person_id is None:
            return
        situation, behaviour = _act_first(built.situation, built.behaviour)
        from_moment = built.moment
        has_moment = from_moment is not None and from_moment < len(moment_ids)
        self._nouns.celebrations.add(
            Celebration(
                person_id=built.person_id,
                happened_on=on,
                situation=situation,
                behaviour=behaviour or built.impact or built.growing_in or built.joy,
                impact=built.impact if behaviour else "",
                growing_in=built.growing_in,
                joy=built.joy,
                delivery=built.delivery,
                moment_id=moment_ids[from_moment or 0] if has_moment else None,
                reflection_id=reflection_id,
            )
        )

    def _learn(self, draft: ReflectionDraft, reflection_id: int, on: date) -> None:
        if draft.doubt_id is not None:
            self._take_up_again(draft, draft.doubt_id, on)
        elif draft.doubt.strip():
            self._nouns.doubts.add(
                Doubt(
                    raised_on=on,
                    body=draft.doubt,
                    skill_id=draft.doubt_skill,
                    reflection_id=reflection_id,
                )
            )
        if draft.placing.level and draft.placing_skill:
            self._place(draft, draft.placing_skill, reflection_id, on)
        if draft.experiment_skill and (draft.experiment or draft.experiment_taught.strip()):
            self._nouns.tries.add(
                ExperimentTry(
                    skill_id=draft.experiment_skill,
                    experiment=draft.experiment,
                    tried_on=on,
                    taught=draft.experiment_taught,
                    reflection_id=reflection_id,
                )
            )

    def _take_up_again(self, draft: ReflectionDraft, doubt_id: int, on: date) -> None:
        """The same doubt once more: its day is kept, and new words stand under the first ones."""
        doubt = self._nouns.doubts.get(doubt_id)
        body = "\n".join(text for text in (doubt.body, draft.doubt.strip()) if text)
        came_back = (*doubt.came_back, on.isoformat())
        self._nouns.doubts.save(replace(doubt, body=body, came_back=came_back))

    def _place(self, draft: ReflectionDraft, skill_id: str, reflection_id: int, on: date) -> None:
        placed = draft.placing
        self._nouns.placings.add(
            Placing(
                skill_id=skill_id,
                placed_on=on,
                level=placed.level,
                note=placed.note.strip(),
                outside=placed.outside.strip(),
                evidence=tuple(placed.evidence),
                reflection_id=reflection_id,
            )
        )

    def _plan(self, plan: IntentionDraft, reflection_id: int, week_start: date, on: date) -> None:
        if not plan.has_words:
            return
        cue, act = _act_first(plan.cue, plan.act)
        kept = self._nouns.intentions.add(
            Intention(
                week_start=week_start,
                act=act or plan.good_looks_like or plan.first_words or plan.obstacle,
                cue=cue,
                person_id=plan.person_id,
                skill_id=plan.skill_id,
                doubt_id=plan.doubt_id,
                good_looks_like=plan.good_looks_like,
                obstacle=plan.obstacle,
                first_words=plan.first_words,
                aim=plan.aim,
                carried=plan.carried,
                carried_from=plan.carried_from,
                reflection_id=reflection_id,
            )
        )
        if plan.is_promise and plan.person_id is not None:
            self._nouns.promises.add(
                Promise(
                    person_id=plan.person_id,
                    made_on=on,
                    body=kept.act,
                    due_on=date.fromisoformat(plan.promise_due) if plan.promise_due else None,
                    intention_id=kept.id,
                    reflection_id=reflection_id,
                )
            )

    def _rest_named(self, draft: ReflectionDraft, on: date) -> None:
        """Silence about someone who was named is an answer too, and rests as long as any."""
        written = {m.person_id for m in draft.moments if m.has_words and not m.worry}
        present = {person.id for person in self._nouns.people.all()}
        for person_id in set(draft.named) & present - written:
            self._nouns.quiet.put(person_id, on + QUIET_FOR)

    def _remember_prompts(self, draft: ReflectionDraft) -> None:
        shown = [
            (step, prompt_id, prompt_id == answer.prompt_id and draft.was_answered(step))
            for step, answer in draft.answers.items()
            for prompt_id in dict.fromkeys([*answer.shown, answer.prompt_id])
            if prompt_id
        ]
        self._nouns.shown_prompts.add(draft.week_start, shown)


def _reflection(draft: ReflectionDraft, on: date) -> Reflection:
    answers = [
        Answer(step=step, body=a.body, prompt_id=a.prompt_id, prompt_text=a.prompt_text)
        for step, a in draft.answers.items()
        if a.body.strip()
    ]
    answers += [
        Answer(step=step, body=body) for step, body in draft.free_writing.items() if body.strip()
    ]
    answers += [Answer(step=step, body=body) for step, body in _homeless(draft)]
    return Reflection(
        week_start=draft.week_start,
        mode=draft.mode or Mode.FULL,
        finished_on=on,
        hat=draft.hat,
        arrive_word=draft.arrive_word,
        chips=tuple(draft.chips),
        pages=tuple(draft.pages) if draft.mode in {None, Mode.FULL} else (),
        answers=tuple(answers),
    )


def _homeless(draft: ReflectionDraft) -> list[tuple[str, str]]:
    """Words about nobody in particular: kept as answers, because nothing typed is lost."""
    words: list[tuple[str, str]] = []
    for moment in draft.moments:
        if moment.has_words and moment.person_id is None:
            parts = (moment.situation, moment.behaviour, moment.impact, moment.meaning)
            words.append(("notice", "\n".join(p for p in parts if p.strip())))
    built = draft.celebration
    if built.has_words and built.person_id is None:
        texts = (built.situation, built.behaviour, built.impact, built.growing_in, built.joy)
        words.append(("celebrate", "\n".join(t for t in texts if t.strip())))
    if draft.experiment_taught.strip() and not draft.experiment_skill:
        words.append(("leader", draft.experiment_taught))
    return words


def _act_first(scene: str, act: str) -> tuple[str, str]:
    """A scene without an act is the act: the one field a noun cannot be without."""
    return (scene, act) if act.strip() else ("", scene)
