"""Trash read: the entries put away, each with its way back."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.version import Trashed
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.wording import day_text, fill, near_day_text

_SHOWN = 300  # characters


class TrashRead(QWidget):
    """Nothing goes by itself while a hold is set, and it says so."""

    bring_back_requested = Signal(int)
    erase_requested = Signal(int)

    def __init__(
        self,
        theme: Theme,
        trashed: list[Trashed],
        *,
        goes: Callable[[date], date | None],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._today, self._goes = theme, today, goes
        self.cards: list[Card] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        about = self.tr(
            "What you put away waits here for thirty days, in no list and in no search."
        )
        empty = self.tr("The trash is empty. What you put away waits here for thirty days.")
        column.addWidget(label(about if trashed else empty, tone="muted"))
        for one in trashed:
            card = self._card(one)
            self.cards.append(card)
            column.addWidget(card)

    def _card(self, trashed: Trashed) -> Card:
        theme, entry = self._theme, trashed.entry
        card = Card(theme, pad=16)
        goes = self._goes(trashed.trashed_on)
        until = (
            fill(self.tr("goes on %1"), near_day_text(goes, self._today))
            if goes is not None
            else self.tr("stays while the hold is set")
        )
        card.body.addWidget(label(f"{day_text(entry.happened_on)} · {until}", tone="muted"))
        if entry.title.strip():
            card.body.addWidget(label(entry.title, size=18, serif=True))
        short = entry.body.strip()
        card.body.addWidget(words(short if len(short) <= _SHOWN else f"{short[:_SHOWN]}…", size=16))
        back = button(self.tr("Bring it &back"))
        erase = button(self.tr("Erase it for good…"), "text")
        back.clicked.connect(lambda: self.bring_back_requested.emit(trashed.id))
        erase.clicked.connect(lambda: self._ask(card, erase, trashed.id))
        row = QHBoxLayout()
        row.addWidget(back)
        row.addWidget(erase)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _ask(self, card: Card, asked: QWidget, trashed_id: int) -> None:
        """A second press, beside the first, and never under the same place."""
        asked.setEnabled(False)
        sure = button(self.tr("Erase: it cannot be brought back"), "danger")
        sure.clicked.connect(lambda: self.erase_requested.emit(trashed_id))
        card.body.addWidget(sure)
        sure.show()
        sure.setFocus()
