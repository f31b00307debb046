"""Word count line: how many words an entry has, said quietly and a moment later."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.domain.word_count import words_in
from journal_app.ui.editor import exact_text
from journal_app.ui.editor.writing_area import WritingArea
from journal_app.ui.widgets.labels import label

WAIT_MS = 300


class WordCountLine(QWidget):
    """Counts when the hands rest, so that no key waits for it."""

    def __init__(self, area: WritingArea) -> None:
        super().__init__()
        self._area = area
        self.text = label("", size=12, tone="muted")
        self.text.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT_MS)
        self._soon.timeout.connect(self.count)
        area.edited.connect(self._soon.start)
        area.selectionChanged.connect(self._soon.start)

    def count(self) -> None:
        """Say how many words there are, and how many of them are selected."""
        self._soon.stop()
        number = self.locale().toString
        words = words_in(self._area.text())
        cursor = self._area.textCursor()
        if cursor.hasSelection():
            chosen = words_in(exact_text.selected_text(cursor))
            text = self.tr("%1 of %2 words").replace("%1", number(chosen))
            self.text.setText(text.replace("%2", number(words)))
        elif words == 1:
            self.text.setText(self.tr("1 word"))
        else:
            self.text.setText(self.tr("%1 words").replace("%1", number(words)) if words else "")
