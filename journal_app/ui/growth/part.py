"""Growth part: what one part of My growth is given, and how it is filled anew."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from journal_app.domain.week import Week
from journal_app.services.drafts import DraftService
from journal_app.services.intentions import IntentionService
from journal_app.services.leader import LeaderService
from journal_app.services.leading import LeadingService
from journal_app.services.measures import MeasureService
from journal_app.services.practice import PracticeService
from journal_app.services.questions import QuestionService
from journal_app.services.skills import SkillService
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.drawing import Drawing
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.labels import label

_SOON = timedelta(days=3)


@dataclass(frozen=True, kw_only=True)
class GrowthServices:
    """What My growth works with."""

    skills: SkillService
    practice: PracticeService
    intentions: IntentionService
    measures: MeasureService
    leading: LeadingService
    leader: LeaderService
    questions: QuestionService
    drafts: DraftService
    week_of: Callable[[date], Week]
    today: Callable[[], date]

    def plan_week(self) -> date:
        """The week a plan made now is for: this one, or the next when this one is nearly over."""
        return self.week_of(self.today() + _SOON).start


class GrowthPart(QWidget):
    """One part; the page hears what it says and shows it when it is chosen."""

    said = Signal(str, object)
    skill_requested = Signal(str)
    summary_requested = Signal()

    def __init__(
        self, theme: Theme, services: GrowthServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.services = theme, services
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(16))

    def refresh(self) -> None:
        """Show what the journal holds now."""
        raise NotImplementedError

    def keep(self) -> None:
        """Make what is being typed durable; most parts keep at once."""

    def heading(self, icon: str, ink: str, text: str) -> QWidget:
        """A title with its small drawing."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, self.theme.px(8), 0, 0)
        mark = Drawing(self.theme, icon, ink, 20)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(text, size=22, serif=True), 1)
        return holder

    def flow(self, *widgets: QWidget, gap: int = 8) -> QWidget:
        """Widgets in a line that wraps."""
        holder = QWidget()
        flow = FlowLayout(holder, gap=self.theme.px(gap))
        for widget in widgets:
            flow.addWidget(widget)
        return holder


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout, and what lies in layouts inside it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
