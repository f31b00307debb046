"""Banner: what happened, what is safe, what to do; and a toast that can be undone."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, icon_button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label

TOAST_MS = 8000


class Banner(Card):
    """Stays until it is put away."""

    report_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "danger", parent, pad=12)
        self.what = label("", size=14, strong=True)
        self.more = label("", size=14)
        self._report = ""
        self.report_button = button(self.tr("Show the &report"), "text")
        self.report_button.clicked.connect(lambda: self.report_requested.emit(self._report))
        self.close_button = icon_button(theme, "x", self.tr("Put this away"))
        column = QVBoxLayout()
        column.addWidget(self.what)
        column.addWidget(self.more)
        column.addWidget(self.report_button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addLayout(column, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def say(
        self,
        what: str,
        *,
        safe: str = "",
        next_step: str = "",
        report: str = "",
        tone: str = "danger",
    ) -> None:
        """Show a message; ``tone`` is danger for errors and preview for what one may know."""
        self._report = report
        self.report_button.setVisible(bool(report))
        self.set_tone(tone)
        self.what.setText(what)
        more = " ".join(part for part in (safe, next_step) if part)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.show()


class Toast(Card):
    """One line at the foot of the window that goes away by itself, with a way back."""

    undo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "surface", parent, pad=12)
        self.message = label("", size=14)
        self.message.setWordWrap(False)
        self.undo_button = button(self.tr("&Undo"), "text")
        row = QHBoxLayout()
        row.addWidget(self.message, 1)
        row.addWidget(self.undo_button)
        self.body.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.undo_button.clicked.connect(self._undo)
        self.hide()

    def say(self, message: str, *, undo: bool = False) -> None:
        """Show a line for some seconds above the window's foot."""
        self.message.setText(message)
        self.undo_button.setVisible(undo)
        # Only what is on screen has its fonts, and knows how wide its words are.
        self.show()
        self.adjustSize()
        parent = self.parentWidget()
        if parent is not None:
            self.move(
                (parent.width() - self.width()) // 2,
                parent.height() - self.height() - self._theme.px(24),
            )
        self.raise_()
        self._timer.start(TOAST_MS)

    def _undo(self) -> None:
        self.hide()
        self.undo_requested.emit()
