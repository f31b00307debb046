"""Person form: a person's name, other names, first day and where they stand with the team."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from journal_app.domain.person import Person, PersonState
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.date_field import DateField
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField


class PersonForm(Card):
    """Holds what was typed until it is asked for; it saves nothing itself."""

    submitted = Signal()
    left = Signal()

    def __init__(
        self, theme: Theme, person: Person, *, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "surface", parent, pad=20)
        self._person = person
        self.name = LineField(name=self.tr("Name"))
        self.name.setText(person.name)
        self.others = LineField(
            name=self.tr("Other names, with commas between"),
            placeholder=self.tr("Nicknames, initials: what you call them"),
        )
        self.others.setText(", ".join(person.other_names))
        self.knows_day = QCheckBox(self.tr("On your team since"))
        self.joined = DateField()
        self.joined.setCalendarPopup(True)
        self.joined.setAccessibleName(self.tr("On your team since"))
        day = person.joined_on or today
        self.joined.setDate(QDate(day.year, day.month, day.day))
        self.knows_day.setChecked(person.joined_on is not None)
        # A first day once known can be changed, and is not taken back.
        self.knows_day.setEnabled(person.joined_on is None)
        self.joined.setEnabled(self.knows_day.isChecked())
        self.state = ChipRow(
            theme,
            [
                (PersonState.ACTIVE, self.tr("here")),
                (PersonState.AWAY, self.tr("away for now")),
                (PersonState.LEFT, self.tr("left the team")),
            ],
            name=self.tr("Where they are"),
        )
        self.state.choose([person.state])
        self.problem = label("", tone="danger")
        self.problem.hide()
        self.done_button = button(self.tr("&Done"), "growth")
        self.leave_button = button(self.tr("Leave as it &was"), "text")
        self._build()

    def typed(self) -> dict[str, object]:
        """What the form says now, in the words of the team service."""
        return {
            "name": self.name.text().strip() or self._person.name,
            "other_names": tuple(
                part.strip() for part in self.others.text().split(",") if part.strip()
            ),
            "joined_on": self._day() if self.knows_day.isChecked() else None,
            "state": PersonState(self.state.choice() or self._person.state),
        }

    def say_problem(self, sentence: str) -> None:
        """Say why this cannot be kept."""
        self.problem.setText(sentence)
        self.problem.show()

    def _day(self) -> date:
        day = self.joined.date()
        return date(day.year(), day.month(), day.day())

    def _build(self) -> None:
        for name, field in ((self.tr("Name"), self.name), (self.tr("Other names"), self.others)):
            self.body.addWidget(label(name, size=12, tone="muted"))
            self.body.addWidget(field)
        days = QHBoxLayout()
        days.addWidget(self.knows_day)
        days.addWidget(self.joined)
        days.addStretch(1)
        self.body.addLayout(days)
        self.body.addWidget(self.state)
        self.body.addWidget(self.problem)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self.leave_button)
        acts.addWidget(self.done_button)
        self.body.addLayout(acts)
        self.knows_day.toggled.connect(self.joined.setEnabled)
        self.done_button.clicked.connect(self.submitted)
        self.leave_button.clicked.connect(self.left)
        for field in (self.name, self.others):
            field.submitted.connect(self.submitted)
            field.returnPressed.connect(self.submitted)
            field.left.connect(self.left)
