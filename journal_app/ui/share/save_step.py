"""Save: to a place of one's own choosing, locked with a passphrase if one likes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from journal_app.domain.errors import JournalError
from journal_app.services.sharing import Written
from journal_app.ui.clipboard import copy_text
from journal_app.ui.jobs import Job, Jobs
from journal_app.ui.share.check_line import CheckLine
from journal_app.ui.share.making import Making, ShareStep
from journal_app.ui.theme import Theme
from journal_app.ui.trouble import in_words
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.new_passphrase import NewPassphrase
from journal_app.ui.widgets.page import PageColumn
from journal_app.ui.wording import fill

ENDING = ".age"
_NAME = "notes-for-a-talk"


class SaveStep(ShareStep):
    """Nothing is on the disk before the button is pressed; then the file, whole, or nothing."""

    def __init__(
        self,
        theme: Theme,
        making: Making,
        *,
        jobs: Jobs,
        choose_file: Callable[[str, str], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, making, parent)
        self._jobs, self._choose_file = jobs, choose_file
        self._job: Job | None = None
        self._format = "pdf"
        self._warned_of: set[Path] = set()
        self.saved_to: Path | None = None
        self.about = label("", tone="muted")
        self.lock_line = CheckLine(
            theme,
            self.tr("Lock the file with a passphrase"),
            small=self.tr("In the age format: whoever has the passphrase opens it, without Tend"),
        )
        self.new: NewPassphrase | None = None
        self.save_button = button(self.tr("&Save…"), "primary")
        self.cancel_button = button(self.tr("&Cancel"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("The file is being written"))
        self.problem = label("", tone="danger")
        self.done = Card(theme, "growth")
        self.said = label("", size=18, serif=True)
        self.how = label("", size=16, serif=True)
        self.copy_button = button(self.tr("Co&py this for them"))
        self.again_button = button(self.tr("Make &another"), "text")
        self._room = QVBoxLayout()
        self._card = Card(theme)
        self._build()

    def enter(self) -> None:
        """Nothing saved yet."""
        self.saved_to = None
        self.done.hide()
        self._card.show()
        self._say("")
        self._busy(on=False)

    def set_format(self, kind: str) -> None:
        """The format that was looked at."""
        self._format = kind
        said = {
            "pdf": self.tr("Pages (PDF), as you looked at them."),
            "docx": self.tr("A Word document, in which your mentor can write beside your lines."),
            "html": self.tr("A web page in one file. It loads nothing and runs nothing."),
            "md": self.tr("Markdown, plain text that opens anywhere."),
            "json": self.tr("JSON, for other programs."),
        }[kind]
        self.about.setText(said)

    def save(self) -> None:
        """Ask for a place and write the file there, byte for byte as previewed."""
        passphrase = ""
        if self.lock_line.is_on:
            typed = self.new.typed() if self.new is not None else None
            if typed is None:
                return
            passphrase = typed
        ending = f".{self._format}{ENDING if passphrase else ''}"
        path = self._choose_file(self.tr("Save the pack"), f"{_NAME}{ending}")
        if path is None or (chosen := self._settled(path, ending)) is None:
            return
        pack, sharing = self.making.pack, self.making.sharing
        self._busy(on=True)
        self._job = self._jobs.run(
            self,
            lambda tell: sharing.write(pack, chosen, passphrase=passphrase, progress=tell),
            self._saved,
            self._broke,
        )
        self._job.progressed.connect(lambda part: self.progress.setValue(round(part * 100)))

    def _settled(self, path: Path, ending: str) -> Path | None:
        """The place with the ending of the file; None where something has to be asked first."""
        if not path.name.lower().endswith(ending):
            path = path.with_name(f"{path.name.removesuffix(ENDING)}{ending}")
            if path.exists():
                # The dialog asked about another name; nothing is replaced without being asked for.
                said = self.tr("A file with that name is there already. Please choose another.")
                self._say(said)
                return None
        service = self.making.sharing.synced_by(path)
        if service and path.parent not in self._warned_of:
            self._warned_of.add(path.parent)
            asked = self.tr("%1 would copy that folder elsewhere. Save again to use it anyway.")
            self._say(fill(asked, service))
            return None
        return path

    def _saved(self, written: Written) -> None:
        self._job = None
        self._busy(on=False)
        self.making.sharing.note(self.making.pack, written, on=self.making.today())
        self.saved_to = written.path
        self._forget_passphrase()
        self._card.hide()
        self.said.setText(self.tr("Saved. It is yours to hand over; nothing was sent."))
        self.how.setText(self.making.sharing.how_to_open(written.path) if written.locked else "")
        self.how.setVisible(written.locked)
        self.copy_button.setVisible(written.locked)
        self.done.show()
        self.again_button.setFocus()
        self.changed.emit()

    def _broke(self, error: Exception) -> None:
        self._job = None
        self._busy(on=False)
        if not isinstance(error, JournalError):
            raise error
        self._say(in_words(error))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._busy(on=False)
        self._say(self.tr("Cancelled. No part of it was written."), tone="muted")

    # --- showing ---

    def _build(self) -> None:
        theme, card = self.theme, self._card
        card.body.setSpacing(theme.px(12))
        card.body.addWidget(label(self.tr("Save it where you like"), size=22, serif=True))
        card.body.addWidget(self.about)
        card.body.addWidget(self.lock_line)
        card.body.addLayout(self._room)
        card.body.addWidget(self.problem)
        card.body.addWidget(self.progress)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.save_button)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        card.body.addLayout(row)
        said = self.tr(
            "Tend sends nothing. The file tells who made it only if you typed that into it."
        )
        card.body.addWidget(label(said, tone="muted"))
        self.done.body.setSpacing(theme.px(12))
        self.done.body.addWidget(self.said)
        self.done.body.addWidget(self.how)
        after = QHBoxLayout()
        after.addWidget(self.copy_button)
        after.addWidget(self.again_button)
        after.addStretch(1)
        self.done.body.addLayout(after)
        column = PageColumn(theme)
        column.body.addWidget(card)
        column.body.addWidget(self.done)
        column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        self.lock_line.toggled.connect(self._show_passphrase)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self._cancel)
        self.copy_button.clicked.connect(lambda: copy_text(self.how.text()))
        self.done.hide()

    def _show_passphrase(self, on: bool) -> None:  # noqa: FBT001 (Qt's signal)
        self._forget_passphrase()
        self.lock_line.set_on(on)
        if on:
            self.new = NewPassphrase(self.theme)
            self._room.addWidget(self.new)
            self.new.submitted.connect(self.save)
            self.new.setFocus()

    def _forget_passphrase(self) -> None:
        """Fields keep their undo: they go, not what is in them."""
        self.lock_line.set_on(False)
        if self.new is not None:
            self._room.removeWidget(self.new)
            self.new.hide()
            self.new.deleteLater()
            self.new = None

    def _busy(self, *, on: bool) -> None:
        self.progress.setValue(0)
        self.progress.setVisible(on)
        self.cancel_button.setVisible(on)
        self.save_button.setEnabled(not on)
        if on:
            self._say("")

    def _say(self, text: str, *, tone: str = "danger") -> None:
        self.problem.setProperty("tone", tone)
        self.problem.style().polish(self.problem)
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
