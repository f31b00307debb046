"""Last week's plan: promises first, then each plan with its five equal endings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from journal_app.domain.draft import IntentionDraft, MomentDraft, PlanEnding, PromiseEnding
from journal_app.domain.intention import Ending, Intention
from journal_app.domain.promise import Promise, PromiseState
from journal_app.ui.guide.step import GuideServices, GuideStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.wording import plan_text


class _PlanCard(Card):
    """One plan in the words it was written in, and how it ended."""

    edited = Signal()
    moment_requested = Signal(object)

    def __init__(self, theme: Theme, plan: Intention, ending: PlanEnding) -> None:
        super().__init__(theme, "preview")
        self._plan, self._ending = plan, ending
        self.body.addWidget(words(plan_text(plan.cue, plan.act), size=18))
        self.endings = ChipRow(
            theme,
            [
                (Ending.DID, self.tr("Did it")),
                (Ending.SOME, self.tr("Did some of it")),
                (Ending.NO_MOMENT, self.tr("The moment didn't come")),
                (Ending.NOT_THIS_TIME, self.tr("Not this time")),
                (Ending.LET_GO, self.tr("No longer right")),
            ],
            name=self.tr("How it ended"),
        )
        self.note = LineField(name=self.tr("A line about how it ended"))
        self.moment_button = button(self.tr("Make this a growth &moment"), "text")
        self.carry = QCheckBox()
        self.cue = LineField(
            name=self.tr("If, for next week"), placeholder=self.tr("If… (a moment in my own hands)")
        )
        self.act = LineField(
            name=self.tr("Then, for next week"),
            placeholder=self.tr("then I will… (a smaller step)"),
        )
        for widget in (
            self.endings,
            self.note,
            self.moment_button,
            self.carry,
            self.cue,
            self.act,
        ):
            self.body.addWidget(widget)
        self.endings.choose([ending.ending])
        self.note.setText(ending.note)
        self.carry.setChecked(ending.carries_on)
        self.cue.setText(ending.cue)
        self.act.setText(ending.act)
        self._unfold()
        self.endings.changed.connect(self._end)
        self.carry.clicked.connect(self._write)
        self.moment_button.clicked.connect(lambda: self.moment_requested.emit(self._plan))
        for field in (self.note, self.cue, self.act):
            field.edited.connect(self._write)

    def _end(self) -> None:
        chosen = self.endings.choice()
        self._ending.ending = Ending(chosen) if chosen else None
        if self._ending.ending in {None, Ending.DID, Ending.LET_GO}:
            self._ending.carries_on = False
            self.carry.setChecked(False)
        self._write()

    def _write(self) -> None:
        ending = self._ending
        ending.note = self.note.text()
        ending.carries_on = self.carry.isChecked()
        if ending.carries_on and not (ending.cue or ending.act):
            ending.cue, ending.act = self._plan.cue, self._plan.act
            self.cue.setText(ending.cue)
            self.act.setText(ending.act)
        else:
            ending.cue, ending.act = self.cue.text(), self.act.text()
        self._unfold()
        self.edited.emit()

    def _unfold(self) -> None:
        ending = self._ending.ending
        asks = {
            Ending.DID: self.tr("What happened for them?"),
            Ending.SOME: self.tr("Which bit worked?"),
            Ending.NO_MOMENT: self.tr("Which moment is in your own hands?"),
            Ending.NOT_THIS_TIME: self.tr("Was it the moment, the size, or the feeling?"),
        }
        self.note.setVisible(ending in asks)
        self.note.setPlaceholderText(asks.get(ending, "") if ending else "")
        self.moment_button.setVisible(ending is Ending.DID and self._plan.person_id is not None)
        keeps = ending in {Ending.SOME, Ending.NO_MOMENT, Ending.NOT_THIS_TIME}
        self.carry.setVisible(keeps)
        if self._plan.may_be_carried:
            self.carry.setText(self.tr("Take it into next week"))
        else:
            self.carry.setText(self.tr("It has come along twice: give it a new shape"))
        self.cue.setVisible(keeps and self._ending.carries_on)
        self.act.setVisible(keeps and self._ending.carries_on)


class _PromiseCard(Card):
    """One promise: kept, told that it slipped, or let go."""

    edited = Signal()

    def __init__(self, theme: Theme, promise: Promise, ending: PromiseEnding, name: str) -> None:
        super().__init__(theme, "surface")
        self._ending = ending
        self.body.addWidget(label(self.tr("A promise to %1").replace("%1", name), tone="muted"))
        self.body.addWidget(words(promise.body))
        self.states = ChipRow(
            theme,
            [
                (PromiseState.KEPT, self.tr("Kept")),
                (PromiseState.TOLD, self.tr("I told them it slipped")),
                (PromiseState.LET_GO, self.tr("No longer right")),
            ],
            name=self.tr("What became of the promise"),
        )
        self.body.addWidget(self.states)
        self.states.choose([ending.state])
        self.states.changed.connect(self._write)

    def _write(self) -> None:
        self._ending.state = PromiseState(self.states.choice() or PromiseState.OPEN)
        self.edited.emit()


class PlanStep(GuideStep):
    """The plans of last week and the promises still open, one card each."""

    moment_added = Signal()

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, theme, parent)
        self.cards: list[_PlanCard] = []
        self.promise_cards: list[_PromiseCard] = []
        self.nothing = label(
            self.tr("There is no plan to look at yet. Next week opens on the one you make today."),
            size=18,
            serif=True,
        )
        self.column.addWidget(self.nothing)

    def fill(self) -> None:
        """One card for each promise, then for each plan."""
        for card in (*self.cards, *self.promise_cards):
            self.column.removeWidget(card)
            card.deleteLater()
        self.cards, self.promise_cards = [], []
        endings = {ending.promise_id: ending for ending in self.draft.promise_endings}
        for promise in self.services.intentions.open_promises():
            if promise.id in endings:
                name = self.name_of(promise.person_id)
                made = _PromiseCard(self.theme, promise, endings[promise.id], name)
                made.edited.connect(self.edited)
                self.promise_cards.append(made)
                self.column.addWidget(made)
        plans = {p.id: p for p in self.services.reflections.plans_to_review(self.week)}
        if not self.draft.clean_start:
            for ending in self.draft.plan_endings:
                if ending.intention_id in plans:
                    card = _PlanCard(self.theme, plans[ending.intention_id], ending)
                    card.edited.connect(self._carry)
                    card.moment_requested.connect(self._make_moment)
                    self.cards.append(card)
                    self.column.addWidget(card)
        self.nothing.setVisible(not self.cards and not self.promise_cards)

    def first_field(self) -> QWidget:
        """The first ending of the first card."""
        if self.promise_cards:
            return next(iter(self.promise_cards[0].states.chips.values()))
        return next(iter(self.cards[0].endings.chips.values())) if self.cards else self

    def _make_moment(self, plan: Intention) -> None:
        ending = next(e for e in self.draft.plan_endings if e.intention_id == plan.id)
        self.draft.moments.append(MomentDraft(person_id=plan.person_id, behaviour=ending.note))
        self.edited.emit()
        self.moment_added.emit()

    def _carry(self) -> None:
        """Keep the plans taken along in step with what the cards say."""
        plans = {p.id: p for p in self.services.reflections.plans_to_review(self.week)}
        for ending in self.draft.plan_endings:
            plan = plans.get(ending.intention_id)
            carried = [i for i in self.draft.intentions if i.carried_from == ending.intention_id]
            if plan is None:
                continue
            same = (ending.cue, ending.act) == (plan.cue, plan.act)
            # After two carries the same words do not come along again: a new shape does.
            if not ending.carries_on or (same and not plan.may_be_carried):
                for intention in carried:
                    self.draft.intentions.remove(intention)
                continue
            if not carried:
                carried = [
                    IntentionDraft(
                        carried_from=plan.id,
                        person_id=plan.person_id,
                        skill_id=plan.skill_id,
                        good_looks_like=plan.good_looks_like,
                        obstacle=plan.obstacle,
                        aim=plan.aim,
                    )
                ]
                self.draft.intentions.insert(0, carried[0])
            carried[0].cue, carried[0].act = ending.cue, ending.act
            carried[0].carried = plan.carried + 1 if same else 0
        self.edited.emit()
