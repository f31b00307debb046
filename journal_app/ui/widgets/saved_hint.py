"""Saved hint: a quiet line that says when the words were last kept."""

from PySide6.QtCore import QLocale, QSize, Qt, QTime
from PySide6.QtGui import QResizeEvent
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
        # It may grow shorter than it is long: then it says less.
        self.text.setMinimumWidth(1)
        self._whole = self._short = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        self.clear()

    def clear(self) -> None:
        """Say nothing."""
        self._say("")
        self._tick.hide()

    def typing(self) -> None:
        """There are words the store does not have yet."""
        self._tick.hide()
        self._say(self.tr("…"))

    def saved_now(self) -> None:
        """Everything typed is durable."""
        now = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        self._say(self.tr("Saved on this laptop · %1").replace("%1", now), self.tr("Saved"))
        self._tick.show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the whole of it."""
        whole = self.text.fontMetrics().horizontalAdvance(self._whole)
        now = self.text.fontMetrics().horizontalAdvance(self.text.text())
        hint = super().sizeHint()
        return QSize(hint.width() - now + whole, hint.height())

    def _say(self, whole: str, short: str = "") -> None:
        self._whole, self._short = whole, short or whole
        self.text.setText(whole)
        self.text.setAccessibleName(whole)
        self._fit()

    def _fit(self) -> None:
        wide = self.text.fontMetrics().horizontalAdvance
        room = self.text.width()
        fits = not self.isVisible() or wide(self._whole) <= room
        said = self._whole if fits else self._short if wide(self._short) <= room else ""
        if said != self.text.text():
            self.text.setText(said)
        self.setToolTip("" if fits else self._whole)
