"""Items: the whole journal as one list by date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from journal_app.domain.errors import Refused
from journal_app.domain.item import Item
from journal_app.store.database import Database, environment_errors

_COLUMNS = (
    "item.ref, item.kind, item.happened_on, item.title, item.body, item.person_id, item.private"
)
_BY_KEY = "WHERE item.code = ? AND item.noun_id = ?"
# What stands before the colon of a ref -> the code of its table in the view.
CODES = {
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


class ItemRepository:
    """Reads the ``item`` view; writes nothing."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, ref: str) -> Item:
        """The item with this ref; ``Refused`` when there is none."""
        noun, _, number = ref.rpartition(":")
        found = []
        if noun in CODES and number.isdecimal():
            # By its key: the ref is made by the view, and to look for it reads the whole journal.
            found = self._items(_BY_KEY, [CODES[noun], int(number)])
        if not found:
            raise Refused(f"There is no entry {ref} in this journal.")
        return found[0]

    def has(self, noun: str) -> bool:
        """True when rows of this noun are items."""
        return noun in CODES

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

    def by_number(self, numbers: Sequence[int]) -> dict[int, Item]:
        """The items with these row numbers of the search index, each read by its key."""
        found: dict[int, Item] = {}
        for code in sorted({number % 16 for number in numbers}):
            of_code = [number // 16 for number in numbers if number % 16 == code]
            marks = ", ".join("?" * len(of_code))
            items = self._items(
                f"WHERE item.code = ? AND item.noun_id IN ({marks})", [code, *of_code]
            )
            for item in items:
                found[int(item.ref.rpartition(":")[2]) * 16 + code] = item
        return found

    def _items(self, tail: str, values: Sequence[object]) -> list[Item]:
        with environment_errors():
            rows = self._db.execute(f"SELECT {_COLUMNS} FROM item {tail}", values)  # noqa: S608
            items = [_item(row) for row in rows]
            tags: dict[str, list[str]] = {}
            if any(item.ref.isdigit() for item in items):
                refs = [item.ref for item in items if item.ref.isdigit()]
                for entry_id, tag in self._tags(refs):
                    tags.setdefault(entry_id, []).append(tag)
        return [
            replace(item, tags=tuple(tags[item.ref])) if item.ref in tags else item
            for item in items
        ]

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
