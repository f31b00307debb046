"""Cover: what stands over the window while others can see the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.drawing import Drawing
from journal_app.ui.widgets.labels import label


class Cover(QWidget):
    """A quiet page without a name on it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark = Drawing(theme, "feather", "accent", 36)
        title = label(self.tr("Covered"), size=28, serif=True)
        text = label(self.tr("Ctrl+Shift+M shows your journal again."), tone="muted")
        text.setWordWrap(False)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (mark, title, text):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
