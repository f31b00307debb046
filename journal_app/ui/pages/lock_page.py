"""Lock: the one page there is while the journal is closed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.errors import JournalError
from journal_app.ui.theme import Theme
from journal_app.ui.trouble import in_words
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.drawing import Drawing
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.passphrase_field import PassphraseField
from journal_app.ui.widgets.rescue import Rescue

if TYPE_CHECKING:
    from journal_app.domain.backup import Backup


class LockPage(QWidget):
    """Asks for the passphrase, or for the recovery key off the sheet.

    ``unlock`` and ``recover`` open the journal or raise; the field is made anew after each try,
    because a cleared one would still remember what was typed.
    """

    unlocked = Signal()
    rescue_requested = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        *,
        unlock: Callable[[str], None],
        recover: Callable[[str], None],
        backups: "Callable[[], Sequence[Backup]]" = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._unlock, self._recover = theme, unlock, recover
        self._backups = backups
        self.rescue: Rescue | None = None
        self._by_recovery = False
        mark = Drawing(theme, "feather", "accent", 36)
        self.title = label(self.tr("Welcome back"), size=28, serif=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.problem = label("", tone="danger")
        self.problem.hide()
        self.open_button = button(self.tr("&Open"), "primary")
        self.other_button = button("", "text")
        self._card = Card(theme)
        self._card.setFixedWidth(theme.px(440))
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(self.other_button)
        row.addStretch(1)
        self._card.body.addWidget(self.problem)
        self._card.body.addLayout(row)
        column = self._column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (mark, self.title, self._card):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(theme.px(12))
        column.addStretch(3)
        self.open_button.clicked.connect(self._try)
        self.other_button.clicked.connect(self._switch)
        self._new_field()

    def ask(self) -> None:
        """Put the cursor where the passphrase goes."""
        self.field.setFocus()

    def say(self, text: str) -> None:
        """Show what happened."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def offer_rescue(self, error: JournalError) -> None:
        """Show the ways out of a journal that is missing or damaged."""
        self.say(in_words(error))
        if error.kind in {"missing", "damaged"} and self.rescue is None:
            self.rescue = Rescue(self._theme, self._backups())
            self.rescue.setFixedWidth(self._theme.px(440))
            place = self._column.indexOf(self._card) + 1
            self._column.insertWidget(place, self.rescue, 0, Qt.AlignmentFlag.AlignHCenter)
            self.rescue.restore_chosen.connect(self._rescue)
            self.rescue.file_requested.connect(lambda: self._rescue("file"))
            self.rescue.salvage_requested.connect(lambda: self._rescue("salvage"))

    def _rescue(self, way: object) -> None:
        self.rescue_requested.emit(self.field.text(), way)

    def _new_field(self) -> None:
        old = getattr(self, "field", None)
        if old is not None:
            self._card.body.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        name = self.tr("Recovery key") if self._by_recovery else self.tr("Passphrase")
        self.field = PassphraseField(self._theme, name=name)
        self.field.submitted.connect(self._try)
        self._card.body.insertWidget(0, self.field)
        other = (
            self.tr("Use the passphrase") if self._by_recovery else self.tr("Use the &recovery key")
        )
        self.other_button.setText(other)
        self.other_button.setAccessibleName(other.replace("&", ""))
        self.field.setFocus()

    def _switch(self) -> None:
        self._by_recovery = not self._by_recovery
        self.say("")
        self._new_field()

    def _try(self) -> None:
        opens = self._recover if self._by_recovery else self._unlock
        try:
            opens(self.field.text())
        except JournalError as error:
            self._new_field()
            self.offer_rescue(error)
            return
        self._new_field()
        self.say("")
        self.unlocked.emit()
