"""Doubts part: what the leader does not know how to do yet, under its lock and nowhere else."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.doubt import Doubt, DoubtState
from journal_app.domain.intention import Intention
from journal_app.ui.growth.doubt_note import DoubtNote
from journal_app.ui.growth.part import GrowthPart, GrowthServices, empty
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.kept import Kept
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.writing_area import WritingArea
from journal_app.ui.wording import near_day_text


class DoubtsPart(GrowthPart):
    """Open and learning ones first; settled ones are folded away, not thrown away."""

    def __init__(
        self, theme: Theme, services: GrowthServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        self.notes: dict[int, DoubtNote] = {}
        self.area = WritingArea(theme, name=self.tr("What I don't know how to do yet"), lines=2)
        self.area.setPlaceholderText(self.tr("I don't know how to… Plain words stay here."))
        self.kept = Kept(self.area, services.drafts, "growth:doubt")
        self.add_button = button(self.tr("&Write it down"), "primary")
        self.settled_button = button(self.tr("&Settled ones"), "text")
        self.settled_button.setCheckable(True)
        self._alive, self._settled = QVBoxLayout(), QVBoxLayout()
        lock = self.heading("lock-keyhole", "doubt", self.tr("What I don't know how to do yet"))
        self.column.addWidget(lock)
        self.column.addWidget(
            label(
                self.tr(
                    "Shown nowhere but here, and never exported unless you add it yourself. Every"
                    " craft has such a list; this is how it gets shorter."
                ),
                size=16,
                tone="muted",
                serif=True,
            )
        )
        self.column.addWidget(self.area)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        self.column.addLayout(row)
        for layout in (self._alive, self._settled):
            layout.setSpacing(theme.px(12))
        self.column.addLayout(self._alive)
        self.column.addWidget(self.settled_button)
        self.column.addLayout(self._settled)
        self.add_button.clicked.connect(self._add)
        self.area.submitted.connect(self._add)
        self.settled_button.toggled.connect(self.refresh)

    def refresh(self) -> None:
        """Show every doubt where it stands; what is being typed beside one stays."""
        for note in self.notes.values():
            note.keep()
        empty(self._alive)
        empty(self._settled)
        self.notes = {}
        doubts = self.services.skills.doubts()
        settled = [d for d in doubts if d.state is DoubtState.SETTLED]
        for doubt in doubts:
            if doubt.state is not DoubtState.SETTLED:
                self._alive.addWidget(self._note(doubt))
            elif self.settled_button.isChecked():
                self._settled.addWidget(self._note(doubt))
        self.settled_button.setVisible(bool(settled))

    def keep(self) -> None:
        """Make what is being written durable."""
        self.kept.keep()
        for note in self.notes.values():
            note.keep()

    def _note(self, doubt: Doubt) -> DoubtNote:
        practice, today = self.services.practice, self.services.today()
        note = DoubtNote(
            self.theme,
            doubt,
            self.services.drafts,
            day=near_day_text(doubt.raised_on, today),
            skills=self.services.skills.all(),
            beside=practice.can_lead(doubt.skill_id, before=today),
            normal=self.services.questions.text("doubts.normal"),
            plans=practice.plans_for_doubt(doubt.id or 0),
        )
        note.state_chosen.connect(self._settle)
        note.skill_chosen.connect(self._link)
        note.tried_out.connect(self._try_out)
        self.notes[doubt.id or 0] = note
        return note

    def _add(self) -> None:
        body = self.area.text()
        if not body.strip():
            self.area.setFocus()
            return
        self.services.practice.raise_doubt(body, on=self.services.today())
        self.kept.forget()

    def _settle(self, doubt: Doubt, state: str) -> None:
        self.services.skills.settle_doubt(doubt.id or 0, DoubtState(state))
        if state == DoubtState.SETTLED:
            back = partial(self.services.skills.settle_doubt, doubt.id or 0, doubt.state)
            self.said.emit(self.tr("Settled. You learnt that."), back)

    def _link(self, doubt: Doubt, skill_id: str | None) -> None:
        self.services.skills.link_doubt(doubt.id or 0, skill_id)

    def _try_out(self, doubt: Doubt, cue: str, act: str) -> None:
        plan = self.services.skills.try_out(
            doubt.id or 0, Intention(week_start=self.services.plan_week(), cue=cue, act=act)
        )
        self.said.emit(
            self.tr("Planned. It is something you are learning now."),
            partial(self.services.practice.undo_trying_out, doubt, plan),
        )
