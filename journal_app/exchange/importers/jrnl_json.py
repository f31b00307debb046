"""jrnl's JSON: one object with a list of entries, on the writer's own clock."""

import re
from collections.abc import Iterator
from typing import Any

from journal_app.domain.finding import Finding, Found, Skipped, Wishes
from journal_app.exchange.importers.jrnl_words import SOURCE, labels_of, split_labels
from journal_app.exchange.importers.reading import day_of, json_files, shape_of, without
from journal_app.exchange.json_stream import BadJson, fields
from journal_app.exchange.sources import Member, Source, refused

_KNOWN = ("title", "body", "date", "time", "tags", "starred", "uuid")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?")


def recognises(source: Source) -> bool:
    """True for JSON whose entries have the fields that jrnl writes."""
    return any(_is_jrnl(source, member) for member in json_files(source))


def _is_jrnl(source: Source, member: Member) -> bool:
    shape = shape_of(source, member)
    if shape is None or not shape.has_entries or "metadata" in shape.about:
        return False
    if isinstance(shape.first, dict):
        return {"title", "body", "date"} <= shape.first.keys() and "kind" not in shape.first
    return shape.first is None and "tags" in shape.about


def read(source: Source, _wishes: Wishes) -> Iterator[Found]:
    """Every entry."""
    for member in json_files(source):
        if _is_jrnl(source, member):
            try:
                with source.open(member) as stream:
                    for name, value in fields(stream):
                        if name == "entries" and isinstance(value, Iterator):
                            for number, record in enumerate(value, start=1):
                                yield _entry(f"entry {number}", record)
            except BadJson as error:
                raise refused(f"{member.name} cannot be read: {error}.") from None


def _entry(item: str, record: Any) -> Found:
    if not isinstance(record, dict):
        return Skipped(item=item, reason="it is not an entry")
    title, body, time = (record.get(name, "") for name in ("title", "body", "time"))
    if not (isinstance(title, str) and isinstance(body, str)):
        return Skipped(item=item, reason="its words are not text")
    on = day_of(str(record.get("date", "")))
    if on is None:
        return Skipped(item=item, reason="its date cannot be read")
    given = record.get("tags")
    written = [str(tag) for tag in given] if isinstance(given, list) else labels_of(title, body)
    tags, mentions = split_labels(written)
    native = record.get("uuid")
    clock = time if isinstance(time, str) and _TIME.fullmatch(time) else ""
    return Finding(
        source=SOURCE,
        item=item,
        on=on,
        at=clock if len(clock) == 8 or not clock else f"{clock}:00",
        title=" ".join(title.split("\n")).strip(),
        body=body.replace("\r\n", "\n").strip("\n"),
        native_id=native if isinstance(native, str) else "",
        tags=tags,
        mentions=mentions,
        starred=record.get("starred") is True,
        meta=without(record, _KNOWN),
    )
