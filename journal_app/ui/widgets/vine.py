"""Vine: the stem of a growth line with its leaves, blossoms and buds, painted from the top down."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from journal_app.ui.theme import Theme
from journal_app.ui.widgets import flora

_LEAF_EVERY = 70
_LEAVES_FROM = 84  # a longer stretch of bare stem grows leaves of its own


class Mark(StrEnum):
    """What grows where a sentence stands: a step, a celebration, or one's own plan."""

    LEAF = "leaf"
    BLOSSOM = "blossom"
    BUD = "bud"


class Vine:
    """Paints one vine that hangs at ``x``; ``side`` is 1 with the words to its right, else -1."""

    def __init__(self, painter: QPainter, theme: Theme, x: float, *, side: int = 1) -> None:
        self._painter, self._theme, self._x, self._side = painter, theme, x, side
        self._scale = 1.0

    def paint(
        self,
        marks: Sequence[tuple[int, Mark]],
        *,
        foot: int,
        seen: QRect,
        both_sides: bool = False,
    ) -> None:
        """The stem down to ``foot`` and what grows at each height, as far as it is ``seen``.

        Where no words stand beside the leaves they may grow on both sides, and are smaller.
        """
        self._scale = 0.66 if both_sides else 1.0
        top = self._theme.px(16)
        flora.stem(self._painter, self._theme, self._x, top, foot)
        flora.seedling(self._painter, self._theme, self._at(top), self._size(15))
        flora.tendril(self._painter, self._theme, self._at(foot), left=self._side < 0)
        around = self._theme.px(60)
        last = 0
        for number, (height, mark) in enumerate(marks):
            if height >= seen.top() - around and last <= seen.bottom() + around:
                self._between(last, height, number)
                flip = -1 if both_sides and number % 2 else 1
                self._grow(height, mark, number, self._side * flip)
            last = height

    def _between(self, last: int, height: int, number: int) -> None:
        gap = height - last
        if gap < self._theme.px(_LEAVES_FROM):
            return
        leaves = max(2, gap // self._theme.px(_LEAF_EVERY))
        for leaf in range(leaves):
            at = self._at(last + gap * (0.36 + 0.48 * leaf / leaves))
            aside = self._side if leaf % 2 else -self._side
            self._leaf(at, 17, -34 if number % 2 else 26, aside, pale=True)

    def _grow(self, height: int, mark: Mark, number: int, side: int) -> None:
        at = self._at(height)
        if mark is Mark.BLOSSOM:
            flora.glow(self._painter, self._theme, at, self._size(32))
            for turn in (34, 146):
                flora.leaf(self._painter, self._theme, at, self._size(33), turn)
            flora.blossom(self._painter, self._theme, at, self._size(42), turn=number * 17.0)
        elif mark is Mark.BUD:
            turn = -14 if side > 0 else 194
            flora.bud(self._painter, self._theme, at, self._size(25), turn)
        else:
            self._leaf(at, 31 + number % 3 * 2, -30 + number * 37 % 13, side)
            self._leaf(at, 18, 32, -side, pale=True)

    def _leaf(
        self, at: QPointF, size: float, turn: float, side: int, *, pale: bool = False
    ) -> None:
        turned = turn if side > 0 else 180 - turn
        flora.leaf(self._painter, self._theme, at, self._size(size), turned, pale=pale)

    def _size(self, size: float) -> float:
        return size * self._scale * self._theme.zoom / 100

    def _at(self, height: float) -> QPointF:
        return QPointF(flora.sway(self._theme, self._x, height), height)
