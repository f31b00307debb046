"""Growth line: one quiet line of dated sentences, oldest first, celebrations as blossoms on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.labels import label, words

_PETALS = 5
_LINE_AT = 116


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
        self._points: list[tuple[LinePoint, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(2, 1)
        self.setAccessibleName(self.tr("Growth, oldest first"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._space)
        self._space()

    def show_points(self, points: Sequence[LinePoint]) -> None:
        """Show these points from the oldest down."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._points = []
        for row, point in enumerate(points):
            day = label(point.day, size=12, tone="muted")
            day.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            text = words(point.text, size=18)
            text.setAccessibleName(f"{point.day}: {point.text}")
            self._grid.addWidget(day, row * 2, 0)
            self._grid.addWidget(text, row * 2, 2)
            if point.note:
                self._grid.addWidget(label(point.note, size=14, tone="joy"), row * 2 + 1, 2)
            self._points.append((point, day))
        self._space()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the stem, a bud for each moment and a blossom for each celebration."""
        del event
        if not self._points:
            return
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = theme.px(_LINE_AT)
        if self.isRightToLeft():
            x = self.width() - x
        at = [(point, QPointF(x, day.y() + theme.px(12))) for point, day in self._points]
        painter.setPen(QPen(theme.color("growth"), theme.px(2)))
        painter.setOpacity(0.45)
        painter.drawLine(at[0][1], QPointF(x, self.height() - theme.px(8)))
        painter.setOpacity(1)
        painter.setPen(Qt.PenStyle.NoPen)
        for point, middle in at:
            if point.blossom:
                self._blossom(painter, middle)
            else:
                painter.setBrush(theme.color("bg"))
                painter.drawEllipse(middle, theme.px(8), theme.px(8))
                painter.setBrush(theme.color("growth"))
                painter.drawEllipse(middle, theme.px(5), theme.px(5))
        painter.end()

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

    def _space(self) -> None:
        px = self._theme.px
        self._grid.setContentsMargins(0, 0, 0, px(16))
        self._grid.setColumnMinimumWidth(0, px(_LINE_AT - 24))
        self._grid.setColumnMinimumWidth(1, px(44))
        self._grid.setHorizontalSpacing(px(4))
        self._grid.setVerticalSpacing(px(10))
        self.update()
