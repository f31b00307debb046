"""Rhythm: the weekly time, how one is reminded of it, and where the program waits for it."""

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QComboBox, QSystemTrayIcon, QTimeEdit, QWidget

from journal_app.domain.errors import JournalError
from journal_app.domain.preferences import Pace
from journal_app.domain.week import DAYS
from journal_app.ui.settings.section import Section, row_of, switch
from journal_app.ui.settings.services import SafetyServices
from journal_app.ui.theme import Theme
from journal_app.ui.trouble import in_words
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label


class RhythmSection(Section):
    """A reminder is an offer: off until it is asked for, and never says a name."""

    def __init__(
        self, theme: Theme, services: SafetyServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        self._preferences = services.preferences
        self._reminder()
        self._tray()
        self._login()
        self._weeks()
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen now."""
        now = self._preferences.now
        self.pace.choose([now.pace.value])
        on = now.pace is not Pace.OFF
        for widget in (self.day, self.time, self.locked):
            widget.setEnabled(on)

    def _reminder(self) -> None:
        now = self._preferences.now
        card = self.card(
            self.tr("Weekly reminder"),
            self.tr(
                "It says that it is time for your reflection, and no word more. It keeps quiet"
                " while the screen is locked or the window covered, and in a week you have written."
            ),
        )
        self.pace = ChipRow(
            self.theme,
            [
                (Pace.OFF.value, self.tr("Off")),
                (Pace.WEEKLY.value, self.tr("Every week")),
                (Pace.FORTNIGHTLY.value, self.tr("Every other week")),
            ],
            name=self.tr("Weekly reminder"),
        )
        self.day = _weekdays(self.tr("Day of the reminder"), now.remind_weekday)
        self.time = QTimeEdit(QTime(now.remind_at.hour, now.remind_at.minute))
        # Qt would turn hours and minutes round where one reads from right to left.
        self.time.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.time.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.time.setAccessibleName(self.tr("Time of the reminder"))
        self.time.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        self.locked = switch(
            self.tr("also while the journal is locked"),
            on=now.remind_while_locked,
            act=lambda on: self._preferences.change(remind_while_locked=on),
        )
        self.calendar_button = button(self.tr("Put it into my &calendar…"), "text")
        card.body.addWidget(self.pace)
        card.body.addLayout(row_of(self.day, self.time))
        card.body.addWidget(self.locked)
        card.body.addLayout(row_of(self.calendar_button))
        self.pace.changed.connect(self._choose_pace)
        self.day.activated.connect(
            lambda _row: self._preferences.change(
                remind_weekday=self.day.currentData(), reminded_on=None, snoozed_until=None
            )
        )
        self.time.timeChanged.connect(
            lambda time: self._preferences.change(remind_at=time.toPython(), snoozed_until=None)
        )
        self.calendar_button.clicked.connect(self._save_weekly)

    def _tray(self) -> None:
        there = QSystemTrayIcon.isSystemTrayAvailable()
        text = (
            self.tr("Closing the window then locks the journal and leaves a feather by the clock.")
            if there
            else self.tr("This desktop has no place beside its clock. Closing ends the program.")
        )
        card = self.card(self.tr("Tray"), text)
        self.tray = switch(
            self.tr("stay in the tray when the window is closed"),
            on=self._preferences.now.tray,
            act=lambda on: self._preferences.change(tray=on),
        )
        self.tray.setEnabled(there)
        card.body.addWidget(self.tray)

    def _login(self) -> None:
        card = self.card(
            self.tr("Start"),
            self.tr(
                "Tend can start when you log in, and waits without a window. The journal stays"
                " closed until you open it."
            ),
        )
        self.login = switch(
            self.tr("start at login"),
            on=self.services.rhythm.starts_at_login,
            act=lambda on: self._start_at_login(on=on),
        )
        self.problem = label("", tone="danger")
        self.problem.hide()
        card.body.addWidget(self.login)
        card.body.addWidget(self.problem)

    def _weeks(self) -> None:
        reflections = self.services.reflections
        free = reflections.may_begin_weeks_otherwise()
        text = (
            self.tr("Each reflection belongs to a week that starts on this day.")
            if free
            else self.tr("Your journal has weeks already. They keep the day they start on.")
        )
        card = self.card(self.tr("Week"), text)
        self.first_day = _weekdays(self.tr("A week starts on"), reflections.first_weekday)
        self.first_day.setEnabled(free)
        card.body.addLayout(row_of(self.first_day))
        self.first_day.activated.connect(
            lambda _row: reflections.begin_weeks_on(self.first_day.currentData())
        )

    def _choose_pace(self) -> None:
        pace = Pace(self.pace.choice() or Pace.OFF.value)
        self._preferences.change(pace=pace, reminded_on=None, snoozed_until=None)
        self.refresh()

    def _start_at_login(self, *, on: bool) -> None:
        self.problem.hide()
        try:
            self.services.rhythm.start_at_login(on=on)
        except JournalError as error:
            self.problem.setText(in_words(error))
            self.problem.show()

    def _save_weekly(self) -> None:
        path = self.services.files.save(self.tr("Save for your calendar"), "weekly-reflection.ics")
        if path is None:
            return
        title = self.tr("Weekly reflection")
        try:
            self.services.rhythm.save_weekly(
                path, self._preferences.now, self.services.today(), title=title
            )
        except JournalError as error:
            self.said.emit(in_words(error))
            return
        self.said.emit(self.tr("Saved. Open the file with your calendar to put it in."))


def _weekdays(name: str, chosen: int) -> QComboBox:
    """The days of a week, in the locale's words and from its first day."""
    locale, box = QLocale(), QComboBox()
    box.setAccessibleName(name)
    first = locale.firstDayOfWeek().value - 1
    for weekday in ((first + n) % DAYS for n in range(DAYS)):
        said = locale.standaloneDayName(weekday + 1, QLocale.FormatType.LongFormat)
        box.addItem(said, weekday)
    box.setCurrentIndex(box.findData(chosen))
    box.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return box
