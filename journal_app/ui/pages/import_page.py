"""Import: choose a journal, look at what would come, say who is who, and bring it in."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.domain.errors import JournalError, WrongPassphrase
from journal_app.domain.finding import Report, Wishes
from journal_app.services.importing import ImportingService
from journal_app.services.team import TeamService
from journal_app.ui.carry.asking_card import AskingCard
from journal_app.ui.carry.done_card import DoneCard, EarlierCard
from journal_app.ui.carry.look_card import LookCard
from journal_app.ui.carry.people_card import SOMEONE_NEW, PeopleCard
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


class ImportPage(QWidget):
    """One step at a time on one page. Nothing is written before the last button says so."""

    said = Signal(str, object)
    page_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        importing: ImportingService,
        team: TeamService,
        files: FileChooser,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._importing, self._team = theme, importing, team
        self._files, self._jobs = files, jobs
        self._path: Path | None = None
        self._passphrase: str | None = None
        self.report: Report | None = None
        self.header = PageHeader(theme, self.tr("Bring an earlier journal"))
        self.file_button = button(self.tr("Choose a &file…"), "primary")
        self.folder_button = button(self.tr("Choose a f&older…"))
        self.problem = label("", tone="danger")
        self.choosing = self._choosing()
        self.working = WorkingCard(theme)
        self.asking = AskingCard(theme)
        self.look = LookCard(theme)
        self.people = PeopleCard(theme)
        self.go_button = button("", "primary")
        self.again_button = button(self.tr("Choose &another"), "text")
        self.acts = self._acts()
        self.done = DoneCard(theme)
        self.earlier = EarlierCard(theme)
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Begin at the first step, and list what came before."""
        self._path, self._passphrase, self.report = None, None, None
        self.look.forget()
        self.asking.forget()
        self._show(self.choosing)
        self.earlier.show_imports(self._importing.done())
        if self.isVisible():
            self.file_button.setFocus()

    def look_at(self, path: Path) -> None:
        """Read a file or folder, and show what would come of it."""
        self._path = path
        wishes = self._wishes()
        work = self._importing.in_background(
            lambda own, progress: own.look(path, wishes=wishes, progress=progress)
        )
        self._begin(work, self.tr("Looking through it…"), self._looked)

    def bring_in(self) -> None:
        """Take over what is new."""
        path, wishes = self._path, self._wishes()
        if path is None:
            return
        people = self._people_chosen()
        work = self._importing.in_background(
            lambda own, progress: own.bring_in(
                path, wishes=wishes, people=people, progress=progress
            )
        )
        self._begin(work, self.tr("Bringing it in…"), self._brought)

    def _choosing(self) -> Card:
        card = Card(self._theme)
        text = self.tr(
            "Tend reads journals of Day One, jrnl, RedNotebook, Joplin, Obsidian, Logseq, Mini"
            " Diary and of Tend itself, and any folder of texts. First you see what would come;"
            " nothing is written until you say so, and it can be taken back."
        )
        card.body.addWidget(words(text, size=16))
        card.body.addSpacing(self._theme.px(8))
        card.body.addLayout(row_of(self.file_button, self.folder_button))
        return card

    def _acts(self) -> QWidget:
        holder = QWidget()
        row = row_of(self.go_button, self.again_button)
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        return holder

    def _build(self) -> None:
        self.column = PageColumn(self._theme)
        self.column.body.setSpacing(self._theme.px(16))
        self.back_button = button(self.tr("← &Settings"), "text", name=self.tr("Back to Settings"))
        self.column.body.addLayout(row_of(self.back_button))
        self.back_button.clicked.connect(lambda: self.page_requested.emit("settings"))
        self._steps = (
            *(self.choosing, self.working, self.asking, self.look),
            *(self.people, self.acts, self.done),
        )
        for widget in (self.header, self.problem, *self._steps, self.earlier):
            self.column.body.addWidget(widget)
        self.column.body.addStretch(1)
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.file_button.clicked.connect(self._choose_file)
        self.folder_button.clicked.connect(self._choose_folder)
        self.again_button.clicked.connect(self.refresh)
        self.go_button.clicked.connect(self.bring_in)
        self.asking.tried.connect(self._try_passphrase)
        self.look.answered.connect(self._look_again)
        self.working.cancelled.connect(self._cancelled)
        self.done.see_requested.connect(lambda: self.page_requested.emit("journal"))
        self.done.another_requested.connect(self.refresh)
        self.earlier.taken_back.connect(self._take_back)

    def _choose_file(self) -> None:
        path = self._files.open(self.tr("Choose a journal"), "*")
        if path is not None:
            self.look_at(path)

    def _choose_folder(self) -> None:
        path = self._files.folder(self.tr("Choose the folder of a journal"))
        if path is not None:
            self.look_at(path)

    def _begin(self, work: object, title: str, done: object) -> None:
        self.problem.hide()
        self._show(self.working)
        job = self._jobs.run(self, work, done, self._broke)  # type: ignore[arg-type]
        self.working.follow(job, title)

    def _looked(self, report: Report) -> None:
        self.report = report
        self.look.show_report(report)
        self._show(self.look, self.acts)
        self.people.offer(
            list(report.labels) if report.new else [],
            self._team.present(),
            self._importing.likely_people(report),
        )
        self.go_button.setText(fill(self.tr("&Bring in %1"), entries_text(report.new)))
        self.go_button.setAccessibleName(self.go_button.text().replace("&", ""))
        self.go_button.setVisible(report.new > 0)
        (self.go_button if report.new else self.again_button).setFocus()

    def _brought(self, report: Report) -> None:
        self._importing.tell()
        self.report = report
        self.done.show_report(report)
        self._show(self.done)
        self.earlier.show_imports(self._importing.done())

    def _broke(self, error: Exception) -> None:
        if isinstance(error, WrongPassphrase):
            self._show(self.asking)
            self.asking.ask(in_words(error))
            return
        self.refresh()
        if not isinstance(error, JournalError):
            raise error
        self.problem.setText(in_words(error))
        self.problem.show()

    def _try_passphrase(self, typed: str) -> None:
        self._passphrase = typed
        self._look_again()

    def _look_again(self) -> None:
        if self._path is not None:
            self.look_at(self._path)

    def _cancelled(self) -> None:
        self.refresh()
        self.said.emit(self.tr("Cancelled. Nothing was written."), None)

    def _take_back(self, import_id: int) -> None:
        gone = self._importing.take_back(import_id)
        self.refresh()
        self.said.emit(fill(self.tr("Removed: %1."), entries_text(gone)), None)

    def _people_chosen(self) -> dict[str, int]:
        chosen = self.people.chosen()
        for text, person_id in chosen.items():
            if person_id == SOMEONE_NEW:
                name = text.lstrip("@#").replace("_", " ").strip()
                known = self._team.named(name)
                person = known or self._team.welcome(name[:1].upper() + name[1:], [name])
                chosen[text] = person.id or 0
        return chosen

    def _wishes(self) -> Wishes:
        return Wishes(
            now=datetime.now().astimezone().replace(tzinfo=None),
            passphrase=self._passphrase,
            day_first={"dmy": True, "mdy": False}.get(self.look.order.choice()),
            iso_weeks={"iso": True, "us": False}.get(self.look.weeks.choice()),
        )

    def _show(self, *steps: QWidget) -> None:
        for widget in self._steps:
            widget.setVisible(widget in steps)
        self.earlier.setVisible(bool(self.earlier.rows) and self.working not in steps)
