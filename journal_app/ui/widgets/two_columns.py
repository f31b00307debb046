"""Two columns: what one came to read, and what belongs beside it; one above the other if narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from journal_app.ui.theme import Theme

BESIDE_FROM = 820


class TwoColumns(QWidget):
    """``main`` takes two thirds of a wide page, ``aside`` the rest."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.main, self.aside = QVBoxLayout(), QVBoxLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._holders = []
        for column, stretch in ((self.main, 20), (self.aside, 11)):
            holder = QWidget()
            holder.setLayout(column)
            column.setContentsMargins(0, 0, 0, 0)
            self._row.addWidget(holder, stretch)
            self._holders.append(holder)
        theme.changed.connect(self._space)
        self._space()

    @property
    def is_wide(self) -> bool:
        """True while the columns stand side by side."""
        return self._row.direction() is not QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Turn when the width says so."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        wide = self.width() >= self._theme.px(BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if way is not self._row.direction():
            self._row.setDirection(way)

    def _space(self) -> None:
        px = self._theme.px
        self._row.setSpacing(px(32))
        self.main.setSpacing(px(16))
        self.aside.setSpacing(px(12))
        self._turn()
