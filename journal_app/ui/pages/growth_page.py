"""My growth: the skill one practises, what one does not know yet, what was tried, and its joys."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.services.changes import Topic
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.growth.doubts_part import DoubtsPart
from journal_app.ui.growth.joy_part import JoyPart
from journal_app.ui.growth.measures_part import MeasuresPart
from journal_app.ui.growth.part import GrowthPart, GrowthServices
from journal_app.ui.growth.skill_part import SkillPart
from journal_app.ui.growth.skills_part import SkillsPart
from journal_app.ui.growth.tried_part import TriedPart
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.fresh_page import FreshPage
from journal_app.ui.widgets.page import PageColumn, PageHeader

_TOPICS = {
    Topic.SKILLS,
    Topic.DOUBTS,
    Topic.INTENTIONS,
    Topic.REFLECTIONS,
    Topic.CELEBRATIONS,
    Topic.SETTINGS,
}
_MAKERS: dict[str, type[GrowthPart]] = {
    "skill": SkillPart,
    "skills": SkillsPart,
    "doubts": DoubtsPart,
    "tried": TriedPart,
    "joy": JoyPart,
    "measures": MeasuresPart,
}


class GrowthPage(FreshPage):
    """One part at a time, made when it is first shown; no number anywhere."""

    said = Signal(str, object)
    summary_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        changes: ChangeSignals,
        services: GrowthServices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._services = theme, services
        self._made: dict[str, GrowthPart] = {}
        self.header = PageHeader(theme, self.tr("My growth"))
        self.parts = ChipRow(
            theme,
            [
                ("skill", self.tr("My skill now")),
                ("skills", self.tr("All twelve")),
                ("tried", self.tr("What I tried")),
                ("doubts", self.tr("Not known yet")),
                ("joy", self.tr("Joy and hats")),
                ("measures", self.tr("Measured on")),
            ],
            name=self.tr("Part of my growth"),
        )
        self.column = PageColumn(theme, measure=1080)
        self._place = QVBoxLayout()
        self.column.body.addWidget(self.header)
        self.column.body.addWidget(self.parts)
        self.column.body.addLayout(self._place)
        self.column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.parts.changed.connect(lambda: self.show_part(self.parts.choice() or "skill"))
        self.listen(theme, changes, _TOPICS)
        self.show_part("skill" if services.skills.focus() is not None else "skills")

    @property
    def part(self) -> GrowthPart:
        """The part that is shown."""
        return self._made[self.parts.choice()]

    def show_part(self, key: str) -> GrowthPart:
        """Show one part; without a focus skill, its place shows all twelve to choose from."""
        self.keep()
        if key == "skill" and self._skill() is None:
            key = "skills"
        shown = self._make(key)
        self.parts.choose([key])
        self.refresh()
        for part in self._made.values():
            part.setVisible(part is shown)
        self.column.verticalScrollBar().setValue(0)
        return shown

    def open_skill(self, skill_id: str) -> None:
        """Open one skill's road; no id leads to all twelve."""
        if not skill_id:
            self.show_part("skills")
            return
        skill = self._make("skill")
        if isinstance(skill, SkillPart):
            skill.show_skill(skill_id)
        self.show_part("skill")

    def refresh(self) -> None:
        """Show what the journal holds now, in the part one looks at."""
        week = self._services.leader.week_as_leader(self._services.today())
        over = self.tr("Week %1 as a leader").replace("%1", str(week)) if week else ""
        self.header.say(self.tr("My growth"), over)
        self.part.refresh()

    def keep(self) -> None:
        """Make what is being typed durable now."""
        for part in self._made.values():
            part.keep()

    def _make(self, key: str) -> GrowthPart:
        if key not in self._made:
            made = self._made[key] = _MAKERS[key](self._theme, self._services)
            made.said.connect(self.said)
            made.skill_requested.connect(self.open_skill)
            made.summary_requested.connect(self.summary_requested)
            self._place.addWidget(made)
        return self._made[key]

    def _skill(self) -> object:
        made = self._made.get("skill")
        opened = made.skill if isinstance(made, SkillPart) else None
        return opened or self._services.skills.focus()
