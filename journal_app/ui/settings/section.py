"""Section: what one part of the settings is given, and how its parts look."""

import unicodedata
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.wrapping import WrappingCheck

if TYPE_CHECKING:
    from journal_app.ui.settings.services import SafetyServices


class Section(QWidget):
    """One part of the settings; the page puts it in its column and hears its signals."""

    said = Signal(str)
    journal_replaced = Signal()
    everything_erased = Signal()
    person_requested = Signal(int)
    sheet_requested = Signal(str, bool)
    page_requested = Signal(str)

    def __init__(
        self, theme: Theme, services: "SafetyServices", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.services = theme, services
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.px(16))

    def refresh(self) -> None:
        """Show how things are now."""

    def card(self, title: str, text: str = "", *, tone: str = "surface") -> Card:
        """A card with a title and a sentence, put at the end of the section."""
        card = Card(self.theme, tone)
        card.setProperty("setting", True)
        card.body.addWidget(label(title, size=18, strong=True))
        if text:
            card.body.addWidget(label(text, tone="muted"))
        self.body.addWidget(card)
        return card

    def show_what_holds(self, typed: str, *, also: str = "") -> bool:
        """Hide the cards that hold none of the words typed; False when none is left."""
        wanted = _folded(typed).split()
        left = False
        for card in self.findChildren(Card):
            if not card.property("setting"):
                continue
            held = _folded(" ".join((also, *_texts(card))))
            found = all(word in held for word in wanted)
            card.setVisible(found)
            left = left or found
        return left


def _texts(card: QWidget) -> Iterator[str]:
    for widget in card.findChildren(QWidget):
        yield widget.accessibleName()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text().replace("&", "")
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def row_of(*widgets: QWidget) -> FlowLayout:
    """Widgets side by side from the reading side, in lines where one is too short."""
    row = FlowLayout()
    for widget in widgets:
        row.addWidget(widget)
    return row


def switch(text: str, *, on: bool, act: Callable[[bool], object]) -> QCheckBox:
    """A setting that is on or off, applied at once."""
    made = WrappingCheck(text)
    made.setChecked(on)
    made.toggled.connect(act)
    return made
