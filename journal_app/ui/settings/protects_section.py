"""What Tend protects, and what not: said in the program itself, in plain words."""

from PySide6.QtWidgets import QWidget

from journal_app.ui.settings.section import Section
from journal_app.ui.settings.services import SafetyServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.labels import words
from journal_app.ui.wording import path_text


class ProtectsSection(Section):
    """Two lists of sentences, and what is known of the folder the journal lies in."""

    def __init__(
        self, theme: Theme, services: SafetyServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        can, cannot = services.what_it_protects()
        for title, tone, sentences in (
            (self.tr("What Tend protects"), "growth", can),
            (self.tr("What it cannot do"), "sunken", cannot),
        ):
            card = self.card(title, tone=tone)
            for sentence in sentences:
                card.body.addSpacing(theme.px(4))
                said = sentence.replace(str(services.folder), path_text(services.folder))
                card.body.addWidget(words(said, size=16))
