"""What I hold about someone: everything on one page, and the three ways to leave."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.domain.errors import JournalError
from journal_app.domain.mention import Choice, Mention
from journal_app.domain.share import Audience
from journal_app.services.erasing import ErasingService, Held
from journal_app.services.keeping import KeepingService
from journal_app.services.shared import SharedService
from journal_app.ui.settings.section import row_of
from journal_app.ui.theme import Theme
from journal_app.ui.trouble import in_words
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.wording import day_text, fill, kind_text

_SHOWN = 60


class HeldPage(QWidget):
    """Shows first, asks second, and says before each act that it cannot be undone."""

    back_requested = Signal(int)
    said = Signal(str, object)
    erased = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        erasing: ErasingService,
        keeping: KeepingService,
        shared: SharedService,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._erasing, self._keeping = theme, erasing, keeping
        self._shared, self._today = shared, today
        self._held: Held | None = None
        self._person_id = 0
        self.choices: dict[str, ChipRow] = {}
        self.header = PageHeader(theme, "")
        self.back_button = button(self.tr("← &Back"), "text", name=self.tr("Back to the person"))
        self.column = PageColumn(theme)
        self.column.body.addLayout(row_of(self.back_button))
        self.column.body.addWidget(self.header)
        self._parts: list[QWidget] = []
        self.column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.back_button.clicked.connect(lambda: self.back_requested.emit(self._person_id))

    def show_person(self, person_id: int) -> None:
        """Show what is held about this person now."""
        self._person_id = person_id
        self._held = self._erasing.held(person_id)
        title = self.tr("What I hold about %1").replace("%1", self._held.person.name)
        self.header.say(title)
        self._clear()
        self._add(self._ways_card())
        self._add(self._items_card(self._held))
        if self._held.mentions:
            self._add(self._mentions_card(self._held.mentions))
        self.column.verticalScrollBar().setValue(0)

    # --- what is held ---

    def _items_card(self, held: Held) -> Card:
        card = Card(self._theme)
        card.body.addWidget(label(self.tr("Written about them"), size=18, strong=True))
        person = held.person
        notes = {
            self.tr("Strengths"): person.card.strengths,
            self.tr("Hopes"): person.card.hopes,
            self.tr("What gives energy"): person.card.energy,
            self.tr("How they like to be thanked"): person.card.thanks,
        }
        for title, note in notes.items():
            if note.text:
                card.body.addWidget(label(title, size=12, tone="muted"))
                card.body.addWidget(words(note.text, size=16))
        for item in held.items[:_SHOWN]:
            card.body.addSpacing(self._theme.px(8))
            card.body.addWidget(
                label(f"{day_text(item.on)} · {kind_text(item.kind)}", size=12, tone="muted")
            )
            card.body.addWidget(words(item.body or item.title, size=16))
        rest = len(held.items) - _SHOWN
        if rest > 0:
            more = self.tr("and %Ln earlier, all in the journal", "", rest)
            card.body.addWidget(label(more, tone="muted"))
        if held.begun:
            card.body.addSpacing(self._theme.px(8))
            card.body.addWidget(label(self.tr("Begun, not finished"), size=12, tone="muted"))
        for text in held.begun:
            card.body.addWidget(words(text, size=16))
        if not held.items and not held.begun:
            card.body.addWidget(label(self.tr("Nothing yet."), tone="muted"))
        return card

    def _mentions_card(self, mentions: list[Mention]) -> Card:
        card = Card(self._theme)
        title = self.tr("Named in what you wrote about others and yourself")
        card.body.addWidget(label(title, size=18, strong=True))
        seen = set()
        for mention in mentions:
            if mention.key not in seen:
                seen.add(mention.key)
                card.body.addWidget(words(mention.sentence.strip(), size=16))
        return card

    # --- the ways to leave ---

    def _ways_card(self) -> Card:
        card = Card(self._theme, "sunken")
        text = self.tr(
            "If they left, or asked: take away who it was and keep what you learnt, or erase it"
            " all. Both are shown to you first, and neither can be undone."
        )
        card.body.addWidget(label(text))
        self._add_what_left(card)
        self.anonymise_button = button(self.tr("Take &away who it was…"))
        self.erase_button = button(self.tr("&Erase everything about them…"), "danger")
        self.later_button = button(self.tr("Ask me in &thirty days"), "text")
        row = row_of(self.anonymise_button, self.erase_button, self.later_button)
        card.body.addLayout(row)
        self.anonymise_button.clicked.connect(self._show_anonymised)
        self.erase_button.clicked.connect(self._show_erasing)
        self.later_button.clicked.connect(self._later)
        return card

    def _add_what_left(self, card: Card) -> None:
        """One calm line on packs that told of them, where there are any."""
        told = self._shared.that_told_of(self._person_id)
        if not told:
            return
        newest, oldest = told[0], told[-1]
        if newest is oldest or newest.shared_on == oldest.shared_on:
            said = {
                Audience.MENTOR: self.tr(
                    "What you shared with your mentor on %1 told of them too; that copy cannot be"
                    " called back."
                ),
                Audience.COACH: self.tr(
                    "What you shared with a coach on %1 told of them too; that copy cannot be"
                    " called back."
                ),
                Audience.MANAGER: self.tr(
                    "What you shared with your own manager on %1 told of them too; that copy cannot"
                    " be called back."
                ),
                Audience.MYSELF: self.tr(
                    "What you saved for yourself on %1 told of them too; that copy cannot be called"
                    " back from here."
                ),
                Audience.THEM: self.tr(
                    "What you saved to hand to them on %1 cannot be called back from here."
                ),
            }[newest.audience]
        else:
            said = self.tr(
                "What you shared between %2 and %1 told of them too; those copies cannot be called"
                " back."
            )
        days = (day_text(newest.shared_on), day_text(oldest.shared_on))
        card.body.addWidget(label(fill(said, *days), tone="muted"))

    def _show_anonymised(self) -> None:
        card = Card(self._theme, "preview")
        card.body.addWidget(label(self.tr("How it would read"), size=18, strong=True))
        text = self.tr(
            "The name and the card go, worries go, days become months. This is as far as a program"
            " can: a story may still tell who it is about."
        )
        card.body.addWidget(label(text, tone="muted"))
        self._add_what_left(card)
        for change in self._erasing.anonymised(self._person_id)[:_SHOWN]:
            card.body.addSpacing(self._theme.px(8))
            card.body.addWidget(label(change.before.body.strip(), size=12, tone="muted"))
            card.body.addWidget(words(change.after.strip(), size=16))
        self.anonymise_now = button(self.tr("Do it now, for &good"), "danger")
        self.anonymise_now.clicked.connect(self._anonymise)
        card.body.addLayout(row_of(self.anonymise_now, self._back_to_list()))
        self._replace_by(card)

    def _show_erasing(self) -> None:
        card = Card(self._theme)
        card.body.addWidget(label(self.tr("Erase everything about them"), size=18, strong=True))
        text = self.tr(
            "It cannot be undone, not even from a backup: one fresh backup takes the place of all"
            " earlier ones. Copies you exported, or that others made, are out of reach."
        )
        card.body.addWidget(label(text))
        self._add_what_left(card)
        self.choices = {}
        mentions = self._held.mentions if self._held else []
        if mentions:
            asked = self.tr("These sentences stand in texts about others. What becomes of each?")
            card.body.addWidget(label(asked, strong=True))
        for mention in mentions:
            if mention.key not in self.choices:
                chips = ChipRow(
                    self._theme,
                    [
                        (Choice.MASK, self.tr("say “someone”")),
                        (Choice.REMOVE, self.tr("take the sentence out")),
                        (Choice.KEEP, self.tr("keep it")),
                    ],
                    name=mention.key,
                )
                chips.choose([Choice.MASK])
                self.choices[mention.key] = chips
                card.body.addSpacing(self._theme.px(8))
                card.body.addWidget(words(mention.key, size=16))
                card.body.addWidget(chips)
        self.problem = label("", tone="danger")
        self.problem.hide()
        self.erase_now = button(self.tr("Erase, for &good"), "danger")
        self.erase_now.clicked.connect(self._erase)
        card.body.addWidget(self.problem)
        card.body.addLayout(row_of(self.erase_now, self._back_to_list()))
        self._replace_by(card)

    def _back_to_list(self) -> QWidget:
        leave = button(self.tr("&Leave it as it is"), "text")
        leave.clicked.connect(lambda: self.show_person(self._person_id))
        return leave

    def _anonymise(self) -> None:
        try:
            self._erasing.anonymise_person(self._person_id)
        except JournalError as error:
            self.said.emit(in_words(error), None)
        self._end(self.tr("They are a former colleague now."))

    def _erase(self) -> None:
        chosen = {key: Choice(row.choice() or Choice.MASK) for key, row in self.choices.items()}
        try:
            self._erasing.erase_person(self._person_id, chosen)
        except JournalError as error:
            self.problem.setText(in_words(error))
            self.problem.show()
            return
        self._end(self.tr("Erased from this journal and its own backups."))

    def _later(self) -> None:
        self._keeping.decide_later(self._person_id, today=self._today())
        self.said.emit(self.tr("I will ask again in thirty days."), None)
        self.back_requested.emit(self._person_id)

    def _end(self, text: str) -> None:
        self._clear()
        self._held = None
        self.erased.emit()
        self.said.emit(text, None)

    def _replace_by(self, card: Card) -> None:
        self._clear()
        self._add(card)
        self.column.verticalScrollBar().setValue(0)

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self.column.body.insertWidget(self.column.body.count() - 1, part)

    def _clear(self) -> None:
        for part in self._parts:
            self.column.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.choices = [], {}
