"""Sides: two things of equal weight beside each other; one above the other where narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from journal_app.ui.theme import Theme


class Sides(QWidget):
    """Each has half of a page that is at least this wide, and all of a narrower one."""

    def __init__(
        self, theme: Theme, *, narrow: int, gap: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._narrow = theme, narrow
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(gap))

    def add(self, side: QWidget | QLayout) -> None:
        """Another side."""
        if isinstance(side, QWidget):
            self._box.addWidget(side, 1)
        else:
            self._box.addLayout(side, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Turn when the width says so."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(self._narrow)
        self._box.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        for place in range(self._box.count()):
            # One above the other, each is as high as its words.
            self._box.setStretch(place, 1 if wide else 0)
