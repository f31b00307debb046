"""Plan form: one small if-then plan for next week, with the ten seconds of rehearsal."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from journal_app.domain.draft import IntentionDraft
from journal_app.domain.intention import Aim
from journal_app.domain.person import Person
from journal_app.domain.skill import Skill
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, check_quietly, icon_button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.date_field import DateField
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField

_SKILL = "skill"


class PlanForm(Card):
    """If and then in front; what good looks like and what may get in the way on request."""

    edited = Signal()
    removed = Signal()
    submitted = Signal()

    def __init__(
        self,
        theme: Theme,
        people: list[Person],
        skill: Skill | None,
        plan: IntentionDraft,
        *,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "preview", parent)
        self.plan, self._skill = plan, skill
        self._compact = compact
        self.body.setSpacing(theme.px(12))
        options = [(str(p.id), p.name) for p in people]
        if skill is not None:
            options.append((_SKILL, skill.name))
        self.who = ChipRow(theme, options, name=self.tr("For whom, or for which skill"))
        self.good = LineField(
            name=self.tr("What would good look like for them"),
            placeholder=self.tr("What would good look like for them?"),
        )
        self.obstacle = LineField(
            name=self.tr("What in me may get in the way"),
            placeholder=self.tr("What in you may get in the way?"),
        )
        self.cue = LineField(
            name=self.tr("If"), placeholder=self.tr("If… a moment you will recognise")
        )
        self.cue.setObjectName("cue")
        self.act = LineField(
            name=self.tr("Then I will"),
            placeholder=self.tr("then I will… one small act, under ten minutes"),
        )
        self.act.setObjectName("act")
        self.first_words = LineField(
            name=self.tr("The first thing I say"),
            placeholder=self.tr("See it start. What is the first thing you say?"),
        )
        self.ideas = ChipRow(theme, [], name=self.tr("An experiment to try"))
        self.aim = ChipRow(
            theme,
            [(Aim.CULTURE, self.tr("about culture")), (Aim.RESULTS, self.tr("about results"))],
            name=self.tr("What the plan is for"),
        )
        self.promise = QCheckBox(self.tr("I promised this to them"))
        self.due = DateField()
        self.due.setCalendarPopup(True)
        self.due.setAccessibleName(self.tr("The day I promised it for"))
        self.hints = label("", tone="preview")
        self.more_button = button(self.tr("More about this plan"), "text")
        self.remove_button = icon_button(theme, "x", self.tr("Take this plan away"))
        top = QHBoxLayout()
        top.addWidget(self.who, 1)
        top.addWidget(self.remove_button)
        promise = QHBoxLayout()
        promise.addWidget(self.promise)
        promise.addWidget(self.due)
        promise.addStretch(1)
        self.body.addLayout(top)
        for widget in (self.cue, self.act, self.hints, self.first_words, self.more_button):
            self.body.addWidget(widget)
        for more in (self.good, self.obstacle, self.ideas, self.aim):
            self.body.addWidget(more)
        self.body.addLayout(promise)
        self._open = any((plan.good_looks_like, plan.obstacle, plan.aim, plan.is_promise))
        self._fill()
        self._connect()

    def show_hints(self, hints: list[str]) -> None:
        """Show what might make the plan easier to keep; never a block."""
        self.hints.setText("\n".join(hints))
        self.hints.setVisible(bool(hints) and self.plan.has_words)

    def _connect(self) -> None:
        for row in (self.who, self.aim):
            row.changed.connect(self._write)
        self.ideas.changed.connect(self._take_idea)
        for field in (self.cue, self.act, self.first_words, self.good, self.obstacle):
            field.edited.connect(self._write)
            field.submitted.connect(self.submitted)
        self.promise.toggled.connect(self._write)
        self.due.userDateChanged.connect(self._write)
        self.more_button.clicked.connect(self._unfold_more)
        self.remove_button.clicked.connect(self.removed)

    def _fill(self) -> None:
        plan = self.plan
        self.who.choose([str(plan.person_id), _SKILL if plan.skill_id else None])
        for field, text in (
            (self.cue, plan.cue),
            (self.act, plan.act),
            (self.first_words, plan.first_words),
            (self.good, plan.good_looks_like),
            (self.obstacle, plan.obstacle),
        ):
            field.setText(text)
        if self._skill is not None:
            self.ideas.set_options([(e.id, e.text) for e in self._skill.experiments])
        self.aim.choose([plan.aim])
        check_quietly(self.promise, plan.is_promise)
        due = date.fromisoformat(plan.promise_due) if plan.promise_due else date.today()
        self.due.setDate(QDate(due.year, due.month, due.day))
        self._unfold()

    def _write(self) -> None:
        plan, who = self.plan, self.who.choice()
        plan.person_id = int(who) if who and who != _SKILL else None
        plan.skill_id = self._skill.id if who == _SKILL and self._skill else None
        plan.cue, plan.act = self.cue.text(), self.act.text()
        plan.first_words = self.first_words.text()
        plan.good_looks_like, plan.obstacle = self.good.text(), self.obstacle.text()
        plan.aim = Aim(self.aim.choice()) if self.aim.choice() else None
        plan.is_promise = self.promise.isChecked()
        day = self.due.date()
        due = date(day.year(), day.month(), day.day())
        plan.promise_due = due.isoformat() if plan.is_promise else ""
        self._unfold()
        self.edited.emit()

    def _take_idea(self) -> None:
        if self._skill is not None and self.ideas.choice():
            idea = next(e for e in self._skill.experiments if e.id == self.ideas.choice())
            self.act.setText(idea.text)
            self.who.choose([_SKILL])
            self._write()

    def _unfold_more(self) -> None:
        self._open = True
        self._unfold()
        self.good.setFocus()

    def _unfold(self) -> None:
        plan = self.plan
        self.first_words.setVisible(bool(plan.cue.strip() and plan.act.strip()))
        self.more_button.setVisible(not self._open and not self._compact)
        for widget in (self.good, self.obstacle, self.aim):
            widget.setVisible(self._open)
        self.ideas.setVisible(self._open and self._skill is not None)
        self.promise.setVisible(self._open and plan.person_id is not None)
        self.due.setVisible(self._open and plan.is_promise and plan.person_id is not None)
