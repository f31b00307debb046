"""Flora: the leaves, blossoms and stems that every drawing of the program is made of."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QRadialGradient

from journal_app.ui.theme import Theme

PETALS = 5
_SWAY, _WAVE = 7.0, 250.0


def leaf(
    painter: QPainter, theme: Theme, at: QPointF, size: float, turn: float, *, pale: bool = False
) -> None:
    """A leaf that grows from a point; ``turn`` is 0 to the right and goes round with the clock."""
    blade = QPainterPath()
    blade.cubicTo(size * 0.22, -size * 0.36, size * 0.70, -size * 0.34, size, 0)
    blade.cubicTo(size * 0.68, size * 0.26, size * 0.26, size * 0.30, 0, 0)
    vein = QPainterPath(QPointF(0, 0))
    vein.cubicTo(size * 0.34, -size * 0.07, size * 0.6, -size * 0.05, size * 0.9, 0)
    lit = QPainterPath(QPointF(0, 0))
    lit.cubicTo(size * 0.22, -size * 0.36, size * 0.70, -size * 0.34, size, 0)
    lit.cubicTo(size * 0.6, -size * 0.05, size * 0.34, -size * 0.07, 0, 0)
    painter.save()
    painter.translate(at)
    painter.rotate(turn)
    painter.fillPath(blade, _tone(theme, "growth", 0.5 if pale else 1.0))
    painter.fillPath(lit, _tone(theme, "growth_soft", 0.28))
    pen = QPen(_tone(theme, "bg", 0.5), max(1.0, size * 0.045))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.strokePath(vein, pen)
    painter.restore()


def blossom(
    painter: QPainter, theme: Theme, middle: QPointF, size: float, *, turn: float = 0.0
) -> None:
    """An open flower in the colour of joy."""
    painter.save()
    painter.translate(middle)
    painter.rotate(turn)
    petal = QPainterPath(QPointF(0, -size * 0.04))
    petal.cubicTo(-size * 0.34, -size * 0.16, -size * 0.30, -size * 0.52, 0, -size * 0.46)
    petal.cubicTo(size * 0.30, -size * 0.52, size * 0.34, -size * 0.16, 0, -size * 0.04)
    edge = QPen(_tone(theme, "joy_soft", 0.9), max(0.8, size * 0.028))
    heart = QRadialGradient(QPointF(0, 0), size * 0.46)
    heart.setColorAt(0.25, _tone(theme, "joy_soft", 0.6))
    heart.setColorAt(0.75, _tone(theme, "joy_soft", 0.0))
    for _petal in range(PETALS):
        painter.fillPath(petal, theme.color("joy"))
        painter.fillPath(petal, heart)
        painter.strokePath(petal, edge)
        painter.rotate(360 / PETALS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("joy_soft"))
    painter.drawEllipse(QPointF(0, 0), size * 0.125, size * 0.125)
    painter.setBrush(theme.color("joy_ink"))
    for _grain in range(PETALS):
        painter.drawEllipse(QPointF(0, -size * 0.07), size * 0.026, size * 0.026)
        painter.rotate(360 / PETALS)
    painter.drawEllipse(QPointF(0, 0), size * 0.034, size * 0.034)
    painter.restore()


def glow(painter: QPainter, theme: Theme, middle: QPointF, size: float) -> None:
    """The warmth round a flower."""
    warm = QRadialGradient(middle, size)
    warm.setColorAt(0.3, _tone(theme, "joy", 0.26))
    warm.setColorAt(1.0, _tone(theme, "joy", 0.0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(warm)
    painter.drawEllipse(middle, size, size)


def seedling(painter: QPainter, theme: Theme, at: QPointF, size: float) -> None:
    """Where a vine began: a seed that opened, and its first two leaves."""
    for turn in (200, -20):
        leaf(painter, theme, at, size, turn, pale=True)
    painter.save()
    painter.translate(at)
    painter.rotate(-24)
    painter.setPen(QPen(_tone(theme, "bg", 0.8), max(1.0, size * 0.06)))
    painter.setBrush(theme.color("joy_ink"))
    painter.drawEllipse(QPointF(0, 0), size * 0.42, size * 0.3)
    painter.restore()


def bud(painter: QPainter, theme: Theme, foot: QPointF, size: float, turn: float) -> None:
    """A closed bud on a stalk: something that is meant to open."""
    stalk = QPainterPath()
    stalk.cubicTo(size * 0.2, size * 0.16, size * 0.34, size * 0.08, size * 0.5, 0)
    petals = QPainterPath(QPointF(size * 0.5, 0))
    petals.cubicTo(size * 0.56, -size * 0.42, size * 0.94, -size * 0.26, size * 1.12, 0)
    petals.cubicTo(size * 0.94, size * 0.26, size * 0.56, size * 0.42, size * 0.5, 0)
    cup = QPainterPath(QPointF(size * 0.42, 0))
    cup.cubicTo(size * 0.46, -size * 0.4, size * 0.7, -size * 0.36, size * 0.82, -size * 0.24)
    cup.cubicTo(size * 0.66, -size * 0.1, size * 0.66, size * 0.1, size * 0.82, size * 0.24)
    cup.cubicTo(size * 0.7, size * 0.36, size * 0.46, size * 0.4, size * 0.42, 0)
    painter.save()
    painter.translate(foot)
    painter.rotate(turn)
    pen = QPen(theme.color("growth"), max(1.0, size * 0.09))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.strokePath(stalk, pen)
    painter.fillPath(petals, theme.color("preview"))
    painter.fillPath(cup, theme.color("growth"))
    painter.restore()


def sway(theme: Theme, x: float, y: float) -> float:
    """Where a stem that hangs at ``x`` is at the height ``y``: it is never quite straight."""
    scale = theme.zoom / 100
    turn = 2 * math.pi * y / (_WAVE * scale)
    return x + _SWAY * scale * (0.7 * math.sin(turn) + 0.3 * math.sin(turn * 2.7))


def stem(painter: QPainter, theme: Theme, x: float, top: float, foot: float) -> None:
    """A vine from ``top`` down to ``foot``, thinner towards its tip."""
    if foot <= top:
        return
    step = theme.px(9)
    count = max(2, round((foot - top) / step))
    heights = [top + (foot - top) * n / count for n in range(count + 1)]
    scale = theme.zoom / 100
    thick, thin = 2.3 * scale, 1.0 * scale
    right = [_edge(theme, x, y, thick + (thin - thick) * n / count) for n, y in enumerate(heights)]
    left = [
        _edge(theme, x, y, -(thick + (thin - thick) * n / count)) for n, y in enumerate(heights)
    ]
    path = QPainterPath(right[0])
    _through(path, right[1:])
    path.lineTo(left[-1])
    _through(path, left[-2::-1])
    path.closeSubpath()
    painter.fillPath(path, _tone(theme, "growth", 0.85))
    shine = QPainterPath(_edge(theme, x, heights[0], -thick * 0.4))
    _through(
        shine,
        [
            _edge(theme, x, y, -(thick + (thin - thick) * n / count) * 0.4)
            for n, y in enumerate(heights)
        ],
    )
    painter.strokePath(shine, QPen(_tone(theme, "growth_soft", 0.5), 1.0 * scale))


def tendril(painter: QPainter, theme: Theme, at: QPointF, *, left: bool) -> None:
    """The curl at the tip of a vine, still looking for its next hold."""
    px = theme.px
    path = QPainterPath(QPointF(0, 0))
    path.cubicTo(px(1), px(14), px(15), px(17), px(16), px(7))
    path.cubicTo(px(16), px(0), px(6), px(1), px(8), px(7))
    painter.save()
    painter.translate(at)
    painter.scale(-1 if left else 1, 1)
    pen = QPen(_tone(theme, "growth", 0.85), 2.0 * theme.zoom / 100)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.strokePath(path, pen)
    painter.restore()


def _tone(theme: Theme, token: str, part: float) -> QColor:
    """A colour of the theme, thinned like water colour."""
    tone = QColor(theme.color(token))
    tone.setAlphaF(part)
    return tone


def _edge(theme: Theme, x: float, y: float, aside: float) -> QPointF:
    return QPointF(sway(theme, x, y) + aside, y)


def _through(path: QPainterPath, points: Sequence[QPointF]) -> None:
    for point in points:
        path.lineTo(point)
