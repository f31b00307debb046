"""Tried part: plans and how they ended, newest first, all endings alike."""

from PySide6.QtWidgets import QWidget

from journal_app.domain.intention import Intention
from journal_app.ui.growth.part import GrowthPart, GrowthServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.masonry import Masonry
from journal_app.ui.wording import ending_text, near_day_text, plan_text

_AT_ONCE = 24


class TriedPart(GrowthPart):
    """What was planned, in the words it was planned in, and what came of it."""

    def __init__(
        self, theme: Theme, services: GrowthServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        self._shown = _AT_ONCE
        self.wall = Masonry(theme)
        self.nothing = label(
            self.tr("What you plan for a week comes here with its ending. Letting go is one too."),
            size=18,
            serif=True,
        )
        self.earlier_button = button(self.tr("Further &back"), "text")
        self.column.addWidget(
            self.heading("footprints", "preview", self.tr("What I tried, and how it ended"))
        )
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.wall)
        self.column.addWidget(self.flow(self.earlier_button))
        self.earlier_button.clicked.connect(self._show_more)

    def refresh(self) -> None:
        """Show the newest, and more when asked."""
        plans = self.services.intentions.ended()
        self.nothing.setVisible(not plans)
        self.wall.hang([self._card(plan) for plan in plans[: self._shown]])
        self.earlier_button.setVisible(len(plans) > self._shown)

    def _show_more(self) -> None:
        self._shown += _AT_ONCE
        self.refresh()

    def _card(self, plan: Intention) -> Card:
        card = Card(self.theme, "surface", pad=16)
        on = near_day_text(plan.ended_on or plan.week_start, self.services.today())
        skill = self.services.skills.skill(plan.skill_id or "")
        over = f"{on} · {skill.name}" if skill is not None else on
        card.body.addWidget(label(over, size=12, tone="muted"))
        card.body.addWidget(words(plan_text(plan.cue, plan.act), size=16))
        card.body.addWidget(label(ending_text(plan.ending), tone="preview", strong=True))
        if plan.ending_note.strip():
            card.body.addWidget(words(plan.ending_note.strip(), size=16))
        return card
