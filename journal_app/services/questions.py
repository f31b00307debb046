"""Questions: what each step of the guide asks in this journal, this week."""

from collections.abc import Collection, Sequence
from datetime import date

from journal_app.domain.care_words import has_care_word
from journal_app.domain.draft import (
    CelebrationDraft,
    IntentionDraft,
    MomentDraft,
    ReflectionDraft,
)
from journal_app.domain.hints import CelebrationWords, celebration_hints, plan_hints
from journal_app.domain.intention import Ending
from journal_app.domain.person import Person
from journal_app.domain.phrases import holds_phrase
from journal_app.domain.step import Mode, Step
from journal_app.domain.unmet import Offer, offers
from journal_app.guidance.loader import Guidance
from journal_app.guidance.rotation import MOST_ANOTHERS, Chosen, choose, nudge_of
from journal_app.services.situations import Situations

_OF_CELEBRATIONS = ("praise", "but", "than", "request")


class QuestionService:
    """Chooses the question of a step once, and keeps it in the draft."""

    def __init__(self, guidance: Guidance, situations: Situations) -> None:
        self._guidance = guidance
        self._situations = situations

    def steps(self, mode: Mode, pages: Collection[str] = ()) -> tuple[Step, ...]:
        """The screens of one version of the guide, with the longer looks wanted."""
        return self._guidance.steps_of(mode, pages)

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
        passed = len(draft.answer(step_id).shown)
        if step.prompt_id:
            return passed < len(step.others)
        asks = any(prompt.step == step_id for prompt in self._guidance.prompts)
        return asks and passed < MOST_ANOTHERS

    def celebration_hints(self, built: CelebrationDraft, others: Sequence[str]) -> list[str]:
        """What might make a celebration land better, in sentences; never a block."""
        parts = (built.situation, built.behaviour, built.impact, built.growing_in)
        words = CelebrationWords(
            **{kind: self._guidance.texts(f"words.{kind}") for kind in _OF_CELEBRATIONS}
        )
        found = celebration_hints(parts, words=words, other_names=others)
        care = self.care_line("\n".join((*parts, built.joy)))
        return [
            *(self._guidance.text(f"celebration_hints.{hint}") for hint in found),
            *([care] if care and built.person_id is not None else []),
        ]

    def plan_hints(self, plan: IntentionDraft) -> list[str]:
        """What might make a plan easier to keep, in sentences."""
        wishes = self._guidance.texts("words.wishes")
        hints = plan_hints(cue=plan.cue, act=plan.act, wish_words=wishes)
        return [self._guidance.text(f"plan_hints.{hint}") for hint in hints]

    def care_line(self, text: str) -> str:
        """T16: one quiet line when a private fact stands beside a person; nothing is kept of it."""
        found = has_care_word(text, self._guidance.texts("care.words"))
        return self._guidance.text("care.line") if found else ""

    def care_beside(self, text: str, people: Sequence[Person], about: int | None) -> str:
        """T16 where one writes freely: said when it is about someone, or one of them is named."""
        names = [name for p in people for name in (p.name, p.name.split()[0], *p.other_names)]
        named = about is not None or holds_phrase(text, [n.replace("*", " ") for n in names if n])
        return self.care_line(text) if named else ""

    def beside_moment(self, moment: MomentDraft, name: str, *, tilted: bool) -> str:
        """T12 and T16: what to think of beside a note about someone, as quiet lines or none.

        ``tilted`` says that the last notes about this person were all worries.
        """
        lines = []
        if moment.worry and tilted:
            lines.append(self._guidance.prompt("N09").fill(person=name.split(" ")[0]))
        texts = (moment.behaviour, moment.situation, moment.impact, moment.meaning)
        lines.append(self.care_line("\n".join(texts)))
        return "\n".join(line for line in lines if line)

    def unmet_line(self, endings: Sequence[Ending | None]) -> str:
        """T2, T3: what to ask about a plan that did not happen, by how it ended of late."""
        offered = offers(endings)
        if Offer.CLOCK in offered:
            return self._guidance.prompt("P10").text
        if Offer.NEW_CUE in offered and endings[-1] is Ending.NO_MOMENT:
            return self._guidance.prompt("P10").text
        return self._guidance.prompt("P09").text if offered else ""

    def _ask(self, draft: ReflectionDraft, step_id: str, on: date) -> bool:
        answer, step = draft.answer(step_id), self._guidance.step(step_id)
        if step.prompt_id and not step.page:
            left = [p for p in (step.prompt_id, *step.others) if p not in answer.shown]
            if left:
                chosen = self._guidance.prompt(left[0])
                answer.prompt_id, answer.prompt_text = chosen.id, chosen.text
            return bool(left)
        asked = self._choose(draft, step_id, on)
        if asked is None:
            answer.prompt_id, answer.prompt_text = "", self._plain(draft, step)
            return False
        answer.prompt_id, answer.prompt_text = asked.prompt.id, asked.text
        nudge = nudge_of(asked.when)
        if nudge:
            draft.nudges.append(nudge)
        return True

    def _choose(self, draft: ReflectionDraft, step_id: str, on: date) -> Chosen | None:
        if draft.mode is Mode.HARD:
            return None
        situation = self._situations.of(draft, step_id, on=on)
        prompts = self._guidance.prompts
        if "T15" in situation.triggers:
            # No more describing of a doubt that goes round: one small test, or something else.
            prompts = tuple(p for p in prompts if p.answer != "doubt" or "T15" in p.when)
        return choose(
            prompts,
            situation,
            self._situations.history(),
            passed=draft.answer(step_id).shown,
            nudged=draft.nudges,
        )

    def _plain(self, draft: ReflectionDraft, step: Step) -> str:
        """The step's own question, in the words of a hard week where it is one."""
        if draft.mode is Mode.HARD and step.id == "preview":
            return self._guidance.text("hard.tiny_plan")
        return step.question
