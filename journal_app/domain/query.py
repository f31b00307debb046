"""Query: what a person typed into the search box, read so that any text at all is a query."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from journal_app.domain.person import Person

MOST_TERMS = 32
_TOKEN = re.compile(
    r'(?P<key>person|tag|kind|before|after):(?P<value>"[^"]*"?|[^\s"]*)'
    r'|"(?P<phrase>[^"]*)"?|(?P<plain>[^\s"]+)',
    re.IGNORECASE,
)
# A letter may carry its accent as a character of its own; the index folds both spellings alike.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_HALF_A_DAY = re.compile(r"\d{0,4}(?:-\d{0,2}){0,2}")
# Scripts written without blanks between words, and Korean, whose words end in many ways.
_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u9fff"),
    ("\uac00", "\ud7af"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)

Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after the other; of the last one perhaps only the beginning."""

    words: tuple[str, ...] = field(repr=False)
    beginning: bool = False

    @property
    def text(self) -> str:
        """The term as one string."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Terms that must all be found, in what the filters let through."""

    terms: tuple[Term, ...] = field(default=(), repr=False)
    person: str = field(default="", repr=False)
    tag: str = field(default="", repr=False)
    kind: str = ""
    before: date | None = None
    after: date | None = None

    @property
    def has_filter(self) -> bool:
        """True when anything is asked for besides words."""
        return bool(self.person or self.tag or self.kind or self.before or self.after)

    @property
    def is_empty(self) -> bool:
        """True when nothing is asked for."""
        return not (self.terms or self.has_filter)

    @property
    def is_brief(self) -> bool:
        """True while so little is typed that the newest are a better answer than the best."""
        return len(self.terms) == 1 and len(self.terms[0].text) < 3

    @property
    def is_unspaced(self) -> bool:
        """True for writing whose words no index can tell apart."""
        letters = {letter for term in self.terms for letter in term.text}
        return any(first <= letter <= last for letter in letters for first, last in _UNSPACED)

    @property
    def has_parts(self) -> bool:
        """True when it is worth looking inside words too."""
        return bool(self.terms) and (
            self.is_unspaced or all(len(fold(term.text)) >= 3 for term in self.terms)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A query with all that answering it needs.

    ``person_ids`` are those whom ``person:`` meant, ``names`` the words of each of their names.
    Doubts and worries are found only when ``private`` says so.
    """

    query: Query
    private: bool = False
    limit: int = 50
    person_ids: tuple[int, ...] = ()
    names: tuple[tuple[str, ...], ...] = field(default=(), repr=False)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, as the index tells them apart."""
    return tuple(_WORD.findall(text))


def names_of(person: Person, everyone: Iterable[Person]) -> set[tuple[str, ...]]:
    """The words of each name a person goes by; a first name alone where nobody else has it."""
    names = {words_of(name) for name in (person.name, *person.other_names)}
    first = words_of(person.name)[:1]
    if [words_of(other.name)[:1] for other in everyone].count(first) == 1:
        names.add(first)
    return {name for name in names if name}


def read_query(text: str) -> Query:
    """Read what was typed; the last word is a beginning, for it may not be finished."""
    terms: list[Term] = []
    filters: dict[str, str] = {}
    days: dict[str, date] = {}
    for token in _TOKEN.finditer(text.replace("\0", " ")):
        if token["key"]:
            key, value = token["key"].casefold(), token["value"].strip('"').strip()
            if key not in {"before", "after"}:
                filters[key] = value
            elif (day := _day(value)) is not None:
                days[key] = day
            elif not _HALF_A_DAY.fullmatch(value):
                terms += [Term((word,)) for word in _WORD.findall(f"{key} {value}")]
        elif token["phrase"] is not None:
            words = tuple(_WORD.findall(token["phrase"])[:MOST_TERMS])
            terms += [Term(words)] if words else []
        else:
            terms += [Term((word,)) for word in _WORD.findall(token["plain"])]
    terms = terms[:MOST_TERMS]
    if terms and not text.rstrip().endswith('"'):
        terms[-1] = Term(terms[-1].words, beginning=True)
    return Query(
        terms=tuple(terms),
        person=filters.get("person", ""),
        tag=filters.get("tag", "").removeprefix("#"),
        kind=filters.get("kind", "").casefold(),
        before=days.get("before"),
        after=days.get("after"),
    )


def fold(text: str) -> str:
    """The text as the index compares it: without case and without accents."""
    if text.isascii():
        return text.lower()
    # A sigma is written otherwise at the end of a word, and is the same letter.
    apart = unicodedata.normalize("NFD", text.lower().replace("ς", "σ"))
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare)  # a Korean syllable is one letter to the index


def marks_of(text: str, query: Query, *, inside: bool = True) -> Marks:
    """Where the terms of a query stand in a text, as (start, length).

    A term is looked for as words, and ``inside`` words only where it is none.
    """
    folded, places = _folded(text)
    found: set[tuple[int, int]] = set()
    for term in query.terms:
        spans = [match.span() for match in _pattern(term).finditer(folded)]
        if not spans and inside:
            part = re.escape(fold(term.text))
            spans = [match.span() for match in re.finditer(part, folded)]
        found.update(spans)
    return tuple((places[start], places[end] - places[start]) for start, end in _joined(found))


def holds_parts(text: str, query: Query) -> bool:
    """True when every term stands somewhere in a text, be it inside words."""
    folded = fold(text)
    return all(fold(term.text) in folded for term in query.terms)


def excerpt(text: str, marks: Marks, *, around: int = 80) -> tuple[str, Marks]:
    """The part of a text round its first mark, on one line, and the marks in it."""
    first = marks[0][0] if marks else 0
    start = max(0, first - around)
    if start:
        blank = text.find(" ", start, first)
        start = blank + 1 if blank >= 0 else start
    end = min(len(text), first + 2 * around)
    lead = "…" if start else ""
    cut = lead + text[start:end].replace("\n", " ") + ("…" if end < len(text) else "")
    shift = len(lead) - start
    inside = tuple((at + shift, size) for at, size in marks if start <= at and at + size <= end)
    return cut, inside


def _day(value: str) -> date | None:
    """The first day of a year, a month or a day as it was typed."""
    found = _DAY.fullmatch(value)
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _folded(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters and its end the place in the text."""
    if text.isascii():
        return text.lower(), list(range(len(text) + 1))
    out: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        piece = fold(char)
        out.append(piece)
        places += [place] * len(piece)
    return "".join(out), [*places, len(text)]


def _pattern(term: Term) -> re.Pattern[str]:
    words = r"[\W_]+".join(re.escape(fold(word)) for word in term.words)
    tail = r"[^\W_]*" if term.beginning else ""
    return re.compile(rf"(?<![^\W_]){words}{tail}(?![^\W_])")


def _joined(spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that touch made one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if start == end:
            continue
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out
