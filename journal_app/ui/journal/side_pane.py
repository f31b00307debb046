"""Side pane: the lines of the journal with their filters, or a month with the lines of a day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journal_app.domain.timeline import Line
from journal_app.domain.week import Week
from journal_app.services.entries import EntryService
from journal_app.services.team import TeamService
from journal_app.services.timeline import TimelineService
from journal_app.ui.icons import icon
from journal_app.ui.journal.filter_bar import FilterBar
from journal_app.ui.journal.month_view import MonthView
from journal_app.ui.journal.timeline_list import TimelineList
from journal_app.ui.journal.timeline_model import TimelineModel
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.labels import label

MOST_OF_A_DAY = 300


class SidePane(QWidget):
    """What one picks from; what is picked is shown beside it."""

    line_shown = Signal(object)
    line_entered = Signal(object)
    trash_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        timeline: TimelineService,
        entries: EntryService,
        team: TeamService,
        week_of: Callable[[date], Week],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._timeline, self._entries, self._team = theme, timeline, entries, team
        self._today = today
        self._shows = ""
        self.model = TimelineModel(timeline, week_of, today)
        self.list = TimelineList(theme, self.model, name=self.tr("The journal, newest first"))
        self.filters = FilterBar(theme)
        self.nothing = label(self.tr("Nothing is kept by these filters."), tone="muted")
        self.month = MonthView(theme, timeline, week_of, today)
        self.day_model = TimelineModel(timeline, week_of, today)
        self.day_list = TimelineList(theme, self.day_model, name=self.tr("What this day holds"))
        self.day_note = label("", tone="muted")
        self.trash_button = button(self.tr("&Trash"), "text")
        self.stack = QStackedWidget()
        self._scroll = QScrollArea()
        self._lay_out()
        for lines in (self.list, self.day_list):
            lines.shown.connect(self._show)
            lines.entered.connect(self.line_entered)
        self.filters.changed.connect(self.load)
        self.month.day_chosen.connect(lambda _day: self._show_day())
        self.trash_button.clicked.connect(self.trash_requested)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def shows_month(self) -> bool:
        """True while the month is in view."""
        return self.stack.currentIndex() == 1

    def load(self) -> None:
        """Read the lines anew, from the top, as the filters say."""
        filters = self.filters
        chosen = self._timeline.chosen(
            person_id=int(filters.person.choice) if filters.person.choice else None,
            kind=filters.kind.choice,
            tag=filters.tag.choice,
            starred=filters.star.isChecked(),
            until=filters.until,
        )
        self.model.load(chosen, self._names())
        self.nothing.setVisible(not self.model.rows and filters.filters)

    def refresh(self) -> None:
        """Read what there is now; what was picked stays picked."""
        self.filters.offer(self._team.everyone(), self._entries.tags())
        shown = self._shows
        self.load()
        if self.shows_month:
            self._show_day()
        self.pick(shown)

    def show_timeline(self) -> None:
        """Show the list of lines."""
        self.stack.setCurrentIndex(0)
        self.pick(self._shows)

    def show_month(self, day: date | None = None) -> None:
        """Show the month of a day."""
        self.stack.setCurrentIndex(1)
        if day is not None:
            self.month.day = day
        self._show_day()

    def begin_at(self, day: date) -> None:
        """List from the end of the week of a day back, and pick its first line."""
        self.stack.setCurrentIndex(0)
        self.filters.clear()
        self.filters.start_at(day, self._today())
        self.pick_first()

    def pick(self, ref: str) -> bool:
        """Point at a line among those read so far; False when it is not among them."""
        self._shows = ref
        lines = self.day_list if self.shows_month else self.list
        index = lines.lines.find(ref)
        lines.setCurrentIndex(index)
        if index.isValid():
            lines.scrollTo(index)
        return index.isValid()

    def pick_first(self) -> None:
        """Point at the newest line, and show it."""
        lines = self.day_list if self.shows_month else self.list
        index = lines.lines.first_line()
        lines.setCurrentIndex(QModelIndex())
        lines.setCurrentIndex(index)
        lines.scrollToTop()

    def _show(self, line: Line) -> None:
        if line.ref != self._shows:
            self._shows = line.ref
            self.line_shown.emit(line)

    def _show_day(self) -> None:
        self.month.refresh()
        day = self.month.day
        chosen = self._timeline.chosen(until=day)
        lines = [
            line
            for line in self._timeline.page(chosen, None, MOST_OF_A_DAY)
            if line.on == day or (line.kind == "week" and day in _week(line))
        ]
        found = [*lines, *self._of_weeks(day, lines)]
        self.day_model.show_lines(found, self._names())
        self.day_note.setText("" if found else self.tr("Nothing was written for this day."))
        self.day_note.setVisible(not found)
        if found:
            self.day_list.setCurrentIndex(self.day_model.index(0))
        self._scroll.ensureWidgetVisible(self.month.button_of(day))

    def _of_weeks(self, day: date, known: list[Line]) -> list[Line]:
        """Moments and celebrations of a day stand in a week; here they stand for themselves."""
        refs = {line.ref for line in known}
        return [line for line in self._timeline.on_days([day]) if line.ref not in refs]

    def _names(self) -> dict[int, str]:
        return {person.id or 0: person.name for person in self._team.everyone()}

    def _lay_out(self) -> None:
        px = self._theme.px
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filters)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        calendar = QWidget()
        column = QVBoxLayout(calendar)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.month)
        column.addSpacing(px(8))
        column.addWidget(self.day_note)
        column.addWidget(self.day_list, 1)
        self.day_list.setMinimumHeight(px(90))
        # A low window scrolls to the day that the arrows come to.
        self._scroll.setWidget(calendar)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stack.addWidget(listed)
        self.stack.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), 0, 0, px(12))
        column.addWidget(self.stack, 1)
        column.addWidget(self.trash_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _dress(self) -> None:
        self.trash_button.setIcon(icon(self._theme, "trash-2", "muted", 16))
        self.trash_button.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))


def _week(line: Line) -> Week:
    return Week.of(line.on, (line.on.weekday() + 1) % 7)
