"""Watches: what makes the journal lock by itself: an idle hand, a locked screen, sleep."""

import time
from collections.abc import Callable

from PySide6.QtCore import SLOT, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

_ACTIVE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.InputMethod,
    QEvent.Type.TouchBegin,
}
_LOOK_EVERY_MS = 5_000


class IdleWatch(QObject):
    """Says once when no key or mouse was touched for some minutes.

    It compares the wall clock, which goes on while a laptop sleeps, so that it also fires at once
    after a long sleep.
    """

    idle = Signal()

    def __init__(self, parent: QObject, *, clock: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._clock = clock
        self._minutes = 0
        self._last = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, minutes: int) -> None:
        """Begin to watch; 0 minutes for not at all."""
        self.rest()
        self._minutes, self._last = minutes, self._clock()
        app = QApplication.instance()
        if minutes and isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._on_window)
            self._on_window(app.focusWindow())
            self._timer.start()

    def rest(self) -> None:
        """Watch no more."""
        app = QApplication.instance()
        if self._timer.isActive() and isinstance(app, QApplication):
            app.focusWindowChanged.disconnect(self._on_window)
        self._timer.stop()

    def look(self) -> None:
        """See how long it has been."""
        now = self._clock()
        # A clock set back would keep the journal open for as long as it was set back.
        self._last = min(self._last, now)
        if now - self._last >= self._minutes * 60:
            self.rest()
            self.idle.emit()

    @Slot(QWindow)
    def _on_window(self, window: QWindow | None) -> None:
        # What comes to a window from outside, not what all the widgets in it tell one another:
        # a filter over the whole program runs ten thousand times for each page that opens.
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Every touch begins the wait anew; one after too long a rest comes too late."""
        if event.type() in _ACTIVE and self._timer.isActive():
            self.look()
            self._last = self._clock()
        return super().eventFilter(watched, event)


class ScreenWatch(QObject):
    """Says when the session's screen locks or the laptop goes to sleep, where D-Bus tells it."""

    away = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heard = False
        # Only the program that tells of it knows; where nobody tells, the screen counts as seen.
        self.dark = False

    @property
    def available(self) -> bool:
        """True when somebody tells of the screen here."""
        return self._heard

    def listen(self) -> None:
        """Ask logind and the desktops' screen savers to tell; harmless where there are none."""
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            # Windows and macOS have no D-Bus.
            return
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        login = "org.freedesktop.login1"
        asked = (
            (system, login, f"{login}.Manager", "PrepareForSleep", SLOT("on_state(bool)")),
            (system, login, f"{login}.Session", "Lock", SLOT("on_lock()")),
            *(
                (session, "", f"{saver}.ScreenSaver", "ActiveChanged", SLOT("on_state(bool)"))
                for saver in ("org.freedesktop", "org.gnome", "org.cinnamon", "org.mate")
            ),
        )
        for bus, service, interface, name, slot in asked:
            if bus.isConnected():
                # PySide's stub asks for bytes, its code takes text alone.
                heard = bus.connect(service, "", interface, name, self, slot)  # type: ignore[call-overload]
                self._heard = self._heard or heard

    @Slot(bool)
    def on_state(self, on: bool) -> None:  # noqa: FBT001 (D-Bus sends it so)
        """The screen went dark or the laptop goes to sleep."""
        self.dark = on
        if on:
            self.away.emit()

    @Slot()
    def on_lock(self) -> None:
        """The session was locked."""
        self.away.emit()
