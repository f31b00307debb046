"""Growth view: one person's line near or far, with what the leader planned for them beside it."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.celebration import Celebration, Delivery
from journal_app.domain.intention import Intention
from journal_app.domain.person import Person
from journal_app.domain.promise import Promise, PromiseState
from journal_app.domain.season import Season
from journal_app.domain.sentence import as_sentence
from journal_app.services.celebrations import CelebrationService
from journal_app.services.growth import GrowthPoint
from journal_app.services.keepsakes import KeepsakeService
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.jobs import Jobs
from journal_app.ui.person.line_keeper import LineKeeper
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, check_quietly, icon_button
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.growth_line import GrowthLine, LinePoint
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.seasons_line import SeasonRow, SeasonsLine
from journal_app.ui.widgets.vine import Mark
from journal_app.ui.wording import (
    ending_text,
    growth_text,
    months_text,
    near_day_text,
    plan_text,
    promise_text,
)

WHOLE = 40  # more points than these are first shown from afar, season by season
_MOST_MARKS = 5


class Near(StrEnum):
    """How near one looks."""

    ALL = "all"
    YEAR = "year"
    SEASON = "season"


class GrowthView(QWidget):
    """Shows the line of one person at a time; asks the page for what leads elsewhere."""

    said = Signal(str, object)
    card_requested = Signal(int)
    week_requested = Signal(int)

    def __init__(
        self,
        theme: Theme,
        *,
        celebrations: CelebrationService,
        jobs: Jobs,
        files: FileChooser,
        today: Callable[[], date],
        keepsakes: KeepsakeService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._celebrations, self._today = theme, celebrations, today
        self._points: list[GrowthPoint] = []
        self._plans: list[LinePoint] = []
        self._person: Person | None = None
        self._season = Season.of(today())
        self.near = ChipRow(
            theme,
            [
                (Near.ALL, self.tr("From the beginning")),
                (Near.YEAR, self.tr("A year")),
                (Near.SEASON, self.tr("Three months")),
            ],
            name=self.tr("How near to look"),
        )
        self.plans_chip = button(self.tr("My &plans and promises"), "chip")
        self.plans_chip.setCheckable(True)
        self.earlier_button = icon_button(theme, "chevron-left", self.tr("Earlier months"))
        self.later_button = icon_button(theme, "chevron-right", self.tr("Later months"))
        self.period = label("", tone="muted")
        self.nothing = words("")
        self.line = GrowthLine(theme)
        self.seasons = SeasonsLine(theme)
        self.keeper = LineKeeper(
            theme, points=self.shown, keepsakes=keepsakes, jobs=jobs, files=files, today=today
        )
        self._build()
        self.near.changed.connect(self._look)
        self.plans_chip.toggled.connect(self._show)
        self.earlier_button.clicked.connect(lambda: self._walk(-1))
        self.later_button.clicked.connect(lambda: self._walk(1))
        self.seasons.chosen.connect(self.look_at)
        self.line.asked.connect(self._act)
        self.keeper.said.connect(self.said)

    def shown(self) -> list[LinePoint]:
        """What one looks at, all of it: from afar, every sentence of every season."""
        near = self._near()
        return [self._point(p) for p in self._points if self._holds(near, p.on)]

    def begin(self) -> None:
        """Look from the beginning again, for another person."""
        self.near.choose([Near.ALL])
        check_quietly(self.plans_chip, on=False)

    def show_growth(
        self,
        person: Person,
        points: Sequence[GrowthPoint],
        plans: Sequence[Intention],
        promises: Sequence[Promise],
    ) -> None:
        """Show this growth; of plans and promises those that have ended stand on the line."""
        self._points = list(points)
        self._person = person
        self._plans = [self._plan(p) for p in plans if p.ending is not None] + [
            self._promise(p) for p in promises if p.state is not PromiseState.OPEN
        ]
        self.plans_chip.setVisible(bool(self._plans))
        self.near.setVisible(len({Season.of(p.on) for p in points}) > 1)
        self._show()

    def look_at(self, season: Season) -> None:
        """Come near to one season."""
        self._season = season
        self.near.choose([Near.SEASON])
        self._show()

    # --- building ---

    def _build(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.near, 1)
        above.addWidget(self.plans_chip)
        walk = QHBoxLayout()
        walk.addWidget(self.earlier_button)
        walk.addWidget(self.period, 1)
        walk.addWidget(self.later_button)
        self._walk_row = QWidget()
        walk.setContentsMargins(0, 0, 0, 0)
        self._walk_row.setLayout(walk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(above)
        column.addWidget(self._walk_row)
        column.addWidget(self.nothing)
        column.addWidget(self.line)
        column.addWidget(self.seasons)
        column.addWidget(self.keeper)

    # --- what is shown ---

    def _show(self) -> None:
        near = self._near()
        points = [p for p in self._points if self._holds(near, p.on)]
        far = near is Near.ALL and len(self._points) > WHOLE
        self._walk_row.setVisible(near is not Near.ALL)
        self.period.setText(self._period_text(near))
        self.nothing.setVisible(not points)
        self.nothing.setText(
            self.tr("Nothing was written of these months.")
            if self._points
            else self.tr("The steps you see them take will grow here, the oldest at the top.")
        )
        if far:
            self.seasons.show_rows(self._rows())
            self.line.show_points([])
        else:
            beside = self._plans if self.plans_chip.isChecked() else []
            shown = [self._point(p) for p in points]
            shown += [p for p in beside if self._holds(near, p.on)]
            self.line.show_points(sorted(shown, key=lambda p: p.on))
        self.seasons.setVisible(far)
        self.line.setVisible(not far and bool(self.line.points))
        self.plans_chip.setEnabled(not far)
        self.keeper.setVisible(bool(points))
        self.keeper.set_line(self._person, len(points))
        first, last = self._ends()
        begins, ends = self._months(near)
        self.earlier_button.setEnabled(begins > first)
        self.later_button.setEnabled(ends < last)

    def _near(self) -> Near:
        chosen = Near(self.near.choice() or Near.ALL)
        return chosen if self.near.isVisibleTo(self) else Near.ALL

    def _ends(self) -> tuple[Season, Season]:
        days = [p.on for p in self._points] or [self._today()]
        return Season.of(min(days)), Season.of(max(days))

    def _months(self, near: Near) -> tuple[Season, Season]:
        """The first and the last season of what is looked at."""
        first = self._season
        if near is Near.YEAR:
            first = first.previous().previous().previous()
        return first, self._season

    def _holds(self, near: Near, day: date) -> bool:
        first, last = self._months(near)
        return near is Near.ALL or first.start <= day <= last.end

    def _period_text(self, near: Near) -> str:
        first, last = self._months(near)
        return months_text(first.start, last.end)

    def _look(self) -> None:
        if not self.near.choice():
            self.near.choose([Near.ALL])
        self._season = self._ends()[1]
        self._show()

    def _walk(self, way: int) -> None:
        self._season = self._season.next() if way > 0 else self._season.previous()
        self._show()

    def _rows(self) -> list[SeasonRow]:
        seasons: dict[Season, list[GrowthPoint]] = {}
        for point in self._points:
            seasons.setdefault(Season.of(point.on), []).append(point)
        rows = []
        for season, points in seasons.items():
            told = next((p for p in points if _blooms(p)), points[-1])
            marks = [Mark.BLOSSOM if _blooms(p) else Mark.LEAF for p in points]
            rows.append(SeasonRow(season, told.text, tuple(_thinned(marks))))
        return rows

    def _point(self, point: GrowthPoint) -> LinePoint:
        given, moment = point.celebration, point.moment
        kind = note = growth_text(moment.growth) if moment is not None else ""
        ref, acts = "", []
        week = given.reflection_id if given is not None else None
        if moment is not None:
            ref, week = f"moment:{moment.id}", moment.reflection_id
        if given is not None:
            ref = f"celebration:{given.id}"
            acts.append(("card", self.tr("Make a card of it")))
            note = self.tr("Celebrated")
            if given.given_on is not None:
                note = self.tr("Celebrated and told them. %1").replace("%1", given.landed).strip()
        elif moment is not None:
            acts.append(("celebrate", self.tr("Celebrate it")))
        if week is not None:
            acts.append((f"week:{week}", self.tr("Read that week")))
        return LinePoint(
            point.on,
            near_day_text(point.on, self._today()),
            point.text,
            note,
            Mark.BLOSSOM if _blooms(point) else Mark.LEAF,
            ref,
            tuple(acts),
            kind,
        )

    def _plan(self, plan: Intention) -> LinePoint:
        on = plan.ended_on or plan.week_start
        ended = f"{ending_text(plan.ending)} {plan.ending_note.strip()}".strip()
        text = as_sentence(plan_text(plan.cue, plan.act))
        day = near_day_text(on, self._today())
        return LinePoint(on, day, text, self.tr("My plan. %1").replace("%1", ended), Mark.BUD)

    def _promise(self, promise: Promise) -> LinePoint:
        on = promise.closed_on or promise.made_on
        ended = f"{promise_text(promise.state)} {promise.note.strip()}".strip()
        note = self.tr("I promised. %1").replace("%1", ended)
        day = near_day_text(on, self._today())
        return LinePoint(on, day, as_sentence(promise.body), note, Mark.BUD)

    # --- what one can do with a sentence ---

    def _act(self, ref: str, key: str) -> None:
        number = int(ref.rpartition(":")[2] or 0)
        if key == "celebrate":
            self._celebrate(number)
        elif key == "card":
            self.card_requested.emit(number)
        elif key.startswith("week:"):
            self.week_requested.emit(int(key.partition(":")[2]))

    def _celebrate(self, moment_id: int) -> None:
        moment = next(
            p.moment for p in self._points if p.moment is not None and p.moment.id == moment_id
        )
        made = self._celebrations.celebrate(
            Celebration(
                person_id=moment.person_id,
                happened_on=moment.happened_on,
                situation=moment.situation,
                behaviour=moment.behaviour,
                impact=moment.impact,
                delivery=Delivery.PRIVATE,
                moment_id=moment.id,
            )
        )
        number = made.id or 0
        self.said.emit(
            self.tr("Celebrated, for you alone so far. It hangs on the wall."),
            lambda: self._celebrations.take_back(number),
        )


def _blooms(point: GrowthPoint) -> bool:
    kind = point.entry.kind if point.entry is not None else ""
    return point.celebration is not None or kind == "celebration"


def _thinned(marks: Sequence[Mark]) -> list[Mark]:
    """A season's drawing has room for a few; its flowers are kept first, each in its turn."""
    kept = list(marks)
    while len(kept) > _MOST_MARKS:
        kept.pop(kept.index(Mark.LEAF) if Mark.LEAF in kept else -1)
    return kept
