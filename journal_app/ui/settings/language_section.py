"""Language: which one the window and the guide speak."""

from PySide6.QtWidgets import QWidget

from journal_app.ui.languages import native_name
from journal_app.ui.settings.section import Section
from journal_app.ui.settings.services import SafetyServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.chips import ChipRow

_SYSTEM = "system"


class LanguageSection(Section):
    """A choice makes every page anew in that language."""

    def __init__(
        self, theme: Theme, services: SafetyServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        preferences = services.preferences
        card = self.card(
            self.tr("Language"),
            self.tr(
                "Window and guide change at once. What you wrote, and the questions you answered,"
                " stay as they were. Dates and numbers are written as your system does."
            ),
        )
        own_names = [(tag, native_name(tag)) for tag in preferences.languages]
        self.language = ChipRow(
            theme, [(_SYSTEM, self.tr("As the system")), *own_names], name=self.tr("Language")
        )
        self.language.choose([preferences.now.language or _SYSTEM])
        card.body.addWidget(self.language)
        self.language.changed.connect(self._choose)

    def _choose(self) -> None:
        choice = self.language.choice() or _SYSTEM
        self.language.choose([choice])
        self.services.preferences.change(language="" if choice == _SYSTEM else choice)
