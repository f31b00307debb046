"""Doubt note: one thing not known yet, what stands beside it, and what it may become."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journal_app.domain.doubt import Doubt, DoubtState, DoubtWay
from journal_app.domain.intention import Intention
from journal_app.domain.skill import Skill
from journal_app.services.drafts import DraftService
from journal_app.services.practice import Evidence
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.kept import Kept
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.sides import Sides
from journal_app.ui.wording import ending_text, plan_text

_OFFERED = 3
_SHORT, _NARROW = 120, 420


class DoubtNote(Card):
    """Open, learning or settled; one press turns it into something to try."""

    state_chosen = Signal(object, str)
    skill_chosen = Signal(object, object)
    tried_out = Signal(object, str, str)

    def __init__(
        self,
        theme: Theme,
        doubt: Doubt,
        drafts: DraftService,
        *,
        day: str,
        skills: Sequence[Skill],
        beside: Sequence[Evidence],
        normal: str,
        plans: Sequence[Intention],
    ) -> None:
        super().__init__(theme, "doubt", pad=20)
        self.doubt = doubt
        self.experiments: list[QPushButton] = []
        self.states = ChipRow(
            theme,
            [
                (DoubtState.OPEN, self.tr("open")),
                (DoubtState.LEARNING, self.tr("learning")),
                (DoubtState.SETTLED, self.tr("settled")),
            ],
            name=self.tr("Where it stands"),
        )
        self.skill = QComboBox()
        self.skill.setAccessibleName(self.tr("The skill it belongs to"))
        self.cue = LineField(
            name=self.tr("If"), placeholder=self.tr("If… a moment you will recognise (if you like)")
        )
        self.act = LineField(
            name=self.tr("Then I will"), placeholder=self.tr("then I will… one small act")
        )
        self._kept = [
            Kept(field, drafts, f"growth:try:{doubt.id}:{part}")
            for field, part in ((self.cue, "if"), (self.act, "then"))
        ]
        self.try_button = button(self.tr("Try &something"))
        self.plan_button = button(self.tr("&Plan it"), "primary")
        self.body.addWidget(label(day, size=12, tone="doubt"))
        self.body.addWidget(words(doubt.body))
        # The longest skill does not say how narrow the page may be.
        self.skill.setMinimumWidth(theme.px(_SHORT))
        self.skill.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = Sides(theme, narrow=_NARROW)
        row.add(self.states)
        row.add(self.skill)
        self.body.addWidget(row)
        self._show_way()
        self._show_beside(beside, normal)
        for plan in plans:
            self._show_plan(plan)
        self._build_trying(next((s for s in skills if s.id == doubt.skill_id), None))
        self.skill.addItem(self.tr("Which skill is it about?"), None)
        for skill in skills:
            self.skill.addItem(skill.name, skill.id)
        self.skill.setCurrentIndex(max(0, self.skill.findData(doubt.skill_id)))
        self.states.choose([doubt.state])
        self.states.changed.connect(
            lambda: self.state_chosen.emit(self.doubt, self.states.choice() or DoubtState.OPEN)
        )
        self.skill.activated.connect(
            lambda: self.skill_chosen.emit(self.doubt, self.skill.currentData())
        )

    def keep(self) -> None:
        """Make a plan being typed durable."""
        for kept in self._kept:
            kept.keep()

    def _show_way(self) -> None:
        said = {
            DoubtWay.NONE: "",
            DoubtWay.MENTOR: self.tr("It waits for your mentor."),
            DoubtWay.REST: self.tr("It rests for now."),
        }[self.doubt.way]
        if said:
            self.body.addWidget(label(said, tone="doubt"))

    def _show_beside(self, beside: Sequence[Evidence], normal: str) -> None:
        """Evidence I can lead; where there is none, a plain sentence and never an empty box."""
        if not beside:
            self.body.addWidget(label(normal, tone="muted"))
            return
        self.body.addWidget(label(self.tr("Evidence you can lead"), size=12, tone="growth"))
        for evidence in beside[:2]:
            self.body.addWidget(words(evidence.sentence, size=16))

    def _show_plan(self, plan: Intention) -> None:
        ended = ending_text(plan.ending) or self.tr("Planned.")
        self.body.addWidget(label(self.tr("You are trying"), size=12, tone="preview"))
        self.body.addWidget(words(plan_text(plan.cue, plan.act), size=16))
        told = f"{ended} {plan.ending_note.strip()}".strip()
        self.body.addWidget(label(told, tone="muted"))

    def _build_trying(self, skill: Skill | None) -> None:
        self._trying = QWidget()
        column = QVBoxLayout(self._trying)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(8))
        if skill is not None:
            column.addWidget(label(self.tr("One press plans one of these:"), tone="muted"))
            for experiment in skill.experiments[:_OFFERED]:
                offer = button(experiment.text[:1].upper() + experiment.text[1:], "chip")
                offer.clicked.connect(partial(self.tried_out.emit, self.doubt, "", experiment.text))
                self.experiments.append(offer)
                holder = QWidget()
                flow = FlowLayout(holder)
                flow.addWidget(offer)
                column.addWidget(holder)
            column.addWidget(label(self.tr("Or in your own words:"), tone="muted"))
        column.addWidget(self.cue)
        column.addWidget(self.act)
        row = QHBoxLayout()
        row.addWidget(self.plan_button)
        row.addStretch(1)
        column.addLayout(row)
        under = QHBoxLayout()
        under.addWidget(self.try_button, 0, Qt.AlignmentFlag.AlignLeft)
        under.addStretch(1)
        self.body.addLayout(under)
        self.body.addWidget(self._trying)
        alive = self.doubt.state is not DoubtState.SETTLED
        begun = alive and any(kept.restored for kept in self._kept)
        self._trying.setVisible(begun)
        self.try_button.setVisible(alive and not begun)
        self.try_button.clicked.connect(self._open)
        self.plan_button.clicked.connect(self._plan)
        self.act.submitted.connect(self._plan)
        self.cue.submitted.connect(self._plan)
        for field in (self.cue, self.act):
            field.left.connect(self._close)

    def _open(self) -> None:
        self.try_button.hide()
        self._trying.show()
        first: QWidget = self.experiments[0] if self.experiments else self.cue
        first.setFocus()

    def _close(self) -> None:
        self._trying.hide()
        self.try_button.show()
        self.try_button.setFocus()

    def _plan(self) -> None:
        if not self.act.text().strip():
            self.act.setFocus()
            return
        cue, act = (kept.used().strip() for kept in self._kept)
        self.tried_out.emit(self.doubt, cue, act)
