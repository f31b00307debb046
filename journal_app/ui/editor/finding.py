"""Finding: the places of some words in an editor, and other words in their place."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from journal_app.ui.editor import exact_text
from journal_app.ui.editor.layers import Layers
from journal_app.ui.editor.writing_area import WritingArea
from journal_app.ui.theme import Theme

MOST_SHOWN = 1_000
_Flag = QTextDocument.FindFlag


class Finding(QObject):
    """Looks for words in one area and follows what is written meanwhile."""

    changed = Signal()

    def __init__(self, area: WritingArea, theme: Theme) -> None:
        super().__init__(area)
        self._area, self._theme = area, theme
        self._layers: Layers = area.layers
        self.words, self._flags = "", _Flag(0)
        self.places: list[tuple[int, int]] = []
        self.at = -1
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(150)
        self._soon.timeout.connect(self._look)
        area.textChanged.connect(self._on_text)

    def seek(self, words: str, *, same_case: bool = False, whole: bool = False) -> None:
        """Look for words from the cursor on, and show every place."""
        self.words = words
        self._flags = _Flag(0)
        if same_case:
            self._flags |= _Flag.FindCaseSensitively
        if whole:
            self._flags |= _Flag.FindWholeWords
        self._look()
        if self.places:
            start = self._area.textCursor().selectionStart()
            following = (n for n, place in enumerate(self.places) if place[0] >= start)
            self._stand_at(next(following, 0))

    def go(self, *, forward: bool = True) -> None:
        """Go to the next place, or the one before; after the last comes the first."""
        self._look()
        if not self.places:
            return
        cursor = self._area.textCursor()
        if forward:
            at = cursor.selectionEnd()
            found = next((n for n, place in enumerate(self.places) if place[0] >= at), 0)
        else:
            at = cursor.selectionStart()
            before = [n for n, place in enumerate(self.places) if place[1] <= at]
            found = before[-1] if before else len(self.places) - 1
        self._stand_at(found)

    def replace(self, by: str) -> None:
        """Put other words in the place one stands at, and go on to the next."""
        cursor = self._area.textCursor()
        if (cursor.selectionStart(), cursor.selectionEnd()) not in self.places:
            self.go()
            return
        exact_text.insert(cursor, exact_text.held(by))
        self._area.setTextCursor(cursor)
        self.go()

    def replace_all(self, by: str) -> int:
        """Put other words in every place as one step to undo; how many there were."""
        self._look()
        places, words = self.places, exact_text.held(by)
        change = QTextCursor(self._area.document())
        change.beginEditBlock()
        for start, end in reversed(places):
            change.setPosition(start)
            change.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            exact_text.insert(change, words)
        change.endEditBlock()
        self._look()
        return len(places)

    def end(self) -> None:
        """Stop looking; the words stay selected where one stands."""
        self.words, self.places, self.at = "", [], -1
        self._layers.lift("hits")
        self._layers.lift("hit")

    def _on_text(self) -> None:
        if self.words:
            self._soon.start()

    def _look(self) -> None:
        self._soon.stop()
        self.places = self._all_places() if self.words else []
        cursor = self._area.textCursor()
        here = (cursor.selectionStart(), cursor.selectionEnd())
        self.at = self.places.index(here) if here in self.places else -1
        self._show()
        self.changed.emit()

    def _all_places(self) -> list[tuple[int, int]]:
        document, at = self._area.document(), 0
        places: list[tuple[int, int]] = []
        needle = exact_text.held(self.words)
        while True:
            found = document.find(needle, at, self._flags)
            if found.isNull() or found.selectionEnd() <= at - 1:
                return places
            places.append((found.selectionStart(), found.selectionEnd()))
            at = max(found.selectionEnd(), at + 1)

    def _stand_at(self, number: int) -> None:
        self.at = number
        start, end = self.places[number]
        cursor = self._area.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._area.setTextCursor(cursor)
        self._area.ensureCursorVisible()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        first = max(0, self.at - MOST_SHOWN // 2)
        near = self.places[first : first + MOST_SHOWN]
        style = QTextCharFormat()
        style.setBackground(self._theme.color("joy_soft"))
        self._layers.lay("hits", near, style)
        here = QTextCharFormat()
        here.setBackground(self._theme.color("accent"))
        here.setForeground(self._theme.color("on_accent"))
        self._layers.lay("hit", self.places[self.at : self.at + 1] if self.at >= 0 else [], here)
