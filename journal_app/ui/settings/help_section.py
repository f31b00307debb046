"""Help: the way to the guide, to the reasons, and to every key."""

from PySide6.QtWidgets import QWidget

from journal_app import __version__
from journal_app.ui.settings.section import Section, row_of
from journal_app.ui.settings.services import SafetyServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button


class HelpSection(Section):
    """The same as F1, for a hand on the mouse."""

    def __init__(
        self, theme: Theme, services: SafetyServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        card = self.card(
            self.tr("Help"),
            self.tr(
                "A short guide, why it is made so and how sure that is, and every key. F1 opens it"
                " from anywhere. This is Tend %1."
            ).replace("%1", __version__),
        )
        self.help_button = button(self.tr("Open the &guide"))
        card.body.addLayout(row_of(self.help_button))
        self.help_button.clicked.connect(self._open)

    def _open(self) -> None:
        for action in self.window().actions():
            if action.objectName() == "actionHelp":
                action.trigger()
