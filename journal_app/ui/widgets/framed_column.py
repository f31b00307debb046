"""Framed column: a head and a foot that stay while the column between them scrolls."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.foot_bar import FootBar
from journal_app.ui.widgets.page import PageColumn
from journal_app.ui.widgets.turning_row import TurningRow

LOW = 400


class FramedColumn(QWidget):
    """In a low window, or under a great zoom, head and foot scroll too and leave room to write."""

    def __init__(
        self,
        theme: Theme,
        head: TurningRow,
        column: PageColumn,
        foot: FootBar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._head, self._column, self._foot = theme, head, column, foot
        self.is_low = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(head)
        self._layout.addWidget(column, 1)
        self._layout.addWidget(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Another height may need another place for head and foot."""
        super().resizeEvent(event)
        low = self.height() < self._theme.px(LOW)
        if low != self.is_low:
            self.is_low = low
            self._move()

    def _move(self) -> None:
        stood = QApplication.focusWidget()
        layout, body = self._layout, self._column.body
        if self.is_low:
            body.insertWidget(0, self._head)
            body.addWidget(self._foot)
        else:
            layout.insertWidget(0, self._head)
            layout.addWidget(self._foot)
        for part in (self._head, self._foot):
            part.stand_inside(on=self.is_low)
            part.show()
        if stood is not None and self.isAncestorOf(stood):
            stood.setFocus()
