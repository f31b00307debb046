"""Rescue: what can be done when a journal does not open."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label
from journal_app.ui.wording import fill, moment_text, tally_text

if TYPE_CHECKING:
    from journal_app.domain.backup import Backup

_SHOWN = 3


class Rescue(Card):
    """The newest backups to restore, another file, or what can still be read."""

    restore_chosen = Signal(object)
    file_requested = Signal()
    salvage_requested = Signal()

    def __init__(
        self, theme: Theme, backups: "Sequence[Backup]", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "preview", parent)
        whole = [backup for backup in backups if backup.tally is not None][:_SHOWN]
        text = (
            self.tr("Type your passphrase above, then choose. What is there now is kept aside.")
            if whole
            else self.tr("There is no backup beside the journal. You may have one elsewhere.")
        )
        self.body.addWidget(label(self.tr("Ways out"), size=16, strong=True))
        self.body.addWidget(label(text, tone="muted"))
        self.choices = []
        for backup in whole:
            if backup.tally is None:
                continue
            said = fill(self.tr("%1: %2"), moment_text(backup.made_at), tally_text(backup.tally))
            choice = button(said, name=fill(self.tr("Restore the backup of %1"), said))
            choice.clicked.connect(lambda _on=False, p=backup.path: self.restore_chosen.emit(p))
            self.choices.append(choice)
            self.body.addWidget(choice)
        self.file_button = button(self.tr("Another backup &file…"), "text")
        self.salvage_button = button(self.tr("Save what can still be &read"), "text")
        row = QHBoxLayout()
        row.addWidget(self.file_button)
        row.addWidget(self.salvage_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.file_button.clicked.connect(self.file_requested)
        self.salvage_button.clicked.connect(self.salvage_requested)
