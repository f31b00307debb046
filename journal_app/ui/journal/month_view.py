"""Month view: the days of a month, walked through with the arrow keys."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal_app.domain.week import DAYS, Week
from journal_app.services.timeline import TimelineService
from journal_app.ui.journal.day_button import DayButton
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import icon_button
from journal_app.ui.widgets.labels import label
from journal_app.ui.wording import month_text

_WEEKS = 6
_EARLIEST, _LATEST = date(1, 2, 1), date(9999, 11, 30)


class MonthView(QWidget):
    """Arrows go from day to day, Page Up and Page Down from month to month, Home to today."""

    day_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        timeline: TimelineService,
        week_of: Callable[[date], Week],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._timeline, self._week_of, self._today = timeline, week_of, today
        self.day = today()
        self.title = label("", size=18, serif=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before_button = icon_button(theme, "chevron-left", self.tr("The month before"))
        self.after_button = icon_button(theme, "chevron-right", self.tr("The month after"))
        head = QHBoxLayout()
        head.addWidget(self.before_button)
        head.addWidget(self.title, 1)
        head.addWidget(self.after_button)
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._names: list[QLabel] = []
        self.days: list[DayButton] = []
        for column in range(DAYS):
            name = label("", size=12, tone="muted")
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            name.setWordWrap(False)
            self._names.append(name)
            self._grid.addWidget(name, 0, column)
        for number in range(_WEEKS * DAYS):
            day = DayButton(theme)
            day.clicked.connect(lambda _on=False, day=day: self.choose(day.day))
            self.days.append(day)
            self._grid.addWidget(day, 1 + number // DAYS, number % DAYS)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(0, 0, 0, 0)
        column_of.addLayout(head)
        column_of.addLayout(self._grid)
        self.before_button.clicked.connect(lambda: self._turn(-1))
        self.after_button.clicked.connect(lambda: self._turn(1))
        theme.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the month of the chosen day as it is now."""
        first = self._week_of(self.day.replace(day=1)).start
        dots = self._timeline.dots(first, first + timedelta(days=_WEEKS * DAYS - 1))
        self.title.setText(month_text(self.day))
        for number, button in enumerate(self.days):
            day = first + timedelta(days=number)
            button.show_day(
                day,
                dots.get(day, set()),
                faint=day.month != self.day.month,
                today=day == self._today(),
                chosen=day == self.day,
            )
        for number, name in enumerate(self._names):
            weekday = QDate(first.year, first.month, first.day).addDays(number).dayOfWeek()
            name.setText(QLocale().standaloneDayName(weekday, QLocale.FormatType.ShortFormat))

    def choose(self, day: date) -> None:
        """Choose a day, in whatever month it is."""
        had_focus = any(button.hasFocus() for button in self.days)
        self.day = max(_EARLIEST, min(_LATEST, day))
        self.refresh()
        if had_focus:
            self.focus_day()
        self.day_chosen.emit(self.day)

    def focus_day(self) -> None:
        """Put the cursor on the chosen day."""
        self.button_of(self.day).setFocus(Qt.FocusReason.OtherFocusReason)

    def button_of(self, day: date) -> DayButton:
        """Where a day of the month in view stands."""
        return next(button for button in self.days if button.day == day)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Days by arrows, months by pages."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -DAYS,
            Qt.Key.Key_Down: DAYS,
        }
        key = Qt.Key(event.key())
        if key in steps:
            step = -steps[key] if self.isRightToLeft() and abs(steps[key]) == 1 else steps[key]
            self.choose(self.day + timedelta(days=step))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self._turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Home:
            self.choose(self._today())
        else:
            super().keyPressEvent(event)

    def _turn(self, months: int) -> None:
        turned = QDate(self.day.year, self.day.month, self.day.day).addMonths(months)
        if 0 < turned.year() < 10_000:
            self.choose(date(turned.year(), turned.month(), turned.day()))
