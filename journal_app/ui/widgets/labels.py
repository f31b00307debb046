"""Labels: text that is never read as HTML, in the sizes and tones of the style sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy

LINE_HEIGHT = 140  # per cent, for what one reads


def label(
    text: str,
    *,
    size: int = 14,
    tone: str = "",
    serif: bool = False,
    strong: bool = False,
) -> QLabel:
    """A wrapping plain-text label."""
    made = QLabel(text)
    dress(made, size=size, tone=tone, serif=serif, strong=strong)
    if QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        # Qt would align a date or a Latin name by its letters, away from the words around it.
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        made.setAlignment(right | Qt.AlignmentFlag.AlignVCenter)
    return made


class Words(QLabel):
    """A plain-text label whose lines stand as far apart as those of a book."""

    def setText(self, text: str) -> None:  # noqa: N802 (Qt's name)
        """Show other words, as widely spaced."""
        super().setText(text)
        self.space_lines()

    def space_lines(self) -> None:
        """Give every line its air; a label knows no line height of its own."""
        from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

        # Only a label that was measured has handed its words to the document it selects in.
        self.sizeHint()
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        for document in self.findChildren(QTextDocument):
            cursor = QTextCursor(document)
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.mergeBlockFormat(spaced)
        # Makes the label measure itself anew.
        self.setIndent(self.indent())


def words(text: str, *, size: int = 18, tone: str = "") -> QLabel:
    """What a person wrote: in the reading face, and open to being selected."""
    made = Words()
    dress(made, size=size, tone=tone, serif=True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    # Selectable for the mouse, but one does not tab through every sentence of a page.
    made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    made.setText(text)
    return made


def dress(made: QLabel, *, size: int, tone: str, serif: bool = False, strong: bool = False) -> None:
    """Give a label the size, tone and face of what it says."""
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("textSize", str(size))
    made.setProperty("tone", tone)
    made.setProperty("face", "serif" if serif else "sans")
    made.setProperty("strong", "yes" if strong else "no")
    policy = made.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
    made.setSizePolicy(policy)
