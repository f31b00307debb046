"""Confetti: one and a half seconds of joy over the window, once, taking no clicks."""

import random
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from journal_app.ui.theme import Theme

LASTS_MS = 1500
_PIECES = 90
_TONES = ("accent", "joy", "growth", "preview", "doubt")


@dataclass
class _Piece:
    x: float
    y: float
    across: float
    down: float
    turn: float
    side: float
    color: QColor


class Confetti(QWidget):
    """An overlay that removes itself; nothing happens where motion is reduced."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Confetti"))
        self.setGeometry(over.rect())
        wide, high = over.width(), over.height()
        self._pieces = [
            _Piece(
                x=random.gauss(wide / 2, wide / 6),
                y=high * random.uniform(0.15, 0.4),  # noqa: S311
                across=random.gauss(0, 180),
                down=random.uniform(-420, -80),  # noqa: S311
                turn=random.uniform(-360, 360),  # noqa: S311
                side=theme.px(random.uniform(5, 10)),  # noqa: S311
                color=QColor(theme.color(random.choice(_TONES))),  # noqa: S311
            )
            for _ in range(_PIECES)
        ]
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(16)
        self._timer.timeout.connect(self._fall)
        if theme.reduced_motion:
            self.deleteLater()
            return
        self._since.start()
        self._timer.start()
        self.show()
        self.raise_()

    def _fall(self) -> None:
        if self._since.elapsed() > LASTS_MS:
            self._timer.stop()
            self.hide()
            self.deleteLater()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint every piece where it has fallen to."""
        del event
        seconds = self._since.elapsed() / 1000 if self._since.isValid() else 0.0
        fade = max(0.0, 1 - seconds * 1000 / LASTS_MS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for piece in self._pieces:
            painter.save()
            painter.translate(
                piece.x + piece.across * seconds,
                piece.y + piece.down * seconds + 520 * seconds * seconds,
            )
            painter.rotate(piece.turn * seconds)
            piece.color.setAlphaF(min(1.0, fade * 1.6))
            painter.setBrush(piece.color)
            painter.drawRoundedRect(QRectF(0, 0, piece.side, piece.side * 1.4), 2, 2)
            painter.restore()
        painter.end()
