"""Notice: who took a step this week, for up to three moments."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.domain.draft import MomentDraft
from journal_app.domain.seed import Seed
from journal_app.domain.step import Mode
from journal_app.ui.guide.moment_form import MomentForm
from journal_app.ui.guide.seed_list import SeedList
from journal_app.ui.guide.step import GuideServices, GuideStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.labels import label

MOST_MOMENTS = 3


class NoticeStep(GuideStep):
    """Moment forms, the seeds of the week beside them, and people to add when there are none."""

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, theme, parent)
        self.seeds = SeedList(theme)
        self.forms: list[MomentForm] = []
        self.add_button = button(self.tr("Another &moment"), "text")
        self.nobody = label(
            self.tr(
                "Nobody is on the People page yet. Write all the same; your words are kept with"
                " this week."
            ),
            tone="muted",
        )
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self.column.addWidget(self.seeds)
        self.column.addLayout(foot)
        self.column.addWidget(self.nobody)
        self.add_button.clicked.connect(self._add)
        self.seeds.used.connect(self._use_seed)
        self.seeds.edited.connect(self.edited)

    def fill(self) -> None:
        """One form for each moment begun, or a first empty one."""
        for form in self.forms:
            self.column.removeWidget(form)
            form.deleteLater()
        self.forms = []
        if not self.draft.moments:
            self.draft.moments.append(MomentDraft())
        for moment in self.draft.moments:
            self._show(moment)
        self.seeds.show_seeds(self.services.seeds.waiting(), self.draft)
        self.nobody.setVisible(not self.people())
        self._offer()

    def first_field(self) -> QWidget:
        """The first empty form's words, or the last form's."""
        empty = (form for form in self.forms if not form.moment.has_words)
        return next(empty, self.forms[-1]).behaviour

    def _show(self, moment: MomentDraft) -> MomentForm:
        compact = self.draft.mode is Mode.SHORT
        form = MomentForm(self.theme, self.people(), moment, compact=compact)
        form.edited.connect(self._on_edited)
        form.submitted.connect(self.advance_requested)
        form.removed.connect(lambda: self._remove(form))
        form.remove_button.setVisible(len(self.draft.moments) > 1)
        self.forms.append(form)
        self.column.insertWidget(self.column.count() - 2, form)
        return form

    def _add(self) -> None:
        moment = MomentDraft()
        self.draft.moments.append(moment)
        self._show(moment).behaviour.setFocus()
        self._offer()
        self.edited.emit()

    def _remove(self, form: MomentForm) -> None:
        # By identity: two empty moments are equal.
        self.draft.moments[:] = [m for m in self.draft.moments if m is not form.moment]
        self.fill()
        self.edited.emit()

    def _use_seed(self, seed: Seed) -> None:
        first = self.draft.moments[-1]
        if first.has_words and len(self.draft.moments) < MOST_MOMENTS:
            first = MomentDraft()
            self.draft.moments.append(first)
        joined = (first.behaviour, seed.body)
        first.behaviour = "\n".join(text for text in joined if text.strip())
        first.person_id = first.person_id or seed.person_id
        self.fill()
        self.edited.emit()

    def _on_edited(self) -> None:
        self._offer()
        self.edited.emit()

    def _offer(self) -> None:
        room = len(self.draft.moments) < MOST_MOMENTS and self.draft.mode is not Mode.SHORT
        self.add_button.setVisible(room and self.draft.moments[-1].has_words)
