"""Question card: the one question on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.drawing import Drawing
from journal_app.ui.widgets.labels import label
from journal_app.ui.wording import breakable


class QuestionCard(Card):
    """A small heading, the question in the reading face, and a quiet hint."""

    def __init__(
        self,
        theme: Theme,
        *,
        icon: str = "sparkles",
        tone: str = "question",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, tone, parent)
        self._icon = Drawing(theme, icon, "accent_ink", 18)
        self.heading = label("", size=14, tone="accent", strong=True)
        self.question = label("", size=22, serif=True)
        self.hint = label("", size=14, tone="muted")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.heading, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.question)
        self.body.addWidget(self.hint)

    def ask(self, question: str, *, heading: str = "", hint: str = "") -> None:
        """Show a question; without a hint its line takes no room."""
        self.heading.setText(heading)
        self.question.setText(breakable(question))
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def stand_for(self, tone: str, icon: str, ink: str) -> None:
        """Take the tone of the step: its ground, its icon and the ink of its heading."""
        self.set_tone(tone)
        self._icon.show_icon(icon, ink)
        self.heading.setProperty("tone", ink.removesuffix("_ink"))
        self.heading.style().polish(self.heading)
