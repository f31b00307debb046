"""Backups: those there are, one made now, a second place for them, and a look before a restore."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QProgressBar, QVBoxLayout, QWidget

from journal_app.domain.backup import Backup, Reason
from journal_app.domain.errors import JournalError, WrongPassphrase
from journal_app.services.backups import Made
from journal_app.ui.jobs import Job
from journal_app.ui.settings.section import Section, row_of
from journal_app.ui.settings.services import SafetyServices
from journal_app.ui.theme import Theme
from journal_app.ui.trouble import in_words
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.passphrase_field import PassphraseField
from journal_app.ui.wording import day_text, fill, moment_text, tally_text

_SHOWN = 8
_LINES = 200


class BackupSection(Section):
    """A backup is looked into before it takes the place of the journal."""

    def __init__(
        self, theme: Theme, services: SafetyServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        self._job: Job | None = None
        self.make_button = button(self.tr("&Back up now"), "primary")
        self.cancel_button = button(self.tr("&Cancel"))
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("How far the backup is"))
        self.progress.setTextVisible(False)
        self.problem = label("", tone="danger")
        self.second = label("", tone="muted")
        self.choose_button = button(self.tr("Choose a &second folder…"))
        self.stop_button = button(self.tr("&Stop copying there"), "text")
        self.open_button = button(self.tr("Restore from a &file…"))
        self.more_button = button(self.tr("&Earlier ones"), "text")
        self.more_button.setCheckable(True)
        self._rows: list[QWidget] = []
        self._build()
        self._panel: RestorePanel | None = None
        self.refresh()

    def refresh(self) -> None:
        """List the backups there are now."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        found = self.services.backups.all()
        shown = found if self.more_button.isChecked() else found[:_SHOWN]
        self._rows = [self._row(backup) for backup in shown]
        if not found:
            text = self.tr(
                "There is none yet. One is made by itself after each reflection and each day."
            )
            self._rows = [label(text, size=16, serif=True)]
        for row in self._rows:
            self._list.addWidget(row)
        self.more_button.setVisible(len(found) > _SHOWN)
        second = self.services.backups.second_folder()
        self.second.setText(
            self.tr("A copy of each goes to %1").replace("%1", str(second))
            if second
            else self.tr("A second folder, such as a stick or a disk of your own, survives a loss.")
        )
        self.stop_button.setVisible(second is not None)

    def _build(self) -> None:
        text = self.tr(
            "Each is proved readable before it counts, and opens with your passphrase or recovery"
            " key. They lie beside the journal, encrypted as it is."
        )
        card = self.card(self.tr("Backups"), text)
        card.body.addLayout(row_of(self.make_button, self.cancel_button, self.open_button))
        card.body.addWidget(self.progress)
        card.body.addWidget(self.problem)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        card.body.addSpacing(self.theme.px(8))
        card.body.addLayout(self._list)
        card.body.addLayout(row_of(self.more_button))
        other = self.card(self.tr("A second place"))
        other.body.addWidget(self.second)
        other.body.addLayout(row_of(self.choose_button, self.stop_button))
        for widget in (self.progress, self.cancel_button, self.problem):
            widget.hide()
        self.make_button.clicked.connect(self.make)
        self.cancel_button.clicked.connect(self._cancel)
        self.more_button.toggled.connect(self.refresh)
        self.choose_button.clicked.connect(self._choose_second)
        self.stop_button.clicked.connect(lambda: self._set_second(None))
        self.open_button.clicked.connect(self._open_file)

    def make(self) -> None:
        """Make a backup in the background."""
        self._busy(on=True)
        work = self.services.backups.prepare(Reason.ASKED)
        self._job = self.services.jobs.run(self, work, self._made, self._broke)
        self._job.progressed.connect(lambda part: self.progress.setValue(round(part * 100)))

    def look(self, path: Path) -> None:
        """Open the panel that looks inside a backup."""
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
        try:
            described = self.services.restoring.describe(path)
        except JournalError as error:
            self._object(in_words(error))
            return
        self.problem.hide()
        self._panel = RestorePanel(self.theme, self.services, described)
        self.body.insertWidget(0, self._panel)
        self._panel.left.clicked.connect(self._close_panel)
        self._panel.restore_button.clicked.connect(self._restored_if_it_was)
        self._panel.setFocus()

    @property
    def panel(self) -> "RestorePanel | None":
        """The look inside that is open, if one is."""
        return self._panel

    def _row(self, backup: Backup) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        when = moment_text(backup.made_at)
        if backup.tally is None:
            said = label(self.tr("%1: this file cannot be read").replace("%1", when), tone="danger")
            row.addWidget(said, 1)
        else:
            held = tally_text(backup.tally)
            why = {
                Reason.REGULAR: "",
                Reason.ASKED: self.tr("asked for"),
                Reason.BEFORE_RESTORE: self.tr("kept before a restore"),
                Reason.BEFORE_UPGRADE: self.tr("kept before an upgrade"),
                Reason.AFTER_ERASING: self.tr("fresh, after something was erased"),
            }[backup.reason]
            said = label(" · ".join(part for part in (when, held, why) if part))
            look = button(self.tr("Look inside"), "text", name=f"{self.tr('Look inside')}: {when}")
            look.clicked.connect(lambda _on=False, path=backup.path: self.look(path))
            row.addWidget(said, 1)
            row.addWidget(look)
        return holder

    def _made(self, made: Made) -> None:
        self._busy(on=False)
        self.refresh()
        if made.trouble is not None:
            self._object(in_words(made.trouble))
        self.said.emit(self.tr("Made, and proved readable."))

    def _broke(self, error: Exception) -> None:
        self._busy(on=False)
        if not isinstance(error, JournalError):
            raise error
        self._object(in_words(error))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._busy(on=False)
        self.said.emit(self.tr("Cancelled. Nothing was left of it."))

    def _busy(self, *, on: bool) -> None:
        self.progress.setValue(0)
        self.progress.setVisible(on)
        self.cancel_button.setVisible(on)
        self.make_button.setEnabled(not on)
        self.problem.hide()

    def _object(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()

    def _choose_second(self) -> None:
        folder = self.services.files.folder(self.tr("A second folder for backups"))
        if folder is not None:
            self._set_second(folder)

    def _set_second(self, folder: Path | None) -> None:
        try:
            self.services.backups.set_second_folder(folder)
        except JournalError as error:
            self._object(in_words(error))
        self.refresh()

    def _open_file(self) -> None:
        path = self.services.files.open(self.tr("Choose a backup"), "*.tendbackup")
        if path is not None:
            self.look(path)

    def _close_panel(self) -> None:
        if self._panel is not None:
            self.body.removeWidget(self._panel)
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
            self.make_button.setFocus()

    def _restored_if_it_was(self) -> None:
        if self._panel is not None and self._panel.restore():
            self.journal_replaced.emit()


class RestorePanel(Card):
    """Dates and counts of the backup and the journal, the backup's own lines, and the choice."""

    def __init__(self, theme: Theme, services: SafetyServices, backup: Backup) -> None:
        super().__init__(theme, "preview")
        self._services, self._backup = services, backup
        self._passphrase: str | None = None
        when = moment_text(backup.made_at)
        title = self.tr("A look into the backup of %1").replace("%1", when)
        self.body.addWidget(label(title, size=18, strong=True))
        self.held = label(self._compared(), tone="muted")
        self.body.addWidget(self.held)
        self.proof = PassphraseField(theme, name=self.tr("The backup's own passphrase"))
        self.proof_button = button(self.tr("&Open it"))
        self.lines = QListWidget()
        self.lines.setAccessibleName(self.tr("What the backup holds"))
        self.lines.setMinimumHeight(theme.px(220))
        self.lines.setWordWrap(True)
        self.problem = label("", tone="danger")
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("How far the restore is"))
        self.progress.setTextVisible(False)
        self.restore_button = button(self.tr("&Restore this one"), "primary")
        self.left = button(self.tr("&Leave all as it is"), "text")
        for widget in (self.proof, self.proof_button, self.lines, self.problem, self.progress):
            self.body.addWidget(widget)
        kept = self.tr("The journal of now is kept as a backup first. Your passphrase stays.")
        self.body.addWidget(label(kept, tone="muted"))
        self.body.addLayout(row_of(self.restore_button, self.left))
        for widget in (self.problem, self.progress, self.proof, self.proof_button):
            widget.hide()
        self.proof_button.clicked.connect(self._try_passphrase)
        self.proof.submitted.connect(self._try_passphrase)
        self._show()

    def restore(self) -> bool:
        """Put the backup in the place of the journal; False, and said why, when it cannot be."""
        self.progress.show()
        try:
            self._services.jobs.stop()
            self._services.restoring.restore(
                self._backup.path, of_backup=self._passphrase, progress=self._tell
            )
        except JournalError as error:
            self.progress.hide()
            self.problem.setText(in_words(error))
            self.problem.show()
            return False
        return True

    def _tell(self, part: float) -> None:
        self.progress.setValue(round(part * 100))
        # Nothing may be clicked while one journal takes the place of another.
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _compared(self) -> str:
        now = self._services.restoring.present()
        here = tally_text(self._backup.tally) if self._backup.tally else ""
        if now is None:
            return here
        return fill(self.tr("It holds %1. Your journal now holds %2."), here, tally_text(now))

    def _show(self) -> None:
        try:
            look = self._services.restoring.look(self._backup.path, passphrase=self._passphrase)
        except WrongPassphrase as error:
            for widget in (self.proof, self.proof_button):
                widget.show()
            self._not_yet(error)
        except JournalError as error:
            self._not_yet(error)
        else:
            for done in (self.proof, self.proof_button, self.problem):
                done.hide()
            self.lines.show()
            self.restore_button.setEnabled(True)
            self.lines.clear()
            for item in look.items[:_LINES]:
                text = (item.title or item.body).strip().split("\n")[0][:160]
                self.lines.addItem(f"{day_text(item.on)}   {text}")

    def _not_yet(self, error: JournalError) -> None:
        self.lines.hide()
        self.restore_button.setEnabled(False)
        self.problem.setText(in_words(error))
        self.problem.show()

    def _try_passphrase(self) -> None:
        self._passphrase = self.proof.text()
        self._show()
