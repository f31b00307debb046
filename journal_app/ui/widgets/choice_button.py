"""Choice button: one of a few, chosen from a menu; it says what is chosen now."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from journal_app.ui.widgets.buttons import literal_tip


class ChoiceButton(QPushButton):
    """A filter: the first option is none, and shows the filter's name."""

    changed = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._options: dict[str, str] = {}
        self.choice = ""
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self._menu = QMenu(self)
        self._group = QActionGroup(self._menu)
        self.setMenu(self._menu)
        self._show()

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these by key; a choice that is no longer there is let go."""
        self._options = dict(options)
        self._menu.clear()
        self._group.deleteLater()
        self._group = group = QActionGroup(self._menu)
        for key, text in options:
            action = self._menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key == self.choice)
            action.triggered.connect(lambda _on=False, key=key: self.choose(key))
            group.addAction(action)
        if self.choice not in self._options:
            self.choice = ""
        self._show()

    def choose(self, key: str) -> None:
        """Take one of the options."""
        self.choice = key
        for action, option in zip(self._menu.actions(), self._options, strict=True):
            action.setChecked(option == key)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        chosen = self._options.get(self.choice, "") if self.choice else ""
        short = chosen if len(chosen) <= 18 else f"{chosen[:17]}…"
        self.setText((short or self._name).replace("&", "&&"))
        self.setToolTip(literal_tip(chosen))
        self.setAccessibleName(f"{self._name}: {chosen}" if chosen else self._name)
        self.setChecked(bool(chosen))
