"""Leader me: which hat, one thing not known yet, and what an experiment taught."""

from PySide6.QtWidgets import QWidget

from journal_app.domain.reflection import Hat
from journal_app.ui.guide.doubt_card import DoubtCard
from journal_app.ui.guide.focus_card import FocusCard
from journal_app.ui.guide.step import GuideServices, GuideStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label


class LeaderStep(GuideStep):
    """The doubt under its lock, the hat in words, and the focus skill's experiments."""

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, theme, parent)
        self.doubts = DoubtCard(services, theme)
        self.doubt = self.doubts.area
        self.hat = ChipRow(
            theme,
            [
                (Hat.EXPERT, self.tr("mostly the expert")),
                (Hat.BOTH, self.tr("both")),
                (Hat.LEADER, self.tr("mostly the leader")),
            ],
            name=self.tr("Which hat this week"),
        )
        self.focus = FocusCard(services, theme)
        hat_card = Card(theme)
        hat_card.body.addWidget(label(self.tr("Which hat did you mostly wear?"), strong=True))
        hat_card.body.addWidget(
            label(self.tr("Expert and leader are two crafts. Both are yours."), tone="muted")
        )
        hat_card.body.addWidget(self.hat)
        for card in (self.doubts, hat_card, self.focus):
            self.column.addWidget(card)
        for part in (self.doubts, self.focus):
            part.edited.connect(self.edited)
        self.doubt.submitted.connect(self.advance_requested)
        self.focus.submitted.connect(self.advance_requested)
        self.hat.changed.connect(self._write)

    def fill(self) -> None:
        """Show the words so far and the focus skill."""
        self.doubts.show_draft(self.draft)
        self.hat.choose([self.draft.hat])
        self.focus.show_draft(self.draft)

    def first_field(self) -> QWidget:
        """The doubt."""
        return self.doubt

    def _write(self) -> None:
        self.draft.hat = Hat(self.hat.choice()) if self.hat.choice() else None
        self.edited.emit()
