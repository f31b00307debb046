"""Reminders: looks at the clock, and says when it is time, unless somebody looks on."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from journal_app.domain.reminding import Later, is_due, put_off, reminded
from journal_app.services.preferences import PreferenceService

_LOOK_EVERY_MS = 20_000


class Reminders(QObject):
    """Sends ``due`` once for each reminder.

    A timer that looks again and again, not one that waits for days: a laptop sleeps, and clocks
    are put right.
    """

    due = Signal()

    def __init__(
        self,
        parent: QObject,
        preferences: PreferenceService,
        *,
        may_speak: Callable[[], bool],
        written: Callable[[], bool],
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(parent)
        self._preferences, self._clock = preferences, clock
        self._may_speak, self._written = may_speak, written
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Remind, if it is time and nobody looks on; what has to wait is looked at again."""
        now, chosen = self._clock(), self._preferences.now
        if self._may_speak() and is_due(chosen, now, written=self._written()):
            self._preferences.keep(reminded(chosen, now))
            self.due.emit()

    def put_off(self, until: Later) -> None:
        """Remind again in an hour, or tomorrow."""
        self._preferences.keep(put_off(self._preferences.now, self._clock(), until))
