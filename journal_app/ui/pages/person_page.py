"""Person: the line of growth, and beside it the card of four soft fields, promises and plans."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.draft import MomentDraft
from journal_app.domain.person import Person, PersonState
from journal_app.domain.promise import Promise, PromiseState
from journal_app.domain.worry import Worry
from journal_app.services.attention import AttentionService
from journal_app.services.celebrations import CelebrationService
from journal_app.services.changes import Topic
from journal_app.services.drafts import DraftService
from journal_app.services.growth import GrowthService
from journal_app.services.intentions import IntentionService
from journal_app.services.keeping import KeepingService
from journal_app.services.keepsakes import KeepsakeService
from journal_app.services.questions import QuestionService
from journal_app.services.team import TeamService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.guide.moment_writing import MomentWriting
from journal_app.ui.jobs import Jobs
from journal_app.ui.person.growth_view import GrowthView
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.beside_person import BesidePerson
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.fresh_page import FreshPage
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.widgets.person_form import PersonForm
from journal_app.ui.widgets.person_mark import PersonMark
from journal_app.ui.widgets.soft_card import SoftCard
from journal_app.ui.widgets.two_columns import TwoColumns
from journal_app.ui.widgets.writing_area import WritingArea
from journal_app.ui.wording import day_text

_TOPICS = {Topic.PEOPLE, Topic.GROWTH, Topic.CELEBRATIONS, Topic.INTENTIONS}


class PersonPage(FreshPage):
    """One person at a time, never beside another."""

    back_requested = Signal()
    said = Signal(str, object)
    held_requested = Signal(int)
    card_requested = Signal(int)
    meeting_requested = Signal(int)
    week_requested = Signal(int)

    def __init__(
        self,
        theme: Theme,
        changes: ChangeSignals,
        *,
        team: TeamService,
        growth: GrowthService,
        celebrations: CelebrationService,
        keeping: KeepingService,
        keepsakes: KeepsakeService,
        intentions: IntentionService,
        drafts: DraftService,
        questions: QuestionService,
        attention: AttentionService,
        jobs: Jobs,
        files: FileChooser,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._team, self._growth = theme, team, growth
        self._keeping = keeping
        self._intentions, self._today = intentions, today
        self._person: Person | None = None
        self.about: PersonForm | None = None
        self.header = PageHeader(theme, "")
        self.back_button = button(self.tr("← &People"), "text", name=self.tr("Back to People"))
        self.about_button = button(self.tr("&Name and more"), "text")
        self.held_button = button(
            self.tr("What I &hold"), "text", name=self.tr("What I hold about them")
        )
        self.meeting_button = button(
            self.tr("Next &1:1"), "text", name=self.tr("Preview the next 1:1 with them")
        )
        self._questions, self._attention = questions, attention
        self.writing = MomentWriting(
            theme, growth=growth, drafts=drafts, beside=self._beside_moment, today=today
        )
        self.growth = GrowthView(
            theme,
            celebrations=celebrations,
            keepsakes=keepsakes,
            jobs=jobs,
            files=files,
            today=today,
        )
        self.card = SoftCard(theme, questions.care_line)
        self.beside = BesidePerson(theme)
        self.column = PageColumn(theme, measure=1080)
        self._build()
        self._connect(changes)

    @property
    def fields(self) -> dict[str, WritingArea]:
        """The four soft fields by name."""
        return self.card.fields

    def show_person(self, person_id: int) -> None:
        """Open one person, everything else folded away; a moment begun about them goes on."""
        self.keep()
        self._close_about()
        self._person = self._team.person(person_id)
        self.beside.fold()
        self.growth.begin()
        self.refresh()
        self.writing.show_person(self._person)
        self.column.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Show what the journal knows of this person now."""
        if self._person is None:
            return
        person = self._person = self._team.person(self._person.id or 0)
        self._show_header(person)
        self.card.show_card(person.card)
        plans = self._intentions.about(person.id or 0)
        promises = self._intentions.promises_to(person.id or 0)
        self.growth.show_growth(person, self._growth.line(person.id or 0), plans, promises)
        worries = self._growth.worries(person.id or 0)
        self.beside.show_all(promises, plans, worries, today=self._today())

    def keep(self) -> None:
        """Make everything typed here durable now."""
        self.card.keep()
        self.writing.keep()

    # --- building ---

    def _beside_moment(self, moment: MomentDraft, person: Person) -> str:
        tilted = self._attention.is_tilted(person.id or 0)
        return self._questions.beside_moment(moment, person.name, tilted=tilted)

    def _build(self) -> None:
        body = self.column.body
        top = QWidget()
        flow = FlowLayout(top, gap=self._theme.px(4))
        for act in (
            self.back_button,
            self.meeting_button,
            self.held_button,
            self.about_button,
        ):
            flow.addWidget(act)
        body.addWidget(top)
        body.addWidget(self.header)
        self._about_place = QVBoxLayout()
        body.addLayout(self._about_place)
        title = QHBoxLayout()
        title.addWidget(label(self.tr("Growth you saw"), size=22, serif=True), 1)
        title.addWidget(self.writing.add_button)
        columns = TwoColumns(self._theme)
        columns.main.addLayout(title)
        columns.main.addWidget(self.writing)
        columns.main.addWidget(self.growth)
        columns.main.addStretch(1)
        columns.aside.addWidget(self.card)
        columns.aside.addWidget(self.beside)
        columns.aside.addStretch(1)
        body.addWidget(columns)
        body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)

    def _connect(self, changes: ChangeSignals) -> None:
        self.back_button.clicked.connect(self.back_requested)
        self.about_button.clicked.connect(self._open_about)
        self.held_button.clicked.connect(self._open_held)
        self.meeting_button.clicked.connect(self._open_meeting)
        self.writing.said.connect(self.said)
        self.growth.said.connect(self.said)
        self.growth.card_requested.connect(self.card_requested)
        self.growth.week_requested.connect(self.week_requested)
        self.card.written.connect(self._write_card)
        self.beside.promise_closed.connect(self._close_promise)
        self.beside.worry_let_go.connect(self._let_worry_go)
        self.beside.worry_still_true.connect(
            lambda worry: self._keeping.keep_worry(worry, on=self._today())
        )
        self.listen(self._theme, changes, _TOPICS)

    def _show_header(self, person: Person) -> None:
        since = ""
        if person.joined_on is not None:
            since = self.tr("on your team since %1").replace("%1", day_text(person.joined_on))
        stands = {
            PersonState.ACTIVE: "",
            PersonState.AWAY: self.tr("away for now"),
            PersonState.LEFT: self.tr("left the team"),
        }[person.state]
        over = (", ".join(person.other_names), since, stands)
        self.header.say(person.name, " · ".join(part for part in over if part))
        while (item := self.header.side.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.header.side.addWidget(PersonMark(self._theme, person, size=56))

    # --- who they are ---

    def _open_about(self) -> None:
        if self._person is None or self.about is not None:
            self._close_about()
            return
        self.about = PersonForm(self._theme, self._person, today=self._today())
        self.about.submitted.connect(self._keep_about)
        self.about.left.connect(self._close_about)
        self._about_place.addWidget(self.about)
        self.about.name.setFocus()

    def _keep_about(self) -> None:
        about, before = self.about, self._person
        if about is None or before is None:
            return
        typed: dict[str, Any] = about.typed()
        for name in (typed["name"], *typed["other_names"]):
            other = self._team.named(name)
            if other is not None and other.id != before.id:
                taken = self.tr(
                    "%1 is someone else's name here. Add an initial to tell them apart."
                )
                about.say_problem(taken.replace("%1", name))
                return
        changed = self._team.change(before, **typed)
        self._close_about()
        if changed != before:
            self.said.emit(self.tr("Noted."), lambda: self._team.change(before, **_facts(before)))
            self._ask_when_leaving(before, changed)

    def _close_about(self) -> None:
        if self.about is not None:
            self._about_place.removeWidget(self.about)
            self.about.hide()
            self.about.deleteLater()
            self.about = None
            self.about_button.setFocus()

    def _open_held(self) -> None:
        if self._person is not None:
            self.held_requested.emit(self._person.id or 0)

    def _open_meeting(self) -> None:
        if self._person is not None:
            self.meeting_requested.emit(self._person.id or 0)

    def _ask_when_leaving(self, before: Person, changed: Person) -> None:
        """Someone who left is asked about at once, and no more when they came back."""
        if changed.state is PersonState.LEFT and before.state is not PersonState.LEFT:
            self._keeping.begin_leaving(changed.id or 0, today=self._today())
            self._open_held()
        elif changed.state is not PersonState.LEFT and before.state is PersonState.LEFT:
            self._keeping.end_leaving(changed.id or 0)

    def _write_card(self, key: str, text: str) -> None:
        if self._person is not None:
            self._person = self._team.write_card(self._person, key, text, on=self._today())

    # --- promises and worries ---

    def _close_promise(self, promise: Promise, state: PromiseState) -> None:
        said = {
            PromiseState.KEPT: self.tr("Kept."),
            PromiseState.TOLD: self.tr("Telling them keeps faith too."),
            PromiseState.LET_GO: self.tr("Let go."),
        }[state]
        number, today = promise.id or 0, self._today()
        self._intentions.close_promise(number, state, on=today, note=promise.note)
        reopened = PromiseState.OPEN
        self.said.emit(
            said,
            lambda: self._intentions.close_promise(number, reopened, on=today, note=promise.note),
        )

    def _let_worry_go(self, worry: Worry) -> None:
        self._keeping.let_worry_go(worry)
        back = replace(worry, id=None)
        self.said.emit(self.tr("Let go."), lambda: self._growth.worry(back))


def _facts(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "other_names": person.other_names,
        "joined_on": person.joined_on,
        "state": person.state,
    }
