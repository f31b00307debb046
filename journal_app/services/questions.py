"""Questions: what each step of the guide asks in this journal, this week."""

from collections.abc import Sequence
from datetime import date

from journal_app.domain.draft import CelebrationDraft, IntentionDraft, ReflectionDraft
from journal_app.domain.hints import celebration_hints, plan_hints
from journal_app.domain.step import Mode, Step
from journal_app.domain.week import Week
from journal_app.guidance.loader import Guidance
from journal_app.guidance.rotation import MOST_ANOTHERS, Shown, Situation, choose
from journal_app.services.leader import LeaderService
from journal_app.store.nouns import Nouns


class QuestionService:
    """Chooses the question of a step once, and keeps it in the draft."""

    def __init__(self, guidance: Guidance, nouns: Nouns, leader: LeaderService) -> None:
        self._guidance = guidance
        self._nouns = nouns
        self._leader = leader

    def steps(self, mode: Mode) -> tuple[Step, ...]:
        """The screens of one version of the guide."""
        return self._guidance.steps_of(mode)

    def step(self, step_id: str) -> Step:
        """One screen of the guide."""
        return self._guidance.step(step_id)

    def text(self, key: str) -> str:
        """One sentence of the guide's own words."""
        return self._guidance.text(key)

    def question(self, draft: ReflectionDraft, step_id: str, *, on: date) -> str:
        """The question of a step, chosen on first sight and the same ever after."""
        answer = draft.answer(step_id)
        if not answer.prompt_text:
            self._ask(draft, step_id, on)
        return answer.prompt_text

    def answered_in(self, draft: ReflectionDraft, step_id: str) -> str:
        """Where the question is answered: ``form``, ``doubt`` or ``words``."""
        prompt_id = draft.answer(step_id).prompt_id
        return self._guidance.prompt(prompt_id).answer if prompt_id else "form"

    def another(self, draft: ReflectionDraft, step_id: str, *, on: date) -> bool:
        """Ask something else instead; False when there is nothing else to ask."""
        answer = draft.answer(step_id)
        if len(answer.shown) >= MOST_ANOTHERS:
            return False
        before = (answer.prompt_id, answer.prompt_text)
        if answer.prompt_id:
            answer.shown.append(answer.prompt_id)
        if self._ask(draft, step_id, on):
            return True
        answer.prompt_id, answer.prompt_text = before
        if answer.shown:
            answer.shown.pop()
        return False

    def can_ask_another(self, draft: ReflectionDraft, step_id: str) -> bool:
        """True while a step may offer another question."""
        step = self._guidance.step(step_id)
        asks = any(prompt.step == step_id for prompt in self._guidance.prompts)
        return not step.prompt_id and asks and len(draft.answer(step_id).shown) < MOST_ANOTHERS

    def celebration_hints(self, built: CelebrationDraft, others: Sequence[str]) -> list[str]:
        """What might make a celebration land better, in sentences; never a block."""
        praise = self._guidance.texts("words.praise")
        return [
            self._guidance.text(f"celebration_hints.{hint}")
            for hint in celebration_hints(
                (built.situation, built.behaviour, built.impact, built.growing_in),
                praise_words=praise,
                other_names=others,
            )
        ]

    def plan_hints(self, plan: IntentionDraft) -> list[str]:
        """What might make a plan easier to keep, in sentences."""
        wishes = self._guidance.texts("words.wishes")
        hints = plan_hints(cue=plan.cue, act=plan.act, wish_words=wishes)
        return [self._guidance.text(f"plan_hints.{hint}") for hint in hints]

    def _ask(self, draft: ReflectionDraft, step_id: str, on: date) -> bool:
        answer, step = draft.answer(step_id), self._guidance.step(step_id)
        if step.prompt_id:
            chosen = self._guidance.prompt(step.prompt_id)
            answer.prompt_id, answer.prompt_text = chosen.id, chosen.text
            return True
        situation = self._situation(draft, step_id, on)
        prompt = choose(self._guidance.prompts, situation, self._history(), passed=answer.shown)
        if prompt is None:
            answer.prompt_id, answer.prompt_text = "", step.question
            return False
        answer.prompt_id = prompt.id
        answer.prompt_text = prompt.fill(
            person=situation.person, skill=situation.skill, cue=situation.cue
        )
        return True

    def _situation(self, draft: ReflectionDraft, step_id: str, on: date) -> Situation:
        since = self._leader.leading_since()
        skills = {skill.id: skill for skill in self._guidance.skills}
        focus = skills.get(self._nouns.settings.get("focus_skill"))
        return Situation(
            week_key=Week(draft.week_start).key,
            step=step_id,
            salt=self._nouns.settings.get("salt"),
            chips=frozenset(draft.chips),
            day_as_leader=(on - since).days + 1 if since else None,
            person=self._person(draft),
            skill_id=focus.id if focus else "",
            skill=focus.name if focus else "",
            cue=next((plan.cue for plan in draft.intentions if plan.cue.strip()), ""),
            facts=self._facts(draft, on),
        )

    def _person(self, draft: ReflectionDraft) -> str:
        """Whom a question may name: the one written about, else the first of the list."""
        chosen = [draft.celebration.person_id, *(m.person_id for m in draft.moments)]
        people = {p.id: p.name for p in self._nouns.people.all()}
        named = [people[person_id] for person_id in chosen if person_id in people]
        return (named or [*people.values(), ""])[0].split(" ")[0]

    def _facts(self, draft: ReflectionDraft, on: date) -> frozenset[str]:
        facts = set()
        last = self._nouns.reflections.last_before(draft.week_start)
        if last is not None and (on - last.finished_on).days >= 21:
            facts.add("gap")
        if any(moment.has_words for moment in draft.moments):
            facts.add("moment")
        if any(moment.person_id for moment in draft.moments):
            facts.add("person")
        week = Week(draft.week_start).next()
        if any(p.due_on and p.due_on <= week.end for p in self._nouns.promises.open()):
            facts.add("promise-due")
        return frozenset(facts)

    def _history(self) -> list[Shown]:
        rows = self._nouns.shown_prompts.all()
        sessions = {week: n for n, week in enumerate(sorted({week for week, *_ in rows}))}
        return [
            Shown(prompt_id=prompt_id, session=sessions[week], answered=answered)
            for week, _step, prompt_id, answered in rows
        ]
