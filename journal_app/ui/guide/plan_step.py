"""Last week's plan: promises first, then each plan with its five equal endings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_app.domain.draft import IntentionDraft, MomentDraft, PromiseEnding
from journal_app.domain.intention import Intention
from journal_app.domain.promise import Promise, PromiseState
from journal_app.domain.unmet import Offer
from journal_app.ui.guide.plan_card import PlanCard
from journal_app.ui.guide.step import GuideServices, GuideStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label, words


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
        self.cards: list[PlanCard] = []
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
                    plan = plans[ending.intention_id]
                    card = PlanCard(
                        self.theme,
                        plan,
                        ending,
                        before=self.services.situations.endings_of(plan),
                        ask=self.services.questions.unmet_line,
                    )
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
            self._ask_mentor(plan, wanted=ending.offer is Offer.MENTOR)
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

    def _ask_mentor(self, plan: Intention, *, wanted: bool) -> None:
        """A plan to ask the mentor about this one, made and unmade with the choice."""
        act = self.tr("ask how they would go about this: %1").replace("%1", plan.act)
        mine = [made for made in self.draft.intentions if made.act == act]
        if wanted and not mine:
            cue = self.tr("I next talk with my mentor")
            self.draft.intentions.append(IntentionDraft(cue=cue, act=act, skill_id=plan.skill_id))
        elif not wanted:
            self.draft.intentions[:] = [made for made in self.draft.intentions if made.act != act]
