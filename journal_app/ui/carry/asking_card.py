"""Asking card: the passphrase that a journal has in the program it comes from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.passphrase_field import PassphraseField


class AskingCard(Card):
    """Sends what was typed, and forgets it: each time it asks, the field is a new one."""

    tried = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", parent)
        self._theme_of_fields = theme
        self.proof: PassphraseField | None = None

    def ask(self, why: str) -> None:
        """Say why, and wait for a passphrase."""
        self.forget()
        self.proof = PassphraseField(self._theme_of_fields, name=self.tr("Its passphrase there"))
        open_button = button(self.tr("&Open it"), "primary")
        for widget in (label(why, size=16, serif=True), self.proof, open_button):
            self.body.addWidget(widget)
        self.body.setAlignment(open_button, Qt.AlignmentFlag.AlignLeft)
        self.proof.submitted.connect(self._try)
        open_button.clicked.connect(self._try)
        self.proof.setFocus()

    def forget(self) -> None:
        """Take the field away, and its undo with it."""
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.proof = None

    def _try(self) -> None:
        if self.proof is not None:
            self.tried.emit(self.proof.text())
