"""Home: the plans first, then the reflection, and one thing to enjoy."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.intention import Intention
from journal_app.services.attention import AttentionService
from journal_app.services.changes import Topic
from journal_app.services.entries import SeedService
from journal_app.services.growth import GrowthService
from journal_app.services.intentions import IntentionService
from journal_app.services.leader import DEMO, LeaderService
from journal_app.services.pace import PaceService
from journal_app.services.reflections import ReflectionService
from journal_app.services.team import TeamService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, long_button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.care_line import Care, CareLine
from journal_app.ui.widgets.drawing import Drawing
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.page import MEASURE, PageColumn, PageHeader
from journal_app.ui.widgets.person_mark import PersonMark
from journal_app.ui.widgets.plan_calendar import CalendarOffer, PlanCalendar
from journal_app.ui.widgets.sprig import Sprig
from journal_app.ui.widgets.two_columns import TwoColumns
from journal_app.ui.wording import plan_text, short_day_text, week_text

EARLY_IN_WEEK = timedelta(days=3)
_WIDE = 1080
_TOPICS = {
    Topic.PEOPLE,
    Topic.DRAFTS,
    Topic.REFLECTIONS,
    Topic.GROWTH,
    Topic.INTENTIONS,
    Topic.SEEDS,
}


class WeekHomePage(QWidget):
    """What the week opens on."""

    reflection_requested = Signal(object)
    week_page_requested = Signal(int)
    person_requested = Signal(int)
    page_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        changes: ChangeSignals,
        *,
        reflections: ReflectionService,
        intentions: IntentionService,
        growth: GrowthService,
        team: TeamService,
        seeds: SeedService,
        leader: LeaderService,
        attention: AttentionService,
        pace: PaceService,
        care: Care,
        today: Callable[[], date],
        calendar: PlanCalendar | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reflections, self._intentions, self._growth = reflections, intentions, growth
        self._team, self._seeds, self._leader, self._today = team, seeds, leader, today
        self._attention, self._pace, self._calendar = attention, pace, calendar
        self.header = PageHeader(theme, self.tr("This week"))
        self.column = PageColumn(theme)
        self.columns = TwoColumns(theme)
        self.capture = LineField(
            name=self.tr("Catch a line for your next reflection"),
            placeholder=self.tr("Catch a line: something you saw, a thought, a promise…"),
        )
        self.capture.setObjectName("capture")
        self.care_line = CareLine(care)
        self.begin_button = button("", "primary")
        self._parts: list[QWidget] = []
        self.column.body.addWidget(self.header)
        if leader.waits(DEMO) and (people := team.present()):
            # Read here, because every other journal opens without it.
            from journal_app.ui.demo_card import DemoCard

            card = DemoCard(theme, leader, people[0])
            card.person_requested.connect(self.person_requested)
            card.page_requested.connect(self.page_requested)
            self.column.body.addWidget(card)
        self.column.body.addWidget(self.columns)
        self.column.body.addStretch(1)
        self.columns.main.addStretch(1)
        self.columns.aside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self._begin_card = self._make_begin_card()
        self._capture_card = self._make_capture_card()
        self.begin_button.clicked.connect(self._begin)
        self.capture.returnPressed.connect(self._catch)
        changes.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show the plans, the reflection and the rest as they are now."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        today = self._today()
        week = self._reflections.week_of(today)
        finished = self._reflections.finished_in(week)
        over = week_text(week)
        number = self._leader.week_as_leader(today)
        if number is not None:
            over += " · " + self.tr("week %1 as a leader").replace("%1", str(number))
        self.header.say(self.tr("This week"), over)
        coming = week.next() if finished else week
        plans = [plan for plan in self._intentions.of_week(coming) if plan.is_open]
        self._add(self._plans_card(plans, ahead=finished is not None))
        self._place(self._begin_card)
        self._show_reflection(finished is not None, has_draft=self._has_draft())
        last_is_open = self._reflections.finished_in(week.previous()) is None
        self.earlier_button.setVisible(last_is_open and today - week.start < EARLY_IN_WEEK)
        for draft in self._reflections.old_drafts(today)[:1]:
            self._add(self._old_draft_card(draft.week_start))
        self._place(self._capture_card)
        beside = [self._enjoy_card(week.start), self._unnoticed_line(today)]
        for found in beside:
            self._add(found, self.columns.aside)
        # With nothing beside it the page is one column, as a letter is.
        self.column.set_measure(_WIDE if any(beside) else MEASURE)

    # --- parts ---

    def _plans_card(self, plans: list[Intention], *, ahead: bool) -> QWidget | None:
        card = Card(self._theme, "preview")
        title = self.tr("Next week you mean to…") if ahead else self.tr("Your plan for this week")
        card.body.addLayout(self._heading("telescope", "preview", title))
        if not plans:
            empty = self.tr(
                "No plan yet. At the end of the guide you preview next week, and it opens here."
            )
            card.body.addWidget(label(empty, size=16, serif=True))
        names = {p.id: p.name for p in self._team.everyone()}
        for plan in plans:
            card.body.addSpacing(self._theme.px(8 if plan is plans[0] else 16))
            card.body.addWidget(words(plan_text(plan.cue, plan.act), size=18))
            about = [names.get(plan.person_id, "")] if plan.person_id else []
            if plan.first_words.strip():
                about.append(self.tr("First words: %1").replace("%1", plan.first_words.strip()))
            if plan.is_loose:
                about.append(self.tr("a loose plan: no moment starts it yet"))
            if about:
                card.body.addWidget(label(" · ".join(a for a in about if a), tone="muted"))
        if plans and self._calendar is not None:
            card.body.addWidget(CalendarOffer(self._calendar, plans[0].week_start))
        return card

    def _make_begin_card(self) -> Card:
        card = Card(self._theme)
        self._begin_title = label("", size=22, serif=True)
        self._begin_text = label("", tone="muted")
        self._read_button = button(self.tr("Read your &week"))
        row = QHBoxLayout()
        self.earlier_button = button(self.tr("&Last week instead"), "text")
        self.earlier_button.clicked.connect(self._begin_last_week)
        row.addWidget(self.begin_button)
        row.addWidget(self._read_button)
        row.addWidget(self.earlier_button)
        row.addStretch(1)
        card.body.addWidget(self._begin_title)
        card.body.addWidget(self._begin_text)
        card.body.addSpacing(self._theme.px(8))
        card.body.addLayout(row)
        self._read_button.clicked.connect(self._read)
        return card

    def _show_reflection(self, finished: bool, *, has_draft: bool) -> None:  # noqa: FBT001
        today = self._today()
        self._read_button.setVisible(finished)
        self.begin_button.setVisible(not finished)
        if finished:
            self._begin_title.setText(self.tr("This week is written."))
            self._begin_text.setText(self.tr("See you next week; the page will open on your plan."))
        elif has_draft:
            self._begin_title.setText(self.tr("Your reflection waits where you left it."))
            self._begin_text.setText(self.tr("Every word is kept on this laptop."))
            self.begin_button.setText(self.tr("&Go on writing"))
        else:
            back = self._pace.is_gap_before(self._reflections.week_of(today), on=today)
            title = self.tr("Twelve quiet minutes for your people and you")
            self._begin_title.setText(
                self.tr("Welcome back. Pick up from here.") if back else title
            )
            self._begin_text.setText(
                self.tr(
                    "Notice how someone grew, celebrate it, name one thing you don't know yet,"
                    " preview next week."
                )
            )
            self.begin_button.setText(self.tr("&Begin the reflection"))
        self.begin_button.setAccessibleName(self.begin_button.text().replace("&", ""))

    def _make_capture_card(self) -> QWidget:
        card = Card(self._theme, "sunken", pad=16)
        card.body.addWidget(self.capture)
        card.body.addWidget(self.care_line)
        self.capture.edited.connect(lambda: self.care_line.look_at(self.capture.text()))
        return card

    def _old_draft_card(self, week_start: date) -> QWidget:
        card = Card(self._theme, "sunken", pad=16)
        week = self._reflections.week_of(week_start)
        text = self.tr("A reflection from %1 is not finished.").replace("%1", week_text(week))
        card.body.addWidget(label(text))
        carry_on = button(self.tr("&Carry on"), "text")
        keep = button(self.tr("&Keep it as a note"), "text")
        carry_on.clicked.connect(lambda: self.reflection_requested.emit(week))
        keep.clicked.connect(lambda: self._keep_as_note(week_start))
        row = QHBoxLayout()
        row.addWidget(carry_on)
        row.addWidget(keep)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _enjoy_card(self, before: date) -> QWidget | None:
        moment = self._growth.to_enjoy(before)
        if moment is None:
            return None
        person = self._team.person(moment.person_id)
        card = Card(self._theme, "growth")
        card.body.addLayout(self._heading("sprout", "growth", self.tr("A moment to look at again")))
        card.body.addWidget(Sprig(self._theme))
        card.body.addWidget(words(moment.sentence, size=18))
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        row.addWidget(PersonMark(self._theme, person))
        row.addWidget(
            label(f"{person.name} · {short_day_text(moment.happened_on)}", tone="muted"), 1
        )
        card.body.addLayout(row)
        return card

    def _unnoticed_line(self, today: date) -> QWidget | None:
        week = self._reflections.week_of(today)
        person = self._attention.unnoticed_this_week(week, on=today)
        if person is None:
            return None
        text = self.tr("It has been a while since you wrote about %1.").replace("%1", person.name)
        line = long_button(text.replace("&", "&&"), "text", name=text)
        line.clicked.connect(lambda: self.person_requested.emit(person.id))
        return line

    def _heading(self, icon: str, ink: str, text: str) -> QHBoxLayout:
        mark = Drawing(self._theme, icon, ink, 18)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(text, tone=ink, strong=True), 1)
        return row

    def _add(self, part: QWidget | None, column: QVBoxLayout | None = None) -> None:
        if part is not None:
            self._parts.append(part)
            self._place(part, column)

    def _place(self, part: QWidget, column: QVBoxLayout | None = None) -> None:
        body = column or self.columns.main
        body.removeWidget(part)
        body.insertWidget(body.count() - 1, part)

    # --- acts ---

    def _has_draft(self) -> bool:
        return self._reflections.draft(self._reflections.week_of(self._today())) is not None

    def _begin(self) -> None:
        self.reflection_requested.emit(self._reflections.week_of(self._today()))

    def _begin_last_week(self) -> None:
        week = self._reflections.week_of(self._today())
        self.reflection_requested.emit(week.previous())

    def _read(self) -> None:
        finished = self._reflections.finished_in(self._reflections.week_of(self._today()))
        if finished is not None:
            self.week_page_requested.emit(finished.id)

    def _keep_as_note(self, week_start: date) -> None:
        draft = self._reflections.draft(self._reflections.week_of(week_start))
        if draft is not None:
            self._reflections.finish(draft, on=self._today())

    def _catch(self) -> None:
        if self.capture.text().strip():
            self._seeds.catch(self.capture.text(), on=self._today())
            self.capture.clear()
            self.care_line.hide()
            self.capture.setPlaceholderText(self.tr("Caught. It waits in Notice and Preview."))

    @Slot(object)
    def _on_changed(self, topic: Topic) -> None:
        if topic in _TOPICS:
            self.refresh()
