"""Questions: what one wants help with; asked first, because it decides what else is needed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.ui.share.making import Making, ShareStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.page import PageColumn
from journal_app.ui.wording import fill

QUESTIONS = 3


class QuestionsStep(ShareStep):
    """One to three questions, in the person's own words."""

    def __init__(self, theme: Theme, making: Making, parent: QWidget | None = None) -> None:
        super().__init__(theme, making, parent)
        self.questions = [
            LineField(
                name=fill(self.tr("Question %1"), str(number)),
                placeholder=self.tr("How do I…")
                if number == 1
                else self.tr("Another question, if you like"),
            )
            for number in range(1, QUESTIONS + 1)
        ]
        card = Card(theme, "question")
        card.body.setSpacing(theme.px(12))
        card.body.addWidget(label(self.tr("What would you like help with?"), size=22, serif=True))
        card.body.addWidget(
            label(
                self.tr("Your questions stand first. They decide what else is needed."),
                tone="muted",
            )
        )
        for question in self.questions:
            card.body.addWidget(question)
        column = PageColumn(theme)
        column.body.addWidget(card)
        column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)

    def enter(self) -> None:
        """Show what was asked so far, the cursor in the first empty line."""
        asked = self.making.request.questions
        for number, field in enumerate(self.questions):
            said = asked[number] if number < len(asked) else ""
            if field.text().strip() != said:
                field.setText(said)
        empty = next((field for field in self.questions if not field.text()), self.questions[0])
        empty.setFocus()

    def leave(self) -> None:
        """Take the questions in, in their order."""
        asked = tuple(field.text().strip() for field in self.questions if field.text().strip())
        self.making.choose(questions=asked)
