"""Weeks: a journal lived week by week through its services, for tests of what the guide asks."""

from collections.abc import Sequence
from datetime import date, timedelta

from journal_app.domain.draft import CelebrationDraft, IntentionDraft, MomentDraft, ReflectionDraft
from journal_app.domain.step import Mode
from journal_app.domain.week import Week
from journal_app.services.journal import Journal

WEEK = timedelta(days=7)
STEPS = ("plan", "notice", "celebrate", "leader", "preview")


class Weeks:
    """One person's Fridays with the guide, from a day on."""

    def __init__(self, journal: Journal, friday: date) -> None:
        self.journal, self.today = journal, friday

    def open(self, mode: Mode = Mode.FULL) -> ReflectionDraft:
        """This week's draft."""
        draft = self.journal.reflections.open_draft(self.week, on=self.today)
        draft.mode = mode
        return draft

    @property
    def week(self) -> Week:
        """The week it is."""
        return self.journal.reflections.week_of(self.today)

    def ask(self, draft: ReflectionDraft, *steps: str) -> list[str]:
        """The ids of the questions of these steps."""
        for step in steps:
            self.journal.questions.question(draft, step, on=self.today)
        return [draft.answer(step).prompt_id for step in steps]

    def asked(self, step: str, *, more: int = 3) -> list[str]:
        """What a new draft of this week would be asked in one step, first and by Another."""
        draft = self.open()
        found = self.ask(draft, step)
        for _ in range(more):
            if self.journal.questions.another(draft, step, on=self.today):
                found.append(draft.answer(step).prompt_id)
        return found

    def finish(self, draft: ReflectionDraft | None = None) -> None:
        """End this week, with a word so that it counts, and go on to the next Friday."""
        draft = draft or self.open()
        draft.arrive_word = draft.arrive_word or "steady"
        self.journal.reflections.finish(draft, on=self.today)
        self.today += WEEK

    def pass_by(self, weeks: int, *, about: Sequence[int | None] = (), **rest: object) -> None:
        """Finish so many plain weeks, each with a moment about these people."""
        for _ in range(weeks):
            draft = self.open()
            draft.moments = [MomentDraft(person_id=p, behaviour="took a step") for p in about]
            for name, value in rest.items():
                setattr(draft, name, value)
            self.ask(draft, *STEPS[1:])
            self.finish(draft)

    def skip(self, weeks: int) -> None:
        """Let weeks go by without the guide."""
        self.today += weeks * WEEK


def celebrated(person_id: int | None, **rest: object) -> CelebrationDraft:
    """A celebration as it stands in a draft."""
    return CelebrationDraft(person_id=person_id, behaviour="you asked first", **rest)  # type: ignore[arg-type]


def planned(
    act: str = "ask before I answer", cue: str = "she brings it", **rest: object
) -> IntentionDraft:
    """A plan as it stands in a draft."""
    return IntentionDraft(cue="she brings it", act=act, **rest)  # type: ignore[arg-type]
