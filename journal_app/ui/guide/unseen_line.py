"""Unseen line: the one person not written about for a while, gently, with two equal answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.domain.draft import ReflectionDraft
from journal_app.domain.person import Person
from journal_app.ui.guide.step import GuideServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.labels import label

UNSEEN_QUESTION = "N07"


class UnseenLine(QWidget):
    """Hidden when there is nobody to name. "Not this week" is an answer and rests two weeks."""

    chosen = Signal(int)

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._draft: ReflectionDraft | None = None
        self.person: Person | None = None
        self.words = label("", tone="growth")
        self.write_button = button("", "text")
        self.rest_button = button(self.tr("Not this week"), "text")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.words, 1)
        row.addWidget(self.write_button)
        row.addWidget(self.rest_button)
        self.write_button.clicked.connect(self._write)
        self.rest_button.clicked.connect(self._rest)
        self.hide()

    def show_draft(self, draft: ReflectionDraft) -> None:
        """Name at most one person."""
        self._draft = draft
        today = self._services.today()
        self.person = self._services.attention.name(draft, on=today)
        if self.person is not None:
            name = self.person.name.split(" ")[0]
            words = self.tr("It has been a while since you wrote about %1.")
            # The question may say it already; then the two answers stand alone.
            self._services.questions.question(draft, "notice", on=today)
            asked = draft.answer("notice").prompt_id == UNSEEN_QUESTION
            self.words.setText("" if asked else words.replace("%1", name))
            about = self.tr("Write about %1").replace("%1", name)
            self.write_button.setText(about.replace("&", "&&"))
            self.write_button.setAccessibleName(about)
        self.setVisible(self.person is not None)

    def _write(self) -> None:
        if self.person is not None:
            self.chosen.emit(self.person.id)

    def _rest(self) -> None:
        if self.person is not None and self._draft is not None:
            today = self._services.today()
            self._services.attention.not_this_week(self.person.id or 0, on=today)
            self.show_draft(self._draft)
