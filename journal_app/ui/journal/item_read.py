"""Item read: a moment, a celebration or a plan met outside its week, with the ways to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.item import Item
from journal_app.domain.query import Query
from journal_app.ui.kinds import kind_look
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.reading_text import mark_words
from journal_app.ui.wording import fill, kind_text

_GROUNDS = {"moment": "growth", "celebration": "joy", "plan": "preview", "promise": "preview"}


class ItemRead(QWidget):
    """Its words on a card of its colour."""

    week_requested = Signal()
    person_chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        item: Item,
        *,
        name: str = "",
        query: Query | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        ground = _GROUNDS.get(item.kind, "surface")
        card = Card(theme, ground)
        tone = kind_look(item.kind)[1].removesuffix("_ink")
        card.body.addWidget(label(kind_text(item.kind), tone=tone, strong=True))
        if item.title.strip():
            card.body.addWidget(label(item.title, tone="muted"))
        card.body.addWidget(words(item.body))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        row = QHBoxLayout()
        self.week_button = button(self.tr("Read its &week"))
        self.week_button.clicked.connect(self.week_requested)
        row.addWidget(self.week_button)
        if name:
            self.person_button = button(
                fill(self.tr("Open %1"), name).replace("&", "&&"),
                name=fill(self.tr("Open %1"), name),
            )
            self.person_button.clicked.connect(self.person_chosen)
            row.addWidget(self.person_button)
        row.addStretch(1)
        column.addSpacing(theme.px(12))
        column.addLayout(row)
        if query is not None:
            mark_words(card, query, theme)
