"""Writing area: the one place a person writes in, kept exactly as typed."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from journal_app.ui.clipboard import marked_secret
from journal_app.ui.theme import Theme

LINE_HEIGHT = 150  # per cent


class WritingArea(QTextEdit):
    """Plain text in the reading face, growing with its words between two heights.

    ``text`` gives back every character that was typed or set, but for NUL and lone surrogates,
    which become U+FFFD because no file could hold them.
    """

    edited = Signal()
    submitted = Signal()
    left = Signal()
    paste_refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        lines: int = 3,
        most: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines, self._most = lines, most
        self._quiet = False
        self.setAccessibleName(name)
        self.setProperty("role", "writing")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._fit)
        self._space_lines()
        self._fit()

    def text(self) -> str:
        """The words, exactly as they are."""
        lines = []
        block = self.document().begin()
        while block.isValid():
            lines.append(block.text())
            block = block.next()
        return "\n".join(lines)

    def set_text(self, text: str) -> None:
        """Show these words, the cursor at their end, with nothing to undo."""
        self._quiet = True
        self.setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for number, line in enumerate(storable(text).split("\n")):
            if number:
                cursor.insertBlock()
            # A text inserted whole would turn U+2029 and CR into new blocks.
            cursor.insertText(line)
        self._space_lines()
        self.setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._quiet = False

    def cursor_place(self) -> int:
        """Where the cursor is, in characters from the start."""
        return self.textCursor().position()

    def put_cursor(self, place: int) -> None:
        """Put the cursor there, or at the end of shorter words."""
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Ctrl+Enter goes on, Escape leaves; all else is typing."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """What is copied out is marked, so that clipboard histories look away."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return marked_secret(data)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Anything with words may be pasted; pictures come to a sentence."""
        return source.hasText() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste as plain text; a picture is refused in words, so that none is kept unseen."""
        if source.hasText():
            self.textCursor().insertText(storable(source.text()))
        elif source.hasImage():
            self.paste_refused.emit(
                self.tr("Pictures are not kept here. Your words are as they were.")
            )

    def _space_lines(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        undo = self.isUndoRedoEnabled()
        self.setUndoRedoEnabled(False)
        cursor.mergeBlockFormat(spaced)
        self.setUndoRedoEnabled(undo)

    def _fit(self) -> None:
        line = self._theme.px(18 * LINE_HEIGHT / 100) + 1
        frame = self._theme.px(24)
        wanted = int(self.document().size().height()) + frame
        height = max(self._lines * line + frame, min(wanted, self._most * line + frame))
        if height != self.height():
            self.setFixedHeight(height)

    def _on_text(self) -> None:
        if not self._quiet:
            self.edited.emit()


def storable(text: str) -> str:
    """The text without what no UTF-8 file can hold: NUL and lone surrogates become U+FFFD."""
    return "".join(
        "\ufffd" if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text
    )
