"""Beside a person: the open promises to them and plans with them, and worries folded away."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.domain.intention import Intention
from journal_app.domain.promise import Promise, PromiseState
from journal_app.domain.worry import Worry
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, check_quietly
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.wording import near_day_text, plan_text


class PromiseCard(Card):
    """One open promise and its three endings, all of them alike."""

    closed = Signal(object, object)

    def __init__(self, theme: Theme, promise: Promise, *, today: date) -> None:
        super().__init__(theme, "surface", pad=16)
        due = f" · {near_day_text(promise.due_on, today)}" if promise.due_on else ""
        self.body.addWidget(label(self.tr("You promised them") + due, size=12, tone="accent"))
        self.body.addWidget(words(promise.body, size=16))
        holder = QWidget()
        flow = FlowLayout(holder, gap=theme.px(8))
        self.endings = {
            PromiseState.KEPT: button(self.tr("Kept"), "chip"),
            PromiseState.TOLD: button(self.tr("I told them it slipped"), "chip"),
            PromiseState.LET_GO: button(self.tr("Let go"), "chip"),
        }
        for state, act in self.endings.items():
            act.clicked.connect(lambda _on=False, s=state: self.closed.emit(promise, s))
            flow.addWidget(act)
        self.body.addWidget(holder)


class WorryCard(Card):
    """One worry; once it has rested eight weeks it asks whether it is still true."""

    let_go = Signal(object)
    still_true = Signal(object)

    def __init__(self, theme: Theme, worry: Worry, *, today: date) -> None:
        super().__init__(theme, "sunken", pad=16)
        self.body.addWidget(label(near_day_text(worry.noted_on, today), size=12, tone="muted"))
        self.body.addWidget(words(worry.body, size=16))
        self.true_button = button(self.tr("It is still true"), "chip")
        self.true_button.setVisible(worry.asks_on <= today)
        self.let_go_button = button(self.tr("Let it go"), "chip")
        if worry.asks_on <= today:
            self.body.addWidget(label(self.tr("Is this still true?"), strong=True))
        holder = QWidget()
        flow = FlowLayout(holder, gap=theme.px(8))
        flow.addWidget(self.let_go_button)
        if worry.asks_on <= today:
            flow.addWidget(self.true_button)
        self.body.addWidget(holder)
        self.let_go_button.clicked.connect(lambda: self.let_go.emit(worry))
        self.true_button.clicked.connect(lambda: self.still_true.emit(worry))


class BesidePerson(QWidget):
    """What belongs beside a growth line and is never part of it."""

    promise_closed = Signal(object, object)
    worry_let_go = Signal(object)
    worry_still_true = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: list[QWidget] = []
        self.promises: list[PromiseCard] = []
        self.worries: list[WorryCard] = []
        self.worries_button = button(self.tr("Worries, kept apart"), "text")
        self.worries_button.setCheckable(True)
        self._open, self._worried = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._open)
        column.addWidget(self.worries_button)
        column.addLayout(self._worried)
        self.worries_button.toggled.connect(self._fold)
        theme.changed.connect(self._space)
        self._space()

    def fold(self) -> None:
        """Fold the worries away."""
        check_quietly(self.worries_button, on=False)

    def show_all(
        self,
        promises: Sequence[Promise],
        plans: Sequence[Intention],
        worries: Sequence[Worry],
        *,
        today: date,
    ) -> None:
        """Show these instead."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self.promises, self.worries = [], [], []
        for promise in promises:
            if promise.state is PromiseState.OPEN:
                self._show_promise(promise, today)
        for plan in plans:
            if plan.is_open:
                self._show_plan(plan)
        if worries:
            self._show_worries(worries, today)
        self.worries_button.setVisible(bool(worries))
        self._fold()

    def _show_promise(self, promise: Promise, today: date) -> None:
        card = PromiseCard(self._theme, promise, today=today)
        card.closed.connect(self.promise_closed)
        self.promises.append(card)
        self._put(self._open, card)

    def _show_plan(self, plan: Intention) -> None:
        card = Card(self._theme, "preview", pad=16)
        card.body.addWidget(label(self.tr("Your plan with them"), size=12, tone="preview"))
        card.body.addWidget(words(plan_text(plan.cue, plan.act), size=16))
        self._put(self._open, card)

    def _show_worries(self, worries: Sequence[Worry], today: date) -> None:
        faded = self.tr("Worries fade: after eight weeks each asks whether it is still true.")
        self._put(self._worried, label(faded, tone="muted"))
        for worry in worries:
            card = WorryCard(self._theme, worry, today=today)
            card.let_go.connect(self.worry_let_go)
            card.still_true.connect(self.worry_still_true)
            self.worries.append(card)
            self._put(self._worried, card)

    def _put(self, column: QVBoxLayout, part: QWidget) -> None:
        self._parts.append(part)
        column.addWidget(part)

    def _fold(self) -> None:
        for part in self._parts:
            if self._worried.indexOf(part) >= 0:
                part.setVisible(self.worries_button.isChecked())

    def _space(self) -> None:
        for column in (self._open, self._worried, self.layout()):
            if column is not None:
                column.setSpacing(self._theme.px(8))
