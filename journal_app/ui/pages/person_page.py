"""Person: the card of four soft fields, the line of growth, plans and promises beside it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.draft import MomentDraft
from journal_app.domain.moment import Moment
from journal_app.domain.person import Person
from journal_app.domain.promise import PromiseState
from journal_app.domain.worry import Worry
from journal_app.services.changes import Topic
from journal_app.services.growth import GrowthPoint, GrowthService
from journal_app.services.intentions import IntentionService
from journal_app.services.team import TeamService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.guide.moment_form import MomentForm
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.growth_line import GrowthLine, LinePoint
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.widgets.person_mark import PersonMark
from journal_app.ui.wording import day_text, plan_text, short_day_text

_TOPICS = {Topic.PEOPLE, Topic.GROWTH, Topic.CELEBRATIONS, Topic.INTENTIONS}


class PersonPage(QWidget):
    """One person at a time, never beside another."""

    back_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        changes: ChangeSignals,
        *,
        team: TeamService,
        growth: GrowthService,
        intentions: IntentionService,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._team, self._growth = theme, team, growth
        self._intentions, self._today = intentions, today
        self._person: Person | None = None
        self._parts: list[QWidget] = []
        self.fields: dict[str, LineField] = {}
        self.form: MomentForm | None = None
        self.header = PageHeader(theme, "")
        self.back_button = button(self.tr("&People"), "text")
        self.add_button = button(self.tr("Write a &moment"), "primary")
        self.keep_button = button(self.tr("&Keep it"), "growth")
        self.keep_button.hide()
        self.line = GrowthLine(theme)
        self.nothing = label(
            self.tr("The steps you see them take will grow here, the oldest at the top."),
            size=18,
            serif=True,
        )
        self.worries_button = button(self.tr("Worries, kept apart"), "text")
        self.worries_button.setCheckable(True)
        self.column = PageColumn(theme)
        self._build()
        self.back_button.clicked.connect(self.back_requested)
        self.add_button.clicked.connect(self._write_moment)
        self.keep_button.clicked.connect(self._keep_moment)
        self.worries_button.clicked.connect(self.refresh)
        changes.changed.connect(self._on_changed)

    def show_person(self, person_id: int) -> None:
        """Open one person, everything else folded away."""
        self._person = self._team.person(person_id)
        self.worries_button.setChecked(False)
        self._close_form()
        for key, field in self.fields.items():
            field.setText(getattr(self._person.card, key).text)
        self.refresh()
        self.column.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Show what the journal knows of this person now."""
        if self._person is None:
            return
        person = self._person = self._team.person(self._person.id or 0)
        over = ", ".join(person.other_names)
        self.header.say(person.name, over)
        while (item := self.header.side.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.header.side.addWidget(PersonMark(self._theme, person, size=56))
        points = self._growth.line(person.id or 0)
        self.line.show_points([self._point(point) for point in points])
        self.line.setVisible(bool(points))
        self.nothing.setVisible(not points)
        for part in self._parts:
            self._beside.removeWidget(part)
            if part is not self.worries_button:
                part.hide()
                part.deleteLater()
        self._parts = []
        self._show_promises(person)
        self._show_plans(person)
        self._show_worries(person)

    # --- building ---

    def _build(self) -> None:
        body = self.column.body
        top = QHBoxLayout()
        top.addWidget(self.back_button)
        top.addStretch(1)
        body.addLayout(top)
        body.addWidget(self.header)
        body.addWidget(self._card())
        acts = QHBoxLayout()
        acts.addWidget(label(self.tr("Growth you saw"), size=22, serif=True), 1)
        acts.addWidget(self.keep_button)
        acts.addWidget(self.add_button)
        body.addLayout(acts)
        self._form_place = QVBoxLayout()
        body.addLayout(self._form_place)
        body.addWidget(self.nothing)
        body.addWidget(self.line)
        self._beside = QVBoxLayout()
        body.addLayout(self._beside)
        body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)

    def _card(self) -> Card:
        card = Card(self._theme)
        for key, name, placeholder in (
            ("strengths", self.tr("Strengths seen"), self.tr("What have you seen them do well?")),
            ("hopes", self.tr("What they hope for"), self.tr("Where would they like to go?")),
            ("energy", self.tr("What gives them energy"), self.tr("What lights them up?")),
            (
                "thanks",
                self.tr("How they like to be thanked"),
                self.tr("Quietly, in writing, in front of all? You can ask."),
            ),
        ):
            field = LineField(name=name, placeholder=placeholder)
            field.editingFinished.connect(lambda key=key: self._write_card(key))
            self.fields[key] = field
            card.body.addWidget(label(name, size=12, tone="muted"))
            card.body.addWidget(field)
        return card

    def _point(self, point: GrowthPoint) -> LinePoint:
        given = point.celebration
        note = ""
        if given is not None and given.given_on is not None:
            note = self.tr("Celebrated and told them. %1").replace("%1", given.landed).strip()
        elif given is not None:
            note = self.tr("Celebrated")
        return LinePoint(short_day_text(point.on), point.text, note, blossom=given is not None)

    # --- plans, promises, worries ---

    def _add(self, widget: QWidget) -> None:
        self._parts.append(widget)
        self._beside.addWidget(widget)

    def _show_promises(self, person: Person) -> None:
        for promise in self._intentions.promises_to(person.id or 0):
            if promise.state is not PromiseState.OPEN:
                continue
            card = Card(self._theme, "surface", pad=16)
            due = f" · {day_text(promise.due_on)}" if promise.due_on else ""
            card.body.addWidget(label(self.tr("A promise to them") + due, tone="muted"))
            card.body.addWidget(words(promise.body))
            row = QHBoxLayout()
            for state, text in (
                (PromiseState.KEPT, self.tr("Kept")),
                (PromiseState.TOLD, self.tr("I told them it slipped")),
                (PromiseState.LET_GO, self.tr("No longer right")),
            ):
                act = button(text)
                act.clicked.connect(
                    lambda _on=False, i=promise.id, s=state: self._intentions.close_promise(
                        i or 0, s, on=self._today()
                    )
                )
                row.addWidget(act)
            row.addStretch(1)
            card.body.addLayout(row)
            self._add(card)

    def _show_plans(self, person: Person) -> None:
        plans = [p for p in self._intentions.about(person.id or 0) if p.is_open]
        for plan in plans:
            card = Card(self._theme, "preview", pad=16)
            card.body.addWidget(label(self.tr("Your plan with them"), tone="preview", strong=True))
            card.body.addWidget(words(plan_text(plan.cue, plan.act)))
            self._add(card)

    def _show_worries(self, person: Person) -> None:
        worries = self._growth.worries(person.id or 0)
        self._add(self.worries_button)
        self.worries_button.setVisible(bool(worries))
        if not self.worries_button.isChecked():
            return
        self._add(
            label(
                self.tr("Worries fade: after eight weeks each asks whether it is still true."),
                tone="muted",
            )
        )
        for worry in worries:
            card = Card(self._theme, "sunken", pad=16)
            card.body.addWidget(label(day_text(worry.noted_on), size=12, tone="muted"))
            card.body.addWidget(words(worry.body, size=16))
            let_go = button(self.tr("Let it go"), "text")
            let_go.clicked.connect(lambda _on=False, i=worry.id: self._growth.let_worry_go(i or 0))
            card.body.addWidget(let_go)
            self._add(card)

    # --- writing ---

    def _write_card(self, key: str) -> None:
        if self._person is not None:
            self._person = self._team.write_card(
                self._person, key, self.fields[key].text(), on=self._today()
            )

    def _write_moment(self) -> None:
        if self._person is None:
            return
        self._close_form()
        self.form = MomentForm(self._theme, [self._person], MomentDraft(person_id=self._person.id))
        self.form.who.hide()
        self.form.removed.connect(self._close_form)
        self.form.submitted.connect(self._keep_moment)
        self._form_place.addWidget(self.form)
        self.keep_button.show()
        self.add_button.hide()
        self.form.behaviour.setFocus()

    def _keep_moment(self) -> None:
        form, person = self.form, self._person
        if form is None or person is None:
            return
        written = form.moment
        if written.has_words and written.worry:
            parts = (written.situation, written.behaviour, written.impact, written.meaning)
            body = "\n".join(part for part in parts if part.strip())
            self._growth.worry(Worry(person_id=person.id or 0, noted_on=self._today(), body=body))
        elif written.has_words:
            self._growth.notice(
                Moment(
                    person_id=person.id or 0,
                    happened_on=self._today(),
                    situation=written.situation if written.behaviour.strip() else "",
                    behaviour=written.behaviour or written.situation or written.impact,
                    impact=written.impact,
                    meaning=written.meaning,
                    growth=written.growth,
                )
            )
        self._close_form()

    def _close_form(self) -> None:
        if self.form is not None:
            self._form_place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self.keep_button.hide()
        self.add_button.show()

    @Slot(object)
    def _on_changed(self, topic: Topic) -> None:
        if topic in _TOPICS and self.isVisible():
            self.refresh()
