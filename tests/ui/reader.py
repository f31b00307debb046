"""What a screen reader is told: the tree of accessible interfaces under a window."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role
# Whatever can be pressed, filled in or chosen, and every picture.
CONTROLS = {
    Role.Button,
    Role.ButtonDropDown,
    Role.ButtonMenu,
    Role.CheckBox,
    Role.ComboBox,
    Role.Dialog,
    Role.EditableText,
    Role.Graphic,
    Role.Link,
    Role.List,
    Role.ListItem,
    Role.MenuItem,
    Role.PageTab,
    Role.ProgressBar,
    Role.RadioButton,
    Role.Slider,
    Role.SpinBox,
    Role.Table,
    Role.Tree,
}
NAME = QAccessible.Text.Name


def told(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything under a widget that is on the screen, the widget first."""
    yield from _under(QAccessible.queryAccessibleInterface(widget))


def _under(one: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if one is None or not one.isValid() or one.state().invisible:
        return
    yield one
    for number in range(one.childCount()):
        yield from _under(one.child(number))


def unnamed(widget: QWidget) -> list[str]:
    """The controls a reader can only call by their kind."""
    return [
        f"{one.role().name} {_way(one.object())}"
        for one in told(widget)
        if one.role() in CONTROLS and not one.text(NAME).strip()
    ]


def mute(widget: QWidget) -> list[str]:
    """What paints itself, and neither has a name nor holds anything that has one."""
    return [
        _way(one.object())
        for one in told(widget)
        if _paints_itself(one.object()) and not any(part.text(NAME) for part in _under(one))
    ]


def _paints_itself(made: QObject | None) -> bool:
    return made is not None and any(
        kind.__module__.startswith("journal_app") and "paintEvent" in vars(kind)
        for kind in type(made).__mro__
    )


def _way(made: QObject | None) -> str:
    """Where it stands, from the inside out."""
    names = []
    while made is not None and len(names) < 4:
        names.append(made.objectName() or type(made).__name__)
        made = made.parent()
    return " in ".join(names)
