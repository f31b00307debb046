"""Seen step: when each person was last seen growing, in words, one of them gently marked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from journal_app.domain.person import Person
from journal_app.ui.guide.words_step import WordsStep
from journal_app.ui.widgets.buttons import long_button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.person_mark import PersonMark
from journal_app.ui.wording import seen_text


class SeenStep(WordsStep):
    """People in the order the leader set; no count, no comparing, at most one marked."""

    def beside(self) -> list[QWidget]:
        """One quiet line for each person."""
        card = Card(self.theme)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(12))
        grid.setVerticalSpacing(self.theme.px(10))
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 2)
        card.body.addLayout(grid)
        attention, today = self.services.attention, self.services.today()
        last = attention.last_noticed(week_start=self.week.start)
        marked = attention.unnoticed_in(self.draft, on=today)
        middle = Qt.AlignmentFlag.AlignVCenter
        for row, person in enumerate(self.people()):
            is_marked = marked is not None and marked.id == person.id
            words = label(seen_text(last[person.id or 0]), tone="growth" if is_marked else "muted")
            grid.addWidget(PersonMark(self.theme, person), row, 0, middle)
            grid.addWidget(label(person.name, size=16, serif=True), row, 1, middle)
            grid.addWidget(words, row, 2, middle)
            if is_marked:
                grid.addWidget(self._rest_button(person), row, 3, middle)
        return [card] if self.people() else []

    def _rest_button(self, person: Person) -> QPushButton:
        rest = long_button(
            self.tr("Not this week"),
            "text",
            name=self.tr("Not this week: %1").replace("%1", person.name),
        )
        rest.clicked.connect(lambda: self._rest(person))
        return rest

    def _rest(self, person: Person) -> None:
        self.services.attention.not_this_week(person.id or 0, on=self.services.today())
        self.renew()
