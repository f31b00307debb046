"""Workspace: an open journal in the window: the rail, the pages built when first asked for."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journal_app.domain.week import Week
from journal_app.services.journal import Journal
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.guide.step import GuideServices
from journal_app.ui.pages.guide_page import GuidePage
from journal_app.ui.pages.week_home_page import WeekHomePage
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.banner import Banner, Toast
from journal_app.ui.widgets.nav_rail import Destination, NavRail

NARROW_BELOW = 1100


class Workspace(QWidget):
    """Opens pages by name and wires what they ask for; holds no state of its own."""

    lock_requested = Signal()

    def __init__(
        self,
        journal: Journal,
        theme: Theme,
        changes: ChangeSignals,
        *,
        today: Callable[[], date],
        protected: bool,
        files: FileChooser,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._theme, self._changes = journal, theme, changes
        self._today, self._files = today, files
        self._makers: dict[str, Callable[[], QWidget]] = {
            "week": self._make_home,
            "guide": self._make_guide,
        }
        self.pages: dict[str, QWidget] = {}
        self.rail = NavRail(theme, self._destinations(protected=protected))
        self.stack = QStackedWidget()
        self.banner = Banner(theme)
        self.toast = Toast(theme, self)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.rail.chosen.connect(self._choose)
        self.open("week")

    def open(self, name: str) -> QWidget:
        """Show a page, built now if it is the first time, and return it."""
        self.keep()
        if name not in self.pages:
            page = self._makers[name]()
            self.pages[name] = page
            self.stack.addWidget(page)
        page = self.pages[name]
        self.stack.setCurrentWidget(page)
        self.rail.stand_at("week" if name == "guide" else name)
        return page

    def open_guide(self, week: Week, *, at: str = "") -> None:
        """Open the guide for a week, where it was left."""
        page = self.open("guide")
        if isinstance(page, GuidePage):
            page.open_week(week, at=at)

    def keep(self) -> None:
        """Make every unsaved word durable."""
        guide = self.pages.get("guide")
        if isinstance(guide, GuidePage):
            guide.keep()

    def capture(self) -> None:
        """Go to the line that catches a seed."""
        page = self.open("week")
        if isinstance(page, WeekHomePage):
            page.capture.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """A narrow window gets a narrow rail."""
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < self._theme.px(NARROW_BELOW))

    def _destinations(self, *, protected: bool) -> list[Destination]:
        foot = self.tr("Lock") if protected else self.tr("Hide")
        places = [Destination(key="week", name=self.tr("This week"), icon="calendar-days")]
        return [*places, Destination(key="lock", name=foot, icon="lock", foot=True, acts=True)]

    def _choose(self, key: str) -> None:
        if key == "lock":
            self.lock_requested.emit()
        else:
            self.open(key)

    def _make_home(self) -> QWidget:
        journal = self._journal
        page = WeekHomePage(
            self._theme,
            self._changes,
            reflections=journal.reflections,
            intentions=journal.intentions,
            growth=journal.growth,
            team=journal.team,
            seeds=journal.seeds,
            leader=journal.leader,
            today=self._today,
        )
        page.reflection_requested.connect(self.open_guide)
        return page

    def _make_guide(self) -> QWidget:
        journal = self._journal
        page = GuidePage(
            GuideServices(
                reflections=journal.reflections,
                questions=journal.questions,
                team=journal.team,
                growth=journal.growth,
                intentions=journal.intentions,
                skills=journal.skills,
                seeds=journal.seeds,
                today=self._today,
            ),
            self._theme,
        )
        page.left.connect(lambda: self.open("week"))
        page.finished.connect(lambda _finished: self.open("week"))
        return page
