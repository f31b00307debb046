"""Last words: a window that cannot keep what was typed stays, and asks before it goes without."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget


class LastWords(QObject):
    """Counts the tries to close: the first is answered by the banner alone, the next by asking."""

    def __init__(self, window: QWidget, let_go: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._let_go = window, let_go
        self._tried = False

    def stay(self) -> None:
        """The window was asked to close and still holds words that no disk would take."""
        if not self._tried:
            self._tried = True
            return
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Tend"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("What you typed last is not saved yet."))
        box.setInformativeText(
            self.tr(
                "It is still here. Make some room on the disk, or copy it somewhere, then close"
                " again. Or leave without it."
            )
        )
        stay = box.addButton(self.tr("&Stay"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(QMessageBox.StandardButton.Discard)
        leave.setText(self.tr("&Leave without it"))
        box.setDefaultButton(stay)
        leave.clicked.connect(self._leave)
        box.open()

    def _leave(self) -> None:
        self._let_go()
        self._window.close()
