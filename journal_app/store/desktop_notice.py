"""Desktop notice: a notification where no tray is, as the desktops of Linux take it over D-Bus."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

# What desktops know the program by: the name of its .desktop file.
DESKTOP_ID = "org.tend_journal.Tend"
_SERVICE, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


class DesktopNotice:
    """Says what it is given, and waits for nobody.

    Qt's D-Bus cannot send the unsigned number this call begins with. The connection stays open,
    because some desktops take a notice away with the program that sent it.
    """

    def __init__(self) -> None:
        self._bus: DBusConnection | None = None

    def show(self, title: str, text: str) -> bool:
        """Hand a notice to the desktop; False where there is none to take it."""
        if not sys.platform.startswith("linux") or "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
            return False
        from jeepney import DBusAddress, MessageFlag, new_method_call
        from jeepney.io.blocking import open_dbus_connection

        self.close()
        desktop = DBusAddress(_PATH, _SERVICE, _SERVICE)
        hints = {"desktop-entry": ("s", DESKTOP_ID)}
        said: tuple[object, ...] = ("Tend", 0, DESKTOP_ID, title, text, [], hints, -1)
        message = new_method_call(desktop, "Notify", "susssasa{sv}i", said)
        message.header.flags = MessageFlag.no_reply_expected
        try:
            self._bus = open_dbus_connection()
            self._bus.send(message)
        # A bus of another kind, one that is gone, one that refuses.
        except (OSError, RuntimeError, ValueError):
            self.close()
            return False
        return True

    def close(self) -> None:
        """Leave the bus."""
        if self._bus is not None:
            self._bus.close()
            self._bus = None
