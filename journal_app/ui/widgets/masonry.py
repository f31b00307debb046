"""Masonry: cards of any height hung in columns, each new one where there is most room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal_app.ui.theme import Theme

_NARROWEST, _GAP = 300, 16


class Masonry(QWidget):
    """Knows its height for a width; the order of the cards is their order for the keyboard."""

    def __init__(
        self, theme: Theme, *, narrowest: int = _NARROWEST, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._narrowest = theme, narrowest
        self._cards: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._relay)

    def hang(self, cards: Sequence[QWidget]) -> None:
        """Show these cards instead."""
        for card in self._cards:
            if card not in cards:
                card.hide()
                card.deleteLater()
        self._cards = list(cards)
        before: QWidget | None = None
        for card in self._cards:
            card.setParent(self)
            card.installEventFilter(self)
            card.show()
            if before is not None:
                self.setTabOrder(before, card)
            before = card
        self._relay()

    def event(self, event: QEvent) -> bool:
        """The same, said to the wall itself."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._relay()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """A card that grew or shrank moves those under it."""
        if event.type() is QEvent.Type.LayoutRequest and watched in self._cards:
            self._relay()
        return super().eventFilter(watched, event)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height of the longest column."""
        return self._lay(width, move=False)

    def sizeHint(self) -> QSize:  # noqa: N802
        """One column at the least."""
        least = self._theme.px(self._narrowest)
        return QSize(least, self.heightForWidth(self.width() or least))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrower than a column the cards are squeezed."""
        return QSize(self._theme.px(200), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width, other columns."""
        super().resizeEvent(event)
        self._lay(self.width(), move=True)

    def _relay(self) -> None:
        self._lay(self.width(), move=True)
        self.updateGeometry()

    def _lay(self, width: int, *, move: bool) -> int:
        gap = self._theme.px(_GAP)
        count = max(1, (width + gap) // (self._theme.px(self._narrowest) + gap))
        wide = (width - gap * (count - 1)) // count
        feet = [0] * count
        for card in self._cards:
            column = feet.index(min(feet))
            layout = card.layout()
            high = (
                layout.heightForWidth(wide)
                if layout is not None and layout.hasHeightForWidth()
                else card.sizeHint().height()
            )
            if move:
                x = column * (wide + gap)
                if self.isRightToLeft():
                    x = width - x - wide
                card.setGeometry(QRect(x, feet[column], wide, high))
            feet[column] += high + gap
        return max(0, max(feet) - gap)
