"""Road picture: where one stood on a skill's road, as dots in time; not a mark and not a sum."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets import flora
from journal_app.ui.wording import level_text, near_day_text

_LEVELS = 4
_BAND, _LABEL, _FOOT = 40, 116, 26
_LEAST = timedelta(days=84)


@dataclass(frozen=True, slots=True)
class Stand:
    """One placing: its day, its place on the road, and whether it is a guess."""

    on: date
    level: int
    guess: bool


class RoadPicture(QWidget):
    """Four quiet bands from Starting to Passing it on, and a plant that grows through time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stands: list[Stand] = []
        self._today = date(2000, 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_stands(self, stands: Sequence[Stand], *, today: date) -> None:
        """Show these placings, oldest first."""
        self._stands, self._today = list(stands), today
        guess = self.tr("a guess")
        told = "; ".join(
            f"{near_day_text(s.on, today)}: {level_text(s.level)}" + (f", {guess}" * s.guess)
            for s in stands
        )
        self.setAccessibleName(self.tr("Where I stood: %1").replace("%1", told))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Four bands and the months under them."""
        return QSize(self._theme.px(420), self._theme.px(_BAND * _LEVELS + _FOOT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrow, but as high."""
        return QSize(self._theme.px(240), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint bands, months, the stem and its leaves."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bands(painter)
        self._paint_months(painter)
        self._paint_plant(painter)
        painter.end()

    def _paint_bands(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        left, width = self._room()
        painter.setFont(theme.sans(12))
        for level in range(1, _LEVELS + 1):
            middle = self._height(level)
            painter.setPen(QPen(theme.color("line"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(left, middle), QPointF(left + width, middle))
            painter.setPen(theme.color("muted"))
            x = self.width() - px(_LABEL) if self.isRightToLeft() else 0
            box = QRectF(x, middle - px(10), px(_LABEL - 12), px(20))
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(box, side, level_text(level))

    def _paint_months(self, painter: QPainter) -> None:
        first, last = self._span()
        painter.setPen(self._theme.color("muted"))
        month = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        free = -1.0
        while month <= last:
            x = self._across(month)
            if abs(x - free) > self._theme.px(54) or free < 0:
                box = QRectF(
                    x - self._theme.px(30),
                    self._theme.px(_BAND * _LEVELS),
                    self._theme.px(60),
                    self._theme.px(_FOOT),
                )
                form = "MMM" if month.month > 1 else "MMM yyyy"
                name = QLocale().toString(QDate(month.year, month.month, 1), form)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
                free = x
            month = (month + timedelta(days=32)).replace(day=1)

    def _paint_plant(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        if not self._stands:
            return
        points = [QPointF(self._across(s.on), self._height(s.level)) for s in self._stands]
        left, width = self._room()
        root = QPointF(left + width if self.isRightToLeft() else left, px(_BAND * _LEVELS))
        path = QPainterPath(root)
        before = root
        for point in points:
            reach = (point.x() - before.x()) * 0.5
            path.cubicTo(
                QPointF(before.x() + reach, before.y()),
                QPointF(point.x() - reach, point.y()),
                point,
            )
            before = point
        green = QColor(theme.color("growth"))
        green.setAlphaF(0.85)
        pen = QPen(green, 3.4 * theme.zoom / 100)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(path, pen)
        # On its way little leaves grow, on this side and on that.
        for share, turn in ((0.22, -70), (0.38, 60), (0.56, -60), (0.74, 70), (0.88, -50)):
            flora.leaf(painter, theme, path.pointAtPercent(share), px(15), turn, pale=True)
        flora.seedling(painter, theme, root, px(13))
        for number, (stand, point) in enumerate(zip(self._stands, points, strict=True)):
            for turn, size in ((-46, 30), (-128, 25)) if number % 2 else ((-58, 25), (-136, 30)):
                flora.leaf(painter, theme, point, px(size), turn, pale=stand.guess)
            painter.setPen(QPen(theme.color("growth"), 1.8 * theme.zoom / 100))
            painter.setBrush(theme.color("surface" if stand.guess else "growth"))
            painter.drawEllipse(point, px(5), px(5))

    def _span(self) -> tuple[date, date]:
        first = min([s.on for s in self._stands] or [self._today])
        return min(first - timedelta(days=14), self._today - _LEAST), self._today

    def _room(self) -> tuple[float, float]:
        px = self._theme.px
        left = px(8) if self.isRightToLeft() else px(_LABEL)
        return float(left), float(self.width() - px(_LABEL) - px(8))

    def _across(self, day: date) -> float:
        first, last = self._span()
        left, width = self._room()
        share = (day - first) / max(last - first, timedelta(days=1))
        inset = self._theme.px(10)
        part = inset + (width - 2 * inset) * share
        return left + (width - part if self.isRightToLeft() else part)

    def _height(self, level: int) -> float:
        return self._theme.px(_BAND) * (_LEVELS - level + 0.5)
