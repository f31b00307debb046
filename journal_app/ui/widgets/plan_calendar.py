"""Plan calendar: a button that puts a plan into a calendar file, without a word of the plan."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.domain.errors import JournalError
from journal_app.services.preferences import PreferenceService
from journal_app.services.rhythm import RhythmService
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.trouble import in_words
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.labels import label

SUGGESTED = "tend-plan.ics"


class PlanCalendar:
    """Saves where one says; what the calendar gets is a time and that it is a plan."""

    def __init__(
        self,
        rhythm: RhythmService,
        preferences: PreferenceService,
        files: FileChooser,
        today: Callable[[], date],
    ) -> None:
        self._rhythm, self._preferences = rhythm, preferences
        self._files, self._today = files, today

    def ask(self, question: str) -> Path | None:
        """Where to, or None."""
        return self._files.save(question, SUGGESTED)

    def save(self, path: Path, week_start: date, *, title: str) -> None:
        """Put a plan of this week there under a neutral title."""
        self._rhythm.save_plan(path, week_start, self._preferences.now, self._today(), title=title)


class CalendarOffer(QWidget):
    """The button, and under it what came of it."""

    def __init__(
        self, calendar: PlanCalendar, week_start: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._calendar, self._week_start = calendar, week_start
        self.button = button(self.tr("A time in my ca&lendar…"), "text")
        self.button.setAccessibleDescription(
            self.tr("The calendar gets the time and no word of the plan.")
        )
        self.button.setToolTip(self.button.accessibleDescription())
        self.told = label("", tone="muted")
        self.told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout()
        row.addWidget(self.button)
        column.addLayout(row)
        column.addWidget(self.told)
        self.button.clicked.connect(self._save)

    def _save(self) -> None:
        path = self._calendar.ask(self.tr("Save for your calendar"))
        if path is None:
            return
        try:
            self._calendar.save(path, self._week_start, title=self.tr("Tend: a plan"))
        except JournalError as error:
            self.told.setText(in_words(error))
        else:
            self.told.setText(
                self.tr("Saved without a word of your plan. Open the file with your calendar.")
            )
        self.told.show()
