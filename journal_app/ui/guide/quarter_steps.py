"""Quarter steps: one person's line, what counts, what to keep, and one's own joy, each to read."""

from datetime import timedelta

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.intention import Aim
from journal_app.domain.recency import from_each_third
from journal_app.domain.worry import Worry
from journal_app.services.growth import GrowthPoint
from journal_app.ui.guide.words_step import WordsStep
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.growth_line import GrowthLine, LinePoint
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.vine import Mark
from journal_app.ui.wording import near_day_text

QUARTER = timedelta(days=91)


class QuarterPeopleStep(WordsStep):
    """T14: one step from each part of the quarter first; the whole line when asked for."""

    def beside(self) -> list[QWidget]:
        """Whom to read, and their line."""
        people = self.people()
        if not people:
            return []
        card = Card(self.theme)
        self.who = ChipRow(
            self.theme, [(str(p.id), p.name) for p in people], name=self.tr("Whose line to read")
        )
        self.line = GrowthLine(self.theme)
        self.none = label(self.tr("No step is written in these three months."), tone="muted")
        self.whole = button(self.tr("The &whole line"), "text")
        for part in (self.who, self.line, self.none, self.whole):
            card.body.addWidget(part)
        self.who.choose([str(people[0].id)])
        self.who.changed.connect(lambda: self._show(whole=False))
        self.whole.clicked.connect(lambda: self._show(whole=True))
        self._show(whole=False)
        return [card]

    def _show(self, *, whole: bool) -> None:
        if not self.who.choice():
            self.who.choose([str(self.people()[0].id)])
        points, today = self.services.growth.line(int(self.who.choice())), self.services.today()
        few = from_each_third(points, today - QUARTER, today, day=lambda point: point.on)
        shown = points if whole else few
        self.line.show_points([self._point(point) for point in shown])
        self.line.setVisible(bool(shown))
        self.none.setVisible(not shown)
        self.whole.setVisible(len(shown) < len(points))

    def _point(self, point: GrowthPoint) -> LinePoint:
        mark = Mark.BLOSSOM if point.celebration is not None else Mark.LEAF
        day = near_day_text(point.on, self.services.today())
        return LinePoint(on=point.on, day=day, text=point.text, mark=mark)


class MeasuresStep(WordsStep):
    """What one is measured on, results and culture side by side, to add to."""

    def beside(self) -> list[QWidget]:
        """Both columns, the same in size and colour, and a line to add."""
        card = Card(self.theme)
        columns = QHBoxLayout()
        columns.setSpacing(self.theme.px(24))
        measures = self.services.measures.all()
        for aim, title in ((Aim.RESULTS, self.tr("Results")), (Aim.CULTURE, self.tr("Culture"))):
            column = QVBoxLayout()
            column.addWidget(label(title, tone="muted", strong=True))
            for measure in (m for m in measures if m.aim is aim):
                column.addWidget(words(measure.body, size=16))
            column.addStretch(1)
            columns.addLayout(column, 1)
        card.body.addLayout(columns)
        self.added = LineField(
            name=self.tr("Something that counts here"),
            placeholder=self.tr("Something that counts where you work…"),
        )
        self.aims = ChipRow(
            self.theme,
            [(Aim.RESULTS, self.tr("about results")), (Aim.CULTURE, self.tr("about culture"))],
            name=self.tr("Which side it belongs to"),
        )
        card.body.addWidget(self.added)
        card.body.addWidget(self.aims)
        self.aims.changed.connect(self._add)
        self.added.submitted.connect(self.advance_requested)
        return [card]

    def _add(self) -> None:
        if self.added.text().strip() and self.aims.choice():
            aim = Aim(self.aims.choice())
            self.services.measures.add(self.added.text(), aim, on=self.services.today())
            self.renew()
            self.added.setFocus()


class KeepStep(WordsStep):
    """What waits for a decision about keeping it; nothing goes without the leader's word here."""

    def beside(self) -> list[QWidget]:
        """Each worry that asks, and each person who left."""
        kept = self.services.keeping.review(self.services.today())
        card = Card(self.theme, "sunken")
        card.body.setSpacing(self.theme.px(12))
        for worry in kept.worries:
            card.body.addWidget(self._worry(worry))
        for person in kept.leaving:
            text = self.tr(
                "%1 left. What you wrote about them waits for your decision in Settings."
            )
            card.body.addWidget(label(text.replace("%1", person.name)))
        if not kept.worries and not kept.leaving:
            card.body.addWidget(
                label(self.tr("Nothing asks to be decided. What you keep here still helps."))
            )
        return [card]

    def _worry(self, worry: Worry) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        asks = self.tr("A worry about %1: is it still true?")
        column.addWidget(
            label(asks.replace("%1", self.name_of(worry.person_id)), tone="muted", strong=True)
        )
        column.addWidget(words(worry.body, size=16))
        acts = QHBoxLayout()
        keep = button(self.tr("Keep it four more weeks"), "text")
        drop = button(self.tr("Let it go"), "text")
        keep.clicked.connect(lambda: self._keep(worry))
        drop.clicked.connect(lambda: self._drop(worry))
        for act in (keep, drop):
            acts.addWidget(act)
        acts.addStretch(1)
        column.addLayout(acts)
        return part

    def _keep(self, worry: Worry) -> None:
        self.services.keeping.keep_worry(worry, on=self.services.today())
        self.renew()

    def _drop(self, worry: Worry) -> None:
        self.services.keeping.let_worry_go(worry)
        self.renew()


class JoyStep(WordsStep):
    """Moments one was glad to lead, one from each part of the quarter."""

    def beside(self) -> list[QWidget]:
        """The leader's own words, shown back to them."""
        today = self.services.today()
        joys = from_each_third(
            self.services.leading.joys(), today - QUARTER, today, day=lambda joy: joy.on
        )
        if not joys:
            return []
        card = Card(self.theme, "joy")
        card.body.setSpacing(self.theme.px(10))
        card.body.addWidget(label(self.tr("You were glad to lead"), tone="joy", strong=True))
        for joy in joys:
            card.body.addWidget(words(joy.text, size=18))
            card.body.addWidget(label(near_day_text(joy.on, today), size=12, tone="muted"))
        return [card]
