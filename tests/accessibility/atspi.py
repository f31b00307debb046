"""What a Linux screen reader gets: the tree of AT-SPI, asked for over D-Bus."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_ACCESSIBLE, _ACTION = "org.a11y.atspi.Accessible", "org.a11y.atspi.Action"
_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_SHOWING = 25
_LONGEST = 20.0
CONTROLS = {
    "button",
    "check box",
    "combo box",
    "dialog",
    "entry",
    "image",
    "link",
    "list",
    "list item",
    "menu item",
    "page tab",
    "password text",
    "progress bar",
    "push button",
    "push button menu",
    "radio button",
    "slider",
    "spin button",
    "text",
    "toggle button",
}


@dataclass(frozen=True)
class Node:
    """One thing on the screen as a reader knows it."""

    bus: str
    path: str
    role: str
    name: str
    showing: bool


class Reader:
    """Connected to the bus of accessibility, as Orca would be."""

    def __init__(self, session: str) -> None:
        with open_dbus_connection(session) as first:
            asked = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            (address,) = _answer(first, new_method_call(asked, "GetAddress"))
        self._bus = open_dbus_connection(address)

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def programs(self) -> list[Node]:
        """The programs that speak to readers."""
        return [self._node(*place) for place in self._children(*_ROOT)]

    def under(self, node: Node) -> Iterator[Node]:
        """Everything on the screen below a node, the node first."""
        yield node
        for place in self._children(node.bus, node.path):
            child = self._node(*place)
            if child.showing:
                yield from self.under(child)

    def press(self, node: Node) -> None:
        """Do what the node does first."""
        self._ask(node.bus, node.path, _ACTION, "DoAction", "i", (0,))

    def _children(self, bus: str, path: str) -> list[tuple[str, str]]:
        return list(self._ask(bus, path, _ACCESSIBLE, "GetChildren"))

    def _node(self, bus: str, path: str) -> Node:
        place = DBusAddress(path, bus, _ACCESSIBLE)
        ((_, name),) = _answer(self._bus, Properties(place).get("Name"))
        role = self._ask(bus, path, _ACCESSIBLE, "GetRoleName")
        low, _high = self._ask(bus, path, _ACCESSIBLE, "GetState")
        return Node(bus, path, role, name, bool(low >> _SHOWING & 1))

    def _ask(
        self, bus: str, path: str, face: str, what: str, kinds: str = "", body: tuple[Any, ...] = ()
    ) -> Any:
        place = DBusAddress(path, bus, face)
        (answer,) = _answer(self._bus, new_method_call(place, what, kinds, body))
        return answer


def _answer(bus: DBusConnection, message: Any) -> tuple[Any, ...]:
    reply = bus.send_and_get_reply(message, timeout=_LONGEST)
    if reply.header.message_type.name == "error":
        raise LookupError(str(reply.body))
    return tuple(reply.body)
