"""Words step: one plain question and a page that is only yours, with what helps to answer it."""

from PySide6.QtWidgets import QWidget

from journal_app.ui.guide.step import GuideServices, GuideStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.writing_area import WritingArea


class WordsStep(GuideStep):
    """The answer to this step's question; what ``show_beside`` builds stands above the page."""

    def __init__(
        self, step_id: str, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, theme, parent)
        self.step_id = step_id
        self._beside: list[QWidget] = []
        self.area = WritingArea(theme, name=self.tr("My answer"), lines=5)
        self.area.setObjectName("entryEditor")
        self.area.setPlaceholderText(self.tr("Write what comes."))
        self.column.addWidget(self.area)
        self.area.edited.connect(self._write)
        self.area.submitted.connect(self.advance_requested)

    def fill(self) -> None:
        """Show the words so far, and what helps."""
        self.area.set_text(self.draft.answer(self.step_id).body)
        self.renew()

    def first_field(self) -> QWidget:
        """The page."""
        return self.area

    def renew(self) -> None:
        """Build what stands above the page anew."""
        for part in self._beside:
            self.column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._beside = []
        for part in self.beside():
            self._beside.append(part)
            self.column.insertWidget(len(self._beside) - 1, part)

    def beside(self) -> list[QWidget]:
        """What helps to answer; nothing, unless a screen says otherwise."""
        return []

    def _write(self) -> None:
        self.draft.answer(self.step_id).body = self.area.text()
        self.edited.emit()
