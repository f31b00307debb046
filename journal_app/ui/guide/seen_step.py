"""Seen step: when each person was last seen growing, in words, one of them gently marked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.domain.person import Person
from journal_app.ui.guide.words_step import WordsStep
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.person_mark import PersonMark
from journal_app.ui.wording import seen_text


class SeenStep(WordsStep):
    """People in the order the leader set; no count, no comparing, at most one marked."""

    def beside(self) -> list[QWidget]:
        """One quiet line for each person."""
        card = Card(self.theme)
        card.body.setSpacing(self.theme.px(10))
        attention, today = self.services.attention, self.services.today()
        last = attention.last_noticed(week_start=self.week.start)
        marked = attention.unnoticed_in(self.draft, on=today)
        for person in self.people():
            words = seen_text(last[person.id or 0])
            card.body.addWidget(self._line(person, words, marked is not None and marked == person))
        return [card] if self.people() else []

    def _line(self, person: Person, words: str, marked: bool) -> QWidget:  # noqa: FBT001
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.theme.px(12))
        line.addWidget(PersonMark(self.theme, person), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(label(person.name, size=16, serif=True), 1)
        line.addWidget(label(words, tone="growth" if marked else "muted"), 1)
        if marked:
            rest = button(
                self.tr("Not this week"),
                "text",
                name=self.tr("Not this week: %1").replace("%1", person.name),
            )
            rest.clicked.connect(lambda: self._rest(person))
            line.addWidget(rest)
        return row

    def _rest(self, person: Person) -> None:
        self.services.attention.not_this_week(person.id or 0, on=self.services.today())
        self.renew()
