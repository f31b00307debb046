"""Design row: the three designs of a card, each as a small drawing of the very card."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from journal_app.domain.greeting import GreetingDesign
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, check_quietly

_WIDE = 84


class DesignRow(QWidget):
    """One of them is always chosen; ``changed`` follows the person only."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: dict[GreetingDesign, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for design, name in (
            (GreetingDesign.SPRIG, self.tr("A sprig")),
            (GreetingDesign.LETTER, self.tr("A letter")),
            (GreetingDesign.BLOOM, self.tr("A bloom")),
        ):
            choice = button("", "design", name=name)
            choice.setToolTip(name)
            choice.setCheckable(True)
            choice.setAutoExclusive(True)
            choice.toggled.connect(self._choose)
            row.addWidget(choice)
            self.buttons[design] = choice
        row.addStretch(1)
        self.choose(GreetingDesign.SPRIG)

    @property
    def chosen(self) -> GreetingDesign:
        """The design in force."""
        return next(design for design, made in self.buttons.items() if made.isChecked())

    def choose(self, design: GreetingDesign) -> None:
        """Take this one, without a signal."""
        check_quietly(self.buttons[design], on=True)

    def _choose(self, on: bool) -> None:  # noqa: FBT001 (a signal's)
        if on:
            self.changed.emit()

    def show_drawings(
        self, drawings: Mapping[GreetingDesign, bytes], shape: tuple[int, int]
    ) -> None:
        """Show the card in each design."""
        side = self._theme.px(_WIDE)
        wide, high = shape
        for design, drawing in drawings.items():
            image = QPixmap()
            image.loadFromData(drawing)
            self.buttons[design].setIcon(QIcon(image))
            self.buttons[design].setIconSize(QSize(side, round(side * high / wide)))
