"""Foot bar: what is said at the reading side, and the ways on at the other; in lines if need be."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.flow_layout import FlowLayout


class FootBar(QWidget):
    """Beside each other while there is room; else one above the other."""

    def __init__(self, theme: Theme, said: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._said = theme, said
        self._ways: list[QWidget] = []
        self._inside = False
        self._flow = FlowLayout(gap=theme.px(8), at_end=True)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.addWidget(said)
        self._box.addLayout(self._flow, 1)
        theme.changed.connect(self._space)
        self._space()

    def add(self, way: QWidget) -> None:
        """Another way on, after those there are."""
        self._ways.append(way)
        self._flow.addWidget(way)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Another width may need another order."""
        super().resizeEvent(event)
        gap = self._theme.px(8)
        shown = [way for way in self._ways if not way.isHidden()]
        wide = sum(way.sizeHint().width() + gap for way in shown)
        room = self.width() - self._theme.px(64) - self._said.sizeHint().width()
        below = wide > room
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        )

    def stand_inside(self, *, on: bool) -> None:
        """In a column that scrolls its margins are the column's."""
        self._inside = on
        self._space()

    def _space(self) -> None:
        px = self._theme.px
        beside, below = (0, 0) if self._inside else (px(32), px(20))
        self._box.setContentsMargins(beside, px(8), beside, below)
        self._box.setSpacing(px(8))
