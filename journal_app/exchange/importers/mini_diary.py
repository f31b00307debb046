"""Mini Diary and Mini Diarium: one JSON file, whose entries are a map or a list."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from journal_app.domain.finding import Finding, Found, Skipped, Wishes
from journal_app.exchange.importers.html_words import html_to_markdown
from journal_app.exchange.importers.reading import (
    day_of,
    json_files,
    shape_of,
    tags_of,
    without,
)
from journal_app.exchange.json_stream import BadJson, fields
from journal_app.exchange.sources import Member, Source, refused

_NAMES = ("Mini Diary", "Mini Diarium")
_KNOWN = ("id", "date", "title", "text", "tags")


def recognises(source: Source) -> bool:
    """True for JSON that names one of the two programs."""
    return any(_is_mini_diary(source, member) for member in json_files(source))


def _is_mini_diary(source: Source, member: Member) -> bool:
    shape = shape_of(source, member)
    about = shape.about.get("metadata") if shape else None
    return isinstance(about, dict) and about.get("application") in _NAMES


def read(source: Source, _wishes: Wishes) -> Iterator[Found]:
    """Every day of the diary."""
    for member in json_files(source):
        if _is_mini_diary(source, member):
            yield from _diary(source, member)


def _diary(source: Source, member: Member) -> Iterator[Found]:
    shape = shape_of(source, member)
    about = dict(shape.about.get("metadata") or {}) if shape else {}
    try:
        with source.open(member) as stream:
            for name, value in fields(stream):
                if name != "entries":
                    continue
                if not isinstance(value, Iterator):
                    raise BadJson("its entries are neither a list nor a map")
                for number, one in enumerate(value, start=1):
                    if isinstance(one, tuple):
                        yield _day(f"{one[0]}", one[0], one[1], _is_old(about))
                    else:
                        yield _listed(f"entry {number}", one)
    except BadJson as error:
        raise refused(f"{member.name} cannot be read: {error}.") from None


def _is_old(about: Mapping[str, Any]) -> bool:
    """Before its version 2 a line's end meant the end of a paragraph."""
    found = re.match(r"(\d+)", str(about.get("version", "")))
    return bool(found and int(found[1]) < 2)


def _day(item: str, day: str, record: Any, old: bool) -> Found:  # noqa: FBT001
    on = day_of(day)
    if on is None:
        return Skipped(item=item, reason="its date cannot be read")
    if not isinstance(record, dict):
        return Skipped(item=item, reason="it is not an entry")
    text = _text(record, "text")
    return Finding(
        source="mini-diary",
        item=item,
        on=on,
        title=_text(record, "title"),
        body=re.sub(r"\n+", "\n\n", text).strip("\n") if old else text,
        native_id=day,
        tags=tags_of(record.get("tags")),
        meta=without(record, _KNOWN),
    )


def _listed(item: str, record: Any) -> Found:
    if not isinstance(record, dict):
        return Skipped(item=item, reason="it is not an entry")
    day = str(record.get("date", ""))
    on = day_of(day[:10])
    if on is None:
        return Skipped(item=item, reason="its date cannot be read")
    native = record.get("id")
    return Finding(
        source="mini-diarium",
        item=item,
        on=on,
        title=_text(record, "title"),
        body=html_to_markdown(_text(record, "text")),
        native_id=str(native) if isinstance(native, str | int) else "",
        tags=tags_of(record.get("tags")),
        meta=without(record, _KNOWN),
    )


def _text(record: Mapping[str, Any], name: str) -> str:
    text = record.get(name)
    return text.replace("\r\n", "\n") if isinstance(text, str) else ""
