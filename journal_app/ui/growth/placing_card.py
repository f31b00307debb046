"""Placing card: the sentence one would pick for the last month, and what shows it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_app.domain.placing import Placing
from journal_app.domain.skill import Skill
from journal_app.ui.growth.part import GrowthServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.kept import Kept
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.picks import SHOWN_AT_FIRST, PickList
from journal_app.ui.wording import near_day_text


class PlacingCard(Card):
    """Four sentences, none of them a mark; evidence from each third of the last months."""

    placed = Signal(object)
    left = Signal()

    def __init__(
        self, theme: Theme, services: GrowthServices, skill: Skill, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._services, self._skill = services, skill
        today = services.today()
        self.sentences = PickList(theme, name=self.tr("The sentence for my last month"))
        self.sentences.set_options(
            [(str(n), sentence, "") for n, sentence in enumerate(skill.levels, start=1)]
        )
        self.evidence = PickList(theme, name=self.tr("What shows it"), multiple=True)
        offered = services.practice.offered(skill.id, on=today)
        self.evidence.set_options(
            [(e.ref, e.sentence, near_day_text(e.on, today)) for e in offered],
            most=SHOWN_AT_FIRST,
        )
        self.outside = LineField(
            name=self.tr("What someone else saw"),
            placeholder=self.tr("What has someone else seen or said? (if you like)"),
        )
        self.kept = Kept(self.outside, services.drafts, f"growth:outside:{skill.id}")
        self.guess = label(
            self.tr("Without one of these it is a guess, and that is fine."), tone="muted"
        )
        self.keep_button = button(self.tr("&Keep this sentence"), "primary")
        self.leave_button = button(self.tr("Not &now"), "text")
        self._shows = label(self.tr("What shows it?"), strong=True)
        self.body.setSpacing(theme.px(12))
        asked = self.tr("Which of these would a fair-minded colleague pick for your last month?")
        self.body.addWidget(label(asked, strong=True))
        acts = QWidget()
        flow = FlowLayout(acts, gap=theme.px(8))
        flow.addWidget(self.keep_button)
        flow.addWidget(self.leave_button)
        for part in (
            self.sentences,
            self._shows,
            self.evidence,
            self.outside,
            self.guess,
            acts,
        ):
            self.body.addWidget(part)
        self.sentences.changed.connect(self._unfold)
        self.evidence.changed.connect(self._unfold)
        self.outside.edited.connect(self._unfold)
        self.outside.submitted.connect(self._place)
        self.outside.left.connect(self.left)
        self.keep_button.clicked.connect(self._place)
        self.leave_button.clicked.connect(self.left)
        self._unfold()

    def _unfold(self) -> None:
        chosen = bool(self.sentences.chosen())
        for part in (self._shows, self.evidence, self.outside):
            part.setVisible(chosen)
        bare = not self.evidence.chosen() and not self.outside.text().strip()
        self.guess.setVisible(chosen and bare)
        self.keep_button.setEnabled(chosen)

    def _place(self) -> None:
        chosen = self.sentences.chosen()
        if chosen:
            self.placed.emit(
                Placing(
                    skill_id=self._skill.id,
                    placed_on=self._services.today(),
                    level=int(chosen[0]),
                    outside=self.kept.used().strip(),
                    evidence=tuple(self.evidence.chosen()),
                )
            )
