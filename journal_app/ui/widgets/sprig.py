"""Sprig: a twig in bloom that lies over the words of a card; a reader passes over it."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets import flora

_WIDE, _HIGH = 200, 64
_LEAVES = ((34, 47, -38, 24), (62, 44, 30, 20), (92, 38, -46, 26), (124, 34, 36, 21))


class Sprig(QWidget):
    """One twig with its leaves, a bud and two flowers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A band over the words."""
        return QSize(self._theme.px(_WIDE), self._theme.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the twig where the words begin."""
        del event
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.scale(theme.zoom / 100, theme.zoom / 100)
        twig = QPainterPath(QPointF(4, 52))
        twig.cubicTo(60, 50, 96, 34, 160, 30)
        pen = QPen(theme.color("growth"), 2.4)
        painter.strokePath(twig, pen)
        for x, y, turn, size in _LEAVES:
            flora.leaf(painter, theme, QPointF(x, y), size, turn)
        flora.bud(painter, theme, QPointF(108, 37), 17, 58)
        for x, y, size, turn in ((160, 30, 44, 10), (74, 30, 26, 40)):
            flora.glow(painter, theme, QPointF(x, y), size * 0.72)
            flora.blossom(painter, theme, QPointF(x, y), size, turn=turn)
        painter.end()
