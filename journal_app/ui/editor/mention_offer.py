"""Mention offer: the people who may be meant, under an @ that is being typed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QTextEdit

from journal_app.ui.editor import exact_text
from journal_app.ui.theme import Theme

LONGEST = 40  # characters of a name that is being typed
_Key = Qt.Key


class MentionOffer(QObject):
    """Up and Down choose, Enter or Tab takes, Escape closes; the focus stays in the words."""

    def __init__(
        self, editor: QTextEdit, theme: Theme, meant_by: Callable[[str], list[str]]
    ) -> None:
        super().__init__(editor)
        self._editor, self._theme, self._meant_by = editor, theme, meant_by
        self._closed_at = -1
        self.list: QListWidget | None = None
        editor.textChanged.connect(self._look)
        editor.cursorPositionChanged.connect(self._stay_or_close)

    @property
    def is_open(self) -> bool:
        """True while people are offered."""
        return self.list is not None

    def close(self) -> None:
        """Offer nobody; nothing of the list is left."""
        if self.list is not None:
            self._editor.removeEventFilter(self)
            self.list.clear()
            self.list.hide()
            self.list.deleteLater()
            self.list = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """The keys of the list come first while it is open."""
        kind = event.type()
        if kind is QEvent.Type.FocusOut or kind is QEvent.Type.Hide:
            self.close()
        elif isinstance(event, QKeyEvent) and event.key() in _OURS and not event.modifiers():
            event.accept()
            if kind is QEvent.Type.KeyPress:
                self._press(event.key())
            return True
        return super().eventFilter(watched, event)

    def _press(self, key: int) -> None:
        if self.list is None:
            return
        if key == _Key.Key_Escape:
            self._closed_at = self._start()[0]
            self.close()
        elif key in {_Key.Key_Up, _Key.Key_Down}:
            step = 1 if key == _Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
        else:
            self._take()

    def _look(self) -> None:
        place, typed = self._start()
        if place < 0 or place == self._closed_at:
            self.close()
            return
        self._closed_at = -1
        names = self._meant_by(typed)
        # A name that is written out needs no offer.
        if not names or names == [typed]:
            self.close()
        else:
            self._show(place, names)

    def _stay_or_close(self) -> None:
        if self.list is not None and self._start()[0] < 0:
            self.close()

    def _start(self) -> tuple[int, str]:
        """Where the @ before the cursor stands, and what was typed since; -1 when there is none."""
        cursor = self._editor.textCursor()
        block = cursor.block()
        line = block.text()
        if "@" not in line or cursor.hasSelection():
            return -1, ""
        before = exact_text.cut_at(line, cursor.positionInBlock())[0]
        at = before.rfind("@")
        typed = before[at + 1 :]
        begins = at == 0 or (at > 0 and not (before[at - 1].isalnum() or before[at - 1] == "@"))
        if not begins or len(typed) > LONGEST or typed[:1].isspace():
            return -1, ""
        return block.position() + exact_text.units(before[:at]), typed

    def _show(self, place: int, names: list[str]) -> None:
        if self.list is None:
            self.list = QListWidget(self._editor.window())
            self.list.setProperty("role", "offer")
            self.list.setFrameShape(QFrame.Shape.NoFrame)
            self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.list.setAccessibleName(self.tr("People to mention"))
            self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.list.itemClicked.connect(lambda _item: self._take())
            self._editor.installEventFilter(self)
            self._editor.destroyed.connect(self.list.deleteLater)
        self.list.clear()
        self.list.addItems(names)
        self.list.setCurrentRow(0)
        self._put_under(place)
        self.list.show()
        self.list.raise_()

    def _put_under(self, place: int) -> None:
        if self.list is None:
            return
        window, px = self._editor.window(), self._theme.px
        cursor = self._editor.textCursor()
        cursor.setPosition(place)
        line = self._editor.cursorRect(cursor)
        corner = self._editor.viewport().mapTo(window, line.bottomLeft())
        self.list.ensurePolished()
        high = self.list.sizeHintForRow(0) * self.list.count() + px(12)
        wide = max(px(200), min(px(400), self.list.sizeHintForColumn(0) + px(32)))
        if corner.y() + high > window.height():
            corner = self._editor.viewport().mapTo(window, line.topLeft()) - QPoint(0, high)
        left = min(corner.x(), window.width() - wide - px(8))
        self.list.setGeometry(max(0, left), max(0, corner.y()), wide, high)

    def _take(self) -> None:
        place, typed = self._start()
        if self.list is None or place < 0:
            return
        name = self.list.currentItem().text()
        self.close()
        self._closed_at = place
        cursor = self._editor.textCursor()
        cursor.setPosition(place + 1)
        cursor.setPosition(place + 1 + exact_text.units(typed), cursor.MoveMode.KeepAnchor)
        exact_text.insert(cursor, exact_text.held(name))
        self._editor.setTextCursor(cursor)


_OURS = {
    _Key.Key_Escape,
    _Key.Key_Up,
    _Key.Key_Down,
    _Key.Key_Return,
    _Key.Key_Enter,
    _Key.Key_Tab,
}
