"""Overlay: a card over every page, put away by Escape or a click beside it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.page import QWIDGETSIZE_MAX

TOP = 72


class Overlay(QWidget):
    """Covers its parent while it is open, and gives the cursor back when it goes.

    Without a ``height`` it is as high as its content. ``stops`` are what Tab goes round. Whoever
    makes one hides it at the end, when all that its hiding empties is there.
    """

    closed = Signal()

    def __init__(
        self, theme: Theme, *, width: int, height: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._wide, self._high = theme, width, height
        self._back: QWidget | None = None
        self._folded = False
        self.stops: list[QWidget] = []
        self.card = Card(theme, pad=16)
        self.card.body.setSpacing(theme.px(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._place)

    def open_over(self) -> None:
        """Show it over its parent."""
        parent = self.parentWidget()
        if parent is None:
            return
        if not self.isVisible():
            self._back = parent.window().focusWidget()
            parent.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    def close_over(self) -> None:
        """Put it away and go back to where the cursor was."""
        if not self.isVisible():
            return
        self.hide()
        back, held = self._back, self.window().focusWidget()
        if back is not None and isValid(back):
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        elif held is not None and self.isAncestorOf(held):
            # Else keys would go on into a line that nobody sees.
            held.clearFocus()
        self._back = None
        self.closed.emit()

    def fold(self, folded: bool) -> None:  # noqa: FBT001 (a plain switch)
        """Be only as high as the words, where there is no more to show."""
        if folded != self._folded:
            self._folded = folded
            self._place()

    def event(self, event: QEvent) -> bool:
        """Keys meant for the card do nothing on the page below."""
        keys = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in keys:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """A parent of another size is covered again."""
        if watched is self.parentWidget() and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The page below is dimmed, not hidden."""
        del event
        painter = QPainter(self)
        shade = self._theme.color("shadow")
        shade.setAlphaF(0.28)
        painter.fillRect(QRectF(self.rect()), shade)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click beside the card puts it away."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_over()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes, wherever the cursor is."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_over()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001
        """Tab goes round inside."""
        stops = [stop for stop in self.stops if stop.isVisible()]
        held = self.window().focusWidget()
        at = next((n for n, stop in enumerate(stops) if stop is held), -1)
        if stops:
            step = 1 if forward else -1
            stops[(at + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(stops)

    def _place(self) -> None:
        parent, layout, px = self.parentWidget(), self.layout(), self._theme.px
        if parent is None or layout is None:
            return
        self.setGeometry(parent.rect())
        top = min(px(TOP), self.height() // 12)
        layout.setContentsMargins(0, top, 0, 0)
        self.card.setFixedWidth(min(px(self._wide), self.width() - px(32)))
        if self._high is not None and not self._folded:
            self.card.setFixedHeight(min(px(self._high), self.height() - 2 * top))
        else:
            self.card.setMinimumHeight(0)
            self.card.setMaximumHeight(QWIDGETSIZE_MAX)
