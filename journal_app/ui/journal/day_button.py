"""Day button: one day of a month, with a quiet dot for each kind of thing written on it."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journal_app.ui.journal.grid_button import GridButton
from journal_app.ui.theme import Theme
from journal_app.ui.wording import day_text, kind_text, number_text

DOTS = {"week": "accent", "note": "muted", "moment": "growth", "celebration": "joy"}


class DayButton(GridButton):
    """Shows whether, never how much. The day chosen is filled, today has a ring."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.day = date.min
        self.kinds: list[str] = []
        self._faint = self._today = self._chosen = False
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_day(
        self, day: date, kinds: set[str], *, faint: bool, today: bool, chosen: bool
    ) -> None:
        """Be this day; ``faint`` days belong to the months beside."""
        self.day, self.kinds = day, [kind for kind in DOTS if kind in kinds]
        self._faint, self._today, self._chosen = faint, today, chosen
        told = ", ".join(kind_text(kind) for kind in self.kinds)
        self.setAccessibleName(f"{day_text(day)}: {told}" if told else day_text(day))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A square one can hit."""
        return QSize(self._theme.px(40), self._theme.px(44))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The least that shows a number and its dots."""
        return QSize(self._theme.px(26), self._theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The number, and the dots below it."""
        del event
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - px(4)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        if self._chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if self._chosen else "sunken"))
            painter.drawRoundedRect(box, px(12), px(12))
        if self.hasFocus() or self._today:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "line"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(12), px(12))
        weight = QFont.Weight.DemiBold if self._today else QFont.Weight.Normal
        painter.setFont(theme.sans(14, weight))
        painter.setPen(theme.color("muted" if self._faint else "ink"))
        if self._faint:
            painter.setOpacity(0.6)
        upper = box.adjusted(0, 0, 0, -px(8))
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, number_text(self.day.day))
        painter.setPen(Qt.PenStyle.NoPen)
        step = px(7)
        left = box.center().x() - step * (len(self.kinds) - 1) / 2
        for place, kind in enumerate(self.kinds):
            painter.setBrush(theme.color(DOTS[kind]))
            painter.drawEllipse(
                QPointF(left + place * step, box.bottom() - px(9)), px(2.5), px(2.5)
            )
        painter.end()
