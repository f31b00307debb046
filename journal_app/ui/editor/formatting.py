"""Formatting: strong, emphasis, links, headings and lists, by shortcut and from a menu."""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit

from journal_app.ui.editor.actions import editor_action
from journal_app.ui.editor.exact_text import cut_at, selected_text, units

_Standard = QKeySequence.StandardKey
_OPENING = re.compile(
    r"(?:[ \t]*(?:>[ \t]?)*)(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?"
)
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<item>(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?")
_QUOTED = re.compile(r">[ \t]?")
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>]{1,2000}")


class Formatting(QObject):
    """The formatting acts of one editor. Each is one step to undo and does its own opposite."""

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self.actions = {
            name: editor_action(editor, text, keys, act)
            for name, text, keys, act in (
                ("strong", self.tr("&Strong"), _Standard.Bold, partial(self.wrap, "**")),
                ("emphasis", self.tr("&Emphasis"), _Standard.Italic, partial(self.wrap, "*")),
                ("code", self.tr("&Code"), "Ctrl+Shift+C", partial(self.wrap, "`")),
                ("link", self.tr("&Link"), "Ctrl+Shift+K", self.link),
                ("heading", self.tr("&Heading"), "Ctrl+Shift+H", self.heading),
                ("list", self.tr("&List"), "Ctrl+Shift+8", partial(self.itemise, "- ")),
                (
                    "numbers",
                    self.tr("&Numbered list"),
                    "Ctrl+Shift+7",
                    partial(self.itemise, "1. "),
                ),
                ("tasks", self.tr("&Tasks"), "Ctrl+Shift+9", self.task),
                ("quote", self.tr("&Quote"), "Ctrl+Shift+.", self.quote),
            )
        }

    def wrap(self, mark: str) -> None:
        """Put marks round the selection or the word, or take them away again."""
        cursor = self._editor.textCursor()
        if not cursor.hasSelection():
            self._wrap_word(cursor, mark)
            return
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        pieces = _pieces(cursor)
        change = QTextCursor(cursor.document())
        change.beginEditBlock()
        taken = bool(pieces) and all(self._has(first, last, mark) for first, last in pieces)
        outside = taken and self._outside(*pieces[0], mark)
        moved = 0
        for first, last in reversed(pieces):
            moved += self._wrap_piece(change, first, last, mark, taken=taken)
        change.endEditBlock()
        if len(pieces) == 1:
            before = moved // 2 if outside or not taken else 0
            self._select(pieces[0][0] + before, pieces[0][1] + moved - before)
        elif pieces:
            self._select(start, end + moved)

    def link(self) -> None:
        """Make the selection a link, with the cursor where its address goes."""
        cursor = self._editor.textCursor()
        words = selected_text(cursor)
        cursor.beginEditBlock()
        if ADDRESS.fullmatch(words):
            cursor.insertText(f"[]({words})")
            place = cursor.selectionStart() - units(words) - 3
        else:
            cursor.insertText(f"[{words}]()")
            place = cursor.position() - (1 if words else 3)
        cursor.endEditBlock()
        cursor.setPosition(place)
        self._editor.setTextCursor(cursor)

    def heading(self) -> None:
        """Make the line a heading, then a smaller one, then a plain line again."""
        match = _HEADING.match(self._editor.textCursor().block().text())
        size = len(match[1]) if match else 0
        self._each_line(
            lambda line: ("#" * (size + 1) + " " if size < 3 else "") + _HEADING.sub("", line, 1)
        )

    def itemise(self, mark: str) -> None:
        """Make the lines items of a list, or plain lines again."""
        lines = self._lines()
        numbers = mark[0].isdigit()
        already = all(
            _is_item(line, numbers=numbers) for line in lines if line.strip() or not lines[1:]
        )
        count = 0

        def change(line: str) -> str:
            nonlocal count
            match = _ITEM.match(line)
            if match is None or (not line.strip() and len(lines) > 1):
                return line
            count += 1
            own = f"{count}. " if numbers else mark
            return f"{match['indent']}{'' if already else own}{line[match.end() :]}"

        self._each_line(change)

    def task(self) -> None:
        """Make the line a task, then a done one, then an item again."""
        match = _ITEM.match(self._editor.textCursor().block().text())
        item = match["item"] or "" if match else ""
        after = "- [ ] "
        if "[ ]" in item:
            after = "- [x] "
        elif "[" in item:
            after = "- "

        def change(line: str) -> str:
            match = _ITEM.match(line)
            return f"{match['indent']}{after}{line[match.end() :]}" if match else line

        self._each_line(change)

    def quote(self) -> None:
        """Quote the lines, or quote them no longer."""
        quoted = all(line.startswith(">") for line in self._lines())
        self._each_line(lambda line: _QUOTED.sub("", line, 1) if quoted else f"> {line}")

    def _wrap_word(self, cursor: QTextCursor, mark: str) -> None:
        place = cursor.position()
        word = QTextCursor(cursor)
        word.select(QTextCursor.SelectionType.WordUnderCursor)
        if word.selectedText().strip(" \u2029*_`") and word.selectionStart() <= place:
            start, end = word.selectionStart(), word.selectionEnd()
            change = QTextCursor(cursor.document())
            change.beginEditBlock()
            taken = self._has(start, end, mark)
            self._wrap_piece(change, start, end, mark, taken=taken)
            change.endEditBlock()
            cursor.setPosition(place + (-len(mark) if taken else len(mark)))
        else:
            cursor.insertText(mark * 2)
            cursor.setPosition(place + len(mark))
        self._editor.setTextCursor(cursor)

    def _has(self, start: int, end: int, mark: str) -> bool:
        return self._outside(start, end, mark) or self._inside(start, end, mark)

    def _outside(self, start: int, end: int, mark: str) -> bool:
        return self._runs(start, -1, mark) and self._runs(end, 1, mark)

    def _runs(self, place: int, way: int, mark: str) -> bool:
        """True when exactly this mark, or it and its double, stands before or after a place."""
        document = self._editor.document()
        count = 0
        while document.characterAt(place - 1 if way < 0 else place) == mark[0]:
            count += 1
            place += way
        return count in {len(mark), 3}

    def _inside(self, start: int, end: int, mark: str) -> bool:
        piece = QTextCursor(self._editor.document())
        piece.setPosition(start)
        piece.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        text = piece.selectedText()
        longer = text.startswith(mark + mark[0]) and not text.startswith(mark[0] * 3)
        return (
            len(text) > 2 * len(mark)
            and text.startswith(mark)
            and text.endswith(mark)
            and not longer
        )

    def _wrap_piece(
        self, change: QTextCursor, start: int, end: int, mark: str, *, taken: bool
    ) -> int:
        """Change one stretch of one line; by how much the text after it moved."""
        size = len(mark)
        if not taken:
            for place in (end, start):
                change.setPosition(place)
                change.insertText(mark)
            return 2 * size
        out = self._outside(start, end, mark)
        for place in (end if out else end - size, start - size if out else start):
            change.setPosition(place)
            change.setPosition(place + size, QTextCursor.MoveMode.KeepAnchor)
            change.removeSelectedText()
        return -2 * size

    def _select(self, start: int, end: int) -> None:
        cursor = self._editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)

    def _lines(self) -> list[str]:
        cursor = self._editor.textCursor()
        block = cursor.document().findBlock(cursor.selectionStart())
        lines = [block.text()]
        while block.position() + block.length() <= cursor.selectionEnd():
            block = block.next()
            lines.append(block.text())
        return lines

    def _each_line(self, change: Callable[[str], str]) -> None:
        """Change the beginnings of the selected lines as one step, touching nothing else."""
        cursor = self._editor.textCursor()
        count = len(self._lines())
        block = cursor.document().findBlock(cursor.selectionStart())
        edit = QTextCursor(cursor.document())
        edit.beginEditBlock()
        for _ in range(count):
            before = block.text()
            after = change(before)
            same = _common_end(before, after)
            edit.setPosition(block.position())
            edit.setPosition(
                block.position() + units(before[: len(before) - same]),
                QTextCursor.MoveMode.KeepAnchor,
            )
            if before != after:
                edit.insertText(after[: len(after) - same])
            block = edit.block().next()
        edit.endEditBlock()


def _is_item(line: str, *, numbers: bool) -> bool:
    item = (_ITEM.match(line) or {"item": ""})["item"] or ""
    return bool(item) and item[0].isdigit() == numbers and "[" not in item


def _common_end(one: str, other: str) -> int:
    count = 0
    while count < min(len(one), len(other)) and one[-1 - count] == other[-1 - count]:
        count += 1
    return count


def _pieces(cursor: QTextCursor) -> list[tuple[int, int]]:
    """The selected stretch of each line without blanks at its ends and marks at its beginning."""
    found = []
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    while block.isValid() and block.position() < cursor.selectionEnd():
        text = block.text()
        opening = _OPENING.match(text)
        least = units(opening[0]) if opening else 0
        start = max(cursor.selectionStart() - block.position(), least)
        end = min(cursor.selectionEnd() - block.position(), units(text))
        piece = cut_at(cut_at(text, end)[0], start)[1] if start < end else ""
        if piece.strip():
            start += units(piece) - units(piece.lstrip())
            end -= units(piece) - units(piece.rstrip())
            found.append((block.position() + start, block.position() + end))
        block = block.next()
    return found
