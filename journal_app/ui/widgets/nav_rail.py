"""Navigation rail: where one can go, at the left of every page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal_app.ui.icons import icon
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, check_quietly
from journal_app.ui.widgets.drawing import Drawing
from journal_app.ui.widgets.labels import label

WIDE, NARROW = 232, 72


@dataclass(frozen=True, kw_only=True)
class Destination:
    """One place on the rail; ``foot`` puts it at the bottom, ``acts`` makes it a button."""

    key: str
    name: str
    icon: str
    foot: bool = False
    acts: bool = False


class NavRail(QWidget):
    """Sends ``chosen`` with the key of a destination."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, destinations: Sequence[Destination], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._destinations = {d.key: d for d in destinations}
        self._narrow = False
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Places"))
        self._brand = label(self.tr("Tend"), size=22, serif=True, strong=True)
        self._brand.setWordWrap(False)
        brand = QHBoxLayout()
        brand.addWidget(Drawing(theme, "feather", "accent", 24))
        brand.addWidget(self._brand, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(brand)
        self._column.addSpacing(theme.px(16))
        self.buttons: dict[str, QPushButton] = {}
        for destination in destinations:
            if not destination.foot:
                self._column.addWidget(self._button(destination))
        self._column.addStretch(1)
        self._local = label(self.tr("Only on this laptop."), size=12, tone="muted")
        self._column.addWidget(self._local)
        for destination in destinations:
            if destination.foot:
                self._column.addWidget(self._button(destination))
        theme.changed.connect(self._dress)
        self._dress()

    def destinations(self) -> list[Destination]:
        """Where one can go, from top to foot."""
        return list(self._destinations.values())

    def stand_at(self, key: str) -> None:
        """Mark the page that is open."""
        for other, made in self.buttons.items():
            if made.isCheckable():
                check_quietly(made, other == key)
        self._dress()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 (a plain switch)
        """Show icons with tooltips, or icons with names."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Up and down move along the rail."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        made = list(self.buttons.values())
        at = next((n for n, one in enumerate(made) if one.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        made[(at + step) % len(made)].setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, destination: Destination) -> QPushButton:
        made = button("", "rail", name=destination.name)
        made.setCheckable(not destination.acts)
        pressed = made.clicked if destination.acts else made.toggled
        pressed.connect(lambda _on=False, key=destination.key: self._choose(key))
        self.buttons[destination.key] = made
        return made

    def _choose(self, key: str) -> None:
        self._dress()
        self.chosen.emit(key)

    def _dress(self) -> None:
        theme = self._theme
        edge = theme.px(16 if not self._narrow else 12)
        self._column.setContentsMargins(edge, theme.px(24), edge, theme.px(16))
        self._column.setSpacing(theme.px(4))
        self.setFixedWidth(theme.px(NARROW if self._narrow else WIDE))
        self._brand.setVisible(not self._narrow)
        self._local.setVisible(not self._narrow)
        for key, made in self.buttons.items():
            destination = self._destinations[key]
            made.setIcon(icon(theme, destination.icon, "accent" if made.isChecked() else "muted"))
            made.setIconSize(QSize(theme.px(20), theme.px(20)))
            made.setText("" if self._narrow else "  " + destination.name)
            made.setToolTip(destination.name if self._narrow else "")
