"""Markdown style: paints Markdown while it is typed; the text itself is never touched."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
)

from journal_app.ui.editor.exact_text import cut_at, units
from journal_app.ui.editor.marks import FENCE, Kind, Span
from journal_app.ui.editor.paragraph import Paragraph
from journal_app.ui.editor.spelling import Speller
from journal_app.ui.theme import Theme

LONGEST_STYLED = 12_000  # characters in one paragraph
_PIXELS = QTextCharFormat.Property.FontPixelSize
_HEADINGS = {
    1: (28, QFont.Weight.Medium),
    2: (22, QFont.Weight.Medium),
    3: (20, QFont.Weight.Bold),
    4: (18, QFont.Weight.Bold),
}
_COLORS = {
    Kind.MARK: "muted",
    Kind.BULLET: "accent_ink",
    Kind.QUOTE: "muted",
    Kind.LINK: "accent_ink",
    Kind.ADDRESS: "muted",
    Kind.DONE: "muted",
    Kind.RULE: "muted",
    Kind.MENTION: "growth",
    Kind.STRUCK: "muted",
}
# What lies over what, lowest first. A heading takes a place for each of its four looks.
_ORDER = {
    Kind.QUOTE: 0,
    Kind.HEADING: 1,
    Kind.BULLET: 6,
    Kind.DONE: 7,
    Kind.STRONG: 8,
    Kind.EMPHASIS: 9,
    Kind.STRUCK: 10,
    Kind.LINK: 11,
    Kind.CODE: 12,
    Kind.FENCED: 13,
    Kind.ADDRESS: 14,
    Kind.MENTION: 15,
    Kind.RULE: 16,
    Kind.MARK: 17,
}
_UNKNOWN = 18
NOWHERE = -1
_NOBODY = (-1, NOWHERE)
_PLAIN, _BACKTICKS, _TILDES = 0, 1, 2

RECHECK_SECONDS = 0.006


class MarkdownStyle(QSyntaxHighlighter):
    """Styles one document, with the names of people and, once it has a speller, its spelling."""

    def __init__(self, document: QTextDocument, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layers: list[QTextCharFormat] = []
        self._formats: dict[int, QTextCharFormat] = {}
        self._speller: Speller | None = None
        self._names: tuple[str, ...] = ()
        self._writing_at = (-1, NOWHERE)
        self._left_alone = _NOBODY
        self._latest: Paragraph | None = None
        self._to_recheck = 0
        self._news: set[str] | None = None
        self._recheck = QTimer(self)
        self._recheck.setInterval(0)
        self._recheck.timeout.connect(self._recheck_some)
        theme.changed.connect(self._dress)
        self._make_layers()
        self.setDocument(document)

    @property
    def speller(self) -> Speller | None:
        """What the spelling is checked with."""
        return self._speller

    def check_with(self, speller: Speller | None) -> None:
        """Check the spelling with this from now on, or not at all."""
        if speller is self._speller:
            return
        if self._speller is not None:
            self._speller.looked_up.disconnect(self._recheck_for)
        self._speller = speller
        if speller is not None:
            speller.looked_up.connect(self._recheck_for)
        self._recheck_for(None)

    def know(self, names: tuple[str, ...]) -> None:
        """Show these names as mentions where they follow an @."""
        if names != self._names:
            self._names = names
            self._latest = None
            self._recheck_for(None)

    def write_at(self, block: QTextBlock, place: int) -> None:
        """The cursor is there: the word it ends is still being written, and left alone so far."""
        self._writing_at = (block.blockNumber(), place)
        if self._left_alone not in {_NOBODY, self._writing_at}:
            left = self.document().findBlockByNumber(self._left_alone[0])
            self._left_alone = _NOBODY
            if left.isValid():
                self.rehighlightBlock(left)

    def highlightBlock(self, text: str) -> None:  # noqa: N802 (Qt's name)
        """Paint one paragraph."""
        if self._fenced(text) or len(text) > LONGEST_STYLED:
            return
        latest = self._latest.then(text) if self._latest is not None else None
        read = self._latest = latest or Paragraph.read(text, self._names)
        layers = [(span.start, span.end, _layer(span)) for span in read.found]
        if self._speller is not None and (wrong := read.check(self._speller)):
            layers += self._unknown(text, wrong)
        if layers:
            self._paint(layers, _unit_places(text))

    def _unknown(self, text: str, wrong: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
        block, place = self._writing_at
        if self._left_alone[0] == block:
            self._left_alone = _NOBODY
        if place == NOWHERE or self.currentBlock().blockNumber() != block:
            return [(start, end, _UNKNOWN) for start, end in wrong]
        here = len(cut_at(text, place)[0])
        # Painting comes before the cursor moves on, so the word may end one sign after it.
        unknown = []
        for start, end in wrong:
            if end - here in {0, 1}:
                self._left_alone = (block, units(text[:end]))
            else:
                unknown.append((start, end, _UNKNOWN))
        return unknown

    def _recheck_for(self, words: set[str] | None) -> None:
        """Paint every paragraph with these words anew, a few at a time, so that no key waits."""
        if self._recheck.isActive():
            words = words | self._news if words is not None and self._news is not None else None
        self._news = words
        self._to_recheck = 0
        self._recheck.start()

    def _recheck_some(self) -> None:
        until = time.perf_counter() + RECHECK_SECONDS
        block = self.document().findBlockByNumber(self._to_recheck)
        while block.isValid() and time.perf_counter() < until:
            if self._news is None or any(word in block.text() for word in self._news):
                self.rehighlightBlock(block)
            block = block.next()
            self._to_recheck += 1
        if not block.isValid():
            self._recheck.stop()
            self._news = None

    def _paint(self, layers: list[tuple[int, int, int]], to_units: Callable[[int], int]) -> None:
        """Paint each stretch between two ends once, with all that lies over it."""
        ends = sorted(
            [(start, 1, layer) for start, _end, layer in layers]
            + [(end, -1, layer) for _start, end, layer in layers]
        )
        over = [0] * (_UNKNOWN + 1)
        mask, since = 0, 0
        for place, change, layer in ends:
            if mask and place > since:
                first = to_units(since)
                self.setFormat(first, to_units(place) - first, self._merged(mask))
            since = place
            over[layer] += change
            mask = mask | 1 << layer if over[layer] else mask & ~(1 << layer)

    def _merged(self, mask: int) -> QTextCharFormat:
        if mask not in self._formats:
            merged = QTextCharFormat()
            for layer, style in enumerate(self._layers):
                if mask >> layer & 1:
                    merged.merge(style)
            self._formats[mask] = merged
        return self._formats[mask]

    def _fenced(self, text: str) -> bool:
        """True inside a fenced block, whose lines are all painted alike."""
        fence = FENCE.match(text)
        kind = _PLAIN
        if fence:
            kind = _BACKTICKS if "`" in fence[0] else _TILDES
        inside = max(_PLAIN, self.previousBlockState())
        if fence and "`" in text[fence.end() :].strip("`"):
            kind = _PLAIN  # `code` on a line of its own, not a fence
        if not inside and not kind:
            self.setCurrentBlockState(_PLAIN)
            return False
        ends = bool(inside and kind == inside)
        self.setCurrentBlockState(_PLAIN if ends else inside or kind)
        mask = 1 << _ORDER[Kind.FENCED]
        if fence and (ends or not inside):
            mask |= 1 << _ORDER[Kind.MARK]
        self.setFormat(0, units(text), self._merged(mask))
        return True

    def _dress(self) -> None:
        self._make_layers()
        self.rehighlight()

    def _make_layers(self) -> None:
        self._formats = {}
        self._layers = [QTextCharFormat() for _ in range(_UNKNOWN + 1)]
        for kind, token in _COLORS.items():
            self._layers[_ORDER[kind]].setForeground(self._theme.color(token))
        for level, (size, weight) in _HEADINGS.items():
            heading = self._layers[_ORDER[Kind.HEADING] + level]
            heading.setProperty(_PIXELS, self._theme.px(size))
            heading.setFontWeight(weight)
        self._layers[_ORDER[Kind.STRONG]].setFontWeight(QFont.Weight.Bold)
        for kind in (Kind.EMPHASIS, Kind.QUOTE):
            self._layers[_ORDER[kind]].setFontItalic(True)
        for kind in (Kind.DONE, Kind.STRUCK):
            self._layers[_ORDER[kind]].setFontStrikeOut(True)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        for kind in (Kind.CODE, Kind.FENCED):
            code = self._layers[_ORDER[kind]]
            code.setFontFamilies([fixed.family()])
            code.setBackground(self._theme.color("sunken"))
            code.setProperty(_PIXELS, self._theme.px(16))
        self._layers[_ORDER[Kind.LINK]].setFontUnderline(True)
        mention = self._layers[_ORDER[Kind.MENTION]]
        mention.setBackground(self._theme.color("growth_soft"))
        mention.setFontWeight(QFont.Weight.Medium)
        unknown = self._layers[_UNKNOWN]
        unknown.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        unknown.setUnderlineColor(self._theme.color("accent"))


def _layer(span: Span) -> int:
    return _ORDER[span.kind] + (min(span.level, 4) if span.kind is Kind.HEADING else 0)


def _unit_places(text: str) -> Callable[[int], int]:
    """Turns a place counted in characters into one counted as the document counts."""
    if text.isascii() or units(text) == len(text):
        return lambda place: place
    places = [0]
    for char in text:
        places.append(places[-1] + (2 if char > "\uffff" else 1))
    return lambda place: places[place]
