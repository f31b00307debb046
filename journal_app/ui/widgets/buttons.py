"""Buttons: one way to make each role the style sheet knows."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton

from journal_app.ui.icons import icon
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.wrapping import WrappingButton


def button(text: str, role: str = "quiet", *, name: str = "") -> QPushButton:
    """A button of a role: primary, quiet, text, growth, danger or chip."""
    return _dressed(QPushButton(text), text, role, name)


def long_button(text: str, role: str = "quiet", *, name: str = "") -> WrappingButton:
    """The same for a whole sentence, which goes on to another line where one is too short."""
    made = WrappingButton()
    made.wrap(text)
    _dressed(made, text, role, name)
    return made


def _dressed(made: QPushButton, text: str, role: str, name: str) -> QPushButton:
    made.setProperty("role", role)
    made.setAccessibleName(name or text.replace("&", ""))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    return made


def icon_button(theme: Theme, icon_name: str, name: str, *, tone: str = "muted") -> QPushButton:
    """A button that is an icon, with its name for readers and as a tooltip."""
    made = button("", "text", name=name)
    made.setToolTip(literal_tip(name))

    def dress() -> None:
        made.setIcon(icon(theme, icon_name, tone))
        made.setIconSize(QSize(theme.px(18), theme.px(18)))

    theme.changed.connect(dress)
    made.destroyed.connect(lambda: _forget(theme, dress))
    dress()
    return made


def check_quietly(made: QAbstractButton, on: bool) -> None:  # noqa: FBT001 (as setChecked)
    """Check it for the program: ``toggled`` stays the person's, by key, mouse or screen reader.

    A screen reader toggles what can be checked and never clicks it.
    """
    with QSignalBlocker(made):
        made.setChecked(on)


def literal_tip(text: str) -> str:
    """A tooltip that shows these words letter by letter: Qt would take a name in it for HTML."""
    if not {"<", "&"} & set(text):
        return text
    import html

    return f"<qt>{html.escape(text, quote=False)}</qt>"


def _forget(theme: Theme, dress: object) -> None:
    theme.changed.disconnect(dress)
