"""Day One: a zip of journals as JSON, with its pictures beside them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from journal_app.domain.finding import Finding, Found, Remark, Skipped, Wishes
from journal_app.exchange.importers.day_one_words import rich_to_markdown, unescaped
from journal_app.exchange.importers.reading import (
    at_place,
    json_files,
    listed,
    shape_of,
    tags_of,
    titled,
    without,
)
from journal_app.exchange.json_stream import BadJson, fields
from journal_app.exchange.sources import Member, Source, refused

SOURCE = "day-one"
_MEDIA = {
    "photos": "photo",
    "videos": "video",
    "audios": "recording",
    "pdfAttachments": "PDF",
}
_REFERENCE = re.compile(
    r"!\[[^\[\]\n]*\]\(dayone-moment:/(?:/|(?:video|audio|pdfAttachment|photo)/)([^()\s]{1,200})\)"
)
_KNOWN = ("uuid", "creationDate", "timeZone", "text", "richText", "tags", "starred")


def recognises(source: Source) -> bool:
    """True for JSON whose entries have the dates that Day One writes."""
    return any(_is_day_one(source, member) for member in json_files(source))


def _is_day_one(source: Source, member: Member) -> bool:
    shape = shape_of(source, member)
    if shape is None or not shape.has_entries or not (shape.listed or shape.first is None):
        return False
    about = shape.about.get("metadata")
    if isinstance(about, dict) and ("application" in about or "version" not in about):
        return False
    if isinstance(shape.first, dict):
        return "creationDate" in shape.first
    return isinstance(about, dict)


def read(source: Source, _wishes: Wishes) -> Iterator[Found]:
    """Every entry of every journal in the archive."""
    journals = [member for member in json_files(source) if _is_day_one(source, member)]
    files = {member.stem.lower(): member.base for member in source.members()}
    media: dict[str, str] = {}
    for journal in journals:
        for record in _records(source, journal):
            media |= _media_of(record, files)
    for journal in journals:
        for number, record in enumerate(_records(source, journal), start=1):
            yield from _entry(record, f"{journal.stem}, entry {number}", journal.stem, media)


def _records(source: Source, member: Member) -> Iterator[Any]:
    try:
        with source.open(member) as stream:
            for name, value in fields(stream):
                if name == "entries":
                    if not isinstance(value, Iterator):
                        raise BadJson("its entries are no list")
                    yield from value
    except BadJson as error:
        raise refused(f"{member.name} cannot be read: {error}.") from None


def _media_of(record: Any, files: Mapping[str, str]) -> dict[str, str]:
    """What each identifier of an entry's media stands for, in words."""
    found: dict[str, str] = {}
    if not isinstance(record, dict):
        return found
    for field, kind in _MEDIA.items():
        for one in listed(record.get(field)):
            if isinstance(one, dict) and isinstance(one.get("identifier"), str):
                name = files.get(str(one.get("md5", "")).lower(), "")
                told = f"{kind} {name}" if name else f"{kind}, missing from the export"
                found[one["identifier"]] = told
    return found


def _entry(record: Any, item: str, journal: str, media: Mapping[str, str]) -> Iterator[Found]:
    if not isinstance(record, dict):
        yield Skipped(item=item, reason="it is not an entry")
        return
    place = record.get("location")
    zone = record.get("timeZone") or (place.get("timeZoneName") if isinstance(place, dict) else "")
    when = at_place(str(record.get("creationDate", "")), str(zone or ""))
    if when is None:
        yield Skipped(item=item, reason="its date cannot be read")
        return
    on, at, known_zone = when
    if not known_zone:
        yield Remark(item=item, text="its time zone is not known; its day is the one in London")
    if not isinstance(record.get("text", ""), str) and not record.get("richText"):
        yield Skipped(item=item, reason="its words are not text")
        return
    words, behind = _words(record, media)
    title, body = _titled(words)
    for told in behind:
        yield Remark(item=item, text=f"not brought along: {told}")
    native = record.get("uuid")
    yield Finding(
        source=SOURCE,
        item=item,
        on=on,
        at="" if record.get("isAllDay") is True else at,
        zone=known_zone,
        title=title or on.isoformat(),
        body=body,
        native_id=native if isinstance(native, str) else "",
        tags=tags_of(record.get("tags")),
        starred=record.get("starred") is True,
        meta={"journal": journal, **without(record, _KNOWN)},
    )


_MEDIA_LINE = re.compile(r"\s*(?:\[[^\[\]\n]* not brought along\]\s*)+")


def _titled(words: str) -> tuple[str, str]:
    """Title and body; what stands for a picture before the first line is no title."""
    lines = words.split("\n")
    first = 0
    while first < len(lines) and (not lines[first].strip() or _MEDIA_LINE.fullmatch(lines[first])):
        first += 1
    title, body = titled("\n".join(lines[first:]))
    before = "\n".join(lines[:first]).strip("\n")
    return title, "\n\n".join(part for part in (before, body) if part)


def _words(record: Mapping[str, Any], media: Mapping[str, str]) -> tuple[str, list[str]]:
    """An entry's Markdown with a visible place for each picture, and what was left behind."""
    behind: list[str] = []
    text = record.get("text")
    rich = record.get("richText")
    words = unescaped(text) if isinstance(text, str) else rich_to_markdown(rich)

    def placeholder(found: re.Match[str]) -> str:
        told = media.get(found[1], "picture, missing from the export")
        behind.append(told)
        return f"[{told}, not brought along]"

    words = _REFERENCE.sub(placeholder, words)
    return words.replace("\r\n", "\n").strip("\n"), behind
