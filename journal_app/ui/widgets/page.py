"""Page: a heading over one centred column that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.labels import label

MEASURE = 760


class PageHeader(QWidget):
    """A small muted line, the heading in the reading face, and room for widgets beside it."""

    def __init__(self, theme: Theme, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.over = label("", size=14, tone="muted")
        self.heading = label(heading, size=36, serif=True)
        self.setAccessibleName(heading)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.over)
        column.addWidget(self.heading)
        self.side = QHBoxLayout()
        self.side.setSpacing(theme.px(8))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column, 1)
        row.addLayout(self.side)
        self.over.hide()

    def say(self, heading: str, over: str = "") -> None:
        """Show a heading and the small line over it."""
        self.heading.setText(heading)
        self.over.setText(over)
        self.over.setVisible(bool(over))


class PageColumn(QScrollArea):
    """A scrolling column, at most one measure wide and centred, with generous margins."""

    def __init__(
        self, theme: Theme, *, measure: int = MEASURE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("page")
        self._theme, self._measure = theme, measure
        self._column = QWidget()
        self.body = QVBoxLayout(self._column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout(inner)
        self._row.addStretch(1)
        self._row.addWidget(self._column, 100)
        self._row.addStretch(1)
        self.setWidget(inner)
        theme.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        px = self._theme.px
        self._column.setMaximumWidth(px(self._measure))
        self._row.setContentsMargins(px(32), px(28), px(32), px(28))
        self.body.setSpacing(px(16))
