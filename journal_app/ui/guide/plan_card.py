"""Plan card: one plan of last week, its five equal endings, and what it may become."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from journal_app.domain.draft import PlanEnding
from journal_app.domain.intention import Ending, Intention
from journal_app.domain.unmet import Offer, offers
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, check_quietly
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.wording import plan_text

_COMES_ALONG = {Offer.SMALLER, Offer.NEW_CUE, Offer.CLOCK, Offer.RESHAPE}
_NEW_CUE = {Offer.NEW_CUE, Offer.CLOCK, Offer.RESHAPE}
_NEW_ACT = {Offer.SMALLER, Offer.RESHAPE}


class PlanCard(Card):
    """One plan in the words it was written in; ``before`` is how its earlier weeks ended."""

    edited = Signal()
    moment_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        plan: Intention,
        ending: PlanEnding,
        *,
        before: Sequence[Ending | None],
        ask: Callable[[Sequence[Ending | None]], str],
    ) -> None:
        super().__init__(theme, "preview")
        self.plan, self._ending = plan, ending
        self._before, self._ask = before, ask
        self._offered: tuple[Offer, ...] = ()
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
        self.asked = label("", size=16, serif=True)
        self.note = LineField(name=self.tr("A line about how it ended"))
        self.moment_button = button(self.tr("Make this a growth &moment"), "text")
        self.ways = ChipRow(theme, [], name=self.tr("What it may become"))
        self.carry = QCheckBox()
        self.cue = LineField(
            name=self.tr("If, for next week"), placeholder=self.tr("If… (a moment in my own hands)")
        )
        self.act = LineField(
            name=self.tr("Then, for next week"),
            placeholder=self.tr("then I will… (a smaller step)"),
        )
        self.body.setSpacing(theme.px(10))
        self.body.addWidget(words(plan_text(plan.cue, plan.act), size=18))
        for widget in (
            self.endings,
            self.asked,
            self.note,
            self.moment_button,
            self.ways,
            self.carry,
            self.cue,
            self.act,
        ):
            self.body.addWidget(widget)
        self._fill()
        self.endings.changed.connect(self._end)
        self.ways.changed.connect(self._take_way)
        self.carry.toggled.connect(self._write)
        self.moment_button.clicked.connect(lambda: self.moment_requested.emit(self.plan))
        for field in (self.note, self.cue, self.act):
            field.edited.connect(self._write)

    def _fill(self) -> None:
        ending = self._ending
        self.endings.choose([ending.ending])
        self.note.setText(ending.note)
        check_quietly(self.carry, ending.carries_on)
        self.cue.setText(ending.cue)
        self.act.setText(ending.act)
        self._offer()
        self._unfold()

    def _end(self) -> None:
        chosen = self.endings.choice()
        self._ending.ending = Ending(chosen) if chosen else None
        self._ending.carries_on, self._ending.offer = False, None
        check_quietly(self.carry, on=False)
        self._offer()
        self._write()

    def _offer(self) -> None:
        """T2, T3: fewer and smaller ways each time; after two carries a new shape or letting go."""
        ending = self._ending.ending
        self._offered = offers([*self._before, ending]) if ending else ()
        if self._offered and not self.plan.may_be_carried:
            self._offered = (Offer.RESHAPE, Offer.LET_GO)
        texts = {
            Offer.SMALLER: self.tr("A smaller step"),
            Offer.NEW_CUE: self.tr("Another moment"),
            Offer.CLOCK: self.tr("A time on the clock"),
            Offer.MENTOR: self.tr("Ask my mentor"),
            Offer.RESHAPE: self.tr("A new shape"),
            Offer.LET_GO: self.tr("Let it go"),
        }
        self.ways.set_options([(offer, texts[offer]) for offer in self._offered])
        self.ways.choose([self._ending.offer])
        self.asked.setText(self._ask([*self._before, ending]) if ending else "")

    def _take_way(self) -> None:
        chosen = self.ways.choice()
        self._ending.offer = Offer(chosen) if chosen else None
        check_quietly(self.carry, self._ending.offer in _COMES_ALONG)
        self._write()
        if self._ending.offer in _NEW_CUE:
            self.cue.setFocus()
        elif self._ending.offer in _NEW_ACT:
            self.act.setFocus()

    def _write(self) -> None:
        ending = self._ending
        ending.note = self.note.text()
        ending.carries_on = self.carry.isChecked()
        if ending.carries_on and not (ending.cue or ending.act):
            ending.cue, ending.act = self.plan.cue, self.plan.act
            self.cue.setText(ending.cue)
            self.act.setText(ending.act)
        else:
            ending.cue, ending.act = self.cue.text(), self.act.text()
        self._unfold()
        self.edited.emit()

    def _unfold(self) -> None:
        ending, offer = self._ending.ending, self._ending.offer
        asks = {
            Ending.DID: self.tr("What happened for them?"),
            Ending.SOME: self.tr("Which bit worked?"),
            Ending.NO_MOMENT: self.tr("One line about it, if you like"),
            Ending.NOT_THIS_TIME: self.tr("One line about it, if you like"),
        }
        self.note.setVisible(ending in asks)
        self.note.setPlaceholderText(asks.get(ending, "") if ending else "")
        self.moment_button.setVisible(ending is Ending.DID and self.plan.person_id is not None)
        self.asked.setVisible(bool(self.asked.text()))
        self.ways.setVisible(bool(self._offered))
        self.carry.setVisible(ending is Ending.SOME)
        if self.plan.may_be_carried:
            self.carry.setText(self.tr("Take it into next week"))
        else:
            self.carry.setText(self.tr("It has come along twice: give it a new shape"))
        some = ending is Ending.SOME and self._ending.carries_on
        self.cue.setVisible(some or offer in _NEW_CUE)
        self.act.setVisible(some or offer in _NEW_ACT)
        if offer is Offer.CLOCK:
            self.cue.setPlaceholderText(self.tr("If… (it is ten o'clock on Tuesday)"))
        else:
            self.cue.setPlaceholderText(self.tr("If… (a moment in my own hands)"))
