"""Place step: which of a skill's four sentences the last month was, and what shows it."""

from PySide6.QtWidgets import QWidget

from journal_app.domain.sentence import as_sentence
from journal_app.ui.guide.step import GuideServices, GuideStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.picks import SHOWN_AT_FIRST, PickList
from journal_app.ui.wording import near_day_text


class PlaceStep(GuideStep):
    """Places on a road, not marks: no number is shown, and without evidence it is a guess."""

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, theme, parent)
        self.skill = label("", strong=True)
        self.before = label("", tone="muted")
        self.sentences = PickList(theme, name=self.tr("The sentence for my last month"))
        self.evidence = PickList(theme, name=self.tr("What shows it"), multiple=True)
        self.note = LineField(
            name=self.tr("A line about this month"),
            placeholder=self.tr("One line about it, if you like"),
        )
        self.outside = LineField(
            name=self.tr("What someone else saw"),
            placeholder=self.tr("What has someone else seen or said? (if you like)"),
        )
        self.guess = label(self.tr("Without one of these it is a guess, and that is fine."))
        road = Card(theme)
        road.body.setSpacing(theme.px(12))
        road.body.addWidget(self.skill)
        road.body.addWidget(self.sentences)
        road.body.addWidget(self.before)
        self._shows = Card(theme, "sunken")
        self._shows.body.setSpacing(theme.px(10))
        self._shows.body.addWidget(label(self.tr("What shows it?"), strong=True))
        for widget in (self.evidence, self.outside, self.note, self.guess):
            self._shows.body.addWidget(widget)
        self.column.addWidget(road)
        self.column.addWidget(self._shows)
        self.sentences.changed.connect(self._write)
        self.evidence.changed.connect(self._write)
        for field in (self.outside, self.note):
            field.edited.connect(self._write)
            field.submitted.connect(self.advance_requested)

    def fill(self) -> None:
        """The four sentences of the focus skill, and evidence from each third of the time."""
        skill, today = self.services.skills.focus(), self.services.today()
        if skill is None:
            return
        placed = self.draft.placing
        self.skill.setText(f"{skill.name}: {skill.meaning}")
        self.sentences.set_options(
            [(str(n), sentence, "") for n, sentence in enumerate(skill.levels, start=1)]
        )
        self.sentences.choose([str(placed.level)])
        earlier = self.services.skills.placings(skill.id)
        self.before.setVisible(bool(earlier))
        if earlier:
            last = earlier[-1]
            said = self.tr("On %1 you chose: %2").replace(
                "%1", near_day_text(last.placed_on, today)
            )
            self.before.setText(said.replace("%2", skill.levels[last.level - 1]))
        offered = self.services.practice.offered(skill.id, on=today)
        self.evidence.set_options(
            [(e.ref, as_sentence(e.text), near_day_text(e.on, today)) for e in offered],
            most=SHOWN_AT_FIRST,
        )
        self.evidence.choose(placed.evidence)
        self.outside.setText(placed.outside)
        self.note.setText(placed.note)
        self._unfold()

    def first_field(self) -> QWidget:
        """The first sentence of the road."""
        return next(iter(self.sentences.buttons.values()), self)

    def _write(self) -> None:
        skill, placed = self.services.skills.focus(), self.draft.placing
        chosen = self.sentences.chosen()
        placed.level = int(chosen[0]) if chosen else 0
        placed.evidence = self.evidence.chosen()
        placed.outside, placed.note = self.outside.text(), self.note.text()
        self.draft.placing_skill = skill.id if skill is not None else None
        self._unfold()
        self.edited.emit()

    def _unfold(self) -> None:
        placed = self.draft.placing
        self._shows.setVisible(bool(placed.level))
        self.guess.setVisible(not placed.evidence and not placed.outside.strip())
