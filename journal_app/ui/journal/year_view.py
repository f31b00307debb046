"""Year view: twelve small months; a dot is a day on which something was written."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.week import DAYS, Week
from journal_app.services.timeline import TimelineService
from journal_app.ui.journal.day_button import DOTS
from journal_app.ui.journal.grid_button import GridButton
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import icon_button
from journal_app.ui.widgets.labels import label
from journal_app.ui.wording import fill, month_text

_COLUMNS = 4
# What a day's one dot is coloured by, the rarest first.
_BY = ("celebration", "moment", "week", "note")


class MonthButton(GridButton):
    """One month of a year."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.first, self._start = date.min, date.min
        self._dots: dict[date, set[str]] = {}
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_month(self, first: date, start: date, dots: dict[date, set[str]]) -> None:
        """Be the month that begins on ``first``, drawn from the week day of ``start``."""
        self.first, self._start, self._dots = first, start, dots
        written = any(day.month == first.month and day.year == first.year for day in dots)
        name = month_text(first)
        self.setAccessibleName(fill(self.tr("%1, written in"), name) if written else name)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Room for a name and six weeks of dots."""
        return QSize(self._theme.px(150), self._theme.px(132))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The least at which dots stand apart."""
        return QSize(self._theme.px(96), self._theme.px(112))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The name of the month over its days."""
        del event
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setBrush(theme.color("sunken"))
            ring = QPen(theme.color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen
            painter.setPen(ring)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(12), px(12))
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.sans(14, QFont.Weight.Medium))
        name = QLocale().standaloneMonthName(self.first.month)
        painter.drawText(
            QRectF(px(12), px(8), self.width() - px(24), px(20)),
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter,
            name,
        )
        painter.setPen(Qt.PenStyle.NoPen)
        step_x = (self.width() - px(24)) / DAYS
        step_y = (self.height() - px(40)) / 6
        for number in range(6 * DAYS):
            day = self._start + timedelta(days=number)
            if day.month == self.first.month:
                column = number % DAYS
                column = DAYS - 1 - column if self.isRightToLeft() else column
                place = QPointF(
                    px(12) + (column + 0.5) * step_x, px(34) + (number // DAYS + 0.5) * step_y
                )
                self._dot(painter, place, self._dots.get(day, set()))
        painter.end()

    def _dot(self, painter: QPainter, place: QPointF, kinds: set[str]) -> None:
        kind = next((kind for kind in _BY if kind in kinds), "")
        painter.setBrush(self._theme.color(DOTS[kind] if kind else "line"))
        radius = self._theme.px(3.5) if kind else self._theme.px(1.5)
        painter.drawEllipse(place, radius, radius)


class YearView(QWidget):
    """Arrows go from month to month, Page Up and Page Down from year to year."""

    month_chosen = Signal(object)
    year_shown = Signal(int)

    def __init__(
        self,
        theme: Theme,
        timeline: TimelineService,
        week_of: Callable[[date], Week],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._timeline, self._week_of = timeline, week_of
        self.year = today().year
        self.title = label("", size=28, serif=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before_button = icon_button(theme, "chevron-left", self.tr("The year before"))
        self.after_button = icon_button(theme, "chevron-right", self.tr("The year after"))
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(self.before_button)
        head.addWidget(self.title)
        head.addWidget(self.after_button)
        head.addStretch(1)
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        self.months = [MonthButton(theme) for _ in range(12)]
        for number, month in enumerate(self.months):
            month.clicked.connect(lambda _on=False, m=month: self.month_chosen.emit(m.first))
            grid.addWidget(month, number // _COLUMNS, number % _COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addLayout(grid)
        self.before_button.clicked.connect(lambda: self.show_year(self.year - 1))
        self.after_button.clicked.connect(lambda: self.show_year(self.year + 1))

    def show_year(self, year: int) -> None:
        """Show the months of a year."""
        if not 1 < year < 9999:
            return
        self.year = year
        self.refresh()
        self.year_shown.emit(year)

    def refresh(self) -> None:
        """Show the year as it is now."""
        self.title.setText(str(self.year))
        dots = self._timeline.dots(date(self.year, 1, 1), date(self.year, 12, 31))
        for number, month in enumerate(self.months, start=1):
            first = date(self.year, number, 1)
            month.show_month(first, self._week_of(first).start, dots)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Months by arrows, years by pages."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_COLUMNS,
            Qt.Key.Key_Down: _COLUMNS,
        }
        key = Qt.Key(event.key())
        at = next((n for n, month in enumerate(self.months) if month.hasFocus()), None)
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.show_year(self.year + (-1 if key == Qt.Key.Key_PageUp else 1))
        elif key in steps and at is not None and 0 <= at + steps[key] < len(self.months):
            self.months[at + steps[key]].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
