"""Rows: how a frozen domain noun becomes a row of its table, and comes back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from journal_app.domain.errors import Refused
from journal_app.store.database import Database, environment_errors

N = TypeVar("N")


class Rows(Generic[N]):
    """The rows of one table as nouns of one dataclass, whose fields are named as the columns.

    Dates are stored as ISO text, enums as their value, tuples of text one a line, booleans as
    ``yes`` or ``no``.
    """

    def __init__(
        self, db: Database, table: str, noun: type[N], *, not_stored: Sequence[str] = ()
    ) -> None:
        self._db = db
        self._name = table
        self._noun = noun
        self._readers = {
            name: _reader(kind)
            for name, kind in get_type_hints(noun).items()
            if name not in not_stored and name in {f.name for f in fields(noun)}  # type: ignore[arg-type]
        }

    def add(self, noun: N) -> N:
        """Insert and return the same noun with its new id."""
        with environment_errors():
            row_id = self._db.table(self._name).insert(self._row(noun)).last_pk
        return replace(noun, id=row_id)  # type: ignore[type-var]

    def save(self, noun: N) -> N:
        """Write a changed noun over its own row."""
        row_id = noun.id  # type: ignore[attr-defined]
        self.get(row_id)
        with environment_errors():
            self._db.table(self._name).update(row_id, self._row(noun))
        return noun

    def get(self, row_id: int) -> N:
        """The noun with this id; ``Refused`` when there is none."""
        found = self.where("id = ?", [row_id], order_by="id")
        if not found:
            raise Refused(f"There is no {self._name} {row_id} in this journal.")
        return found[0]

    def where(
        self,
        condition: str = "1 = 1",
        values: Sequence[object] = (),
        *,
        order_by: str,
        limit: int = -1,
    ) -> list[N]:
        """The nouns for which an SQL condition holds, in the given order."""
        columns = ", ".join(self._readers)
        with environment_errors():
            rows = self._db.execute(
                f"SELECT {columns} FROM {self._name} WHERE {condition}"  # noqa: S608
                f" ORDER BY {order_by} LIMIT ?",
                [*values, limit],
            )
        return [self._from_row(row) for row in rows]

    def remove(self, row_id: int) -> None:
        """Delete one row."""
        with environment_errors():
            self._db.execute(f"DELETE FROM {self._name} WHERE id = ?", [row_id])  # noqa: S608

    def _row(self, noun: N) -> dict[str, object]:
        values = {name: _stored(getattr(noun, name)) for name in self._readers}
        if values["id"] is None:
            del values["id"]
        return values

    def _from_row(self, row: Any) -> N:
        values = zip(self._readers.items(), row, strict=True)
        return self._noun(**{name: read(value) for (name, read), value in values})


def can_be(noun: type, values: Mapping[str, Any]) -> bool:
    """True when stored values, with anything for what is missing, make one of these nouns."""
    hints = get_type_hints(noun)
    read: dict[str, Any] = {}
    try:
        for f in fields(noun):
            if f.name in values:
                read[f.name] = _reader(hints[f.name])(values[f.name])
            elif f.default is MISSING and f.default_factory is MISSING:
                read[f.name] = 0
        noun(**read)
    except (ValueError, TypeError, AttributeError):
        return False
    return True


def _stored(value: object) -> object:
    match value:
        case StrEnum():
            return value.value
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case tuple():
            return "\n".join(value)
        case _:
            return value


def _reader(kind: Any) -> Callable[[Any], Any]:
    optional = isinstance(kind, UnionType)
    if optional:
        kind = next(part for part in get_args(kind) if part is not type(None))
    read = _plain_reader(kind)
    if optional:
        return lambda value: None if value is None else read(value)
    return read


def _plain_reader(kind: Any) -> Callable[[Any], Any]:
    if kind is date:
        return date.fromisoformat
    if kind is bool:
        return lambda value: value == "yes"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    if getattr(kind, "__origin__", None) is tuple:
        return lambda value: tuple(value.split("\n")) if value else ()
    return lambda value: value
