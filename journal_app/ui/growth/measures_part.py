"""Measures part: what I am measured on, results beside culture, and what I did for each."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.intention import Aim, Intention
from journal_app.domain.measure import Measure
from journal_app.ui.growth.part import GrowthPart, GrowthServices, empty
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, icon_button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.kept import Kept
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.sides import Sides
from journal_app.ui.wording import ending_text, near_day_text, plan_text

QUARTER = timedelta(days=92)
_MOST, _NARROW = 10, 520


class MeasuresPart(GrowthPart):
    """Two columns of one size; a line written in a column belongs to it."""

    def __init__(
        self, theme: Theme, services: GrowthServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        self.fields: dict[Aim, LineField] = {}
        self._kept: dict[Aim, Kept] = {}
        self._lists: dict[Aim, QVBoxLayout] = {}
        self._quarter: dict[Aim, QVBoxLayout] = {}
        self.changing: LineField | None = None
        self._kept_change: Kept | None = None
        self.mostly = label("", size=16, serif=True)
        self.summary_button = button(self.tr("Culture and growth &summary…"), "primary")
        told = self.tr(
            "What counts where you work, written down by you. Results are often said aloud;"
            " culture seldom is. Both are your work."
        )
        self.column.addWidget(self.heading("compass", "accent", self.tr("What I'm measured on")))
        self.column.addWidget(label(told, size=16, tone="muted", serif=True))
        self.column.addWidget(self._columns())
        self.column.addWidget(
            self.heading("footprints", "preview", self.tr("What I did for each, these months"))
        )
        self.column.addWidget(self.mostly)
        self.column.addWidget(self._quarter_columns())
        review = Card(theme, "growth", pad=20)
        review.body.addWidget(label(self.tr("For your own review"), size=18, serif=True))
        review.body.addWidget(
            label(
                self.tr(
                    "A page about your growth in leading: what you practise, what you tried, what"
                    " it taught you. It names nobody and holds no doubt."
                ),
                tone="muted",
            )
        )
        review.body.addWidget(self.flow(self.summary_button))
        self.column.addWidget(review)
        self.summary_button.clicked.connect(self.summary_requested)

    def refresh(self) -> None:
        """Show both columns and what the quarter held."""
        measures = self.services.measures.all()
        today = self.services.today()
        self._keep_what_changes()
        self.changing = self._kept_change = None
        for aim in Aim:
            empty(self._lists[aim])
            for measure in (m for m in measures if m.aim is aim):
                self._lists[aim].addWidget(self._row(measure))
            empty(self._quarter[aim])
            plans = [
                p
                for p in self.services.intentions.ended()
                if p.aim is aim and (p.ended_on or p.week_start) > today - QUARTER
            ]
            for plan in plans[:_MOST]:
                self._quarter[aim].addWidget(self._plan(plan))
            if not plans:
                said = self.tr("No plan carried this word in these months.")
                self._quarter[aim].addWidget(label(said, tone="muted"))
            self._quarter[aim].addStretch(1)
        mostly = self.services.practice.mostly(on=today)
        said = {
            None: "",
            Aim.RESULTS: self.tr("Lately your plans were mostly about results."),
            Aim.CULTURE: self.tr("Lately your plans were mostly about culture."),
        }[mostly]
        self.mostly.setText(said)
        self.mostly.setVisible(bool(said))

    def keep(self) -> None:
        """Make lines being typed durable."""
        self._keep_what_changes()
        for kept in self._kept.values():
            kept.keep()

    def _keep_what_changes(self) -> None:
        if self._kept_change is not None:
            self._kept_change.keep()

    # --- building ---

    def _title(self, aim: Aim) -> str:
        return {Aim.RESULTS: self.tr("Results"), Aim.CULTURE: self.tr("Culture")}[aim]

    def _columns(self) -> Sides:
        row = Sides(self.theme, narrow=_NARROW)
        for aim in (Aim.RESULTS, Aim.CULTURE):
            card = Card(self.theme, pad=20)
            card.body.addWidget(label(self._title(aim), size=18, serif=True))
            self._lists[aim] = QVBoxLayout()
            self._lists[aim].setSpacing(self.theme.px(4))
            card.body.addLayout(self._lists[aim])
            field = LineField(
                name=self.tr("Something that counts: %1").replace("%1", self._title(aim)),
                placeholder=self.tr("Something that counts… Enter keeps it"),
            )
            self.fields[aim] = field
            self._kept[aim] = Kept(field, self.services.drafts, f"growth:measure:{aim}")
            field.returnPressed.connect(partial(self._add, aim))
            field.submitted.connect(partial(self._add, aim))
            card.body.addWidget(field)
            card.body.addStretch(1)
            row.add(card)
        return row

    def _quarter_columns(self) -> Sides:
        row = Sides(self.theme, narrow=_NARROW)
        for aim in (Aim.RESULTS, Aim.CULTURE):
            column = QVBoxLayout()
            column.setSpacing(self.theme.px(8))
            column.addWidget(label(self._title(aim), tone="muted", strong=True))
            self._quarter[aim] = QVBoxLayout()
            self._quarter[aim].setSpacing(self.theme.px(8))
            column.addLayout(self._quarter[aim])
            row.add(column)
        return row

    def _row(self, measure: Measure) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(words(measure.body, size=16), 1)
        for icon, name, act in (
            ("pencil", self.tr("Change: %1"), self._change),
            ("arrow-right", self.tr("To the other side: %1"), self._move),
            ("x", self.tr("Take off the list: %1"), self._remove),
        ):
            if icon == "arrow-right" and measure.aim is Aim.CULTURE:
                icon = "arrow-left"
            made = icon_button(self.theme, icon, name.replace("%1", measure.body))
            made.clicked.connect(partial(act, measure, holder))
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _plan(self, plan: Intention) -> Card:
        card = Card(self.theme, "surface", pad=16)
        on = near_day_text(plan.ended_on or plan.week_start, self.services.today())
        over = f"{on} · {ending_text(plan.ending)}"
        card.body.addWidget(label(over, size=12, tone="preview"))
        card.body.addWidget(words(plan_text(plan.cue, plan.act), size=16))
        return card

    # --- acts ---

    def _add(self, aim: Aim) -> None:
        text = self.fields[aim].text()
        if text.strip():
            self._kept[aim].forget()
            self.services.measures.add(text, aim, on=self.services.today())

    def _change(self, measure: Measure, holder: QWidget) -> None:
        """Write in its place; leaving keeps what was typed for the next time."""
        field = LineField(name=self.tr("Its words"))
        field.setText(measure.body)
        self.changing = field
        kept = Kept(field, self.services.drafts, f"growth:measure:{measure.id}")
        self._kept_change = kept
        layout = holder.layout()
        if layout is None:
            return
        empty(layout)
        layout.addWidget(field)
        field.returnPressed.connect(partial(self._keep_change, measure, kept))
        field.submitted.connect(partial(self._keep_change, measure, kept))
        field.left.connect(self.refresh)
        field.show()
        field.setFocus()

    def _keep_change(self, measure: Measure, kept: Kept) -> None:
        self.services.measures.change(measure, body=kept.used())

    def _move(self, measure: Measure, _holder: QWidget) -> None:
        other = Aim.CULTURE if measure.aim is Aim.RESULTS else Aim.RESULTS
        self.services.measures.change(measure, aim=other)
        self.said.emit(
            self.tr("Moved."), partial(self.services.measures.change, measure, aim=measure.aim)
        )

    def _remove(self, measure: Measure, _holder: QWidget) -> None:
        self.services.measures.remove(measure.id or 0)
        self.said.emit(
            self.tr("Taken off the list."), partial(self.services.measures.put_back, measure)
        )
