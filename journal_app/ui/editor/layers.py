"""Layers: what is laid over the text for a while, such as hits, and leaves it as it was."""

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit


class Layers:
    """Selections of an editor by what they are for; later names lie over earlier ones."""

    ORDER = ("dim", "hits", "hit")

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}

    def lay(self, name: str, ranges: list[tuple[int, int]], style: QTextCharFormat) -> None:
        """Show these ranges in this style, in place of what the layer showed before."""
        layer = []
        for start, end in ranges:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._editor.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = style
            layer.append(selection)
        if layer or self._layers.get(name):
            self._layers[name] = layer
            self._editor.setExtraSelections(
                [one for key in self.ORDER for one in self._layers.get(key, [])]
            )

    def lift(self, name: str) -> None:
        """Take a layer away."""
        self.lay(name, [], QTextCharFormat())
