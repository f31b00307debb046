"""Records: an entry as one JSON object, read with distrust and written the way it is read."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from journal_app.cli.parser import as_day
from journal_app.domain.entry import EntryKind
from journal_app.domain.errors import UsageError
from journal_app.domain.item import Item

SEED = "seed"
LONGEST_LINE = 64 * 1024 * 1024
_FIELDS = "date, kind, title, body, person, tags and private"


def decoded(line: bytes) -> dict[str, object]:
    """One JSON object; anything else is a ``UsageError`` that repeats none of its words."""
    try:
        record = json.loads(line.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise UsageError("This is not UTF-8 text.") from None
    except RecursionError:
        raise UsageError("This JSON is nested too deeply.") from None
    except ValueError:
        raise UsageError("This is not one JSON object.") from None
    if not isinstance(record, dict):
        raise UsageError("This is JSON, yet not an object with fields.")
    return record


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        raise UsageError("A field is named twice here.")
    return record


def entry_fields(record: Mapping[str, object]) -> dict[str, Any]:
    """The fields of an entry that a record names, each checked; ``person`` is still a name.

    An ``id`` is passed over, so that what ``list`` prints can be given to ``add``.
    """
    fields: dict[str, Any] = {}
    for name, value in record.items():
        if name == "id" or value is None:
            continue
        read = _READERS.get(name)
        if read is None:
            raise UsageError(
                f"There is a field here that an entry does not have; it has {_FIELDS}."
            )
        fields[name] = read(name, value)
    return fields


def as_kind(text: str) -> EntryKind | str:
    """The kind of a free entry by its word, or ``seed`` for a line that waits for the guide."""
    if text == SEED:
        return SEED
    try:
        return EntryKind(text)
    except ValueError:
        kinds = ", ".join([*(kind.value for kind in EntryKind), SEED])
        raise UsageError(f"An entry is of one of these kinds: {kinds}.") from None


def as_text(name: str, value: object) -> str:
    """Text that can be kept byte for byte; half a character cannot."""
    if not isinstance(value, str):
        raise UsageError(f"The field {name} takes text.")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise UsageError(
            f"The field {name} holds half of a character, a lone surrogate, that no file keeps."
        ) from None
    return value


def _date(name: str, value: object) -> date:
    day = as_day(as_text(name, value))
    if day is None:
        raise UsageError("A date is written as 2026-11-20.")
    return day


def _kind(name: str, value: object) -> EntryKind | str:
    return as_kind(as_text(name, value))


def _tags(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise UsageError("The field tags takes a list of texts.")
    return tuple(as_text(name, tag) for tag in value)


def _private(_name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise UsageError("The field private takes true or false.")
    return value


_READERS: dict[str, Any] = {
    "date": _date,
    "kind": _kind,
    "title": as_text,
    "body": as_text,
    "person": as_text,
    "tags": _tags,
    "private": _private,
}


def as_id(ref: str) -> int | str:
    """How a ref is printed: entries by number, everything else by kind and number."""
    return int(ref) if ref.isdigit() else ref


def item_record(item: Item, names: Mapping[int, str]) -> dict[str, object]:
    """An item as it is printed; the mark ``private`` stands where it holds."""
    record: dict[str, object] = {
        "id": as_id(item.ref),
        "date": item.on.isoformat(),
        "kind": item.kind,
        "title": item.title,
        "body": item.body,
        "person": names.get(item.person_id) if item.person_id is not None else None,
        "tags": list(item.tags),
    }
    return record | {"private": True} if item.private else record


def item_words(record: Mapping[str, Any]) -> str:
    """A printed item for a person: a line of facts, then its words."""
    facts = [f"[{record['id']}]", record["date"], record["kind"], record["person"] or ""]
    head = "  ".join([*filter(None, facts), *(f"#{tag}" for tag in record["tags"])])
    words = [text for text in (record["title"], record["body"]) if text.strip()]
    body = "\n".join(f"    {line}" for text in words for line in text.split("\n"))
    return f"{head}\n{body}\n"
