"""What every screen of the guide is: a view of one draft that writes what is typed into it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.domain.draft import ReflectionDraft
from journal_app.domain.person import Person
from journal_app.domain.week import Week
from journal_app.services.attention import AttentionService
from journal_app.services.entries import SeedService
from journal_app.services.growth import GrowthService
from journal_app.services.intentions import IntentionService
from journal_app.services.keeping import KeepingService
from journal_app.services.leading import LeadingService
from journal_app.services.measures import MeasureService
from journal_app.services.pace import PaceService
from journal_app.services.practice import PracticeService
from journal_app.services.questions import QuestionService
from journal_app.services.reflections import ReflectionService
from journal_app.services.situations import Situations
from journal_app.services.skills import SkillService
from journal_app.services.team import TeamService
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.plan_calendar import PlanCalendar


@dataclass(frozen=True, kw_only=True)
class GuideServices:
    """The services the screens of the guide use, and the day it is."""

    reflections: ReflectionService
    questions: QuestionService
    team: TeamService
    growth: GrowthService
    intentions: IntentionService
    skills: SkillService
    seeds: SeedService
    attention: AttentionService
    pace: PaceService
    situations: Situations
    practice: PracticeService
    leading: LeadingService
    measures: MeasureService
    keeping: KeepingService
    today: Callable[[], date]
    calendar: PlanCalendar | None = None


class GuideStep(QWidget):
    """One screen. It reads the draft in ``show_draft`` and writes into it as the person types."""

    edited = Signal()
    advance_requested = Signal()

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.theme = theme
        self.draft = ReflectionDraft(week_start=date.min)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(16))

    def show_draft(self, draft: ReflectionDraft) -> None:
        """Show what this draft holds for this screen."""
        self.draft = draft
        self.fill()

    def fill(self) -> None:
        """Fill the widgets from ``self.draft``; for the screens to say how."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """The widget that takes the keyboard when the screen opens."""
        return self

    @property
    def week(self) -> Week:
        """The week the draft is about."""
        return Week(self.draft.week_start)

    def people(self) -> list[Person]:
        """The people one may write about, in the manual order."""
        return self.services.team.present()

    def name_of(self, person_id: int | None) -> str:
        """A person's name, or an empty text."""
        if person_id is None:
            return ""
        return next((p.name for p in self.services.team.everyone() if p.id == person_id), "")
