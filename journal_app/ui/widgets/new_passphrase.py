"""New passphrase: typed twice, with an honest line about its length, then the recovery key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.passphrase_field import PassphraseField

_SHORT, _FAIR = 10, 16


class NewPassphrase(QWidget):
    """Two fields and a strength line; ``typed`` gives the passphrase once both agree."""

    submitted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passphrase = PassphraseField(theme, name=self.tr("Passphrase"))
        self.again = PassphraseField(theme, name=self.tr("The same once more"))
        self.strength = label("", size=12, tone="muted")
        self.problem = label("", tone="danger")
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (self.passphrase, self.strength, self.again, self.problem):
            column.addWidget(widget)
        self.setFocusProxy(self.passphrase)
        self.passphrase.edited.connect(self._say_strength)
        self.passphrase.submitted.connect(self.again.setFocus)
        self.again.submitted.connect(self.submitted)

    def typed(self) -> str | None:
        """The passphrase; None, with the reason shown, while it cannot be taken."""
        if not self.passphrase.text().strip():
            self.say(self.tr("Type a few words first."))
        elif self.passphrase.text() != self.again.text():
            self.say(self.tr("The two are not the same yet."))
        else:
            self.problem.hide()
            return self.passphrase.text()
        return None

    def say(self, text: str) -> None:
        """Show why it cannot be taken."""
        self.problem.setText(text)
        self.problem.show()

    def _say_strength(self) -> None:
        typed = len(self.passphrase.text())
        if typed < _SHORT:
            text = self.tr("Short. Four or five words you can remember are far harder to guess.")
        elif typed < _FAIR:
            text = self.tr("Fair. One more word makes it far harder to guess.")
        else:
            text = self.tr("Long enough to hold, if it is not a known phrase.")
        self.strength.setText(text if typed else "")


class RecoverySheet(Card):
    """The recovery key, shown once; it goes on when a part of it was typed off the sheet."""

    save_requested = Signal(str)
    print_requested = Signal(str)
    finished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "joy", parent)
        self._key = ""
        self._group = 0
        self.key = label("", size=18, serif=True)
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.save_button = button(self.tr("&Save the sheet…"))
        self.print_button = button(self.tr("&Print…"))
        self.ask = label("", strong=True)
        self.part = LineField(name=self.tr("The four letters on your sheet"))
        self.part.setMaximumWidth(theme.px(160))
        self.problem = label("", tone="danger")
        self.problem.hide()
        self.go_on_button = button(self.tr("Go &on"), "primary")
        self.later_button = button(self.tr("I have it safe, &do not ask"), "text")
        title = self.tr("Your recovery key, shown this once")
        self.body.addWidget(label(title, size=16, strong=True))
        self.body.addWidget(self.key)
        why = self.tr(
            "It opens the journal if the passphrase is ever forgotten. Keep the sheet away from"
            " this laptop."
        )
        self.body.addWidget(label(why, tone="muted"))
        sheet = QHBoxLayout()
        sheet.addWidget(self.save_button)
        sheet.addWidget(self.print_button)
        sheet.addStretch(1)
        self.body.addLayout(sheet)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(self.ask)
        self.body.addWidget(self.part)
        self.body.addWidget(self.problem)
        acts = QHBoxLayout()
        acts.addWidget(self.go_on_button)
        acts.addWidget(self.later_button)
        acts.addStretch(1)
        self.body.addLayout(acts)
        self.save_button.clicked.connect(lambda: self.save_requested.emit(self._key))
        self.print_button.clicked.connect(lambda: self.print_requested.emit(self._key))
        self.go_on_button.clicked.connect(self._check)
        self.part.returnPressed.connect(self._check)
        self.later_button.clicked.connect(self._end)

    def show_key(self, recovery_key: str) -> None:
        """Show this key and ask for one of its groups."""
        groups = recovery_key.split("-")
        self._key = recovery_key
        # Which one does not matter; the same one each time would be learnt without the sheet.
        self._group = sum(map(ord, recovery_key)) % len(groups)
        self.key.setText(recovery_key)
        asked = self.tr("To be sure it can be read: which four letters are group %1?")
        self.ask.setText(asked.replace("%1", str(self._group + 1)))
        self.problem.hide()
        self.part.clear()
        self.show()
        self.part.setFocus()

    def _check(self) -> None:
        typed = "".join(char for char in self.part.text().upper() if char.isalnum())
        if typed == self._key.split("-")[self._group]:
            self._end()
        else:
            self.problem.setText(self.tr("That is not that group. Look at the sheet once more."))
            self.problem.show()

    def _end(self) -> None:
        self._key = ""
        self.key.clear()
        self.hide()
        self.finished.emit()
