"""Guide trail: the places of one session; the screens of a longer look are one place on it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from journal_app.domain.step import Step
from journal_app.services.questions import QuestionService
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.step_trail import StepTrail


class GuideTrail(StepTrail):
    """Short enough for a narrow window, also in the week of a quarter."""

    def __init__(
        self, theme: Theme, questions: QuestionService, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._questions = questions

    def lead(self, steps: Sequence[Step], at: Step) -> None:
        """Show the places of these screens and stand at one of them."""
        firsts: dict[str, str] = {}
        places = []
        for step in steps:
            if firsts.setdefault(step.page or step.id, step.id) == step.id:
                name = self._questions.text(f"pages.{step.page}") if step.page else step.name
                places.append((step.id, name))
        self.set_places(places)
        self.stand_at(firsts.get(at.page or at.id, at.id))
