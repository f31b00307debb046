"""Check line: a box and words that wrap beside it; a click on the words ticks the box."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import check_quietly
from journal_app.ui.widgets.labels import label


class CheckLine(QWidget):
    """``toggled`` follows the person, never the program."""

    toggled = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        small: str = "",
        serif: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.words = label(text, size=16 if serif else 14, serif=serif)
        self.small = label(small, size=12, tone="muted")
        if not small:
            self.small.hide()
        self.side = QHBoxLayout()
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.small)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        row.addLayout(self.side)
        self.setFocusProxy(self.box)
        self.say(text)
        self.box.toggled.connect(self.toggled)

    def say(self, text: str, small: str | None = None) -> None:
        """Show other words."""
        self.words.setText(text)
        self.box.setAccessibleName(text)
        if small is not None:
            self.small.setText(small)
            self.small.setVisible(bool(small))

    def set_on(self, on: bool) -> None:  # noqa: FBT001 (as Qt's own setter)
        """Tick or clear the box without a signal."""
        check_quietly(self.box, on)

    @property
    def is_on(self) -> bool:
        """True while the box is ticked."""
        return self.box.isChecked()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """The words belong to the box."""
        child = self.childAt(event.position().toPoint())
        if isinstance(child, QLabel) and self.box.isEnabled():
            self.box.click()
