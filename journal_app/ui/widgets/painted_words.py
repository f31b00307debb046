"""Painted words: text that a delegate draws, in few lines and with matches marked."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from journal_app.ui.theme import Theme

Marks = tuple[tuple[int, int], ...]


def paint_words(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    ink: QColor,
    *,
    lines: int = 1,
    formats: list[QTextLayout.FormatRange] | None = None,
) -> float:
    """Draw at most so many lines into a box, the last one elided; return the height they took."""
    layout = QTextLayout(text.replace("\n", " "), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats or [])
    layout.beginLayout()
    height = 0.0
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        line.setPosition(QPointF(0, height))
        height += line.height()
        if number == lines - 1 and line.textStart() + line.textLength() < units(text):
            return _elided(painter, box, layout, height - line.height(), text, font, ink)
    layout.endLayout()
    painter.setPen(ink)
    layout.draw(painter, box.topLeft())
    return height


def marked(theme: Theme, text: str, marks: Marks) -> list[QTextLayout.FormatRange]:
    """How matches look, at their places in the text."""
    look = QTextCharFormat()
    look.setBackground(theme.color("joy_soft"))
    look.setForeground(theme.color("ink"))
    look.setFontWeight(QFont.Weight.Medium)
    ranges = []
    for start, size in marks:
        made = QTextLayout.FormatRange()
        made.start = units(text[:start])
        made.length = units(text[start : start + size])
        made.format = look
        ranges.append(made)
    return ranges


def _elided(
    painter: QPainter,
    box: QRectF,
    layout: QTextLayout,
    top: float,
    text: str,
    font: QFont,
    ink: QColor,
) -> float:
    """The last line ends in dots; what stands before it keeps its marks."""
    last = layout.lineAt(layout.lineCount() - 1)
    start, height = last.textStart(), last.height()
    formats = layout.formats()
    rest = text.encode("utf-16-le")[start * 2 :].decode("utf-16-le", "replace").replace("\n", " ")
    layout.endLayout()
    painter.setPen(ink)
    metrics = QFontMetricsF(font)
    short = metrics.elidedText(rest[:500], Qt.TextElideMode.ElideRight, box.width() * 0.97)
    tail = QTextLayout(short, font)
    moved = []
    for one in formats:
        begins = max(0, one.start - start)
        ends = min(units(short) - 1, one.start + one.length - start)
        if ends > begins:
            made = QTextLayout.FormatRange()
            made.start, made.length, made.format = begins, ends - begins, one.format
            moved.append(made)
    tail.setFormats(moved)
    tail.beginLayout()
    line = tail.createLine()
    line.setLineWidth(box.width() * 2)
    tail.endLayout()
    painter.save()
    painter.setClipRect(QRectF(box.left(), box.top(), box.width(), top))
    layout.draw(painter, box.topLeft())
    painter.restore()
    tail.draw(painter, QPointF(box.left(), box.top() + top))
    return top + height


def units(text: str) -> int:
    """How many places in Qt these characters take: those beyond U+FFFF take two."""
    return len(text) + sum(char > "\uffff" for char in text)
