"""Arrive: what stays here, which version of the guide, and how one comes in."""

from PySide6.QtWidgets import QCheckBox, QWidget

from journal_app.domain.step import Mode
from journal_app.services.pace import MONTHLY, QUARTERLY
from journal_app.ui.guide.long_stretch import LongStretch
from journal_app.ui.guide.step import GuideServices, GuideStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import check_quietly
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField


class ArriveStep(GuideStep):
    """Chooses the version; a word for how one arrives and what the week had are optional."""

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, theme, parent)
        self.modes = ChipRow(
            theme,
            [
                (Mode.FULL, self.tr("The whole guide, about 12 minutes")),
                (Mode.SHORT, self.tr("Short, about 4")),
                (Mode.HARD, self.tr("A hard week, about 5")),
            ],
            name=self.tr("Version of the guide"),
        )
        words = (
            ("steady", self.tr("steady")),
            ("stretched", self.tr("stretched")),
            ("unsure", self.tr("unsure")),
            ("proud", self.tr("proud")),
            ("tired", self.tr("tired")),
            ("hopeful", self.tr("hopeful")),
        )
        self._known_words = {key for key, _ in words}
        self.words = ChipRow(theme, words, name=self.tr("How I arrive"))
        self.own_word = LineField(
            name=self.tr("How I arrive, in my own word"), placeholder=self.tr("or a word of mine")
        )
        self.chips = ChipRow(
            theme,
            [
                ("one-on-one", self.tr("a 1:1")),
                ("conflict", self.tr("a disagreement")),
                ("handed-over", self.tr("something handed over")),
                ("someone-new", self.tr("someone new")),
                ("someone-leaving", self.tr("someone leaving")),
                ("review", self.tr("a review")),
            ],
            multiple=True,
            name=self.tr("This week had"),
        )
        self.clean = QCheckBox(self.tr("Start clean, without the plans from before"))
        self.look = ChipRow(theme, [], name=self.tr("A longer look"), multiple=True)
        self._look_label = label(
            self.tr("If you like, there is time for a longer look today."), tone="muted"
        )
        self.stretch = LongStretch(theme, services)
        card = Card(theme)
        card.body.setSpacing(theme.px(12))
        card.body.addWidget(self.modes)
        for text, widget in (
            (self.tr("How do you arrive? One word, if you like."), self.words),
            ("", self.own_word),
            (self.tr("This week had…"), self.chips),
        ):
            if text:
                card.body.addWidget(label(text, tone="muted"))
            card.body.addWidget(widget)
        card.body.addWidget(self._look_label)
        card.body.addWidget(self.look)
        card.body.addWidget(self.clean)
        self.column.addWidget(card)
        self.column.addWidget(self.stretch)
        self.column.addWidget(
            label(
                self.tr("This stays on this laptop. Nothing leaves unless you export it."),
                tone="muted",
            )
        )
        for row in (self.modes, self.words, self.chips, self.look):
            row.changed.connect(self._write)
        self.own_word.edited.connect(self._write_own)
        self.clean.toggled.connect(self._write)

    def fill(self) -> None:
        """Show the version and words chosen; full is offered first."""
        draft = self.draft
        self.modes.choose([draft.mode or Mode.FULL])
        self.words.choose([draft.arrive_word])
        known = draft.arrive_word in self._known_words
        self.own_word.setText("" if known else draft.arrive_word)
        self.chips.choose(draft.chips)
        check_quietly(self.clean, draft.clean_start)
        self.clean.setVisible(self.services.pace.is_gap(draft, on=self.services.today()))
        self._offer_look()
        self.stretch.show_draft(draft)

    def first_field(self) -> QWidget:
        """The version, so that Enter alone goes on."""
        return self.modes.chips[self.modes.choice() or Mode.FULL]

    def _offer_look(self) -> None:
        """A month or a quarter, taken along unless one says no, and not asked again soon."""
        draft = self.draft
        page = next(iter(draft.pages_offered), "")
        texts = {
            MONTHLY: self.tr("With a look at the month, about 4 more"),
            QUARTERLY: self.tr("With a look at the quarter, about 8 more"),
        }
        self.look.set_options([(page, texts[page])] if page else [])
        self.look.choose(draft.pages)
        offered = bool(page) and draft.mode in {None, Mode.FULL}
        self.look.setVisible(offered)
        self._look_label.setVisible(offered)

    def _write(self) -> None:
        draft = self.draft
        draft.mode = Mode(self.modes.choice() or Mode.FULL)
        if not self.modes.choice():
            self.modes.choose([Mode.FULL])
        draft.arrive_word = self.words.choice()
        if draft.arrive_word:
            self.own_word.clear()
        draft.chips = self.chips.chosen()
        draft.clean_start = self.clean.isChecked()
        draft.pages = self.look.chosen()
        self._offer_look()
        self.stretch.show_draft(draft)
        self.edited.emit()

    def _write_own(self) -> None:
        if self.own_word.text().strip():
            self.words.choose([])
            self.draft.arrive_word = self.own_word.text()
            self.edited.emit()
