"""Erase everything: the way out, said plainly before, impossible to take back after."""

from PySide6.QtWidgets import QWidget

from journal_app.domain.errors import JournalError
from journal_app.ui.settings.section import Section, row_of
from journal_app.ui.settings.services import SafetyServices
from journal_app.ui.theme import Theme
from journal_app.ui.trouble import in_words
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.passphrase_field import PassphraseField
from journal_app.ui.wording import day_text


class EraseSection(Section):
    """Asks for the passphrase, or for a typed word where there is none."""

    def __init__(
        self, theme: Theme, services: SafetyServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        card = self.card(
            self.tr("Erase everything"),
            self.tr(
                "The journal, its key, its backups here and in the second folder, and the log go"
                " from this computer. It cannot be undone. A backup you saved elsewhere stays."
            ),
        )
        self.word = self.tr("erase")
        ask = self.tr("Type “%1” to go on").replace("%1", self.word)
        self.typed = LineField(name=ask, placeholder=ask)
        self.proof = PassphraseField(theme, name=self.tr("Your passphrase"))
        self.problem = label("", tone="danger")
        self.problem.hide()
        self.erase_button = button(self.tr("&Erase everything"), "danger")
        card.body.addWidget(label(self._elsewhere(), tone="muted"))
        for widget in (self.typed, self.proof, self.problem):
            card.body.addWidget(widget)
        card.body.addLayout(row_of(self.erase_button))
        self.erase_button.clicked.connect(self._erase)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the passphrase where there is one."""
        self.proof.setVisible(self.services.keys.protected)

    def _elsewhere(self) -> str:
        shared = self.services.sharing.log()
        if not shared:
            return self.tr("No pack has left this journal.")
        days = ", ".join(day_text(one.shared_on) for one in shared[:12])
        return self.tr("Packs that left are out of reach: %1.").replace("%1", days)

    def _erase(self) -> None:
        if self.typed.text().strip().casefold() != self.word.casefold():
            self._object(self.tr("Type the word first. Nothing was erased."))
            return
        try:
            if self.services.keys.protected:
                self.services.keys.knows(self.proof.text())
            self.services.erase_everything()
        except JournalError as error:
            self._object(in_words(error))
            return
        self.everything_erased.emit()

    def _object(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()
