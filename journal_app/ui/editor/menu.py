"""Menu: what can be done at a place in the text, by mouse or by the menu key."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTextEdit


def menu_for(editor: QTextEdit, formats: Iterable[QAction], plain_paste: QAction) -> QMenu:
    """What can be done where the cursor is; the menu goes when it is closed."""
    menu = editor.createStandardContextMenu()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(plain_paste)
    menu.addSeparator()
    menu.addMenu(editor.tr("&Format")).addActions(list(formats))
    return menu
