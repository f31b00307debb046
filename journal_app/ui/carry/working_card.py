"""Working card: how far long work is, and the way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from journal_app.ui.jobs import Job
from journal_app.ui.settings.section import row_of
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label


class WorkingCard(Card):
    """Follows one job; ``cancelled`` is sent when the person stops it."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", parent)
        self.title = label("", size=18, serif=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.cancel_button = button(self.tr("&Cancel"))
        self.body.addWidget(self.title)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(self.bar)
        self.body.addSpacing(theme.px(8))
        self.body.addLayout(row_of(self.cancel_button))
        self._job: Job | None = None
        self.cancel_button.clicked.connect(self._cancel)

    def follow(self, job: Job, title: str) -> None:
        """Show this job's way."""
        self._job = job
        self.title.setText(title)
        self.bar.setAccessibleName(title)
        self.bar.setValue(0)
        job.progressed.connect(self._tell)
        self.cancel_button.setFocus()

    def _tell(self, part: float) -> None:
        self.bar.setValue(round(part * 100))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.cancelled.emit()
