"""Manner: how a page is written on: the line in the middle, and all but one paragraph faded."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from journal_app.ui.editor.layers import Layers
from journal_app.ui.theme import Theme


class Manner(QObject):
    """Watches the cursor of one editor; does nothing until it is asked to."""

    def __init__(self, editor: QTextEdit, layers: Layers, theme: Theme) -> None:
        super().__init__(editor)
        self._editor, self._layers, self._theme = editor, layers, theme
        self._bar = editor.verticalScrollBar()
        self._centred = self._faded = self._widening = False
        self._wishes: set[str] = set()
        self._lit = (-1, -1)
        self._bar.rangeChanged.connect(self._on_range)

    def centre(self, *, on: bool) -> None:
        """Keep the line that is written in the middle of the page, or let it wander."""
        if on == self._centred:
            return
        self._centred = on
        if on:
            self._editor.cursorPositionChanged.connect(self._to_middle)
            self._on_range(self._bar.minimum(), self._bar.maximum())
        else:
            self._editor.cursorPositionChanged.disconnect(self._to_middle)
            self._bar.setMaximum(max(0, self._bar.maximum() - self._half()))
            self._editor.ensureCursorVisible()

    def fade(self, wish: str, *, on: bool) -> None:
        """Fade every paragraph but the one that is written while anyone wishes it."""
        self._wishes = self._wishes | {wish} if on else self._wishes - {wish}
        on = bool(self._wishes)
        if on == self._faded:
            return
        self._faded = on
        if on:
            self._editor.cursorPositionChanged.connect(self._fade_others)
            self._editor.textChanged.connect(self._fade_others)
            self._fade_others()
        else:
            self._editor.cursorPositionChanged.disconnect(self._fade_others)
            self._editor.textChanged.disconnect(self._fade_others)
            self._lit = (-1, -1)
            self._layers.lift("dim")

    def _half(self) -> int:
        return self._editor.viewport().height() // 2

    def _on_range(self, _least: int, most: int) -> None:
        """Qt ends the page at its last line; the last line is to reach the middle."""
        if self._centred and not self._widening:
            self._widening = True
            self._bar.setMaximum(most + self._half())
            self._widening = False
            self._to_middle()

    def _to_middle(self) -> None:
        line = self._editor.cursorRect().center().y()
        self._bar.setValue(self._bar.value() + line - self._half())

    def _fade_others(self) -> None:
        block = self._editor.textCursor().block()
        start, end = block.position(), block.position() + block.length() - 1
        last = self._editor.document().characterCount() - 1
        if self._lit == (start, last - end):
            return
        self._lit = (start, last - end)
        style = QTextCharFormat()
        style.setForeground(self._theme.color("muted"))
        # Not up to the paragraph: words typed at its beginning would fade with those before.
        ranges = [(0, start - 1), (end, last)]
        self._layers.lay("dim", [(a, b) for a, b in ranges if b > a], style)
