"""List keys: Enter goes on with a list or quote, Tab moves an item in, and out again."""

import re
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from journal_app.ui.editor.exact_text import cut_at, units

_LINE = re.compile(
    r"(?P<indent>[ \t]*)(?P<quote>(?:>[ \t]?)*)"
    r"(?P<item>(?:(?P<mark>[-*+])|(?P<number>\d{1,9})(?P<stop>[.)]))(?P<gap>[ \t]+)"
    r"(?P<task>\[[ xX]\](?:[ \t]+|$))?)?"
)
_RULE = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$")


@dataclass(frozen=True, slots=True)
class Opening:
    """What a line begins with before its own words."""

    text: str
    indent: str
    inner: int
    following: str
    is_item: bool

    @property
    def stands(self) -> bool:
        """True when the next line would begin likewise."""
        return bool(self.following.strip())


def opening_of(line: str) -> Opening:
    """The beginning of a line, and what a line after it begins with."""
    match = _LINE.match(line)
    if match is None or _RULE.match(line):
        return Opening("", "", 0, "", is_item=False)
    indent, quote, item = match["indent"], match["quote"], match["item"] or ""
    mark = match["mark"] or ""
    if match["number"]:
        mark = f"{int(match['number']) + 1}{match['stop']}"
    task = "[ ] " if match["task"] else ""
    following = f"{indent}{quote}"
    if item:
        following += f"{mark}{match['gap'][:4]}{task}"
    elif quote and not quote.endswith((" ", "\t")):
        following += " "
    own = (match["mark"] or f"{match['number'] or ''}{match['stop'] or ''}") if item else ""
    inner = len(indent.expandtabs(4)) + len(own) + 1
    return Opening(match[0], indent, inner, following, is_item=bool(item) and not quote)


def go_on(editor: QTextEdit) -> bool:
    """Enter: begin the next item or quoted line, or end the list where an item is empty."""
    cursor = editor.textCursor()
    block = cursor.block()
    opening = opening_of(block.text())
    before, _after = cut_at(block.text(), cursor.positionInBlock())
    if cursor.hasSelection() or not opening.stands or _is_fenced(block):
        return False
    if len(before) < len(opening.text):
        return False
    if not block.text()[len(opening.text) :].strip():
        return move(editor, inwards=False) or _end(cursor)
    cursor.beginEditBlock()
    cursor.insertBlock()
    cursor.insertText(opening.following)
    cursor.endEditBlock()
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    return True


def move(editor: QTextEdit, *, inwards: bool) -> bool:
    """Move the items of the selection one level; False where they can go no further.

    An item goes at most one level below the one before it, so that Tab always finds a way out.
    """
    cursor = editor.textCursor()
    blocks = _blocks_of(cursor)
    first = opening_of(blocks[0].text())
    if not first.is_item or _is_fenced(blocks[0]):
        return False
    wanted = _deeper(blocks[0], first) if inwards else _shallower(blocks[0], first)
    have = _width(first)
    if wanted is None or wanted == have:
        return False
    change = QTextCursor(cursor)
    change.beginEditBlock()
    for block in blocks:
        opening = opening_of(block.text())
        if opening.is_item:
            change.setPosition(block.position())
            change.movePosition(
                QTextCursor.MoveOperation.Right,
                QTextCursor.MoveMode.KeepAnchor,
                units(opening.indent),
            )
            change.insertText(" " * max(0, _width(opening) + wanted - have))
    change.endEditBlock()
    return True


def _end(cursor: QTextCursor) -> bool:
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    return True


def _blocks_of(cursor: QTextCursor) -> list[QTextBlock]:
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    blocks = [block]
    while block != last:
        block = block.next()
        blocks.append(block)
    return blocks


def _width(opening: Opening) -> int:
    return len(opening.indent.expandtabs(4))


def _above(block: QTextBlock, at_most: int) -> Opening | None:
    """The nearest item above that is no deeper than this, in the same list."""
    blanks = 0
    block = block.previous()
    while block.isValid() and blanks < 2:
        opening = opening_of(block.text())
        if opening.is_item and _width(opening) <= at_most:
            return opening
        blanks = blanks + 1 if not block.text().strip() else 0
        if not opening.is_item and block.text()[:1].strip():
            return None
        block = block.previous()
    return None


def _deeper(block: QTextBlock, own: Opening) -> int | None:
    above = _above(block, _width(own))
    return above.inner if above is not None and above.inner > _width(own) else None


def _shallower(block: QTextBlock, own: Opening) -> int | None:
    width = _width(own)
    if not width:
        return None
    above = _above(block, width - 1)
    return _width(above) if above is not None else 0


def _is_fenced(block: QTextBlock) -> bool:
    return block.userState() > 0 or block.previous().userState() > 0
