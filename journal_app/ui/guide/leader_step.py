"""Leader me: which hat, one thing not known yet, and what an experiment taught."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from journal_app.domain.reflection import Hat
from journal_app.domain.step import Mode
from journal_app.ui.guide.step import GuideServices, GuideStep
from journal_app.ui.icons import pixmap
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.writing_area import WritingArea


class LeaderStep(GuideStep):
    """The hat in words, the doubt under its lock, and the focus skill's experiments."""

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, theme, parent)
        self.doubt = WritingArea(theme, name=self.tr("What I don't know how to do yet"), lines=2)
        self.doubt.setObjectName("doubt")
        self.doubt.setPlaceholderText(self.tr("Plain words. They stay under the lock."))
        self.hat = ChipRow(
            theme,
            [
                (Hat.EXPERT, self.tr("mostly the expert")),
                (Hat.BOTH, self.tr("both")),
                (Hat.LEADER, self.tr("mostly the leader")),
            ],
            name=self.tr("Which hat this week"),
        )
        self.focus = QComboBox()
        self.focus.setAccessibleName(self.tr("My focus skill"))
        self.experiments = ChipRow(theme, [], name=self.tr("The experiment I tried"))
        self.taught = LineField(
            name=self.tr("What it taught me"), placeholder=self.tr("What did it teach you?")
        )
        self.column.addWidget(self._doubt_card())
        self.column.addWidget(self._hat_card())
        self.column.addWidget(self._focus_card())
        self.doubt.edited.connect(self._write)
        self.doubt.submitted.connect(self.advance_requested)
        self.hat.changed.connect(self._write)
        self.experiments.changed.connect(self._write)
        self.taught.edited.connect(self._write)
        self.taught.submitted.connect(self.advance_requested)
        self.focus.activated.connect(self._choose_focus)
        theme.changed.connect(self._dress)

    def fill(self) -> None:
        """Show the words so far and the focus skill."""
        draft = self.draft
        self.doubt.set_text(draft.doubt)
        self.hat.choose([draft.hat])
        self.focus.clear()
        self.focus.addItem(self.tr("No focus skill for now"), None)
        for skill in self.services.skills.all():
            self.focus.addItem(skill.name, skill.id)
        focus = self.services.skills.focus()
        self.focus.setCurrentIndex(max(0, self.focus.findData(focus.id if focus else None)))
        self.taught.setText(draft.experiment_taught)
        self._offer_experiments()

    def first_field(self) -> QWidget:
        """The doubt."""
        return self.doubt

    def _doubt_card(self) -> Card:
        card = Card(self.theme, "doubt")
        self._lock = QLabel()
        row = QHBoxLayout()
        row.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(self.tr("Never exported unless you add it yourself"), tone="doubt"), 1)
        card.body.addWidget(self.doubt)
        card.body.addLayout(row)
        self._dress()
        return card

    def _hat_card(self) -> Card:
        card = Card(self.theme)
        card.body.addWidget(label(self.tr("Which hat did you mostly wear?"), strong=True))
        card.body.addWidget(
            label(self.tr("Expert and leader are two crafts. Both are yours."), tone="muted")
        )
        card.body.addWidget(self.hat)
        return card

    def _focus_card(self) -> Card:
        card = Card(self.theme)
        card.body.setSpacing(self.theme.px(12))
        card.body.addWidget(label(self.tr("The skill you practise these weeks"), strong=True))
        for widget in (self.focus, self.experiments, self.taught):
            card.body.addWidget(widget)
        return card

    def _dress(self) -> None:
        self._lock.setPixmap(pixmap(self.theme, "lock-keyhole", "doubt", 16))

    def _choose_focus(self) -> None:
        self.services.skills.choose_focus(self.focus.currentData(), on=self.services.today())
        self.draft.experiment = ""
        self._offer_experiments()

    def _offer_experiments(self) -> None:
        skill = self.services.skills.focus()
        quiet = skill is None or self.draft.mode is Mode.HARD
        offered = [] if skill is None else [(e.id, e.text) for e in skill.experiments]
        self.experiments.set_options(offered)
        by_text = {text: key for key, text in offered}
        self.experiments.choose([by_text.get(self.draft.experiment)])
        self.experiments.setVisible(not quiet)
        self.taught.setVisible(not quiet and bool(self.draft.experiment))

    def _write(self) -> None:
        draft = self.draft
        draft.doubt = self.doubt.text()
        draft.hat = Hat(self.hat.choice()) if self.hat.choice() else None
        skill = self.services.skills.focus()
        if skill is not None:
            tried = {e.id: e.text for e in skill.experiments}
            draft.experiment_skill = skill.id
            draft.experiment = tried.get(self.experiments.choice(), "")
            draft.experiment_taught = self.taught.text()
            self.taught.setVisible(bool(draft.experiment))
        self.edited.emit()
