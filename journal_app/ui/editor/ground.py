"""Ground: what the words stand on, painted by the editor itself."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTextEdit

from journal_app.ui.theme import Theme


class Ground(QObject):
    """Without a ground of its own an editor has the card and page under it painted at each key.

    The style sheet's background does not count for that, and takes this one away when it is worn
    anew.
    """

    def __init__(self, editor: QTextEdit, theme: Theme) -> None:
        super().__init__(editor)
        self._editor, self._theme = editor, theme
        self._laid = False
        theme.changed.connect(self._lay_again)

    def lay(self) -> None:
        """Paint the ground from now on, unless the editor is meant to show what lies under it."""
        if self._editor.property("role") == "soft":
            return
        self._laid = True
        view = self._editor.viewport()
        palette = view.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.color("surface"))
        view.setPalette(palette)
        view.setAutoFillBackground(True)

    def _lay_again(self) -> None:
        if self._laid:
            self.lay()
