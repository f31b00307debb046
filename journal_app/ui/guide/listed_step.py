"""Listed step: a screen of up to a few forms, one for each thing written, with the week's seeds."""

from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.domain.draft import IntentionDraft, MomentDraft
from journal_app.domain.seed import Seed
from journal_app.ui.guide.moment_form import MomentForm
from journal_app.ui.guide.plan_form import PlanForm
from journal_app.ui.guide.seed_list import SeedList
from journal_app.ui.guide.step import GuideServices, GuideStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button

W = TypeVar("W", MomentDraft, IntentionDraft)
F = TypeVar("F", MomentForm, PlanForm)


class ListedStep(GuideStep, Generic[W, F]):
    """Keeps one form for each item of a list in the draft; the list is never without one."""

    def __init__(
        self,
        services: GuideServices,
        theme: Theme,
        *,
        below: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, theme, parent)
        self.forms: list[F] = []
        self.seeds = SeedList(theme)
        self.add_button = button("", "text")
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self.column.addWidget(self.seeds)
        self.column.addLayout(foot)
        self.column.addWidget(below)
        self.add_button.clicked.connect(self._add)
        self.seeds.used.connect(self._use_seed)
        self.seeds.edited.connect(self.edited)

    def items(self) -> list[W]:
        """The draft's list; for the screens to say which."""
        raise NotImplementedError

    def new_item(self) -> W:
        """An empty item of the list."""
        raise NotImplementedError

    def make_form(self, item: W) -> F:
        """The form that writes into an item."""
        raise NotImplementedError

    def main_field(self, form: F) -> QWidget:
        """Where one writes first in a form."""
        raise NotImplementedError

    def take_seed(self, seed: Seed) -> None:
        """Put a seed's words into the list."""
        raise NotImplementedError

    def offer(self) -> None:
        """Show what can be added now, and hints."""
        raise NotImplementedError

    def fill(self) -> None:
        """One form for each item begun, or a first empty one."""
        for form in self.forms:
            self.column.removeWidget(form)
            form.deleteLater()
        self.forms = []
        if not self.items():
            self.items().append(self.new_item())
        for item in self.items():
            self._show(item)
        self.seeds.show_seeds(self.services.seeds.waiting(), self.draft)
        self.offer()

    def first_field(self) -> QWidget:
        """The first form without words, or the last one."""
        pairs = zip(self.items(), self.forms, strict=True)
        empty = (form for item, form in pairs if not item.has_words)
        return self.main_field(next(empty, self.forms[-1]))

    def _show(self, item: W) -> F:
        form = self.make_form(item)
        form.edited.connect(self._on_edited)
        form.submitted.connect(self.advance_requested)
        form.removed.connect(lambda: self._remove(item))
        form.remove_button.setVisible(len(self.items()) > 1)
        self.forms.append(form)
        # Above the button that adds and the line below it.
        self.column.insertWidget(self.column.count() - 2, form)
        return form

    def _add(self) -> None:
        item = self.new_item()
        self.items().append(item)
        self.main_field(self._show(item)).setFocus()
        self.offer()
        self.edited.emit()

    def _remove(self, item: W) -> None:
        # By identity: two empty items are equal.
        self.items()[:] = [other for other in self.items() if other is not item]
        self.fill()
        self.edited.emit()

    def _use_seed(self, seed: Seed) -> None:
        self.take_seed(seed)
        self.fill()
        self.edited.emit()

    def _on_edited(self) -> None:
        self.offer()
        self.edited.emit()
