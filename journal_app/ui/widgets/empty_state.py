"""Empty state: one sentence of what will be here, and one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.drawing import Drawing
from journal_app.ui.widgets.labels import label


class EmptyState(QWidget):
    """Teaches by a drawing, a sentence and a first act."""

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        icon: str,
        sentence: str,
        action: str = "",
        ink: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sentence = label(sentence, size=18, serif=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = button(action, "primary")
        if not action:
            self.button.hide()
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(16))
        column.setContentsMargins(0, theme.px(40), 0, theme.px(40))
        column.addWidget(Drawing(theme, icon, ink, 40), 0, Qt.AlignmentFlag.AlignHCenter)
        # An aligned label would be cut to one line: only a stretched one is asked for its height.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.sentence, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button.clicked.connect(self.acted)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.sentence.setMaximumWidth(self._theme.px(460))
