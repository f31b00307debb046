"""Items: the whole journal as one list by date, and every word of it found again."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from journal_app.domain.errors import Refused
from journal_app.domain.item import Hit, Item
from journal_app.store.database import Database, environment_errors

_COLUMNS = (
    "item.ref, item.kind, item.happened_on, item.title, item.body, item.person_id, item.private"
)
_BY_KEY = "WHERE item.code = ? AND item.noun_id = ?"
# What stands before the colon of a ref -> the code of its table in the view.
_CODES = {
    "": 0,
    "moment": 1,
    "celebration": 2,
    "doubt": 3,
    "worry": 4,
    "plan": 5,
    "promise": 6,
    "seed": 7,
    "answer": 8,
}
_START, _END = "\x02", "\x03"
# A letter may carry its accent as a character of its own; the index folds both spellings alike.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


class ItemRepository:
    """Reads the ``item`` view and its search index; writes nothing."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, ref: str) -> Item:
        """The item with this ref; ``Refused`` when there is none."""
        noun, _, number = ref.rpartition(":")
        found = []
        if noun in _CODES and number.isdecimal():
            # By its key: the ref is made by the view, and to look for it reads the whole journal.
            found = self._items(_BY_KEY, [_CODES[noun], int(number)])
        if not found:
            raise Refused(f"There is no entry {ref} in this journal.")
        return found[0]

    def between(
        self,
        first: date | None = None,
        last: date | None = None,
        *,
        person_id: int | None = None,
        kind: str | None = None,
        tag: str | None = None,
        limit: int = -1,
    ) -> list[Item]:
        """Items of a period, newest first, each filter taken only when it is given."""
        conditions: list[str] = []
        values: list[object] = []
        for condition, value in (
            ("item.happened_on >= ?", first.isoformat() if first else None),
            ("item.happened_on <= ?", last.isoformat() if last else None),
            ("item.person_id = ?", person_id),
            ("item.kind = ?", kind),
            (
                "item.code = 0 AND item.noun_id IN (SELECT entry_id FROM entry_tag WHERE tag = ?)",
                tag,
            ),
        ):
            if value is not None:
                conditions.append(condition)
                values.append(value)
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        return self._items(
            f"{where} ORDER BY item.happened_on DESC, item.code, item.noun_id DESC LIMIT ?",
            [*values, limit],
        )

    def days(self) -> tuple[date, date] | None:
        """The first and the last day on which there is anything."""
        with environment_errors():
            [(first, last)] = self._db.execute(
                "SELECT min(happened_on), max(happened_on) FROM item"
            )
        return (date.fromisoformat(first), date.fromisoformat(last)) if first else None

    def count(self, first: date, last: date) -> int:
        """How many items a period holds."""
        with environment_errors():
            [(found,)] = self._db.execute(
                "SELECT count(*) FROM item WHERE happened_on BETWEEN ? AND ?",
                [first.isoformat(), last.isoformat()],
            )
        return int(found)

    def search(self, query: str, *, private: bool = False, limit: int = 50) -> list[Hit]:
        """Items that hold every word of the query, the last as a beginning, the best first.

        Any text is a query: what FTS5 would read as an operator is a word here. Doubts and
        worries are found only when ``private`` says so.
        """
        words = _WORD.findall(query.replace("\x00", " "))[:32]
        if not words:
            return []
        match = " ".join(f'"{word}"' for word in words[:-1]) + f' "{words[-1]}"*'
        order = "words.rowid DESC" if len(words) == 1 and len(words[0]) < 3 else "words.rank"
        hide = "" if private else "AND private = 'no'"
        with environment_errors():
            rows = self._db.execute(
                "SELECT rowid, snippet(words, 1, ?, ?, '…', 24) FROM words"  # noqa: S608
                f" WHERE words MATCH ? {hide} ORDER BY {order} LIMIT ?",
                [_START, _END, match, limit],
            )
        hits = []
        for number, marked in rows:
            # One row by its key: joining the view would read the whole journal for each query.
            [item] = self._items(_BY_KEY, [number % 16, number // 16])
            snippet, marks = _marks(marked)
            hits.append(Hit(item=item, snippet=snippet, marks=marks))
        return hits

    def search_is_whole(self) -> bool:
        """True when the search index holds exactly the items there are, and is sound."""
        with environment_errors():
            (items,) = self._db.execute("SELECT count(*) FROM item")[0]
            (words,) = self._db.execute("SELECT count(*) FROM words")[0]
            self._db.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        return bool(items == words)

    def _items(self, tail: str, values: Sequence[object]) -> list[Item]:
        with environment_errors():
            rows = self._db.execute(f"SELECT {_COLUMNS} FROM item {tail}", values)  # noqa: S608
            items = [_item(row) for row in rows]
            tags: dict[str, tuple[str, ...]] = {}
            if any(item.ref.isdigit() for item in items):
                refs = [item.ref for item in items if item.ref.isdigit()]
                for entry_id, tag in self._tags(refs):
                    tags[entry_id] = (*tags.get(entry_id, ()), tag)
        return [replace(item, tags=tags[item.ref]) if item.ref in tags else item for item in items]

    def _tags(self, refs: Sequence[str]) -> list[tuple[str, str]]:
        if len(refs) > 500:
            rows = self._db.execute("SELECT entry_id, tag FROM entry_tag ORDER BY entry_id, tag")
        else:
            marks = ", ".join("?" * len(refs))
            rows = self._db.execute(
                f"SELECT entry_id, tag FROM entry_tag WHERE entry_id IN ({marks})"  # noqa: S608
                " ORDER BY entry_id, tag",
                [int(ref) for ref in refs],
            )
        return [(str(entry_id), tag) for entry_id, tag in rows]


def _item(row: Sequence[object]) -> Item:
    ref, kind, on, title, body, person_id, private = row
    return Item(
        ref=str(ref),
        kind=str(kind),
        on=date.fromisoformat(str(on)),
        title=str(title),
        body=str(body),
        person_id=None if person_id is None else int(str(person_id)),
        private=private == "yes",
    )


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
