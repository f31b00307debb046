"""Writing desk: the editor over a whole page, with its find bar."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from journal_app.ui.editor.actions import editor_action
from journal_app.ui.editor.writing_area import WritingArea
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.find_bar import FindBar


class WritingDesk(QWidget):
    """An area that fills its place; add ``actions()`` to the page they should answer on.

    ``alone`` asks the page to leave nothing but the words, and to bring the rest back.
    """

    alone = Signal(bool)

    def __init__(self, theme: Theme, *, name: str) -> None:
        super().__init__()
        self.area = WritingArea(theme, name=name, fills=True)
        self.find_bar = FindBar(theme, self.area)
        self.is_alone = False
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
            (self.tr("&Only the words"), "Ctrl+Shift+F", self.turn),
        ):
            editor_action(self, text, keys, act, inside=True)
        self.area.menu_made.connect(self._add_to_menu)

    def escape(self) -> bool:
        """Close what lies over the words, or bring the page back; False when neither is so."""
        if not self.find_bar.isHidden():
            self.find_bar.close_bar()
        elif self.is_alone:
            self.turn()
        else:
            return False
        return True

    def turn(self) -> None:
        """Leave nothing but the words on the page, or bring the rest back."""
        self.is_alone = not self.is_alone
        self.area.manner.fade("alone", on=self.is_alone)
        self.alone.emit(self.is_alone)
        self.area.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """Another page is shown whole."""
        if self.is_alone and not event.spontaneous():
            self.turn()
        super().hideEvent(event)

    def _add_to_menu(self, menu: QMenu) -> None:
        menu.addActions(self.actions())

    def _replace(self) -> None:
        self.find_bar.open_bar(replacing=True)
