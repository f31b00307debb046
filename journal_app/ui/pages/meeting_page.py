"""Next 1:1: what to recognise, what was promised, what is new or hard ahead, and one question."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.meeting import Meeting, Sheet, SheetPart
from journal_app.domain.progress import Progress
from journal_app.domain.share import Keepsake
from journal_app.services.drafts import DraftService
from journal_app.services.keepsakes import KeepsakeService, SavedFile, save_sheet
from journal_app.services.meetings import MeetingService, sheet_pictures
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.jobs import Jobs
from journal_app.ui.printing import print_pictures
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.kept import Kept
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.widgets.person_mark import PersonMark
from journal_app.ui.widgets.two_columns import TwoColumns
from journal_app.ui.widgets.writing_area import WritingArea
from journal_app.ui.wording import day_text, growing_text, near_day_text, plan_text

_ROOM = 5


class MeetingPage(QWidget):
    """One person's sheet; what is written on it is kept until the two have talked."""

    back_requested = Signal(int)
    said = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        *,
        meetings: MeetingService,
        keepsakes: KeepsakeService,
        drafts: DraftService,
        jobs: Jobs,
        files: FileChooser,
        today: Callable[[], date],
        print_pages: Callable[[Sequence[bytes], QWidget], bool] = print_pictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._meetings, self._drafts = theme, meetings, drafts
        self._keepsakes = keepsakes
        self._jobs, self._files, self._today = jobs, files, today
        self._print_pages = print_pages
        self._meeting: Meeting | None = None
        self._asked = 0
        self._content: QWidget | None = None
        self._kept: Kept | None = None
        self.area: WritingArea | None = None
        self.question = words("", size=22)
        self.header = PageHeader(theme, "")
        self.back_button = button(self.tr("← &Back"), "text", name=self.tr("Back to the person"))
        self.print_button = button(self.tr("&Print…"), "primary")
        self.save_button = button(self.tr("&Save as a page…"))
        self.talked_button = button(self.tr("We &talked"))
        self.column = PageColumn(theme, measure=1080)
        top = QWidget()
        flow = FlowLayout(top, gap=theme.px(8))
        for act in (self.back_button, self.print_button, self.save_button, self.talked_button):
            flow.addWidget(act)
        self.column.body.addWidget(top)
        self.column.body.addWidget(self.header)
        self._place = QVBoxLayout()
        self.column.body.addLayout(self._place)
        self.column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.back_button.clicked.connect(self._leave)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.talked_button.clicked.connect(self._talked)

    def show_person(self, person_id: int) -> None:
        """Preview the next 1:1 with this person, made anew each time."""
        self.keep()
        self._meeting = self._meetings.meeting(person_id, on=self._today())
        self._asked = 0
        name = self._meeting.person.name
        self.header.say(
            self.tr("Next 1:1 with %1").replace("%1", name),
            self.tr("A preview for you; theirs to shape."),
        )
        self._build(self._meeting)
        self.column.verticalScrollBar().setValue(0)

    def keep(self) -> None:
        """Make what was written durable now."""
        if self._kept is not None:
            self._kept.keep()

    def sheet(self) -> Sheet:
        """The sheet as it would be printed now."""
        meeting = self._meeting
        if meeting is None:
            return Sheet(title="")
        ahead = [*self._ahead(meeting)]
        written = self.area.text() if self.area is not None else ""
        ahead += [line.strip() for line in written.split("\n") if line.strip()]
        parts = [
            SheetPart(heading=self.tr("To recognise"), lines=tuple(self._recognised(meeting))),
            SheetPart(heading=self.tr("What I promised"), lines=tuple(self._promised(meeting))),
            SheetPart(heading=self.tr("New or hard for them next week"), lines=tuple(ahead)),
            SheetPart(heading=self.tr("One question"), lines=(self.question.text(),)),
            SheetPart(heading=self.tr("What they said"), room=_ROOM),
        ]
        return Sheet(
            title=self.tr("1:1 with %1").replace("%1", meeting.person.name),
            over=day_text(self._today()),
            parts=tuple(p for p in parts if p.lines or p.room),
            language=QLocale().bcp47Name().partition("-")[0],
        )

    # --- building ---

    def _build(self, meeting: Meeting) -> None:
        if self._content is not None:
            self._place.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = columns = TwoColumns(self._theme)
        nothing = self.tr("Nothing waits. You may tell them so.")
        recognise = self._card("joy", "joy", self.tr("To recognise"), self._recognised(meeting))
        if not self._recognised(meeting):
            said = self.tr("What small step of theirs have you seen lately?")
            recognise.body.addWidget(label(said, tone="muted"))
        promised = self._card(
            "surface", "accent", self.tr("What I promised"), self._promised(meeting)
        )
        if not meeting.promises:
            promised.body.addWidget(label(nothing, tone="muted"))
        for card in (recognise, promised, self._ahead_card(meeting), self._question_card()):
            columns.main.addWidget(card)
        columns.main.addStretch(1)
        columns.aside.addWidget(self._person_card(meeting))
        columns.aside.addStretch(1)
        self._place.addWidget(columns)

    def _card(self, tone: str, ink: str, title: str, lines: Sequence[str]) -> Card:
        card = Card(self._theme, tone, pad=20)
        card.body.addWidget(label(title, size=12, tone=ink, strong=True))
        for line in lines:
            card.body.addWidget(words(line))
        return card

    def _ahead_card(self, meeting: Meeting) -> Card:
        title = self.tr("New or hard for them next week")
        card = self._card("preview", "preview", title, self._ahead(meeting))
        self.area = WritingArea(self._theme, name=title, lines=2)
        self.area.setPlaceholderText(self.tr("What will be new, hard or first for them?"))
        number = meeting.person.id or 0
        self._kept = Kept(self.area, self._drafts, f"meeting:{number}", person_id=number)
        self.area.left.connect(self._leave)
        card.body.addWidget(self.area)
        return card

    def _question_card(self) -> Card:
        card = Card(self._theme, "question", pad=20)
        card.body.addWidget(label(self.tr("One question"), size=12, tone="accent", strong=True))
        self.question = words("", size=22)
        self.another_button = button(self.tr("&Another question"), "text")
        acts = QWidget()
        flow = FlowLayout(acts)
        flow.addWidget(self.another_button)
        card.body.addWidget(self.question)
        card.body.addWidget(acts)
        self.another_button.clicked.connect(self._ask_another)
        self._ask()
        return card

    def _person_card(self, meeting: Meeting) -> Card:
        """What one knows of them, to have it in mind; only what was written is shown."""
        person = meeting.person
        card = Card(self._theme, pad=20)
        row = QHBoxLayout()
        row.addWidget(PersonMark(self._theme, person))
        row.addWidget(label(person.name, size=18, serif=True), 1)
        card.body.addLayout(row)
        notes = (
            (self.tr("What they hope for"), person.card.hopes),
            (self.tr("What gives them energy"), person.card.energy),
            (self.tr("Strengths seen"), person.card.strengths),
            (self.tr("How they like to be thanked"), person.card.thanks),
        )
        for title, note in notes:
            if note.text.strip():
                card.body.addWidget(label(title, size=12, tone="growth", strong=True))
                card.body.addWidget(words(note.text.strip(), size=16))
        if not any(note.text.strip() for _title, note in notes):
            said = self.tr("Their card is empty so far. A 1:1 is a good place to ask.")
            card.body.addWidget(label(said, tone="muted"))
        return card

    # --- words ---

    def _recognised(self, meeting: Meeting) -> list[str]:
        told = [c.note(name="", growing=growing_text()) for c in meeting.waiting]
        today = self._today()
        return told + [
            f"{near_day_text(m.happened_on, today)}: {m.sentence}" for m in meeting.steps
        ]

    def _promised(self, meeting: Meeting) -> list[str]:
        today = self._today()
        return [
            f"{p.body} ({near_day_text(p.due_on, today)})" if p.due_on else p.body
            for p in meeting.promises
        ]

    def _ahead(self, meeting: Meeting) -> list[str]:
        return [plan_text(p.cue, p.act) for p in meeting.plans] + [s.body for s in meeting.seeds]

    def _ask(self) -> None:
        if self._meeting is not None:
            questions = self._meeting.questions
            self.question.setText(questions[self._asked % len(questions)])

    def _ask_another(self) -> None:
        self._asked += 1
        self._ask()

    # --- acts ---

    def _print(self) -> None:
        sheet = self.sheet()
        self._jobs.run(self, partial(_drawn, sheet), self._print_drawn)

    def _print_drawn(self, pages: Sequence[bytes]) -> None:
        self._print_pages(pages, self)

    def _save(self) -> None:
        path = self._files.save(self.tr("Save the sheet"), "one-on-one.pdf")
        if path is None:
            return
        sheet = self.sheet()

        def work(_progress: Progress) -> SavedFile:
            return save_sheet(sheet, path)

        about = self._meeting.person.id if self._meeting else None
        self._jobs.run(self, work, partial(self._saved, about or 0))

    def _saved(self, about: int, saved: SavedFile) -> None:
        self._keepsakes.note(Keepsake.SHEET, saved, person_id=about, on=self._today())
        self.said.emit(self.tr("Saved, as you saw it."), None)

    def _talked(self) -> None:
        """The sheet has done its work: what was written on it goes, and can come back."""
        kept = self._kept
        if kept is None or self._meeting is None:
            return
        number, stood = self._meeting.person.id or 0, kept.forget()
        self.back_requested.emit(number)
        self.said.emit(
            self.tr("The sheet is empty again. Did you see a step? Write it down."),
            partial(self._drafts.keep_line, f"meeting:{number}", stood, person_id=number)
            if stood.strip()
            else None,
        )

    def _leave(self) -> None:
        self.keep()
        if self._meeting is not None:
            self.back_requested.emit(self._meeting.person.id or 0)


def _drawn(sheet: Sheet, _progress: Progress) -> list[bytes]:
    return sheet_pictures(sheet)
