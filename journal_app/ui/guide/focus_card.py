"""Focus card: the skill of these weeks, an experiment tried for it, and what comes after it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from journal_app.domain.draft import ReflectionDraft
from journal_app.domain.practice import Idle, lightest
from journal_app.domain.skill import Experiment
from journal_app.domain.step import Mode
from journal_app.ui.guide.step import GuideServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField

_STAY, _SWAP, _REST = "stay", "swap", "rest"


class FocusCard(Card):
    """After about four weeks it asks once: stay, another skill, or rest."""

    edited = Signal()
    submitted = Signal()

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._services = services
        self._draft = ReflectionDraft(week_start=services.today())
        self.skill = QComboBox()
        self.skill.setAccessibleName(self.tr("My focus skill"))
        self.asks = label("", tone="muted")
        self.choice = ChipRow(
            theme,
            [
                (_STAY, self.tr("Stay with it")),
                (_SWAP, self.tr("Another skill")),
                (_REST, self.tr("Let it rest")),
            ],
            name=self.tr("What to do with the focus"),
        )
        self.experiments = ChipRow(theme, [], name=self.tr("The experiment I tried"))
        self.taught = LineField(
            name=self.tr("What it taught me"), placeholder=self.tr("What did it teach you?")
        )
        self.body.setSpacing(theme.px(12))
        self.body.addWidget(label(self.tr("The skill you practise these weeks"), strong=True))
        for widget in (self.skill, self.asks, self.choice, self.experiments, self.taught):
            self.body.addWidget(widget)
        self.skill.activated.connect(self._choose_skill)
        self.choice.changed.connect(self._choose)
        self.experiments.changed.connect(self._write)
        self.taught.edited.connect(self._write)
        self.taught.submitted.connect(self.submitted)

    def show_draft(self, draft: ReflectionDraft) -> None:
        """Show the focus and what was tried."""
        self._draft = draft
        skills = self._services.skills
        self.skill.clear()
        self.skill.addItem(self.tr("No focus skill for now"), None)
        for skill in skills.all():
            self.skill.addItem(skill.name, skill.id)
        focus = skills.focus()
        self.skill.setCurrentIndex(max(0, self.skill.findData(focus.id if focus else None)))
        self.taught.setText(draft.experiment_taught)
        self._offer()

    def _offer(self) -> None:
        skill = self._services.skills.focus()
        hard = self._draft.mode is Mode.HARD
        offered = [(e.id, e.text) for e in self._experiments()]
        self.experiments.set_options(offered)
        by_text = {text: key for key, text in offered}
        self.experiments.choose([by_text.get(self._draft.experiment)])
        self.experiments.setVisible(skill is not None and not hard)
        self.taught.setVisible(bool(self._draft.experiment) and not hard)
        asks = skill is not None and not hard and self._asks()
        self.asks.setText(self.tr("It has been your skill for some weeks. What now?"))
        self.asks.setVisible(asks)
        self.choice.setVisible(asks)

    def _asks(self) -> bool:
        today = self._services.today()
        long_idle = self._services.situations.idle(on=today) is Idle.LONG
        return long_idle or self._services.practice.focus_asks(on=today)

    def _experiments(self) -> tuple[Experiment, ...]:
        """T4: the three lightest when nothing was tried for three weeks, else all."""
        skill = self._services.skills.focus()
        if skill is None:
            return ()
        if self._services.situations.idle(on=self._services.today()) is Idle.NO:
            return skill.experiments
        few = lightest(skill, self._services.skills.tries(skill.id))
        kept = tuple(e for e in skill.experiments if e.text == self._draft.experiment)
        return (*few, *(e for e in kept if e not in few))

    def _choose_skill(self) -> None:
        self._services.skills.choose_focus(self.skill.currentData(), on=self._services.today())
        self._draft.experiment = ""
        self._offer()

    def _choose(self) -> None:
        chosen, today = self.choice.choice(), self._services.today()
        if chosen == _STAY:
            self._services.skills.stay_with_focus(on=today)
        elif chosen == _REST:
            self._services.skills.choose_focus(None, on=today)
        elif chosen == _SWAP:
            self.skill.setFocus()
            self.skill.showPopup()
            return
        self.show_draft(self._draft)

    def _write(self) -> None:
        draft, skill = self._draft, self._services.skills.focus()
        if skill is not None:
            tried = {e.id: e.text for e in skill.experiments}
            draft.experiment_skill = skill.id
            draft.experiment = tried.get(self.experiments.choice(), "")
            draft.experiment_taught = self.taught.text()
            self.taught.setVisible(bool(draft.experiment))
        self.edited.emit()
