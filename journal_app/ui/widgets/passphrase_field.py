"""Passphrase field: what is typed stays dots, unless one asks to see it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import icon_button
from journal_app.ui.widgets.labels import label


class PassphraseField(QWidget):
    """A field with an eye and a caps-lock hint. To forget it, destroy it: fields keep undo."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(name)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.eye = icon_button(theme, "eye", self.tr("Show what I type"))
        self.eye.setCheckable(True)
        self.caps = label(self.tr("Caps Lock seems to be on."), size=12, tone="muted")
        self.caps.hide()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        column.addWidget(self.caps)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self.submitted)
        self.eye.toggled.connect(self._show)

    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """A capital without Shift, or a small letter with it, tells of Caps Lock."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            char = event.text()
            if char.isalpha():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.caps.setVisible(char.isupper() != shift and char.upper() != char.lower())
        return super().eventFilter(watched, event)

    def _show(self, visible: bool) -> None:  # noqa: FBT001 (Qt's signal)
        mode = QLineEdit.EchoMode.Normal if visible else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
