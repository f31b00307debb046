"""Turning row: two things beside each other while both have room, else one above the other."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from journal_app.ui.theme import Theme

_LEAST = 300


class TurningRow(QWidget):
    """``first`` has at least a readable width beside what ``second`` cannot do without."""

    def __init__(
        self, theme: Theme, first: QWidget, second: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._second = theme, second
        self._inside = False
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.addWidget(first, 1)
        self._box.addWidget(second, 1)
        theme.changed.connect(self._space)
        self._space()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Turn when the width says so."""
        super().resizeEvent(event)
        room = self.width() - self._theme.px(64 + _LEAST)
        fits = self._second.minimumSizeHint().width() <= room
        self._box.setDirection(
            QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        )
        for place in range(self._box.count()):
            # One above the other, each is as high as its words.
            self._box.setStretch(place, 1 if fits else 0)

    def stand_inside(self, *, on: bool) -> None:
        """In a column that scrolls its margins are the column's."""
        self._inside = on
        self._space()

    def _space(self) -> None:
        px = self._theme.px
        beside, above = (0, 0) if self._inside else (px(32), px(24))
        self._box.setContentsMargins(beside, above, beside, 0)
        self._box.setSpacing(px(8))
