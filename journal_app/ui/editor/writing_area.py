"""Writing area: the one widget a person writes in."""

from collections.abc import Hashable

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextEdit

from journal_app.ui.clipboard import marked_secret
from journal_app.ui.editor import exact_text, list_keys
from journal_app.ui.editor.actions import editor_action
from journal_app.ui.editor.formatting import Formatting
from journal_app.ui.editor.ground import Ground
from journal_app.ui.editor.layers import Layers
from journal_app.ui.editor.manner import Manner
from journal_app.ui.editor.menu import menu_for
from journal_app.ui.editor.pages_of_text import LINE_HEIGHT, KeptPages, TextPage
from journal_app.ui.editor.pasting import Refusal, pasted_text
from journal_app.ui.theme import Theme

LONGEST_WORD = 5_000
_Wrap = QTextOption.WrapMode
_Key = Qt.Key
_ENTER = {_Key.Key_Return, _Key.Key_Enter}
_OURS = {*_ENTER, _Key.Key_Escape, _Key.Key_Up, _Key.Key_Down}


class WritingArea(QTextEdit):
    """Markdown as it was typed, in the reading face; as high as its words, or filling its place.

    ``text`` gives back every character that was typed or set, but for NUL and lone surrogates,
    which become U+FFFD because no file could hold them, and for ends of lines, which become LF.
    """

    edited = Signal()
    submitted = Signal()
    left = Signal()
    paste_refused = Signal(str)
    page_shown = Signal()
    menu_made = Signal(QMenu, QTextCursor)

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        lines: int = 3,
        most: int = 12,
        fills: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._lines, self._most, self.fills = lines, most, fills
        self._quiet = self._changed = False
        self._kept = KeptPages()
        self.key: Hashable = None
        self.setAccessibleName(name)
        self.setProperty("role", "page" if fills else "writing")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.formatting = Formatting(self)
        self.layers = Layers(self)
        self.ground = Ground(self, theme)
        self.manner = Manner(self, self.layers, theme)
        self.plain_paste = editor_action(
            self, self.tr("Paste words &only"), "Ctrl+Shift+V", self.paste_plain
        )
        self.page = TextPage(theme, self)
        self._show_page(self.page)
        self.textChanged.connect(self._on_text)
        if fills:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._fit)

    def text(self) -> str:
        """The words, exactly as they are."""
        return exact_text.text_of(self.page)

    def set_text(self, text: str) -> None:
        """Show these words, the cursor at their end, with nothing to undo."""
        self._quiet = True
        self.setWordWrapMode(_wrap_for(text))
        self.page.fill(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._quiet = False

    def open_as(self, key: Hashable, text: str) -> None:
        """Show the words of this key, where they were left, with what was done to them to undo."""
        former = self.page
        former.place = self.cursor_place()
        known = self._kept.take(key, text) if key is not None else None
        self._show_page(known or TextPage(self._theme, self))
        if not self._kept.holds(former):
            former.deleteLater()
        if known is None:
            self.set_text(text)
        else:
            self.put_cursor(known.place)
        self.keep_as(key)

    def keep_as(self, key: Hashable) -> None:
        """The words shown belong to this key, unless it is None."""
        self.key = key
        if key is not None:
            self._kept.keep(key, self.page)
        self.page_shown.emit()

    def cursor_place(self) -> int:
        """Where the cursor is, in characters from the start."""
        return self.textCursor().position()

    def put_cursor(self, place: int) -> None:
        """Put the cursor there, or at the end of shorter words."""
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Ctrl+Enter goes on, Escape leaves, Enter goes on with a list; all else is typing."""
        key = event.key()
        if key not in _OURS or not self._pressed(key, event.modifiers()):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 (Qt's name)
        """Tab moves an item of a list as far as it goes; otherwise it leaves, as everywhere."""
        return list_keys.move(self, inwards=forward) or super().focusNextPrevChild(forward)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """What is copied out is marked, so that clipboard histories look away."""
        data = QMimeData()
        data.setText(exact_text.selected_text(self.textCursor()))
        return marked_secret(data)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Anything with words may be pasted; pictures and files come to a sentence."""
        return source.hasText() or source.hasImage() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData, *, plain: bool = False) -> None:  # noqa: N802
        """Paste words, with the formatting Markdown has; all else is refused in a sentence."""
        words = pasted_text(source, plain=plain)
        if isinstance(words, Refusal):
            self.paste_refused.emit(words.sentence())
        elif words:
            if self.wordWrapMode() != _Wrap.WrapAnywhere:
                self.setWordWrapMode(_wrap_for(words))
            exact_text.insert(self.textCursor(), exact_text.held(words))
            self.ensureCursorVisible()

    def paste_plain(self) -> None:
        """Paste the words alone."""
        self.insertFromMimeData(QGuiApplication.clipboard().mimeData(), plain=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """What can be done here, spelling first."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.show_menu(self.cursorForPosition(event.pos()), event.globalPos())
        else:
            below = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            self.show_menu(self.textCursor(), below)

    def show_menu(self, place: QTextCursor, where: QPoint) -> None:
        """Show what can be done at a place in the text."""
        menu = menu_for(self, self.formatting.actions.values(), self.plain_paste)
        self.menu_made.emit(menu, place)
        menu.popup(where)

    def _pressed(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key == _Key.Key_Escape:
            self.left.emit()
        elif key not in _ENTER:
            return False
        elif control:
            self.submitted.emit()
        else:
            plain = not modifiers & Qt.KeyboardModifier.ShiftModifier
            return plain and list_keys.go_on(self)
        return True

    def _show_page(self, page: TextPage) -> None:
        if self.page is not page:
            self.page.documentLayout().documentSizeChanged.disconnect(self._fit)
            self.page.contentsChange.disconnect(self._on_change)
        self.page = page
        page.setDefaultFont(self.font())
        self.setDocument(page)
        page.contentsChange.connect(self._on_change)
        page.documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        if self.fills:
            return
        line = self._theme.px(18 * LINE_HEIGHT / 100) + 1
        frame = self._theme.px(24)
        wanted = int(self.document().size().height()) + frame
        height = max(self._lines * line + frame, min(wanted, self._most * line + frame))
        if height != self.height():
            self.setFixedHeight(height)

    def _on_change(self) -> None:
        self._changed = True

    def _on_text(self) -> None:
        # Painting also says that the text changed; only a change of characters is an edit.
        changed, self._changed = self._changed, False
        if changed and not self._quiet:
            self.edited.emit()


def _wrap_for(text: str) -> _Wrap:
    # Looking for places to break in a word without any takes Qt minutes.
    longest = max(map(len, text.split()), default=0)
    return _Wrap.WrapAnywhere if longest > LONGEST_WORD else _Wrap.WrapAtWordBoundaryOrAnywhere
