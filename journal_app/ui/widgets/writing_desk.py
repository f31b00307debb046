"""Writing desk: the editor over a whole page, with its find bar."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.ui.editor.actions import editor_action
from journal_app.ui.editor.writing_area import WritingArea
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.find_bar import FindBar


class WritingDesk(QWidget):
    """An area that fills its place; add ``actions()`` to the page they should answer on."""

    def __init__(self, theme: Theme, *, name: str) -> None:
        super().__init__()
        self.area = WritingArea(theme, name=name, fills=True)
        self.find_bar = FindBar(theme, self.area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.area, 1)
        standard = QKeySequence.StandardKey
        for text, keys, act in (
            (self.tr("&Find"), standard.Find, self.find_bar.open_bar),
            (self.tr("&Replace"), standard.Replace, self._replace),
            (self.tr("Find the &next"), standard.FindNext, self.find_bar.go_on),
            (self.tr("Find the one &before"), standard.FindPrevious, self.find_bar.go_back),
        ):
            editor_action(self, text, keys, act, inside=True)

    def escape(self) -> bool:
        """Close what lies over the words; False when nothing does."""
        if self.find_bar.isHidden():
            return False
        self.find_bar.close_bar()
        return True

    def _replace(self) -> None:
        self.find_bar.open_bar(replacing=True)
