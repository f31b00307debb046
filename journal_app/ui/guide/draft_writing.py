"""Draft writing: a form that opens on a page, is kept as a draft while typed, and then closes."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.saved_hint import SavedHint

AUTOSAVE_MS = 800


class DraftWriting(QWidget):
    """``add_button`` opens the form and may stand wherever the page wants it."""

    said = Signal(str, object)
    form: QWidget | None

    def __init__(self, theme: Theme, *, add: str, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.form = None
        self.add_button = button(add, "primary")
        self.keep_button = button(keep, "primary")
        self.saved = SavedHint(theme)
        self._acts = QWidget()
        self._act_row = QHBoxLayout(self._acts)
        self._act_row.setContentsMargins(0, 0, 0, 0)
        self._act_row.addWidget(self.saved, 1)
        self._act_row.addWidget(self.keep_button)
        self._acts.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._acts)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_MS)
        self._timer.timeout.connect(self.keep)
        self.add_button.clicked.connect(self.begin)
        self.keep_button.clicked.connect(self.finish)

    def begin(self) -> None:
        """Open the form, with the words of a draft begun before."""
        raise NotImplementedError

    def keep(self) -> None:
        """Make what was typed durable as a draft; an empty form leaves none."""
        raise NotImplementedError

    def finish(self) -> None:
        """The draft becomes what it is a draft of."""
        raise NotImplementedError

    def _put_before(self, act: QPushButton) -> None:
        """Another act, before the one that keeps."""
        self._act_row.insertWidget(self._act_row.count() - 1, act)

    def _open(self, form: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, form)
        self._acts.show()
        self.add_button.hide()
        self.saved.clear()

    def _close(self) -> None:
        self._timer.stop()
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._acts.hide()
        self.add_button.show()

    def _typing(self) -> None:
        self.saved.typing()
        if not self._timer.isActive():
            self._timer.start()
