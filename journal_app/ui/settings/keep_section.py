"""What is kept, and for how long: worries that ask, people who left, and the hold."""

from PySide6.QtWidgets import QWidget

from journal_app.ui.settings.section import Section, row_of, switch
from journal_app.ui.settings.services import SafetyServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.wording import day_text


class KeepSection(Section):
    """The quarterly look; reading it is enough."""

    def __init__(
        self, theme: Theme, services: SafetyServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        self._shown: list[QWidget] = []
        self.refresh()

    def refresh(self) -> None:
        """Show what waits for a decision now."""
        for card in self._shown:
            self.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        keeping, today = self.services.keeping, self.services.today()
        review = keeping.review(today)
        kept = self.card(
            self.tr("What stays"),
            self.tr(
                "Growth, celebrations, plans and your own writing stay until you erase them."
                " Worries ask after eight weeks and go four weeks later. Backups go in turn: ten"
                " days, ten weeks, ten months."
            ),
        )
        self._shown = [kept]
        for worry in review.worries:
            card = self.card(self.tr("Is this still true?"), tone="sunken")
            card.body.addWidget(words(worry.body, size=16))
            goes_on = keeping.goes_on(worry)
            if goes_on is not None:
                text = self.tr("Unanswered, it goes on %1.").replace("%1", day_text(goes_on))
                card.body.addWidget(label(text, size=12, tone="muted"))
            keep = button(self.tr("Keep it four weeks"), "chip")
            let_go = button(self.tr("Let it go"), "chip")
            keep.clicked.connect(lambda _on=False, w=worry: self._keep(w))
            let_go.clicked.connect(lambda _on=False, w=worry: self._let_go(w))
            card.body.addLayout(row_of(keep, let_go))
            self._shown.append(card)
        for person in review.leaving:
            title = self.tr("%1 left the team").replace("%1", person.name)
            card = self.card(title, self.tr("What becomes of what you wrote?"), tone="sunken")
            decide = button(self.tr("Decide"), "chip", name=title)
            decide.clicked.connect(
                lambda _on=False, number=person.id: self.person_requested.emit(number)
            )
            card.body.addLayout(row_of(decide))
            self._shown.append(card)
        self._shown.append(self._hold_card())

    def _hold_card(self) -> QWidget:
        keeping = self.services.keeping
        card = self.card(
            self.tr("Hold"),
            self.tr(
                "If someone has asked for what is held about them, or a dispute is open, set the"
                " hold: erasing to hide can be an offence. Nothing is then deleted by itself."
            ),
        )
        self.hold = switch(
            self.tr("delete nothing by itself"),
            on=keeping.held,
            act=lambda on: keeping.set_hold(on=on),
        )
        self.seen_button = button(self.tr("I have &looked at this"))
        self.seen_button.clicked.connect(self._seen)
        card.body.addWidget(self.hold)
        card.body.addLayout(row_of(self.seen_button))
        return card

    def _keep(self, worry: object) -> None:
        self.services.keeping.keep_worry(worry, on=self.services.today())  # type: ignore[arg-type]
        self.refresh()

    def _let_go(self, worry: object) -> None:
        self.services.keeping.let_worry_go(worry)  # type: ignore[arg-type]
        self.refresh()

    def _seen(self) -> None:
        self.services.keeping.reviewed(self.services.today())
        self.said.emit(self.tr("See you here in three months."))
