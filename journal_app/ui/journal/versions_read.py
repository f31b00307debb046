"""Versions read: what an entry said before, compared word by word, to be kept as a copy."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from journal_app.domain.entry import Entry
from journal_app.domain.version import Change, Version, changes
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.reading_text import ReadingText
from journal_app.ui.wording import moment_text

_MOST_ROWS = 6


class VersionsRead(QWidget):
    """The newest first. Words that went are struck, words that came are on green."""

    copy_requested = Signal(object)
    back_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        entry: Entry,
        versions: list[Version],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._entry, self._versions = theme, entry, versions
        self.list = QListWidget()
        self.list.setProperty("role", "weeks")
        self.list.setAccessibleName(self.tr("Former versions, the latest first"))
        for version in versions:
            self.list.addItem(moment_text(_here(version.until)))
        rows = min(_MOST_ROWS, max(1, len(versions)))
        self.list.setFixedHeight(theme.px(44) * rows)
        if not versions:
            self.list.hide()
        self.told = label(
            self.tr("Until then it said this. What is struck has gone since, what is green came.")
            if versions
            else self.tr("It has said the same since it was written. Changes will be kept here."),
            tone="muted",
        )
        self.text = ReadingText(theme, name=self.tr("The comparison"))
        self.copy_button = button(self.tr("Keep that version as a &copy"))
        self.copy_button.setEnabled(bool(versions))
        if not versions:
            self.copy_button.hide()
        self.back_button = button(self.tr("&Back to the entry"), "text")
        row = QHBoxLayout()
        row.addWidget(self.copy_button)
        row.addWidget(self.back_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for widget in (self.list, self.told, self.text):
            column.addWidget(widget)
        column.addLayout(row)
        self.list.currentRowChanged.connect(self._compare)
        self.copy_button.clicked.connect(self._copy)
        self.back_button.clicked.connect(self.back_requested)
        if versions:
            self.list.setCurrentRow(0)
        else:
            self.text.hide()

    def _compare(self, number: int) -> None:
        if not 0 <= number < len(self._versions):
            return
        before = self._versions[number].entry
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        for old, new in (
            (f"{before.title}\n\n" if before.title else "", self._titled()),
            (before.body, self._entry.body),
        ):
            for kind, piece in changes(old, new):
                cursor.insertText(piece, self._look(kind))
        self.text.fit()

    def _titled(self) -> str:
        return f"{self._entry.title}\n\n" if self._entry.title else ""

    def _look(self, kind: Change) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(self._theme.serif(18))
        look.setForeground(self._theme.color("ink"))
        if kind is Change.NEW:
            look.setBackground(self._theme.color("growth_soft"))
        elif kind is Change.GONE:
            look.setForeground(self._theme.color("muted"))
            look.setFontStrikeOut(True)
        return look

    def _copy(self) -> None:
        number = self.list.currentRow()
        if 0 <= number < len(self._versions):
            self.copy_requested.emit(self._versions[number])


def _here(moment: datetime) -> datetime:
    return moment.astimezone()
