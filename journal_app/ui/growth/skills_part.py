"""Skills part: the twelve people skills with the sentence chosen for now, none above another."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from journal_app.domain.placing import Placing
from journal_app.domain.skill import Skill
from journal_app.ui.growth.part import GrowthPart, GrowthServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.masonry import Masonry
from journal_app.ui.wording import near_day_text


class SkillsPart(GrowthPart):
    """In the order of the map; no total and no shape over all of them."""

    def __init__(
        self, theme: Theme, services: GrowthServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        self.buttons: dict[str, QPushButton] = {}
        told = self.tr(
            "Leading is a craft of its own, and these are its parts. One at a time is plenty:"
            " open one to read its four sentences and small things to try."
        )
        self.wall = Masonry(theme, narrowest=310)
        self.column.addWidget(label(told, size=16, tone="muted", serif=True))
        self.column.addWidget(self.wall)

    def refresh(self) -> None:
        """Show each skill with its newest placing."""
        self.buttons = {}
        focus, latest = self.services.skills.focus(), self.services.practice.latest()
        self.wall.hang(
            [
                self._card(skill, latest.get(skill.id), in_focus=skill == focus)
                for skill in self.services.skills.all()
            ]
        )

    def _card(self, skill: Skill, placing: Placing | None, *, in_focus: bool) -> Card:
        card = Card(self.theme, "growth" if placing or in_focus else "surface", pad=16)
        open_it = button(skill.name, "name", name=self.tr("Open %1").replace("%1", skill.name))
        open_it.clicked.connect(partial(self.skill_requested.emit, skill.id))
        self.buttons[skill.id] = open_it
        row = QHBoxLayout()
        row.addWidget(open_it)
        row.addStretch(1)
        if in_focus:
            row.addWidget(label(self.tr("in focus"), size=12, tone="accent", strong=True))
        card.body.addLayout(row)
        if placing is None:
            card.body.addWidget(
                label(skill.meaning[:1].upper() + skill.meaning[1:] + ".", tone="muted")
            )
            return card
        day = near_day_text(placing.placed_on, self.services.today())
        over = self.tr("The sentence for me on %1").replace("%1", day)
        if self.services.practice.is_guess(placing):
            over = self.tr("My guess on %1").replace("%1", day)
        card.body.addWidget(label(over, size=12, tone="growth"))
        card.body.addWidget(words(skill.levels[placing.level - 1], size=16))
        return card
