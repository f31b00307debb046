"""Spelling: which words of a paragraph no dictionary knows, looked up while the hands rest."""

import re
import time
import unicodedata
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from journal_app.ui.editor.marks import Kind, spans

WAIT_MS = 250
SLICE_SECONDS = 0.006
# Letters, the marks that combine with them, soft hyphens, and apostrophes inside a word.
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['’][^\W\d_]+|[\u0300-\u036f\u00ad]+[^\W\d_]*)*(?!\w)")
UNCHECKED = {Kind.CODE, Kind.FENCED, Kind.ADDRESS, Kind.MENTION, Kind.RULE}
_SCRIPTS = {
    **dict.fromkeys(("be", "bg", "kk", "mk", "mn", "ru", "sr", "uk"), "CYRILLIC"),
    **dict.fromkeys(("ar", "fa", "ug", "ur"), "ARABIC"),
    **{"el": "GREEK", "he": "HEBREW", "hy": "ARMENIAN", "ka": "GEORGIAN", "ko": "HANGUL"},
}


class Speller(QObject):
    """One language. It answers at once from what it has looked up, and looks up the rest later.

    ``looked_up`` brings the words found to be wrong, or None when any word may have changed sides.
    """

    looked_up = Signal(object)

    def __init__(
        self, language: str, knows: Callable[[str], bool], own: Iterable[str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._script = _SCRIPTS.get(language.split("-")[0], "LATIN")
        self._knows = knows
        self._own = {_folded(word) for word in own}
        self.version = 0  # grows when a word that was looked at may have changed sides
        self._known: set[str] = set()
        self._wrong: set[str] = set()
        self._waiting: dict[str, None] = {}
        self._news: set[str] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT_MS)
        self._soon.timeout.connect(self._look_up)

    def misspelled(self, text: str, closed: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Where the words stand that are known to be wrong; new words wait to be looked up."""
        words = set(_WORD.findall(text))
        if self._known.issuperset(words):
            return []
        new = words - self._known - self._wrong
        if new:
            self._waiting.update(dict.fromkeys(new))
            if not self._soon.isActive():
                self._soon.start()
        return [] if self._wrong.isdisjoint(words) else self._places(text, closed)

    def wrong_places(self, line: str) -> list[tuple[int, int]]:
        """Where wrong words stand in a line outside code and addresses; asks at once."""
        for word in _WORD.findall(line):
            self.is_wrong(word)
        closed = [(span.start, span.end) for span in spans(line) if span.kind in UNCHECKED]
        return self._places(line, closed)

    def is_wrong(self, word: str) -> bool:
        """True when no dictionary knows the word; asks at once."""
        if word not in self._known and word not in self._wrong:
            self._sort(word)
        return word in self._wrong

    def own_words_are(self, words: Iterable[str]) -> None:
        """Know these words besides the language's, and no others."""
        own = {_folded(word) for word in words}
        if own == self._own:
            return
        self._own = own
        for word in [*self._known, *self._wrong]:
            self._waiting[word] = None
        self._known, self._wrong = set(), set()
        while self._waiting:
            self._sort(self._waiting.popitem()[0])
        self.version += 1
        self.looked_up.emit(None)

    def _places(self, text: str, closed: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [
            place.span()
            for place in _WORD.finditer(text)
            if place[0] in self._wrong
            and not any(start <= place.start() < end for start, end in closed)
        ]

    def _look_up(self) -> None:
        until = time.perf_counter() + SLICE_SECONDS
        while self._waiting and time.perf_counter() < until:
            word = next(iter(self._waiting))
            del self._waiting[word]
            if self._sort(word):
                self._news.add(word)
        if self._waiting:
            self._soon.start(0)
            return
        self._soon.setInterval(WAIT_MS)
        if self._news:
            news, self._news = self._news, set()
            self.version += 1
            self.looked_up.emit(news)

    def _sort(self, word: str) -> bool:
        """File a word under known or wrong; True when it is wrong."""
        plain = _folded(word)
        fine = (
            len(plain) < 2
            or plain.isupper()
            or plain in self._own
            or plain[:1].lower() + plain[1:] in self._own
            or plain.removesuffix("'s") in self._own
            or not self._is_of_script(plain)
            or self._knows(plain)
        )
        (self._known if fine else self._wrong).add(word)
        return not fine

    def _is_of_script(self, word: str) -> bool:
        return unicodedata.name(word[0], "").startswith(self._script)


def word_at(text: str, place: int) -> tuple[int, int]:
    """The ends of the word at or beside a place in a line; equal where there is none."""
    for found in _WORD.finditer(text):
        if found.start() <= place <= found.end():
            return found.span()
    return place, place


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word.replace("’", "'").replace("\u00ad", ""))
