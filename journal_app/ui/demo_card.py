"""Demo card: whose journal the demo is, and what to look at first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_app.domain.person import Person
from journal_app.services.leader import DEMO, LeaderService
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.labels import label


class DemoCard(Card):
    """Stands above the plans of people one has not met, until it has been read."""

    person_requested = Signal(int)
    page_requested = Signal(str)

    def __init__(self, theme: Theme, leader: LeaderService, person: Person) -> None:
        super().__init__(theme, "growth")
        self._leader = leader
        self.body.addWidget(
            label(self.tr("A year of leading a team that never was"), size=22, serif=True)
        )
        self.body.addWidget(
            label(
                self.tr(
                    "Nobody here ever lived. Somebody who wrote code for eleven years was given the"
                    " team, and this is what twelve minutes a week became."
                    " Three things to look at first:"
                )
            )
        )
        line = self.tr("How %1 grew").replace("%1", person.name.split(" ")[0])
        self.line_button = button(line.replace("&", "&&"), name=line)
        self.wall_button = button(self.tr("What was celebrated"))
        self.growth_button = button(self.tr("How the leader grew"))
        self.seen_button = button(self.tr("I see"), "text")
        row = QWidget()
        acts = FlowLayout(row, gap=theme.px(8))
        for act in (self.line_button, self.wall_button, self.growth_button, self.seen_button):
            acts.addWidget(act)
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(row)
        self.line_button.clicked.connect(lambda: self.person_requested.emit(person.id or 0))
        self.wall_button.clicked.connect(lambda: self.page_requested.emit("celebrations"))
        self.growth_button.clicked.connect(lambda: self.page_requested.emit("growth"))
        self.seen_button.clicked.connect(self._put_away)

    def _put_away(self) -> None:
        self._leader.saw(DEMO)
        self.hide()
