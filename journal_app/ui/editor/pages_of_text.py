"""Pages of text: one document an entry, so that undo survives a visit elsewhere."""

from collections.abc import Hashable

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from journal_app.ui.editor import exact_text
from journal_app.ui.editor.markdown_style import MarkdownStyle
from journal_app.ui.theme import Theme

LINE_HEIGHT = 150  # per cent
MOST_KEPT = 12
MOST_CHARACTERS = 2_000_000


class TextPage(QTextDocument):
    """A document that paints its Markdown; its line height is part of every paragraph."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        QTextCursor(self).setBlockFormat(spaced)
        self.setUndoRedoEnabled(True)
        self.style = MarkdownStyle(self, theme, self)
        self.place = 0
        self.language = ""  # chosen before the words had an entry to belong to

    def fill(self, text: str) -> None:
        """Hold these words and nothing to undo."""
        self.setUndoRedoEnabled(False)
        cursor = QTextCursor(self)
        cursor.select(QTextCursor.SelectionType.Document)
        exact_text.insert(cursor, exact_text.held(text))
        self.setUndoRedoEnabled(True)


class KeptPages:
    """The pages written on lately, in memory only; they go when their editor goes."""

    def __init__(self) -> None:
        self._pages: dict[Hashable, TextPage] = {}

    def keep(self, key: Hashable, page: TextPage) -> None:
        """Remember a page under a key, as the latest, and let the oldest go when they are many."""
        former = self._pages.pop(key, page)
        if former is not page:
            former.deleteLater()
        self._pages[key] = page
        while len(self._pages) > 1 and self._too_much():
            self._pages.pop(next(iter(self._pages))).deleteLater()

    def take(self, key: Hashable, text: str) -> TextPage | None:
        """The page under this key, if it still says this text."""
        page = self._pages.get(key)
        if page is None or exact_text.text_of(page) != exact_text.as_shown(text):
            return None
        return page

    def holds(self, page: TextPage) -> bool:
        """True when the page can be taken again."""
        return page in self._pages.values()

    def _too_much(self) -> bool:
        held = sum(page.characterCount() for page in self._pages.values())
        return len(self._pages) > MOST_KEPT or held > MOST_CHARACTERS
