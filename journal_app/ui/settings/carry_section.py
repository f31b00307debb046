"""In and out: the ways to a journal from elsewhere, and to everything one has written."""

from PySide6.QtWidgets import QWidget

from journal_app.ui.settings.section import Section, row_of
from journal_app.ui.settings.services import SafetyServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button


class CarrySection(Section):
    """Two doors; what is behind them has a page of its own."""

    def __init__(
        self, theme: Theme, services: SafetyServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        self.bring_button = button(self.tr("&Import a journal…"))
        self.take_button = button(self.tr("&Export everything…"))
        card = self.card(
            self.tr("Bring an earlier journal"),
            self.tr(
                "From Day One, jrnl, RedNotebook, Joplin, Obsidian, Logseq, Mini Diary, a folder of"
                " texts, or another journal of Tend."
            ),
        )
        card.body.addLayout(row_of(self.bring_button))
        card = self.card(
            self.tr("Take everything with you"),
            self.tr(
                "As one file, or as a folder of texts that any program reads. Tend reads both back"
                " with nothing lost."
            ),
        )
        card.body.addLayout(row_of(self.take_button))
        self.bring_button.clicked.connect(lambda: self.page_requested.emit("import"))
        self.take_button.clicked.connect(lambda: self.page_requested.emit("export"))
