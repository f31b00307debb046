"""Actions: what an editor does on a shortcut, under the keys each system knows it by."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

# Where a system has no keys of its own for something.
_OTHERWISE = {
    QKeySequence.StandardKey.Bold: "Ctrl+B",
    QKeySequence.StandardKey.Italic: "Ctrl+I",
    QKeySequence.StandardKey.Find: "Ctrl+F",
    QKeySequence.StandardKey.FindNext: "F3",
    QKeySequence.StandardKey.FindPrevious: "Shift+F3",
    QKeySequence.StandardKey.Replace: "Ctrl+Alt+F",
}


def keys_for(wanted: str | QKeySequence.StandardKey) -> list[QKeySequence]:
    """The keys of this system for something; Ctrl is the command key on macOS."""
    if isinstance(wanted, str):
        return [QKeySequence(wanted)]
    return QKeySequence.keyBindings(wanted) or [QKeySequence(_OTHERWISE[wanted])]


def editor_action(
    widget: QWidget,
    text: str,
    keys: str | QKeySequence.StandardKey,
    act: Callable[[], object],
    *,
    inside: bool = False,
) -> QAction:
    """An action that answers where the widget has the focus, or also inside it."""
    made = QAction(text, widget)
    made.setShortcuts(keys_for(keys))
    made.setShortcutContext(
        Qt.ShortcutContext.WidgetWithChildrenShortcut
        if inside
        else Qt.ShortcutContext.WidgetShortcut
    )
    made.triggered.connect(lambda: act())
    widget.addAction(made)
    return made
