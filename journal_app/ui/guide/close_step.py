"""Close: the week on one page, and what next week opens on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.domain.celebration import celebration_note
from journal_app.domain.sentence import scene
from journal_app.ui.guide.step import GuideServices, GuideStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.drawing import Drawing
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.plan_calendar import CalendarOffer
from journal_app.ui.wording import growing_text, plan_text


class CloseStep(GuideStep):
    """One step noticed, one celebration, one thing being learned, the plan."""

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, theme, parent)
        self._cards: list[QWidget] = []
        self.quiet = label(
            self.tr("Nothing written this time, and that is fine. Done closes the week."),
            size=18,
            serif=True,
        )
        self.see_you = label(
            self.tr("See you next week; the page will open on your plan."), tone="muted"
        )
        self.column.addWidget(self.quiet)
        self.column.addWidget(self.see_you)

    def fill(self) -> None:
        """Show what the draft holds, each in its tone."""
        for card in self._cards:
            self.column.removeWidget(card)
            card.deleteLater()
        self._cards = []
        draft = self.draft
        for moment in draft.moments:
            if moment.has_words and not moment.worry:
                title = self.tr("A step you noticed")
                text = scene(moment.situation, moment.behaviour, moment.impact)
                self._card("growth", "growth", "sprout", title, text)
                break
        built = draft.celebration
        if built.has_words:
            note = celebration_note(
                name="",
                situation=built.situation,
                behaviour=built.behaviour,
                impact=built.impact,
                growing_in=built.growing_in,
                growing=growing_text(),
            )
            self._card("joy", "joy_ink", "party-popper", self.tr("A celebration"), note)
        if draft.doubt.strip():
            # The words themselves stay on their own page.
            learning = self.tr("Kept under its lock on My growth.")
            self._card(
                "doubt", "doubt", "lock-keyhole", self.tr("A thing you are learning"), learning
            )
        for plan in draft.intentions:
            if plan.has_words:
                text = plan_text(plan.cue, plan.act or plan.good_looks_like)
                self._card("preview", "preview", "telescope", self.tr("Your plan"), text)
        self._offer_calendar()
        self.quiet.setVisible(not draft.has_anything)
        self.see_you.setVisible(any(plan.has_words for plan in draft.intentions))

    def _offer_calendar(self) -> None:
        calendar = self.services.calendar
        if calendar is not None and any(plan.has_words for plan in self.draft.intentions):
            offer = CalendarOffer(calendar, self.week.next().start)
            self._cards.append(offer)
            self.column.insertWidget(self.column.count() - 1, offer)

    def _card(self, tone: str, ink: str, icon: str, title: str, text: str) -> None:
        card = Card(self.theme, tone, pad=20)
        mark = Drawing(self.theme, icon, ink, 18)
        row = QHBoxLayout()
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(title, tone=ink.removesuffix("_ink"), strong=True), 1)
        card.body.addLayout(row)
        card.body.addWidget(words(text))
        self._cards.append(card)
        self.column.insertWidget(self.column.count() - 1, card)
