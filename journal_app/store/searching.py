"""Searching: every word of the journal found again, then parts of words."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from journal_app.domain.item import Hit
from journal_app.domain.query import Query, Search, excerpt, fold, holds_parts, marks_of
from journal_app.store.database import Database, environment_errors
from journal_app.store.items import ItemRepository

_START, _END = "\x02", "\x03"
_PROVED_AT_ONCE = 200


class SearchRepository:
    """Reads the search index; what FTS5 would take for an operator is a word here."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._items = ItemRepository(db)

    def words(self, search: Search) -> list[Hit]:
        """What holds every term of the query as words, the best first."""
        query = search.query
        if not query.terms:
            return self._let_through(search)
        kept, values = _filters(search)
        order = "words.rowid DESC" if query.is_brief else "words.rank"
        with environment_errors():
            rows = self._db.execute(
                "SELECT rowid, snippet(words, 1, ?, ?, '…', 24) FROM words"  # noqa: S608
                f" WHERE words MATCH ? {kept} ORDER BY {order} LIMIT ?",
                [_START, _END, _match(query), *values, search.limit],
            )
        items = self._items.by_number([number for number, _ in rows])
        hits = []
        for number, marked in rows:
            snippet, marks = _marks(marked)
            hits.append(Hit(item=items[number], snippet=snippet, marks=marks))
        return hits

    def count(self, search: Search) -> int:
        """How many items hold the terms as words."""
        with environment_errors():
            [(found,)] = self._db.execute(
                "SELECT count(*) FROM words WHERE words MATCH ?", [_match(search.query)]
            )
        return int(found)

    def parts(self, search: Search, *, besides: Iterable[str] = ()) -> list[Hit]:
        """What holds every term somewhere, be it inside words, the newest first.

        ``besides`` are the refs that were found as words already.
        """
        query, limit = search.query, search.limit
        if not query.has_parts:
            return []
        known = set(besides)
        kept, values = _filters(search)
        # Every three letters that follow each other; which of them do is proved by reading.
        threes = sorted({t for term in query.terms for t in _threes(fold(term.text))})
        asked = " AND ".join(f'"{three}"' for three in threes)
        look = "rowid IN (SELECT rowid FROM words_parts WHERE words_parts MATCH ?) AND"
        hits: list[Hit] = []
        last = 2**62
        while len(hits) < limit:
            with environment_errors():
                rows = self._db.execute(
                    "SELECT rowid, title, body FROM words"  # noqa: S608
                    f" WHERE {look if threes else ''} rowid < ? {kept}"
                    " ORDER BY rowid DESC LIMIT ?",
                    [*([asked] if threes else []), last, *values, _PROVED_AT_ONCE],
                )
            if not rows:
                break
            last = rows[-1][0]
            proved = [n for n, title, body in rows if holds_parts(f"{title}\n{body}", query)]
            hits += self._proved(proved[: limit - len(hits) + len(known)], query, known)
        return hits[:limit]

    def _proved(self, numbers: Sequence[int], query: Query, known: set[str]) -> list[Hit]:
        items = self._items.by_number(numbers)
        hits = []
        for number in numbers:
            item = items[number]
            if item.ref not in known:
                snippet, marks = excerpt(item.body, marks_of(item.body, query))
                hits.append(Hit(item=item, snippet=snippet, marks=marks))
        return hits

    def _let_through(self, search: Search) -> list[Hit]:
        """The newest that the filters let through, when no word was asked for."""
        if not search.query.has_filter:
            return []
        kept, values = _filters(search)
        with environment_errors():
            rows = self._db.execute(
                f"SELECT rowid FROM words WHERE 1 {kept} ORDER BY rowid DESC LIMIT ?",  # noqa: S608
                [*values, search.limit],
            )
        items = self._items.by_number([number for (number,) in rows])
        return [
            Hit(item=items[n], snippet=excerpt(items[n].body, ())[0])
            for n in sorted(items, key=lambda n: (items[n].on, n), reverse=True)
        ]


def _filters(search: Search) -> tuple[str, list[object]]:
    """What keeps a row of the index, and the values in it."""
    query = search.query
    conditions: list[str] = [] if search.private else ["private = 'no'"]
    values: list[object] = []
    wanted, about = [], []
    for condition, value in (
        ("happened_on < ?", query.before.isoformat() if query.before else None),
        ("happened_on >= ?", query.after.isoformat() if query.after else None),
        ("kind = ?", query.kind or None),
    ):
        if value is not None:
            wanted.append(condition)
            about.append(value)
    if wanted:
        conditions.append(
            f"rowid IN (SELECT noun_id * 16 + code FROM item WHERE {' AND '.join(wanted)})"  # noqa: S608
        )
        values += about
    if query.tag:
        conditions.append(
            "rowid IN (SELECT entry_id * 16 FROM entry_tag WHERE tag = ? COLLATE NOCASE)"
        )
        values.append(query.tag)
    if query.person:
        marks = ", ".join("?" * len(search.person_ids))
        named = "SELECT rowid FROM words WHERE words MATCH ?"
        theirs = f"SELECT noun_id * 16 + code FROM item WHERE person_id IN ({marks})"  # noqa: S608
        conditions.append(f"rowid IN ({theirs}" + (f" UNION {named})" if search.names else ")"))
        values += [*search.person_ids, *([_any_of(search.names)] if search.names else [])]
    return "".join(f" AND {condition}" for condition in conditions), values


def _match(query: Query) -> str:
    return " ".join(f'"{term.text}"' + ("*" if term.beginning else "") for term in query.terms)


def _any_of(names: Sequence[Sequence[str]]) -> str:
    return " OR ".join(f'"{" ".join(words)}"' for words in names)


def _threes(text: str) -> list[str]:
    if len(text) < 3:
        return []
    return [first + second[1:] for first, second in pairwise(map("".join, pairwise(text)))]


def _marks(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The snippet without its control marks, and where the matches lie in it."""
    text, marks = "", []
    for part in marked.split(_START):
        match, ended, rest = part.partition(_END)
        if ended:
            marks.append((len(text), len(match)))
            text += match + rest
        else:
            text += part
    return text, tuple(marks)
