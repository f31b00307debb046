"""Saved hint: a quiet line that says when the words were last kept."""

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.drawing import Drawing
from journal_app.ui.widgets.labels import label


class SavedHint(QWidget):
    """Says "saved" only after the store has said so."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tick = Drawing(theme, "check", "growth", 16)
        self.text = label("", size=12, tone="muted")
        self.text.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        self.clear()

    def clear(self) -> None:
        """Say nothing."""
        self.text.setText("")
        self._tick.hide()

    def typing(self) -> None:
        """There are words the store does not have yet."""
        self._tick.hide()
        self.text.setText(self.tr("…"))

    def saved_now(self) -> None:
        """Everything typed is durable."""
        now = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        self.text.setText(self.tr("Saved on this laptop · %1").replace("%1", now))
        self._tick.show()
