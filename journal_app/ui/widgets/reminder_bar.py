"""Reminder bar: the weekly reminder inside the window, with its ways to put it off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.domain.reminding import Later
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, icon_button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label


class ReminderBar(Card):
    """Stays until one of its ways is taken; every one of them is as good as another."""

    begin_requested = Signal()
    put_off = Signal(object)

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "preview", parent, pad=12)
        self.text = label(text)
        self.begin_button = button(self.tr("&Begin"))
        self.hour_button = button(self.tr("In an hour"), "text")
        self.tomorrow_button = button(self.tr("Tomorrow"), "text")
        self.close_button = icon_button(theme, "x", self.tr("Put this away"))
        row = QHBoxLayout()
        row.addWidget(self.text, 1)
        for made in (self.begin_button, self.hour_button, self.tomorrow_button, self.close_button):
            row.addWidget(made)
            made.clicked.connect(self.hide)
        self.body.addLayout(row)
        self.begin_button.clicked.connect(self.begin_requested)
        self.hour_button.clicked.connect(lambda: self.put_off.emit(Later.HOUR))
        self.tomorrow_button.clicked.connect(lambda: self.put_off.emit(Later.TOMORROW))
