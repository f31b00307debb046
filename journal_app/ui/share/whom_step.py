"""For whom: who will read it, and what for; it sets what can go along at all."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.domain.share import Audience
from journal_app.ui.share.making import Making, ShareStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.page import PageColumn


class WhomStep(ShareStep):
    """``below`` has room for what was shared before."""

    def __init__(self, theme: Theme, making: Making, parent: QWidget | None = None) -> None:
        super().__init__(theme, making, parent)
        self.audience = ChipRow(
            theme,
            [
                (Audience.MENTOR, self.tr("my mentor")),
                (Audience.COACH, self.tr("a coach")),
                (Audience.MANAGER, self.tr("my own manager")),
                (Audience.MYSELF, self.tr("myself")),
            ],
            name=self.tr("Who it is for"),
        )
        self.about = label("", tone="muted")
        self.purpose = LineField(
            name=self.tr("What it is for"),
            placeholder=self.tr("For our talk in December, say. You can leave this empty."),
        )
        column = PageColumn(theme)
        card = Card(theme)
        card.body.setSpacing(theme.px(12))
        asked = label(self.tr("Who is it for?"), size=22, serif=True)
        card.body.addWidget(asked)
        card.body.addWidget(self.audience)
        card.body.addWidget(self.about)
        card.body.addSpacing(theme.px(8))
        card.body.addWidget(label(self.tr("And what for?"), tone="muted"))
        card.body.addWidget(self.purpose)
        column.body.addWidget(card)
        self.below = QVBoxLayout()
        self.below.setSpacing(theme.px(12))
        column.body.addLayout(self.below)
        column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        self.audience.changed.connect(self._choose)
        self.enter()

    def enter(self) -> None:
        """Show the reader chosen so far."""
        request = self.making.request
        self.audience.choose([request.audience])
        self.about.setText(
            {
                Audience.MENTOR: self.tr("They hear one side, yours, and help you look ahead."),
                Audience.COACH: self.tr("They hear one side, yours, and help you look ahead."),
                Audience.MANAGER: self.tr(
                    "This makes a summary of culture and growth: what you practise, tried and plan."
                    " No person, no doubt and nothing after a disagreement can be added to it."
                ),
                Audience.MYSELF: self.tr("Pages to read in a quiet hour, away from the screen."),
            }[request.audience]
        )
        if self.purpose.text() != request.purpose:
            self.purpose.setText(request.purpose)

    def leave(self) -> None:
        """Take in the purpose."""
        self.making.choose(purpose=self.purpose.text())

    def _choose(self) -> None:
        self.leave()
        audience = Audience(self.audience.choice() or self.making.request.audience)
        self.making.choose(audience=audience)
        self.enter()
        self.changed.emit()
