"""Card: a rounded ground for one thing, in the tone of what it holds."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.ui.theme import Theme

RADIUS = 18
_SHADOW = 6
_GROUNDS = {
    "surface": "surface",
    "sunken": "sunken",
    "question": "accent_soft",
    "growth": "growth_soft",
    "joy": "joy_soft",
    "preview": "preview_soft",
    "doubt": "doubt_soft",
    "danger": "danger_soft",
}


class Card(QWidget):
    """Paints its ground itself; only the plain surface has a hairline and the one shadow."""

    def __init__(
        self, theme: Theme, tone: str = "surface", parent: QWidget | None = None, *, pad: int = 24
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._pad = pad
        self.body = QVBoxLayout(self)
        self._space()
        theme.changed.connect(self._space)

    def set_tone(self, tone: str) -> None:
        """Change what the card stands for."""
        self._tone = tone
        self.update()

    def _space(self) -> None:
        pad, edge = self._theme.px(self._pad), self._theme.px(_SHADOW)
        self.body.setContentsMargins(pad, pad, pad, pad + edge)
        self.body.setSpacing(self._theme.px(8))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint shadow, ground and hairline."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        edge = self._theme.px(_SHADOW)
        radius = self._theme.px(RADIUS)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -edge)
        plain = self._tone == "surface"
        if plain:
            shadow = QColor(self._theme.color("shadow"))
            for step in range(edge):
                shadow.setAlphaF(0.012)
                painter.setBrush(shadow)
                painter.drawRoundedRect(
                    box.adjusted(step / 2, step / 2, -step / 2, step), radius, radius
                )
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        painter.fillPath(path, self._theme.color(_GROUNDS[self._tone]))
        if plain:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("line"), 1))
            painter.drawPath(path)
        painter.end()
