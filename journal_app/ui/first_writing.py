"""First writing: what helps one write is read and made when one first stands where one writes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

if TYPE_CHECKING:
    from journal_app.ui.writing_aids import WritingAids


class FirstWriting(QObject):
    """Waits for the first place one writes in, and leaves the rest to the aids themselves."""

    def __init__(self, owner: QWidget, make: "Callable[[], WritingAids]") -> None:
        super().__init__(owner)
        self._owner, self._make = owner, make
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, QTextEdit) and self._owner.isAncestorOf(new):
            self._make().at(new)
            self.deleteLater()
            app = QApplication.instance()
            if isinstance(app, QApplication):
                app.focusChanged.disconnect(self._on_focus)
