"""Experiments card: small things to try for a skill, what was tried, and what it taught."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.experiment import ExperimentTry
from journal_app.domain.skill import Skill
from journal_app.services.drafts import DraftService
from journal_app.ui.growth.part import empty
from journal_app.ui.icons import icon
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, icon_button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.drawing import Drawing
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.kept import Kept
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.line_field import LineField


class ExperimentsCard(Card):
    """Each experiment can be planned, or noted as tried with what it taught."""

    planned = Signal(str)
    tried = Signal(str, str)

    def __init__(self, theme: Theme, drafts: DraftService, parent: QWidget | None = None) -> None:
        super().__init__(theme, "preview", parent, pad=20)
        self._drafts = drafts
        self._kept: Kept | None = None
        self.rows: dict[str, ExperimentRow] = {}
        self._open = ""
        self.taught: LineField | None = None
        self.body.addWidget(label(self.tr("Small things to try"), size=18, serif=True))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(6))
        self.body.addLayout(self._list)
        self._texts: dict[str, str] = {}

    def show_skill(self, skill: Skill, tries: Sequence[ExperimentTry], planned: set[str]) -> None:
        """Show a skill's experiments; ``planned`` are the acts of plans still open."""
        self.keep()
        empty(self._list)
        self.rows, self.taught, self._kept = {}, None, None
        self._texts = {e.id: e.text for e in skill.experiments}
        done = {t.experiment for t in tries}
        if self._open not in self._texts:
            fresh = [e.id for e in skill.experiments if e.text not in done]
            self._open = next(iter(fresh), "")
        for experiment in skill.experiments:
            row = self._row(
                experiment.id,
                experiment.text,
                tried=experiment.text in done,
                planned=experiment.text in planned,
            )
            self.rows[experiment.id] = row
            row.turn(on=experiment.id == self._open)
            self._list.addWidget(row)
            if self._drafts.line(_key(experiment.id)):
                self._ask_what_it_taught(experiment.id)

    def keep(self) -> None:
        """Make what is being typed durable."""
        if self._kept is not None:
            self._kept.keep()

    def _row(self, key: str, text: str, *, tried: bool, planned: bool) -> "ExperimentRow":
        more = self.tr("What to do with it: %1").replace("%1", text)
        row = ExperimentRow(self._theme, text, tried=tried, more=more)
        row.asked.connect(partial(self._turn_to, key))
        flow = FlowLayout(row.acts, gap=self._theme.px(2))
        if planned:
            flow.addWidget(label(self.tr("Planned."), tone="preview"))
        else:
            plan = button(
                self.tr("Plan it"), "text", name=self.tr("Plan it: %1").replace("%1", text)
            )
            plan.clicked.connect(partial(self._plan, key))
            flow.addWidget(plan)
        note = button(
            self.tr("Tried again") if tried else self.tr("I tried it"),
            "text",
            name=self.tr("I tried it: %1").replace("%1", text),
        )
        note.clicked.connect(partial(self._ask_what_it_taught, key))
        flow.addWidget(note)
        return row

    def _turn_to(self, key: str) -> None:
        """Show the acts of this one alone, or of none."""
        self._open = "" if self._open == key else key
        for other, row in self.rows.items():
            row.turn(on=other == self._open)

    def _plan(self, key: str) -> None:
        self.planned.emit(self._texts[key])

    def _ask_what_it_taught(self, key: str) -> None:
        self._leave()
        if self._open != key:
            self._turn_to(key)
        self.taught = LineField(
            name=self.tr("What it taught me"),
            placeholder=self.tr("What did it teach you? Enter keeps it."),
        )
        self._kept = Kept(self.taught, self._drafts, _key(key))
        layout = self.rows[key].layout()
        if layout is not None:
            layout.addWidget(self.taught)
        self.taught.returnPressed.connect(partial(self._note, key))
        self.taught.submitted.connect(partial(self._note, key))
        self.taught.left.connect(self._leave)
        self.taught.show()
        self.taught.setFocus()

    def _note(self, key: str) -> None:
        if self._kept is not None:
            self.tried.emit(self._texts[key], self._kept.used().strip())

    def _leave(self) -> None:
        """Put the field away; words typed in it wait for the next time."""
        self.keep()
        if self.taught is not None:
            self.taught.hide()
            self.taught.deleteLater()
            self.taught, self._kept = None, None


class ExperimentRow(QWidget):
    """One thing to try; what can be done with it is shown when it is asked for."""

    asked = Signal()

    def __init__(self, theme: Theme, text: str, *, tried: bool, more: str) -> None:
        super().__init__()
        self._theme = theme
        self.acts = QWidget()
        self.more_button = icon_button(theme, "chevron-down", more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        drawn, ink = ("leaf", "growth") if tried else ("sprout", "muted")
        mark = Drawing(theme, drawn, ink, 16)
        said = words(text[:1].upper() + text[1:], size=16)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(said, 1)
        line.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(line)
        column.addWidget(self.acts)
        self.more_button.clicked.connect(self.asked)

    def turn(self, *, on: bool) -> None:
        """Show its acts, or put them away."""
        self.acts.setVisible(on)
        self.more_button.setIcon(
            icon(self._theme, "chevron-down" if on else "chevron-right", "muted")
        )


def _key(experiment_id: str) -> str:
    return f"growth:taught:{experiment_id}"
