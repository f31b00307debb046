"""Spelling menu: what may have been meant, and the words that are the writer's own."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from journal_app.ui.editor import exact_text
from journal_app.ui.editor.spelling import word_at
from journal_app.ui.editor.writing_area import WritingArea


def word_under(cursor: QTextCursor) -> QTextCursor:
    """The same document with the word at a place selected; nothing where there is none."""
    block = cursor.block()
    line = block.text()
    place = len(exact_text.cut_at(line, cursor.positionInBlock())[0])
    start, end = word_at(line, place)
    word = QTextCursor(block)
    word.setPosition(block.position() + exact_text.units(line[:start]))
    word.setPosition(
        block.position() + exact_text.units(line[:end]), QTextCursor.MoveMode.KeepAnchor
    )
    return word


def add_suggestions(
    menu: QMenu,
    area: WritingArea,
    place: QTextCursor,
    suggest: Callable[[str], Sequence[str]],
    learn: Callable[[str], None],
) -> None:
    """Put what a wrong word may mean at the top of a menu; nothing where the word is right."""
    word = word_under(place)
    speller = area.page.style.speller
    written = exact_text.selected_text(word)
    if speller is None or not written or not speller.is_wrong(written):
        return
    offers: list[QAction] = []
    for meant in suggest(written):
        offer = QAction(meant.replace("&", "&&"), menu)
        font = offer.font()
        font.setBold(True)
        offer.setFont(font)
        offer.triggered.connect(lambda _=False, meant=meant: _put(area, word, meant))
        offers.append(offer)
    if not offers:
        none = QAction(area.tr("Nothing like it in the dictionary"), menu)
        none.setEnabled(False)
        offers.append(none)
    own = QAction(area.tr("&Add to my dictionary"), menu)
    own.triggered.connect(lambda: learn(written))
    first = menu.actions()[0]
    menu.insertActions(first, [*offers, own])
    menu.insertSeparator(first)


def go_to_wrong(area: WritingArea) -> bool:
    """Select the next word no dictionary knows, from the cursor on and round; False at none."""
    speller, cursor = area.page.style.speller, area.textCursor()
    if speller is None:
        return False
    block, skip = cursor.block(), cursor.selectionEnd() - cursor.block().position()
    for _ in range(area.document().blockCount() + 1):
        line = block.text()
        for start, end in speller.wrong_places(line):
            first = exact_text.units(line[:start])
            if first >= skip:
                cursor.setPosition(block.position() + first)
                cursor.setPosition(
                    block.position() + exact_text.units(line[:end]),
                    QTextCursor.MoveMode.KeepAnchor,
                )
                area.setTextCursor(cursor)
                area.ensureCursorVisible()
                return True
        block, skip = (block.next() if block.next().isValid() else area.document().begin()), 0
    return False


def _put(area: WritingArea, word: QTextCursor, meant: str) -> None:
    written = exact_text.selected_text(word)
    if "’" in written:
        meant = meant.replace("'", "’")
    exact_text.insert(word, exact_text.held(meant))
    area.setTextCursor(word)
