"""My growth: what the leader practises, what they tried, and what they don't know yet."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal_app.domain.doubt import Doubt, DoubtState
from journal_app.domain.skill import Skill
from journal_app.services.changes import Topic
from journal_app.services.intentions import IntentionService
from journal_app.services.skills import SkillService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.icons import pixmap
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.wording import day_text, ending_text, plan_text, short_day_text

_TOPICS = {Topic.SKILLS, Topic.DOUBTS, Topic.INTENTIONS, Topic.REFLECTIONS}


class GrowthPage(QWidget):
    """The focus skill, doubts under their lock, and plans with their endings; no numbers."""

    def __init__(
        self,
        theme: Theme,
        changes: ChangeSignals,
        *,
        skills: SkillService,
        intentions: IntentionService,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._skills, self._intentions = theme, skills, intentions
        self._today = today
        self._parts: list[QWidget] = []
        self.doubt_states: dict[int, ChipRow] = {}
        self.focus = QComboBox()
        self.focus.setAccessibleName(self.tr("My focus skill"))
        self.focus.addItem(self.tr("No focus skill for now"), None)
        for skill in skills.all():
            self.focus.addItem(skill.name, skill.id)
        self.column = PageColumn(theme)
        body = self.column.body
        body.addWidget(PageHeader(theme, self.tr("My growth")))
        body.addWidget(label(self.tr("The skill you practise these weeks"), tone="muted"))
        body.addWidget(self.focus)
        body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.focus.activated.connect(self._choose_focus)
        changes.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show what the journal holds now."""
        for part in self._parts:
            self.column.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.doubt_states = [], {}
        skill = self._skills.focus()
        self.focus.setCurrentIndex(max(0, self.focus.findData(skill.id if skill else None)))
        if skill is not None:
            self._add(self._skill_card(skill))
        self._show_doubts()
        self._show_plans()

    def _skill_card(self, skill: Skill) -> Card:
        card = Card(self._theme)
        card.body.addWidget(label(skill.name, size=22, serif=True))
        since = self._skills.focus_since()
        meaning = skill.meaning[:1].upper() + skill.meaning[1:] + "."
        card.body.addWidget(label(meaning, tone="muted"))
        if since is not None:
            card.body.addWidget(
                label(self.tr("Since %1").replace("%1", day_text(since)), size=12, tone="muted")
            )
        for place, sentence in zip(self._places(), skill.levels, strict=True):
            card.body.addSpacing(self._theme.px(4))
            card.body.addWidget(label(place, size=12, tone="accent", strong=True))
            card.body.addWidget(words(sentence, size=16))
        tries = self._skills.tries(skill.id)
        if tries:
            card.body.addSpacing(self._theme.px(8))
            card.body.addWidget(label(self.tr("What you tried"), strong=True))
        for tried in tries:
            card.body.addWidget(
                label(f"{short_day_text(tried.tried_on)} · {tried.experiment}", tone="muted")
            )
            if tried.taught.strip():
                card.body.addWidget(words(tried.taught, size=16))
        return card

    def _places(self) -> tuple[str, str, str, str]:
        return (
            self.tr("Starting"),
            self.tr("Trying"),
            self.tr("Steady"),
            self.tr("Passing it on"),
        )

    # --- doubts ---

    def _show_doubts(self) -> None:
        doubts = self._skills.doubts()
        self._heading("lock-keyhole", "doubt", self.tr("What I don't know how to do yet"))
        if not doubts:
            self._add(
                label(
                    self.tr("Everyone who leads has such a list. Yours is shown nowhere but here."),
                    size=16,
                    serif=True,
                )
            )
        for doubt in doubts:
            self._add(self._doubt_card(doubt))

    def _doubt_card(self, doubt: Doubt) -> Card:
        card = Card(self._theme, "doubt", pad=20)
        card.body.addWidget(words(doubt.body))
        states = ChipRow(
            self._theme,
            [
                (DoubtState.OPEN, self.tr("open")),
                (DoubtState.LEARNING, self.tr("learning")),
                (DoubtState.SETTLED, self.tr("settled")),
            ],
            name=self.tr("Where it stands"),
        )
        states.choose([doubt.state])
        states.changed.connect(lambda: self._settle(doubt.id or 0, states))
        self.doubt_states[doubt.id or 0] = states
        row = QHBoxLayout()
        row.addWidget(states, 1)
        row.addWidget(label(short_day_text(doubt.raised_on), size=12, tone="muted"))
        card.body.addLayout(row)
        return card

    def _settle(self, doubt_id: int, states: ChipRow) -> None:
        self._skills.settle_doubt(doubt_id, DoubtState(states.choice() or DoubtState.OPEN))

    # --- plans ---

    def _show_plans(self) -> None:
        plans = self._intentions.ended()
        if not plans:
            return
        self._heading("footprints", "preview", self.tr("What I tried"))
        for plan in plans:
            card = Card(self._theme, "surface", pad=16)
            card.body.addWidget(words(plan_text(plan.cue, plan.act), size=16))
            told = " ".join(p for p in (ending_text(plan.ending), plan.ending_note.strip()) if p)
            card.body.addWidget(label(told, tone="muted"))
            self._add(card)

    def _heading(self, icon: str, ink: str, text: str) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, self._theme.px(16), 0, 0)
        mark = QLabel()
        mark.setPixmap(pixmap(self._theme, icon, ink, 20))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(text, size=22, serif=True), 1)
        self._add(holder)

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self.column.body.insertWidget(self.column.body.count() - 1, part)

    def _choose_focus(self) -> None:
        self._skills.choose_focus(self.focus.currentData(), on=self._today())

    @Slot(object)
    def _on_changed(self, topic: Topic) -> None:
        if topic in _TOPICS:
            self.refresh()
