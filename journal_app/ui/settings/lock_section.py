"""Lock: the passphrase, the recovery sheet, and when the journal locks by itself."""

from PySide6.QtWidgets import QComboBox, QWidget

from journal_app.domain.errors import JournalError
from journal_app.services.locking import IDLE_CHOICES
from journal_app.ui.capture import can_hide
from journal_app.ui.settings.section import Section, row_of, switch
from journal_app.ui.settings.services import SafetyServices
from journal_app.ui.theme import Theme
from journal_app.ui.trouble import in_words
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.new_passphrase import NewPassphrase, RecoverySheet
from journal_app.ui.widgets.passphrase_field import PassphraseField


class LockSection(Section):
    """Every change asks for the present passphrase: an open laptop is not yet its owner."""

    def __init__(
        self, theme: Theme, services: SafetyServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        self._shown: list[QWidget] = []
        self.sheet = RecoverySheet(theme)
        self.sheet.hide()
        self.body.addWidget(self.sheet)
        self.sheet.save_requested.connect(lambda key: self.sheet_requested.emit(key, False))
        self.sheet.print_requested.connect(lambda key: self.sheet_requested.emit(key, True))
        self.sheet.finished.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what can be changed now; fields are made anew, since old ones would remember."""
        for card in self._shown:
            self.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        protected = self.services.keys.protected
        self._shown = [self._change_card(protected=protected)]
        if protected:
            self._shown += [self._renew_card(), self._keyring_card()]
        self._shown += [self._rules_card(protected=protected), self._seen_card()]

    def _change_card(self, *, protected: bool) -> Card:
        title = self.tr("Passphrase") if protected else self.tr("Set a passphrase")
        text = (
            self.tr("Backups open with the new one too. Nobody can reset it, also not us.")
            if protected
            else self.tr(
                "Until now the files on this laptop are not protected. With a passphrase they"
                " are encrypted anew, and earlier backups give way to a fresh one."
            )
        )
        card = self.card(title, text)
        self.present = PassphraseField(self.theme, name=self.tr("The present passphrase"))
        if not protected:
            self.present.hide()
        self.new = NewPassphrase(self.theme)
        self.change_button = button(
            self.tr("&Change the passphrase") if protected else self.tr("&Protect my journal"),
            "primary",
        )
        for widget in (self.present, self.new):
            card.body.addWidget(widget)
        card.body.addLayout(row_of(self.change_button))
        self.change_button.clicked.connect(self._change)
        self.new.submitted.connect(self._change)
        return card

    def _renew_card(self) -> Card:
        text = self.tr(
            "A new sheet closes the old one. Taking the protection away leaves the files readable"
            " for everyone who can open this laptop."
        )
        card = self.card(self.tr("Recovery sheet and protection"), text)
        self.proof = PassphraseField(self.theme, name=self.tr("Your passphrase"))
        self.proof_problem = label("", tone="danger")
        self.proof_problem.hide()
        self.sheet_button = button(self.tr("Make a &new recovery sheet"))
        self.remove_button = button(self.tr("&Take the protection away"), "danger")
        card.body.addWidget(self.proof)
        card.body.addWidget(self.proof_problem)
        card.body.addLayout(row_of(self.sheet_button, self.remove_button))
        self.sheet_button.clicked.connect(self._renew_sheet)
        self.remove_button.clicked.connect(self._remove)
        return card

    def _keyring_card(self) -> Card:
        kept = self.services.keys.in_keyring
        text = (
            self.tr(
                "Whoever is logged in on this computer as you opens the journal without the"
                " passphrase. After a lock the passphrase is asked all the same."
            )
            if kept
            else self.tr(
                "The keyring of this computer can open the journal at the start, for whoever is"
                " logged in as you. The passphrase and the recovery sheet open it as before."
            )
        )
        card = self.card(self.tr("Keyring"), text)
        self.keyring_problem = label("", tone="danger")
        self.keyring_problem.hide()
        self.keyring_proof = PassphraseField(self.theme, name=self.tr("Your passphrase"))
        if kept:
            self.keyring_proof.hide()
        self.keyring_button = button(
            self.tr("Stop opening with the &keyring") if kept else self.tr("Open with the &keyring")
        )
        for widget in (self.keyring_proof, self.keyring_problem):
            card.body.addWidget(widget)
        card.body.addLayout(row_of(self.keyring_button))
        self.keyring_button.clicked.connect(self._turn_keyring)
        return card

    def _rules_card(self, *, protected: bool) -> Card:
        locking = self.services.locking
        rules = locking.rules()
        title = self.tr("Lock by itself") if protected else self.tr("Hide by itself")
        text = (
            self.tr("Ctrl+L locks at once. What you were typing is kept, encrypted.")
            if protected
            else self.tr("Ctrl+L hides the window. It does not protect the files.")
        )
        card = self.card(title, text)
        self.idle = QComboBox()
        self.idle.setAccessibleName(self.tr("After how long without a touch"))
        for minutes in IDLE_CHOICES:
            words = self.tr("after %Ln minutes without a touch", "", minutes)
            self.idle.addItem(words if minutes else self.tr("never by time"), minutes)
        self.idle.setCurrentIndex(max(0, self.idle.findData(rules.idle_minutes)))
        self.idle.activated.connect(
            lambda _index: locking.change(idle_minutes=self.idle.currentData())
        )
        self.minimised = switch(
            self.tr("when the window is minimised"),
            on=rules.when_minimised,
            act=lambda on: locking.change(when_minimised=on),
        )
        self.with_screen = switch(
            self.tr("when the screen locks or the laptop sleeps"),
            on=rules.with_screen,
            act=lambda on: locking.change(with_screen=on),
        )
        card.body.addLayout(row_of(self.idle))
        card.body.addWidget(self.minimised)
        card.body.addWidget(self.with_screen)
        return card

    def _seen_card(self) -> Card:
        card = self.card(
            self.tr("When others can see your screen"),
            self.tr("Ctrl+Shift+M covers every name and word at once, and uncovers them again."),
        )
        self.hidden = switch(
            self.tr("leave this window out of screenshots and shared screens"),
            on=self.services.locking.rules().hide_from_capture and can_hide(),
            act=lambda on: self.services.locking.change(hide_from_capture=on),
        )
        self.hidden.setEnabled(can_hide())
        card.body.addWidget(self.hidden)
        if not can_hide():
            card.body.addWidget(
                label(self.tr("Not available here: Linux does not offer it."), tone="muted")
            )
        return card

    def _change(self) -> None:
        new = self.new.typed()
        if new is None:
            return
        keys = self.services.keys
        try:
            if keys.protected:
                keys.knows(self.present.text())
            recovery_key = keys.change_passphrase(new)
        except JournalError as error:
            self.new.say(in_words(error))
            return
        self.refresh()
        self.said.emit(self.tr("The new passphrase opens the journal from now on."))
        if recovery_key is not None:
            self.sheet.show_key(recovery_key)

    def _renew_sheet(self) -> None:
        if self._proved():
            recovery_key = self.services.keys.new_recovery_key()
            self.refresh()
            self.sheet.show_key(recovery_key)

    def _remove(self) -> None:
        if self._proved():
            self.services.keys.remove_protection()
            self.refresh()
            self.said.emit(self.tr("The journal opens without a passphrase now."))

    def _turn_keyring(self) -> None:
        keys = self.services.keys
        try:
            if keys.in_keyring:
                keys.forget_keyring()
            else:
                keys.knows(self.keyring_proof.text())
                keys.keep_in_keyring()
        except JournalError as error:
            self.keyring_problem.setText(in_words(error))
            self.keyring_problem.show()
            return
        self.refresh()
        if keys.in_keyring:
            self.said.emit(self.tr("The keyring opens the journal at the next start."))
        else:
            self.said.emit(self.tr("The keyring has forgotten this journal."))

    def _proved(self) -> bool:
        try:
            self.services.keys.knows(self.proof.text())
        except JournalError as error:
            self.proof_problem.setText(in_words(error))
            self.proof_problem.show()
            return False
        return True
