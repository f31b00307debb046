"""Preview, the heart: who has something new, hard or first, and one to three plans for it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.domain.draft import IntentionDraft
from journal_app.domain.seed import Seed
from journal_app.domain.step import Mode
from journal_app.ui.guide.plan_form import PlanForm
from journal_app.ui.guide.seed_list import SeedList
from journal_app.ui.guide.step import GuideServices, GuideStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.labels import label

MOST_PLANS = 3


class PreviewStep(GuideStep):
    """Plan forms, those taken along from last week first."""

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, theme, parent)
        self.forms: list[PlanForm] = []
        self.seeds = SeedList(theme)
        self.add_button = button(self.tr("Another &plan"), "text")
        self.many = label(self.tr("Which one would you be gladdest about?"), tone="preview")
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self.column.addWidget(self.seeds)
        self.column.addLayout(foot)
        self.column.addWidget(self.many)
        self.add_button.clicked.connect(self._add)
        self.seeds.used.connect(self._use_seed)
        self.seeds.edited.connect(self.edited)

    def fill(self) -> None:
        """One form for each plan begun, or a first empty one."""
        for form in self.forms:
            self.column.removeWidget(form)
            form.deleteLater()
        self.forms = []
        if not self.draft.intentions:
            self.draft.intentions.append(IntentionDraft())
        for plan in self.draft.intentions:
            self._show(plan)
        self.seeds.show_seeds(self.services.seeds.waiting(), self.draft)
        self._offer()

    def first_field(self) -> QWidget:
        """The first empty form's if, or the last form's."""
        empty = (form for form in self.forms if not form.plan.has_words)
        return next(empty, self.forms[-1]).cue

    def _show(self, plan: IntentionDraft) -> PlanForm:
        compact = self.draft.mode is not Mode.FULL
        skill = None if compact else self.services.skills.focus()
        form = PlanForm(self.theme, self.people(), skill, plan, compact=compact)
        form.edited.connect(self._on_edited)
        form.submitted.connect(self.advance_requested)
        form.removed.connect(lambda: self._remove(form))
        form.remove_button.setVisible(len(self.draft.intentions) > 1)
        self.forms.append(form)
        self.column.insertWidget(self.column.count() - 2, form)
        return form

    def _add(self) -> None:
        plan = IntentionDraft()
        self.draft.intentions.append(plan)
        self._show(plan).cue.setFocus()
        self._offer()
        self.edited.emit()

    def _remove(self, form: PlanForm) -> None:
        # By identity: two empty plans are equal.
        self.draft.intentions[:] = [p for p in self.draft.intentions if p is not form.plan]
        self.fill()
        self.edited.emit()

    def _use_seed(self, seed: Seed) -> None:
        last = self.draft.intentions[-1]
        if last.has_words:
            last = IntentionDraft()
            self.draft.intentions.append(last)
        last.good_looks_like = seed.body
        last.person_id = seed.person_id
        self.fill()
        self.edited.emit()

    def _on_edited(self) -> None:
        self._offer()
        self.edited.emit()

    def _offer(self) -> None:
        plans = self.draft.intentions
        self.add_button.setVisible(
            len(plans) < MOST_PLANS and plans[-1].has_words and self.draft.mode is Mode.FULL
        )
        self.many.setVisible(sum(plan.has_words for plan in plans) > MOST_PLANS)
        for form in self.forms:
            form.show_hints(self.services.questions.plan_hints(form.plan))
