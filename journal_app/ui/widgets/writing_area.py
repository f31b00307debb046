"""Writing area: the one place a person writes in, kept exactly as typed."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocumentFragment,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from journal_app.ui.clipboard import marked_secret
from journal_app.ui.theme import Theme

LINE_HEIGHT = 150  # per cent
LONGEST_WORD = 5_000
LONGEST_PASTE = 500_000  # characters; Qt lays out a million of them in a second and a half

# A text document takes these two for its own marks, so it holds stand-ins nobody writes with.
_HELD = str.maketrans({"\ufdd0": "\U0010fdd0", "\ufdd1": "\U0010fdd1"})
_GIVEN_BACK = str.maketrans({"\U0010fdd0": "\ufdd0", "\U0010fdd1": "\ufdd1"})
_Wrap = QTextOption.WrapMode


class WritingArea(QTextEdit):
    """Plain text in the reading face, growing with its words between two heights.

    ``text`` gives back every character that was typed or set, but for NUL and lone surrogates,
    which become U+FFFD because no file could hold them, and for ends of lines, which become LF.
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
        return "\n".join(lines).translate(_GIVEN_BACK)

    def set_text(self, text: str) -> None:
        """Show these words, the cursor at their end, with nothing to undo."""
        self._quiet = True
        self.setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        self.setWordWrapMode(_Wrap.WrapAtWordBoundaryOrAnywhere)
        self._insert(cursor, text)
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
        # Qt's own plain text would make an ordinary blank of one that does not break.
        words = self.textCursor().selectedText().replace("\u2029", "\n")
        data.setText(words.translate(_GIVEN_BACK))
        return marked_secret(data)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Anything with words may be pasted; pictures and files come to a sentence."""
        return source.hasText() or source.hasImage() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste as plain text; a picture or file is refused in words, so none is kept unseen."""
        if any(url.isLocalFile() for url in source.urls()):
            self.paste_refused.emit(
                self.tr("Files are not kept here. Your words are as they were.")
            )
        elif source.hasText() and len(source.text()) > LONGEST_PASTE:
            self.paste_refused.emit(
                self.tr(
                    "That is more than one page can hold at once. Your words are as they were."
                    " Paste it in parts."
                )
            )
        elif source.hasText():
            self._insert(self.textCursor(), source.text())
        elif source.hasImage():
            self.paste_refused.emit(
                self.tr("Pictures are not kept here. Your words are as they were.")
            )
        elif source.hasHtml():
            bare = QTextDocumentFragment.fromHtml(source.html()).toPlainText()
            self._insert(self.textCursor(), bare.replace("\ufffc", ""))

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        held = _with_plain_line_ends(storable(text)).translate(_HELD)
        if max(map(len, held.split()), default=0) > LONGEST_WORD:
            # Looking for places to break in a word without any takes Qt minutes.
            self.setWordWrapMode(_Wrap.WrapAnywhere)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        start = cursor.position()
        # The way into Qt loses a U+FEFF that comes first.
        guarded = held.startswith("\ufeff")
        cursor.insertText(f"x{held}" if guarded else held)
        if guarded:
            first = QTextCursor(self.document())
            first.setPosition(start)
            first.deleteChar()
        cursor.endEditBlock()

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


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
