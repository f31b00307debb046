"""Timeline list: the lines of the journal, walked through by keyboard alone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from journal_app.domain.timeline import Line
from journal_app.ui.journal.line_delegate import LineDelegate
from journal_app.ui.journal.timeline_model import Index, TimelineModel
from journal_app.ui.theme import Theme


class TimelineList(QListView):
    """Arrows show a line at once, Enter goes into it."""

    shown = Signal(object)
    entered = Signal(object)

    def __init__(
        self, theme: Theme, model: TimelineModel, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.lines = model
        self.setModel(model)
        self.setItemDelegate(LineDelegate(theme, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.clicked.connect(lambda index: self._enter(index))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """What the arrows come to is shown."""
        super().currentChanged(current, previous)
        if (line := self._line_at(current)) is not None:
            self.shown.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter goes into the line."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _enter(self, index: Index) -> None:
        if (line := self._line_at(index)) is not None:
            self.entered.emit(line)

    def _line_at(self, index: Index) -> Line | None:
        row = self.lines.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Line) else None
