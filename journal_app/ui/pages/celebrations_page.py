"""Celebrations: what waits to be said, the wall of all there were, and a jar of past joys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.celebration import Celebration
from journal_app.domain.person import Person
from journal_app.domain.week import DAYS, Week
from journal_app.services.celebrations import CelebrationService
from journal_app.services.changes import Topic
from journal_app.services.drafts import DraftService
from journal_app.services.growth import GrowthService
from journal_app.services.intentions import IntentionService
from journal_app.services.leading import LeadingService
from journal_app.services.team import TeamService
from journal_app.ui.celebrations.builder import CelebrationBuilder
from journal_app.ui.celebrations.notes import CelebrationNote, WaitingNote, WallNote
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.clipboard import copy_text
from journal_app.ui.guide.celebration_form import Hints
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.dot_calendar import DotCalendar
from journal_app.ui.widgets.empty_state import EmptyState
from journal_app.ui.widgets.fresh_page import FreshPage
from journal_app.ui.widgets.joy_jar import JoyJar, JoyNote
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.masonry import Masonry
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.wording import growing_text, near_day_text

_AT_ONCE = 12
_JAR_AFTER = 21  # days: a joy is put into the jar when it has become a memory


@dataclass(frozen=True, kw_only=True)
class CelebrationServices:
    """What the wall works with."""

    celebrations: CelebrationService
    growth: GrowthService
    intentions: IntentionService
    leading: LeadingService
    team: TeamService
    drafts: DraftService
    hints: Hints
    week_of: Callable[[date], Week]
    today: Callable[[], date]


class CelebrationsPage(FreshPage):
    """Waiting first; then the wall, newest first, with the jar and a calendar of one's own days."""

    said = Signal(str, object)
    card_requested = Signal(int)

    def __init__(
        self,
        theme: Theme,
        changes: ChangeSignals,
        services: CelebrationServices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._services = theme, services
        self._shown = _AT_ONCE
        self._waiting_parts: list[QWidget] = []
        self.cards: list[CelebrationNote] = []
        self.column = PageColumn(theme, measure=1080)
        self.builder = CelebrationBuilder(
            theme,
            celebrations=services.celebrations,
            growth=services.growth,
            intentions=services.intentions,
            team=services.team,
            drafts=services.drafts,
            hints=services.hints,
            week_of=services.week_of,
            today=services.today,
        )
        self.empty = EmptyState(
            theme,
            icon="party-popper",
            ink="joy",
            sentence=self.tr("Every step you celebrate hangs here, to be enjoyed again."),
            action=self.tr("Cele&brate someone"),
        )
        self.waiting_title = label(self.tr("Waiting to be said"), size=22, serif=True)
        self.wall_title = label(self.tr("The wall"), size=22, serif=True)
        self.wall = Masonry(theme)
        self.jar = JoyJar(theme, self.wall)
        self.calendar = DotCalendar(theme, name=self.tr("Days on which I celebrated someone"))
        self._calendar_card = self._calendar_note()
        self.earlier_button = button(self.tr("Further &back"), "text")
        self._build()
        self.empty.acted.connect(self.builder.begin)
        self.builder.said.connect(self.said)
        self.earlier_button.clicked.connect(self._show_more)
        topics = {Topic.CELEBRATIONS, Topic.PEOPLE, Topic.REFLECTIONS}
        self.listen(theme, changes, topics)
        self.refresh()

    def refresh(self) -> None:
        """Show those waiting first, then the wall; what is being typed on a note stays."""
        for card in self.cards:
            card.keep()
        people = {p.id: p for p in self._services.team.everyone()}
        waiting = self._services.celebrations.waiting()
        every = self._services.celebrations.recent(-1)
        others = [c for c in every if not c.waits]
        self.cards = []
        self._show_waiting(waiting, people)
        notes = [self._wall_note(c, people[c.person_id]) for c in others[: self._shown]]
        self.cards += notes
        self._fill_jar(people, every)
        days = self._services.leading.celebrated_days()
        self.calendar.show_days(days, today=self._services.today())
        beside: list[QWidget] = [self.jar, self._calendar_card] if others else []
        # The jar hangs beside the newest note, the calendar a little further down.
        self.wall.hang([*notes[:1], *beside[:1], *notes[1:3], *beside[1:], *notes[3:]])
        self.waiting_title.setVisible(bool(waiting))
        self.wall_title.setVisible(bool(others))
        self.wall.setVisible(bool(others))
        self.earlier_button.setVisible(len(others) > self._shown)
        self.empty.setVisible(not waiting and not others)

    def keep(self) -> None:
        """Make what is being written durable now."""
        self.builder.keep()
        for card in self.cards:
            card.keep()

    # --- building ---

    def _build(self) -> None:
        header = PageHeader(self._theme, self.tr("Celebrations"))
        header.side.addWidget(self.builder.add_button)
        body = self.column.body
        body.addWidget(header)
        body.addWidget(self.builder)
        body.addWidget(self.empty)
        body.addWidget(self.waiting_title)
        self._waiting = QVBoxLayout()
        self._waiting.setSpacing(self._theme.px(12))
        body.addLayout(self._waiting)
        body.addWidget(self.wall_title)
        body.addWidget(self.wall)
        earlier = QHBoxLayout()
        earlier.addWidget(self.earlier_button)
        earlier.addStretch(1)
        body.addLayout(earlier)
        body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)

    def _calendar_note(self) -> Card:
        card = Card(self._theme, pad=20)
        card.body.addWidget(label(self.tr("Days I celebrated someone"), size=18, serif=True))
        card.body.addWidget(label(self.tr("Yours, whomever it was."), tone="muted"))
        card.body.addWidget(self.calendar)
        return card

    # --- what is shown ---

    def _show_waiting(self, waiting: list[Celebration], people: dict[int | None, Person]) -> None:
        for part in self._waiting_parts:
            self._waiting.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._waiting_parts = []
        for celebration in waiting:
            person = people[celebration.person_id]
            day = self._day(celebration)
            note = WaitingNote(self._theme, celebration, person, self._services.drafts, day=day)
            self._connect(note)
            note.kept_private.connect(self._keep_private)
            self.cards.append(note)
            self._waiting_parts.append(note)
            self._waiting.addWidget(note)

    def _wall_note(self, celebration: Celebration, person: Person) -> WallNote:
        told = ""
        if celebration.given_on is not None:
            day = near_day_text(celebration.given_on, self._services.today())
            said = self.tr("Told them on %1").replace("%1", day)
            parts = [said, celebration.given_how, celebration.landed]
            told = " · ".join(part.strip() for part in parts if part.strip())
        day = self._day(celebration)
        drafts = self._services.drafts
        note = WallNote(self._theme, celebration, person, drafts, day=day, told=told)
        self._connect(note)
        return note

    def _connect(self, note: CelebrationNote) -> None:
        note.copy_requested.connect(self._copy)
        note.card_requested.connect(self.card_requested)
        note.given.connect(self._give)

    def _day(self, celebration: Celebration) -> str:
        return near_day_text(celebration.happened_on, self._services.today())

    def _fill_jar(self, people: dict[int | None, Person], kept: Sequence[Celebration]) -> None:
        """What has become a memory; while nothing is that old, what there is."""
        today = self._services.today()
        joys = self._services.leading.joys()
        found = [(joy.on, JoyNote(self._near(joy.on), joy.text)) for joy in joys]
        found += [
            (
                c.happened_on,
                JoyNote(
                    self._day(c), c.note(name="", growing=growing_text()), people[c.person_id].name
                ),
            )
            for c in kept
        ]
        old = [note for on, note in found if (today - on).days >= _JAR_AFTER]
        notes = old or [note for _on, note in found]
        self.jar.fill(notes, begin=today.toordinal() // DAYS)
        self.jar.setVisible(bool(notes))

    def _near(self, day: date) -> str:
        return near_day_text(day, self._services.today())

    def _show_more(self) -> None:
        self._shown += _AT_ONCE
        self.refresh()

    # --- acts ---

    def _copy(self, celebration: Celebration) -> None:
        person = self._services.team.person(celebration.person_id)
        copy_text(celebration.note(name=person.name.split()[0], growing=growing_text()))
        self.said.emit(self.tr("The note is on the clipboard, ready to paste."), None)

    def _give(self, celebration: Celebration, how: str, landed: str) -> None:
        on = celebration.given_on or self._services.today()
        self._services.celebrations.mark_given(celebration.id or 0, on=on, how=how, landed=landed)
        self.said.emit(
            self.tr("Noted. Good that they heard it."),
            lambda: self._services.celebrations.restore(celebration),
        )

    def _keep_private(self, celebration: Celebration) -> None:
        self._services.celebrations.keep_private(celebration.id or 0)
        self.said.emit(
            self.tr("Kept for you alone."),
            lambda: self._services.celebrations.restore(celebration),
        )
