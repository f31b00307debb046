"""A hard week: one plain question and a page that is only yours."""

from PySide6.QtWidgets import QWidget

from journal_app.ui.guide.step import GuideServices, GuideStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.writing_area import WritingArea


class HardStep(GuideStep):
    """The answer to this step's question, whichever of the hard-week questions it is."""

    def __init__(
        self, step_id: str, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, theme, parent)
        self._step_id = step_id
        self.area = WritingArea(theme, name=self.tr("My answer"), lines=5)
        self.area.setObjectName("entryEditor")
        card = Card(theme)
        card.body.addWidget(self.area)
        self.column.addWidget(card)
        self.area.edited.connect(self._write)
        self.area.submitted.connect(self.advance_requested)

    def fill(self) -> None:
        """Show the words so far."""
        self.area.set_text(self.draft.answer(self._step_id).body)

    def first_field(self) -> QWidget:
        """The page."""
        return self.area

    def _write(self) -> None:
        self.draft.answer(self._step_id).body = self.area.text()
        self.edited.emit()
