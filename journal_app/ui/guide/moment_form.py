"""Moment form: one step someone took, asked for one question at a time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from journal_app.domain.draft import MomentDraft
from journal_app.domain.moment import GrowthKind
from journal_app.domain.person import Person
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import check_quietly, icon_button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.writing_area import WritingArea


class MomentForm(Card):
    """Who and what I saw; once that has words: when, what it changed, what I make of it."""

    edited = Signal()
    removed = Signal()
    submitted = Signal()

    def __init__(
        self,
        theme: Theme,
        people: list[Person],
        moment: MomentDraft,
        *,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "surface", parent)
        self.moment = moment
        self._compact = compact
        self.body.setSpacing(theme.px(12))
        self.who = ChipRow(theme, [(str(p.id), p.name) for p in people], name=self.tr("About whom"))
        self.behaviour = WritingArea(theme, name=self.tr("What I saw or heard"), lines=2)
        self.behaviour.setObjectName("entryEditor")
        self.behaviour.setPlaceholderText(self.tr("What did you see or hear, as if on film?"))
        self.situation = LineField(
            name=self.tr("When and where"), placeholder=self.tr("When and where?")
        )
        self.impact = LineField(
            name=self.tr("What it changed"), placeholder=self.tr("What did it change?")
        )
        self.meaning = LineField(
            name=self.tr("What I make of it"),
            placeholder=self.tr("What do you make of it? (kept apart from what you saw)"),
        )
        self.growth = ChipRow(
            theme,
            [
                (GrowthKind.SKILL, self.tr("a skill")),
                (GrowthKind.CONFIDENCE, self.tr("confidence")),
                (GrowthKind.INDEPENDENCE, self.tr("independence")),
                (GrowthKind.HELPING, self.tr("helping others")),
                (GrowthKind.RECOVERING, self.tr("recovering")),
                (GrowthKind.SPEAKING_UP, self.tr("speaking up")),
            ],
            name=self.tr("Growing in"),
        )
        self.worry = QCheckBox(self.tr("This is a worry: keep it apart and let it fade"))
        self.note = label("", tone="muted")
        self.note.hide()
        self.remove_button = icon_button(theme, "x", self.tr("Take this moment away"))
        top = QHBoxLayout()
        top.addWidget(self.who, 1)
        top.addWidget(self.remove_button)
        self.body.addLayout(top)
        self.body.addWidget(self.behaviour)
        self._rest = [
            self.situation,
            self.impact,
            self.meaning,
            label(self.tr("Growing in…"), tone="muted"),
            self.growth,
            self.worry,
        ]
        for widget in self._rest:
            self.body.addWidget(widget)
        self.body.addWidget(self.note)
        self._fill()
        self.who.changed.connect(self._write)
        self.growth.changed.connect(self._write)
        self.worry.toggled.connect(self._write)
        self.behaviour.submitted.connect(self.submitted)
        self.remove_button.clicked.connect(self.removed)
        self.behaviour.edited.connect(self._write)
        for field in (self.situation, self.impact, self.meaning):
            field.edited.connect(self._write)
            field.submitted.connect(self.submitted)

    def show_note(self, text: str) -> None:
        """Say a quiet line under the form, or nothing."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _fill(self) -> None:
        moment = self.moment
        self.who.choose([str(moment.person_id)])
        self.behaviour.set_text(moment.behaviour)
        self.situation.setText(moment.situation)
        self.impact.setText(moment.impact)
        self.meaning.setText(moment.meaning)
        self.growth.choose([moment.growth])
        check_quietly(self.worry, moment.worry)
        self._unfold()

    def _write(self) -> None:
        moment = self.moment
        moment.person_id = int(self.who.choice()) if self.who.choice() else None
        moment.behaviour = self.behaviour.text()
        moment.situation = self.situation.text()
        moment.impact = self.impact.text()
        moment.meaning = self.meaning.text()
        moment.growth = GrowthKind(self.growth.choice()) if self.growth.choice() else None
        moment.worry = self.worry.isChecked()
        self._unfold()
        self.edited.emit()

    def _unfold(self) -> None:
        for widget in self._rest:
            widget.setVisible(self.moment.has_words and not self._compact)
