"""Growth line: one quiet stem of dated sentences, oldest first, celebrations as blossoms on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.labels import label, words

_PETALS = 5
_WIDE_STEM, _NARROW_STEM = 116, 16
_NARROW_BELOW = 540


@dataclass(frozen=True, slots=True)
class LinePoint:
    """One sentence and its day; ``blossom`` marks a celebration."""

    day: str
    text: str = field(repr=False)
    note: str = field(default="", repr=False)
    blossom: bool = False


class GrowthLine(QWidget):
    """Real labels beside a painted stem, so that a reader hears what the eye sees."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._points: list[tuple[LinePoint, QLabel, list[QLabel]]] = []
        self._narrow = False
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(2, 1)
        self.setAccessibleName(self.tr("Growth, oldest first"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._space)
        self._space()

    def show_points(self, points: Sequence[LinePoint]) -> None:
        """Show these points from the oldest down."""
        for _point, old_day, old_texts in self._points:
            for part in (old_day, *old_texts):
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._points = []
        for point in points:
            day = label(point.day, size=12, tone="muted")
            text = words(point.text, size=18)
            text.setAccessibleName(f"{point.day}: {point.text}")
            texts: list[QLabel] = [text]
            if point.note:
                tone = "joy" if point.blossom else "growth"
                texts.append(label(point.note, size=14, tone=tone))
            self._points.append((point, day, texts))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """A narrow line has its days above the sentences."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW_BELOW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the stem, a leaf for each moment and a blossom for each celebration."""
        del event
        if not self._points:
            return
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = theme.px(_NARROW_STEM if self._narrow else _WIDE_STEM)
        if self.isRightToLeft():
            x = self.width() - x
        down = theme.px(8 if self._narrow else 14)
        at = [
            QPointF(x, (day if self._narrow else texts[0]).y() + down)
            for _point, day, texts in self._points
        ]
        painter.setPen(QPen(theme.color("growth"), theme.px(2)))
        painter.setOpacity(0.45)
        painter.drawLine(at[0], QPointF(x, self.height() - theme.px(8)))
        painter.setOpacity(1)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, middle in enumerate(at):
            if self._points[number][0].blossom:
                self._blossom(painter, middle)
            else:
                self._leaf(painter, middle, left=number % 2 == 1)
        painter.end()

    def _leaf(self, painter: QPainter, middle: QPointF, *, left: bool) -> None:
        px = self._theme.px
        leaf = QPainterPath()
        leaf.cubicTo(px(4), -px(8), px(12), -px(7), px(17), 0)
        leaf.cubicTo(px(12), px(4), px(5), px(5), 0, 0)
        painter.save()
        painter.translate(middle.x(), middle.y() + px(3))
        painter.scale(-1 if left else 1, 1)
        painter.rotate(-28)
        painter.fillPath(leaf, self._theme.color("growth"))
        painter.restore()

    def _blossom(self, painter: QPainter, middle: QPointF) -> None:
        theme = self._theme
        painter.setBrush(theme.color("bg"))
        painter.drawEllipse(middle, theme.px(13), theme.px(13))
        painter.setBrush(theme.color("joy"))
        for petal in range(_PETALS):
            painter.save()
            painter.translate(middle)
            painter.rotate(360 / _PETALS * petal)
            painter.drawEllipse(QPointF(0, -theme.px(6)), theme.px(4), theme.px(5))
            painter.restore()
        painter.setBrush(theme.color("joy_soft"))
        painter.drawEllipse(middle, theme.px(3), theme.px(3))

    def _place(self) -> None:
        """Put days beside the sentences, or above them where it is narrow."""
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        for row, (_point, day, texts) in enumerate(self._points):
            if self._narrow:
                day.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(day, row * 4, 2)
            else:
                day.setAlignment(right)
                self._grid.addWidget(day, row * 4 + 1, 0)
            for number, text in enumerate(texts, start=1):
                self._grid.addWidget(text, row * 4 + number, 2)
            self._grid.setRowMinimumHeight(row * 4 + 3, self._theme.px(8))
        self._space()

    def _space(self) -> None:
        px = self._theme.px
        self._grid.setContentsMargins(0, 0, 0, px(16))
        self._grid.setColumnMinimumWidth(0, 0 if self._narrow else px(_WIDE_STEM - 24))
        self._grid.setColumnMinimumWidth(1, px(36 if self._narrow else 44))
        self._grid.setHorizontalSpacing(px(2))
        self._grid.setVerticalSpacing(px(2))
        for _point, day, _texts in self._points:
            # The small day stands on the line of the first words.
            day.setContentsMargins(0, 0 if self._narrow else px(6), 0, 0)
        self.update()
