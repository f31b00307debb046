"""Workspace: an open journal in the window: the rail, the pages built when first asked for."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journal_app.domain.week import Week
from journal_app.services.journal import Journal
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.guide.step import GuideServices
from journal_app.ui.pages.celebrations_page import CelebrationsPage
from journal_app.ui.pages.growth_page import GrowthPage
from journal_app.ui.pages.guide_page import GuidePage
from journal_app.ui.pages.journal_page import JournalPage
from journal_app.ui.pages.people_page import PeoplePage
from journal_app.ui.pages.person_page import PersonPage
from journal_app.ui.pages.share_page import SharePage
from journal_app.ui.pages.week_home_page import WeekHomePage
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.banner import Banner, Toast
from journal_app.ui.widgets.nav_rail import Destination, NavRail

NARROW_BELOW = 1100
_UNDER = {"guide": "week", "person": "people"}


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
            "journal": self._make_journal,
            "people": self._make_people,
            "person": self._make_person,
            "celebrations": self._make_celebrations,
            "growth": self._make_growth,
            "share": self._make_share,
        }
        self.pages: dict[str, QWidget] = {}
        self.rail = NavRail(theme, _destinations(self, protected=protected))
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
        self._undo: Callable[[], object] | None = None
        self.rail.chosen.connect(self._choose)
        self.toast.undo_requested.connect(self._take_back)
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
        self.rail.stand_at(_UNDER.get(name, name))
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

    def open_person(self, person_id: int) -> None:
        """Open one person's page."""
        page = self.open("person")
        if isinstance(page, PersonPage):
            page.show_person(person_id)

    def open_week(self, reflection_id: int) -> None:
        """Open one finished week to read."""
        page = self.open("journal")
        if isinstance(page, JournalPage):
            page.open_week(reflection_id)

    def open_this_week(self) -> None:
        """Open the guide for the week it is."""
        self.open_guide(self._journal.reflections.week_of(self._today()))

    def say(self, message: str, undo: Callable[[], object] | None) -> None:
        """Show a line at the foot, with a way back if there is one."""
        self._undo = undo
        self.toast.say(message, undo=undo is not None)

    def capture(self) -> None:
        """Go to the line that catches a seed."""
        page = self.open("week")
        if isinstance(page, WeekHomePage):
            page.capture.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """A narrow window gets a narrow rail."""
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < self._theme.px(NARROW_BELOW))

    def _take_back(self) -> None:
        if self._undo is not None:
            self._undo()

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
        page.week_page_requested.connect(self.open_week)
        page.person_requested.connect(self.open_person)
        return page

    def _make_journal(self) -> QWidget:
        journal = self._journal
        page = JournalPage(
            self._theme,
            self._changes,
            reflections=journal.reflections,
            entries=journal.entries,
            team=journal.team,
        )
        page.begin_requested.connect(self.open_this_week)
        return page

    def _make_people(self) -> QWidget:
        journal = self._journal
        page = PeoplePage(
            self._theme,
            self._changes,
            team=journal.team,
            growth=journal.growth,
            today=self._today,
        )
        page.person_chosen.connect(self.open_person)
        return page

    def _make_person(self) -> QWidget:
        journal = self._journal
        page = PersonPage(
            self._theme,
            self._changes,
            team=journal.team,
            growth=journal.growth,
            intentions=journal.intentions,
            today=self._today,
        )
        page.back_requested.connect(lambda: self.open("people"))
        return page

    def _make_celebrations(self) -> QWidget:
        journal = self._journal
        page = CelebrationsPage(
            self._theme,
            self._changes,
            celebrations=journal.celebrations,
            team=journal.team,
            today=self._today,
        )
        page.said.connect(self.say)
        page.begin_requested.connect(self.open_this_week)
        return page

    def _make_growth(self) -> QWidget:
        journal = self._journal
        return GrowthPage(
            self._theme,
            self._changes,
            skills=journal.skills,
            intentions=journal.intentions,
            today=self._today,
        )

    def _make_share(self) -> QWidget:
        page = SharePage(
            self._theme,
            sharing=self._journal.sharing,
            choose_file=self._files.save,
            today=self._today,
        )
        page.said.connect(self.say)
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


def _destinations(asker: QObject, *, protected: bool) -> list[Destination]:
    # Without a passphrase nothing is called a lock: the window can only be put out of sight.
    foot = asker.tr("Lock") if protected else asker.tr("Hide window")
    return [
        Destination(key="week", name=asker.tr("This week"), icon="calendar-days"),
        Destination(key="journal", name=asker.tr("Journal"), icon="book-open"),
        Destination(key="people", name=asker.tr("People"), icon="users"),
        Destination(key="celebrations", name=asker.tr("Celebrations"), icon="party-popper"),
        Destination(key="growth", name=asker.tr("My growth"), icon="sprout"),
        Destination(key="share", name=asker.tr("Share"), icon="send"),
        Destination(key="lock", name=foot, icon="lock", foot=True, acts=True),
    ]
