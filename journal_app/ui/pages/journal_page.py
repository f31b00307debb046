"""Journal: the weeks that were written, newest first, and one of them open to read."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from journal_app.domain.item import Item
from journal_app.domain.reflection import Reflection
from journal_app.services.changes import Topic
from journal_app.services.entries import EntryService
from journal_app.services.reflections import ReflectionService
from journal_app.services.team import TeamService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.empty_state import EmptyState
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.widgets.week_read import WeekRead
from journal_app.ui.wording import day_text, week_text

Row = Reflection | Item


class WeeksModel(QAbstractListModel):
    """Finished weeks and free entries, newest first."""

    def __init__(self, reflections: ReflectionService, entries: EntryService) -> None:
        super().__init__()
        self._reflections, self._entries = reflections, entries
        self.rows: list[Row] = []

    def load(self) -> None:
        """Read what there is now."""
        self.beginResetModel()
        free = [item for item in self._entries.items() if item.ref.isdigit() and not item.private]
        rows: list[Row] = [*self._reflections.finished(), *free]
        self.rows = sorted(rows, key=_day, reverse=True)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802
        """How many weeks and entries there are."""
        del parent
        return len(self.rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The days of a week, or the title of an entry."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        row = self.rows[index.row()]
        if isinstance(row, Reflection):
            return week_text(self._reflections.week_of(row.week_start))
        return row.title or row.body.strip().split("\n")[0][:40]


def _day(row: Row) -> str:
    return (row.week_start if isinstance(row, Reflection) else row.on).isoformat()


class JournalPage(QWidget):
    """A list of weeks at the side, the chosen one as a page."""

    begin_requested = Signal()
    entry_requested = Signal(int)
    writing_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        changes: ChangeSignals,
        *,
        reflections: ReflectionService,
        entries: EntryService,
        team: TeamService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._reflections, self._team = theme, reflections, team
        self.model = WeeksModel(reflections, entries)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Weeks, newest first"))
        self.list.setFixedWidth(theme.px(220))
        self.list.setSpacing(theme.px(2))
        self.list.setUniformItemSizes(True)
        self.list.setProperty("role", "weeks")
        self.header = PageHeader(theme, self.tr("Journal"))
        self.column = PageColumn(theme, measure=680)
        self.empty = EmptyState(
            theme,
            icon="book-open",
            sentence=self.tr("Each finished week becomes a page here, good to read a year later."),
            action=self.tr("&Begin this week's reflection"),
        )
        self.reading: QWidget | None = None
        body = self.column.body
        body.addWidget(self.header)
        body.addWidget(self.empty)
        body.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, 0, 0)
        row.setSpacing(0)
        side = QVBoxLayout()
        side.setContentsMargins(0, theme.px(28), 0, theme.px(16))
        self.write_button = button(self.tr("&Write freely"))
        self.write_button.clicked.connect(self.writing_requested)
        side.addWidget(self.write_button)
        side.addWidget(self.list, 1)
        row.addLayout(side)
        row.addWidget(self.column, 1)
        self.list.selectionModel().currentChanged.connect(self._read)
        self.empty.acted.connect(self.begin_requested)
        changes.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show what is written now, the newest open."""
        self.model.load()
        self.list.setVisible(bool(self.model.rows))
        self.empty.setVisible(not self.model.rows)
        if self.model.rows:
            self.list.setCurrentIndex(self.model.index(0))
        else:
            self._show(None)
            self.header.say(self.tr("Journal"))

    def open_week(self, reflection_id: int) -> None:
        """Open one finished week."""
        self._open(lambda row: isinstance(row, Reflection) and row.id == reflection_id)

    def open_entry(self, ref: str) -> None:
        """Open one free entry to read."""
        self._open(lambda row: isinstance(row, Item) and row.ref == ref)

    def open_day(self, day: date) -> None:
        """Open the week that holds a day."""
        start = self._reflections.week_of(day).start
        self._open(lambda row: isinstance(row, Reflection) and row.week_start == start)

    def open_week_of(self, item: Item) -> None:
        """Open the week in which something was written."""
        start = self._reflections.week_of(item.on).start
        self._open(lambda row: isinstance(row, Reflection) and row.week_start == start)

    def _open(self, is_meant: Callable[[Row], bool]) -> None:
        for number, row in enumerate(self.model.rows):
            if is_meant(row):
                self.list.setCurrentIndex(self.model.index(number))
                return

    def _read(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row = self.model.rows[index.row()]
        if isinstance(row, Reflection):
            page = self._reflections.page(row.id or 0)
            names = {p.id or 0: p.name for p in self._team.everyone()}
            self.header.say(week_text(page.week), self.tr("A week of yours"))
            self._show(WeekRead(self._theme, page, names))
        else:
            self.header.say(row.title or day_text(row.on), day_text(row.on) if row.title else "")
            self._show(self._entry(row))
        self.column.verticalScrollBar().setValue(0)

    def _entry(self, item: Item) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words(item.body))
        if item.tags:
            column.addWidget(label("  ".join(f"#{tag}" for tag in item.tags), tone="muted"))
        edit = button(self.tr("Write &on"), "text")
        edit.clicked.connect(lambda: self.entry_requested.emit(int(item.ref)))
        column.addWidget(edit, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _show(self, reading: QWidget | None) -> None:
        if self.reading is not None:
            self.column.body.removeWidget(self.reading)
            self.reading.hide()
            self.reading.deleteLater()
        self.reading = reading
        if reading is not None:
            self.column.body.insertWidget(self.column.body.count() - 1, reading)

    @Slot(object)
    def _on_changed(self, topic: Topic) -> None:
        if topic in {Topic.REFLECTIONS, Topic.ENTRIES}:
            self.refresh()
