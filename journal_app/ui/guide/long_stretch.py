"""Long stretch: said once when hard weeks pile up, with someone the leader could tell."""

from PySide6.QtWidgets import QWidget

from journal_app.domain.draft import ReflectionDraft
from journal_app.ui.guide.step import GuideServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField


class LongStretch(Card):
    """One sentence, whom one could tell, and that this program is no care."""

    def __init__(
        self, theme: Theme, services: GuideServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "growth", parent)
        self._services = services
        self._pace = services.pace
        texts = services.questions.text
        self.contact = LineField(
            name=self.tr("Someone I could tell"),
            placeholder=self.tr("Someone you could tell, and how you reach them (stays here)"),
        )
        self.body.addWidget(label(texts("hard.long_stretch"), size=18, serif=True))
        self.body.addWidget(self.contact)
        self.body.addWidget(label(texts("hard.not_care"), tone="muted"))
        self.contact.editingFinished.connect(self._keep)
        self.hide()

    def show_draft(self, draft: ReflectionDraft) -> None:
        """Show it in the session it is due in, and remember that it was said."""
        today = self._services.today()
        due = self._pace.long_stretch(draft, on=today)
        if due:
            self._pace.said_long_stretch(on=today)
            self.contact.setText(self._pace.contact())
        self.setVisible(due)

    def _keep(self) -> None:
        self._pace.set_contact(self.contact.text())
