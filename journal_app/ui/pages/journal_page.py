"""Journal: all weeks and entries by date, a month and a year of them, and one open to read."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journal_app.domain.item import Item
from journal_app.domain.query import Query
from journal_app.domain.timeline import Line
from journal_app.services.changes import Topic
from journal_app.services.insight import InsightService
from journal_app.services.timeline import TimelineService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.journal.reader import Reader, ReadingServices
from journal_app.ui.journal.side_pane import SidePane
from journal_app.ui.journal.year_notes import YearNotes
from journal_app.ui.journal.year_view import YearView
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.empty_state import EmptyState
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.page import PageColumn

SIDE, ONE_PANE_BELOW = 336, 720
_TOPICS = {Topic.REFLECTIONS, Topic.ENTRIES, Topic.GROWTH, Topic.CELEBRATIONS, Topic.PEOPLE}


class JournalPage(QWidget):
    """Lines at the side, the chosen one as a page; where there is no room, one after the other."""

    begin_requested = Signal()
    entry_requested = Signal(int)
    writing_requested = Signal()
    person_requested = Signal(int)
    said = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        changes: ChangeSignals,
        *,
        timeline: TimelineService,
        insight: InsightService,
        reading: ReadingServices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._reading = theme, reading
        self._narrow = False
        week_of, today = reading.reflections.week_of, reading.today
        self.side = SidePane(
            theme,
            timeline=timeline,
            entries=reading.entries,
            team=reading.team,
            week_of=week_of,
            today=today,
        )
        self.list, self.model, self.month = self.side.list, self.side.model, self.side.month
        self.reader = Reader(theme, reading)
        self.header = self.reader.header
        self.year = YearView(theme, timeline, week_of, today)
        self.notes = YearNotes(theme, insight, today)
        self.views = ChipRow(
            theme,
            [
                ("timeline", self.tr("Timeline")),
                ("month", self.tr("Month")),
                ("year", self.tr("Year")),
            ],
            name=self.tr("How the journal is shown"),
        )
        self.write_button = button(self.tr("&Write freely"), "primary")
        self.empty = EmptyState(
            theme,
            icon="book-open",
            sentence=self.tr("Each finished week becomes a page here, good to read a year later."),
            action=self.tr("&Begin this week's reflection"),
        )
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        changes.changed.connect(self._on_changed)
        self.show_view("timeline")
        self.refresh()

    def refresh(self) -> None:
        """Show what is written now; what is open stays open, or else the newest is."""
        ref = self.reader.ref
        self.side.refresh()
        empty = not (self.model.rows or self.side.filters.filters)
        self.views.setVisible(not empty)
        if empty:
            self.reader.show_nothing()
            self.stack.setCurrentIndex(2)
            return
        if self.stack.currentIndex() == 2:
            self.show_view(self.views.choice() or "timeline")
        self.year.refresh()
        if not ref:
            self.side.pick_first()

    def show_view(self, view: str) -> None:
        """Show the timeline, a month or a year."""
        self.views.choose([view])
        self.stack.setCurrentIndex(1 if view == "year" else 0)
        if view == "year":
            self.year.refresh()
        elif view == "month":
            self.side.show_month()
        else:
            self.side.show_timeline()
        self._fold(reading=False)

    def open_week_of(self, item: Item, query: Query | None = None) -> None:
        """Open the week in which something was written, or else that itself."""
        week = self._reading.reflections.week_of(item.on)
        finished = self._reading.reflections.finished_in(week)
        self.open_ref(f"week:{finished.id}" if finished is not None else item.ref, query)

    def open_day(self, day: date) -> None:
        """List from the week of a day back."""
        self.show_view("timeline")
        week = self._reading.reflections.week_of(day)
        self.side.begin_at(week.end)

    def open_ref(self, ref: str, query: Query | None = None) -> None:
        """Open anything by its ref, whether the list was read that far or not."""
        if self.stack.currentIndex() != 0:
            self.show_view("timeline")
        self.reader.show_ref(ref, query)
        self.side.pick(ref)
        self._fold(reading=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Where two panes have no room, one is shown."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(ONE_PANE_BELOW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._fold(reading=False)
        self._dress()

    def _fold(self, *, reading: bool) -> None:
        """In one pane either the lines or what is read; in two, both."""
        self.side.setVisible(not (self._narrow and reading))
        self.reader.setVisible(reading or not self._narrow)
        self.reader.back_button.setVisible(self._narrow)

    def _dress(self) -> None:
        self._title.setVisible(not self._narrow)
        room = self.width() if self._narrow else self._theme.px(SIDE)
        self.side.setFixedWidth(room)

    @Slot(object)
    def _on_shown(self, line: Line) -> None:
        self.reader.show_ref(line.ref)

    @Slot(object)
    def _on_entered(self, line: Line) -> None:
        if self.reader.ref != line.ref:
            self.reader.show_ref(line.ref)
        self._fold(reading=True)
        self.reader.enter()

    def _on_gone(self) -> None:
        self.reader.ref = ""
        self.refresh()
        self._fold(reading=False)

    def _on_month(self, first: date) -> None:
        self.show_view("month")
        self.side.show_month(first)
        self.month.focus_day()

    def _on_tag(self, tag: str) -> None:
        self.show_view("timeline")
        self.side.filters.tag.choose(tag)

    def _escape(self) -> None:
        if self._narrow and self.reader.isVisible():
            self._fold(reading=False)
        self.list.setFocus()

    @Slot(object)
    def _on_changed(self, topic: Topic) -> None:
        if topic in _TOPICS:
            self.refresh()

    def _lay_out(self) -> None:
        theme = self._theme
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(8))
        head.setSpacing(theme.px(16))
        self._title = label(self.tr("Journal"), size=28, serif=True)
        self._title.setWordWrap(False)
        head.addWidget(self._title)
        head.addWidget(self.views, 1)
        head.addWidget(self.write_button)
        split = QWidget()
        row = QHBoxLayout(split)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self.reader, 1)
        year = PageColumn(theme, measure=820)
        year.body.addWidget(self.year)
        year.body.addWidget(self.notes)
        year.body.addStretch(1)
        self.stack.addWidget(split)
        self.stack.addWidget(year)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.views.changed.connect(lambda: self.show_view(self.views.choice() or "timeline"))
        self.write_button.clicked.connect(self.writing_requested)
        self.empty.acted.connect(self.begin_requested)
        self.side.line_shown.connect(self._on_shown)
        self.side.line_entered.connect(self._on_entered)
        self.side.trash_requested.connect(self._open_trash)
        self.year.year_shown.connect(self.notes.show_year)
        self.year.month_chosen.connect(self._on_month)
        reader = self.reader
        reader.entry_requested.connect(self.entry_requested)
        reader.person_requested.connect(self.person_requested)
        reader.ref_requested.connect(self.open_ref)
        reader.tag_chosen.connect(self._on_tag)
        reader.back_requested.connect(self._escape)
        reader.gone.connect(self._on_gone)
        reader.said.connect(self.said)
        prints = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        prints.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        prints.activated.connect(reader.print_page)
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._escape)

    def _open_trash(self) -> None:
        self.side.pick("")
        self.reader.show_trash()
        self._fold(reading=True)
