"""Export: everything that is in the journal, in a shape that outlives any program."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.domain.errors import JournalError
from journal_app.services.exporting import ExportingService
from journal_app.ui.carry.words import entries_text
from journal_app.ui.carry.working_card import WorkingCard
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.jobs import Jobs
from journal_app.ui.settings.section import row_of
from journal_app.ui.theme import Theme
from journal_app.ui.trouble import in_words
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.wording import fill


class ExportPage(QWidget):
    """Two shapes, one sentence each; what is written is whole or not there at all."""

    said = Signal(str, object)
    page_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        exporting: ExportingService,
        files: FileChooser,
        jobs: Jobs,
        refuse: Callable[[Path], None],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._exporting, self._files, self._jobs = theme, exporting, files, jobs
        self._refuse, self._today = refuse, today
        self.problem = label("", tone="danger")
        self.working = WorkingCard(theme)
        self.done = Card(theme, "growth")
        self.done_text = label("", size=18, serif=True)
        self.done.body.addWidget(self.done_text)
        self.buttons = {
            "folder": button(self.tr("Save a &folder…"), "primary"),
            "zip": button(self.tr("Save it as a &zip…")),
            "json": button(self.tr("Save one &JSON file…")),
        }
        self._build()

    def write(self, form: str, path: Path) -> None:
        """Write everything in the background."""
        self.problem.hide()
        self.done.hide()
        try:
            self._refuse(path)
            work = self._exporting.everything(path, form=form)
        except JournalError as error:
            self._broke(error)
            return
        job = self._jobs.run(self, work, partial(self._written, path), self._broke)
        self.working.show()
        self.working.follow(job, self.tr("Writing it all down…"))

    def _build(self) -> None:
        self.column = PageColumn(self._theme)
        self.column.body.setSpacing(self._theme.px(16))
        self.back_button = button(self.tr("← &Settings"), "text", name=self.tr("Back to Settings"))
        self.column.body.addLayout(row_of(self.back_button))
        self.back_button.clicked.connect(lambda: self.page_requested.emit("settings"))
        self.column.body.addWidget(PageHeader(self._theme, self.tr("Take everything with you")))
        said = self.tr(
            "Every person, week, plan and entry, with doubts, worries and real names. Such a file"
            " is not encrypted: keep it where only you can read it. For a mentor there is Share."
        )
        self.column.body.addWidget(words(said, size=16))
        folder = self._card(
            self.tr("A folder of texts"),
            self.tr(
                "Markdown with its facts at the top, a file for each entry and a page for each"
                " week: any editor reads it, and Obsidian and others open it as it is."
            ),
            self.buttons["folder"],
            self.buttons["zip"],
        )
        one = self._card(
            self.tr("One file"),
            self.tr("JSON, for programs and scripts. Both come back into Tend with nothing lost."),
            self.buttons["json"],
        )
        for widget in (self.problem, self.working, self.done, folder, one):
            self.column.body.addWidget(widget)
        self.column.body.addStretch(1)
        for widget in (self.problem, self.working, self.done):
            widget.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        for form, made in self.buttons.items():
            made.clicked.connect(partial(self._choose, form))
        self.working.cancelled.connect(self._cancelled)

    def _card(self, title: str, text: str, *acts: QWidget) -> Card:
        card = Card(self._theme)
        card.body.addWidget(label(title, size=18, strong=True))
        card.body.addWidget(label(text, tone="muted"))
        card.body.addLayout(row_of(*acts))
        return card

    def _choose(self, form: str, _on: bool = False) -> None:  # noqa: FBT001 (Qt's signal)
        ending = "" if form == "folder" else f".{form}"
        path = self._files.save(self.tr("Where to?"), f"tend-{self._today().isoformat()}{ending}")
        if path is not None:
            self.write(form, path)

    def _written(self, path: Path, count: int) -> None:
        self.working.hide()
        self.done_text.setText(fill(self.tr("%1, written to %2"), entries_text(count), str(path)))
        self.done.show()

    def _broke(self, error: Exception) -> None:
        self.working.hide()
        if not isinstance(error, JournalError):
            raise error
        self.problem.setText(in_words(error))
        self.problem.show()

    def _cancelled(self) -> None:
        self.working.hide()
        self.said.emit(self.tr("Cancelled. Nothing was left of it."), None)
