"""Preview, the heart: who has something new, hard or first, and one to three plans for it."""

from PySide6.QtWidgets import QWidget

from journal_app.domain.draft import IntentionDraft
from journal_app.domain.first_days import most_plans_suggested
from journal_app.domain.seed import Seed
from journal_app.domain.step import Mode
from journal_app.ui.guide.listed_step import ListedStep
from journal_app.ui.guide.plan_form import PlanForm
from journal_app.ui.guide.step import GuideServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.labels import label

MOST_PLANS = 3


class PreviewStep(ListedStep[IntentionDraft, PlanForm]):
    """Plan forms, those taken along from last week first."""

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        self.many = label("", tone="preview")
        super().__init__(services, theme, below=self.many, parent=parent)
        self.add_button.setText(self.tr("Another &plan"))
        self.add_button.setAccessibleName(self.tr("Another plan"))
        self.many.setText(self.tr("Which one would you be gladdest about?"))

    def items(self) -> list[IntentionDraft]:
        """The plans of the draft."""
        return self.draft.intentions

    def new_item(self) -> IntentionDraft:
        """A plan without words."""
        return IntentionDraft()

    def make_form(self, item: IntentionDraft) -> PlanForm:
        """If and then; the focus skill's experiments are offered in the full version."""
        compact = self.draft.mode is not Mode.FULL
        skill = None if compact else self.services.skills.focus()
        return PlanForm(self.theme, self.people(), skill, item, compact=compact)

    def main_field(self, form: PlanForm) -> QWidget:
        """The moment that would start it."""
        return form.cue

    def take_seed(self, seed: Seed) -> None:
        """Begin a plan from a line caught during the week."""
        last = self.draft.intentions[-1]
        if last.has_words:
            last = IntentionDraft()
            self.draft.intentions.append(last)
        last.good_looks_like = seed.body
        last.person_id = seed.person_id

    def offer(self) -> None:
        """Another plan, up to three; beyond that a question, never a refusal."""
        plans = self.draft.intentions
        most = most_plans_suggested(self.services.pace.day(self.services.today()))
        room = len(plans) < most and self.draft.mode is Mode.FULL
        self.add_button.setVisible(room and plans[-1].has_words)
        self.many.setVisible(sum(plan.has_words for plan in plans) > MOST_PLANS)
        for form in self.forms:
            questions, plan = self.services.questions, form.plan
            texts = (plan.cue, plan.act, plan.good_looks_like, plan.obstacle, plan.first_words)
            care = questions.care_line("\n".join(texts)) if plan.person_id else ""
            form.show_hints(questions.plan_hints(plan) + ([care] if care else []))
