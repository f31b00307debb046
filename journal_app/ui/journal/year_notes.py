"""Year notes: a word for the year, and how one has been writing, told only when asked."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.services.insight import LAST_WEEKS, InsightService
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, long_button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.wording import fill, number_text


class YearNotes(QWidget):
    """Offers words without numbers; says nothing about gaps."""

    def __init__(
        self,
        theme: Theme,
        insight: InsightService,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._insight, self._today = insight, today
        self._year = today().year
        self.title = label("", size=18, serif=True)
        self.word = LineField(
            name=self.tr("A word for this year"), placeholder=self.tr("One word, if you like")
        )
        self.offer_button = long_button(self.tr("&Offer words from what I wrote"), "text")
        self.offered = ChipRow(theme, [], name=self.tr("Words from this year"))
        self.none = label(
            self.tr("Not enough is written for this year yet to find words in."), tone="muted"
        )
        self.rhythm_button = button(self.tr("&How have I been writing lately?"), "text")
        self.rhythm = label("", size=16, serif=True)
        card = Card(theme, "sunken", pad=20)
        card.body.addWidget(self.title)
        row = QHBoxLayout()
        row.addWidget(self.word, 1)
        row.addWidget(self.offer_button)
        card.body.addLayout(row)
        card.body.addWidget(self.offered)
        card.body.addWidget(self.none)
        card.body.addWidget(self.rhythm_button, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self.rhythm)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(16), 0, 0)
        column.addWidget(card)
        self.word.edited.connect(self._keep)
        self.offer_button.clicked.connect(self._offer)
        self.offered.changed.connect(self._take)
        self.rhythm_button.clicked.connect(self._tell)
        self.show_year(self._year)

    def show_year(self, year: int) -> None:
        """Be about this year; what was asked for about another is put away."""
        self._year = year
        self.title.setText(fill(self.tr("A word for %1"), str(year)))
        self.word.setText(self._insight.word_of(year))
        self.offered.set_options([])
        for widget in (self.offered, self.none, self.rhythm):
            widget.hide()
        self.rhythm_button.setVisible(year == self._today().year)

    def _keep(self) -> None:
        self._insight.keep_word(self._year, self.word.text())

    def _offer(self) -> None:
        words = self._insight.words_offered(self._year)
        self.offered.set_options([(word, word) for word in words])
        self.offered.choose([self.word.text()])
        self.offered.setVisible(bool(words))
        self.none.setVisible(not words)

    def _take(self) -> None:
        if self.offered.choice():
            self.word.setText(self.offered.choice())
            self._keep()

    def _tell(self) -> None:
        weeks = self._insight.weeks_written(self._today())
        self.rhythm.setText(
            fill(
                self.tr("You have written in %1 of the last %2 weeks."),
                number_text(weeks),
                number_text(LAST_WEEKS),
            )
        )
        self.rhythm.show()
