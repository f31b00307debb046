"""Timeline model: lines grouped by week, fetched as one scrolls."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from journal_app.domain.timeline import WEEK, Chosen, Line
from journal_app.domain.week import Week
from journal_app.services.timeline import TimelineService
from journal_app.ui.wording import kind_text, near_day_text, plan_text, week_text

Index = QModelIndex | QPersistentModelIndex
PAGE = 100
_SIGNS = re.compile(
    r"^[ \t]*(?:#{1,6}|[-*+>]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|[*_`~]{2,}", re.M
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over the lines of a week, or over those of this day in other years."""

    text: str = field(repr=False)


class TimelineModel(QAbstractListModel):
    """Headings and lines from the newest back; what is not yet scrolled to is not read."""

    def __init__(
        self,
        timeline: TimelineService,
        week_of: Callable[[date], Week],
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._timeline, self._week_of, self._today = timeline, week_of, today
        self._chosen = Chosen()
        self._last: Line | None = None
        self._ended = True
        self.names: dict[int, str] = {}
        self.rows: list[Heading | Line] = []

    def load(self, chosen: Chosen, names: dict[int, str]) -> None:
        """Read anew, from the newest line of what is chosen."""
        self.beginResetModel()
        self._chosen, self.names = chosen, names
        self._last, self._ended, self.rows = None, False, []
        if chosen.is_everything and chosen.until is None:
            past = self._timeline.on_this_day(self._today())
            if past:
                self.rows = [Heading(self.tr("On this day")), *past]
        self.rows += self._read()
        self.endResetModel()

    def show_lines(self, lines: list[Line], names: dict[int, str]) -> None:
        """Show these and no more."""
        self.beginResetModel()
        self.names, self._last, self._ended = names, None, True
        self.rows = list(lines)
        self.endResetModel()

    def find(self, ref: str) -> QModelIndex:
        """Where a line stands among those read so far; not valid where it does not."""
        for number in range(len(self.rows) - 1, -1, -1):
            row = self.rows[number]
            if isinstance(row, Line) and row.ref == ref:
                return self.index(number)
        return QModelIndex()

    def first_line(self) -> QModelIndex:
        """The first line of the first week."""
        past = bool(self.rows) and self.rows[0] == Heading(self.tr("On this day"))
        for number, row in enumerate(self.rows):
            if isinstance(row, Heading):
                past = row.text == self.tr("On this day")
            elif not past:
                return self.index(number)
        return QModelIndex()

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 (Qt's name)
        """True while there may be lines further back."""
        return not parent.isValid() and not self._ended

    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        """Read the next lines back."""
        more = self._read()
        if more:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(more) - 1)
            self.rows += more
            self.endInsertRows()
        del parent

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """How many rows were read."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row in words; the delegate takes the row itself."""
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.text if isinstance(row, Heading) else self.spoken(row)
        return row if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if isinstance(self.rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def spoken(self, line: Line) -> str:
        """A line as one sentence."""
        star = self.tr("starred") if line.starred else ""
        parts = (kind_text(line.kind), self.title(line), self.about(line), star)
        return ", ".join(part for part in parts if part)

    def title(self, line: Line) -> str:
        """What a line is called: its title, or how its words begin."""
        if line.kind == WEEK:
            return self.tr("Your week")
        if line.kind == "plan":
            return plan_text(line.title, line.words)
        return line.title.strip() or _plain(line.words)

    def under(self, line: Line) -> str:
        """The words below the title, if any are left."""
        if line.kind == "plan" or not (line.title.strip() or line.kind == WEEK):
            return ""
        return _plain(line.words)

    def about(self, line: Line) -> str:
        """Whom a line is about, and its day."""
        name = self.names.get(line.person_id or 0, "")
        if line.kind == WEEK:
            return ""
        return " · ".join(p for p in (name, near_day_text(line.on, self._today())) if p)

    def _read(self) -> list[Heading | Line]:
        lines = self._timeline.page(self._chosen, self._last, PAGE)
        self._ended = len(lines) < PAGE
        rows: list[Heading | Line] = []
        week = self._week_of(self._last.on) if self._last is not None else None
        for line in lines:
            if week is None or not week.start <= line.on <= week.end:
                week = self._week_of(line.on)
                rows.append(Heading(self._heading(week)))
            rows.append(line)
        if lines:
            self._last = lines[-1]
        return rows

    def _heading(self, week: Week) -> str:
        text = week_text(week)
        if week.start.year == week.end.year != self._today().year:
            return f"{text} {week.end.year}"
        return text


def _plain(words: str) -> str:
    """The beginning of what was written, on one line and without the signs of Markdown."""
    return " ".join(_SIGNS.sub(" ", words).split())
