"""Reading text: Markdown as a page one likes to read; nothing in it is opened or fetched."""

from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from journal_app.domain.query import Query, marks_of
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.painted_words import units
from journal_app.ui.widgets.quiet_document import QuietDocument

LONGEST_STYLED = 200_000  # characters; longer words are shown as they were typed
LONGEST_WORD = 5_000
LINE_HEIGHT = 145  # per cent
_HEADINGS = {1: 28, 2: 22, 3: 20}


class ReadingText(QTextEdit):
    """As high as its words; lines break where they were broken when they were written."""

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._query: Query | None = None
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setProperty("role", "reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(self.verticalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setDocument(QuietDocument(self))
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        theme.changed.connect(self._dress)

    def show_text(self, text: str, query: Query | None = None) -> None:
        """Show these words, those of a query marked."""
        self._text, self._query = text, query
        self._dress()

    def first_mark(self) -> int:
        """How far down the first marked word stands; 0 where none is."""
        for mark in self.extraSelections()[:1]:
            return int(self.cursorRect(mark.cursor).top())
        return 0

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width is another height."""
        super().resizeEvent(event)
        self.fit()

    def _dress(self) -> None:
        document = self.document()
        document.setDefaultFont(self._theme.serif(18))
        longest = max(map(len, self._text.split()), default=0)
        wrap = QTextOption.WrapMode
        self.setWordWrapMode(
            wrap.WrapAnywhere if longest > LONGEST_WORD else wrap.WrapAtWordBoundaryOrAnywhere
        )
        if len(self._text) > LONGEST_STYLED:
            document.setPlainText(self._text)
        else:
            dialect = QTextDocument.MarkdownFeature
            document.setMarkdown(
                _with_breaks(self._text),
                dialect.MarkdownDialectGitHub | dialect.MarkdownNoHTML,
            )
            self._space()
        self._mark()
        self.fit()

    def _space(self) -> None:
        block = self.document().begin()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        first = True
        while block.isValid():
            level = block.blockFormat().headingLevel()
            form = QTextBlockFormat()
            kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            form.setLineHeight(LINE_HEIGHT if not level else 120, kind)
            in_list = block.textList() is not None
            form.setTopMargin(0 if first or in_list else self._theme.px(20 if level else 0))
            form.setBottomMargin(self._theme.px(4 if in_list else 10))
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(form)
            if level:
                cursor.movePosition(
                    QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
                )
                look = QTextCharFormat()
                look.setProperty(
                    QTextFormat.Property.FontPixelSize, self._theme.px(_HEADINGS.get(level, 18))
                )
                look.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                look.setFontWeight(QFont.Weight.Medium)
                cursor.mergeCharFormat(look)
            first = False
            block = block.next()
        cursor.endEditBlock()

    def _mark(self) -> None:
        marks = []
        if self._query is not None:
            text = self.toPlainText()
            for start, size in marks_of(text, self._query):
                mark = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self.document())
                at = units(text[:start])
                cursor.setPosition(at)
                cursor.setPosition(
                    at + units(text[start : start + size]), QTextCursor.MoveMode.KeepAnchor
                )
                mark.cursor = cursor
                mark.format = mark_look(self._theme)
                marks.append(mark)
        self.setExtraSelections(marks)

    def fit(self) -> None:
        """Be as high as the words are now."""
        height = int(self.document().size().height()) + 2
        if height != self.height():
            self.setFixedHeight(max(height, self._theme.px(24)))


def mark_look(theme: Theme) -> QTextCharFormat:
    """How a word that was looked for is shown."""
    look = QTextCharFormat()
    look.setBackground(theme.color("joy_soft"))
    look.setForeground(theme.color("ink"))
    return look


def mark_words(widget: QWidget, query: Query, theme: Theme) -> QWidget | None:
    """Mark the words of a query in every text below a widget; return the first that has one."""
    found: QWidget | None = None
    for document in widget.findChildren(QTextDocument):
        text = document.toPlainText()
        for start, size in marks_of(text, query):
            cursor = QTextCursor(document)
            at = units(text[:start])
            cursor.setPosition(at)
            cursor.setPosition(
                at + units(text[start : start + size]), QTextCursor.MoveMode.KeepAnchor
            )
            cursor.mergeCharFormat(mark_look(theme))
            holder = document.parent()
            while holder is not None and not isinstance(holder, QWidget):
                holder = holder.parent()
            found = found or holder
    return found


def _with_breaks(text: str) -> str:
    """Two blanks before an end of line keep it in Markdown; a blank line is one already."""
    return "\n".join(f"{line}  " if line.strip() else line for line in text.split("\n"))
