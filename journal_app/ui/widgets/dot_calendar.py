"""Dot calendar: a year as rows of small dots, those days in colour on which something was."""

import calendar
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.wording import near_day_text

MONTHS = 12
_ROW, _NAME, _DAYS = 19, 42, 31


class DotCalendar(QWidget):
    """The last twelve months; says its days to a reader, and no number to anyone."""

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, name
        self._days: frozenset[date] = frozenset()
        self._today = date(2000, 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_days(self, days: Sequence[date], *, today: date) -> None:
        """Colour these days, as far as they lie in the year up to today."""
        self._today = today
        first = self.months()[0]
        self._days = frozenset(day for day in days if first <= day <= today)
        told = ", ".join(near_day_text(day, today) for day in sorted(self._days))
        self.setAccessibleName(f"{self._name}: {told}" if told else self._name)
        self.update()

    def months(self) -> list[date]:
        """The first days of the months shown, the oldest first."""
        number = self._today.year * 12 + self._today.month - 1
        return [
            date((number - back) // 12, (number - back) % 12 + 1, 1)
            for back in range(MONTHS - 1, -1, -1)
        ]

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Twelve rows."""
        return QSize(self._theme.px(300), self._theme.px(_ROW * MONTHS + 4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The dots may stand close."""
        return QSize(self._theme.px(200), self._theme.px(_ROW * MONTHS + 4))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint a row for each month."""
        del event
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.sans(12))
        mirrored = self.isRightToLeft()
        step = min((self.width() - px(_NAME)) / _DAYS, px(16))
        faint = QColor(theme.color("muted"))
        faint.setAlphaF(0.26)
        for row, month in enumerate(self.months()):
            middle = px(_ROW) * (row + 0.5) + px(2)
            painter.setPen(theme.color("muted"))
            name = QLocale().toString(QDate(month.year, month.month, 1), "MMM")
            left = self.width() - px(_NAME) if mirrored else 0
            painter.drawText(
                round(left),
                round(middle - px(9)),
                px(_NAME) - px(6),
                px(18),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading,
                name,
            )
            painter.setPen(Qt.PenStyle.NoPen)
            for number in range(1, calendar.monthrange(month.year, month.month)[1] + 1):
                day = month.replace(day=number)
                if day > self._today:
                    break
                x = px(_NAME) + step * (number - 0.5)
                at = QPointF(self.width() - x if mirrored else x, middle)
                hit = day in self._days
                painter.setBrush(theme.color("joy") if hit else faint)
                size = min(step * 0.46, px(6)) if hit else min(step * 0.17, px(2))
                painter.drawEllipse(at, size, size)
        painter.end()
