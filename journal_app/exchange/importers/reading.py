"""Reading: what every importer does with a member's bytes, a day, a title and its tags."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from journal_app.domain.finding import Skipped
from journal_app.exchange.json_stream import BadJson, fields
from journal_app.exchange.sources import Member, NotText, Source, TooLong, text_of

_LONGEST_TITLE, _CUT_TITLE = 120, 80
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(\S.*)$")
_MARKS = re.compile(r"(\*\*|__|`|\*(?=\S)|(?<=\S)\*)")
_FENCE = re.compile(r"^\s{0,3}(```|~~~)")


def member_text(source: Source, member: Member) -> str | Skipped:
    """The text of a member, or why there is none."""
    try:
        return text_of(source.read(member))
    except TooLong as error:
        return Skipped(item=member.name, reason=f"it is {error}, more than one entry may be")
    except NotText:
        return Skipped(item=member.name, reason="it is not text")


def at_place(moment: str, zone: str) -> tuple[date, str, str] | None:
    """Day, time and zone on the writer's clock of a moment such as ``2024-04-17T23:00:00Z``.

    An unknown zone gives the moment's own day and no zone; what is no moment gives None.
    """
    try:
        read = datetime.fromisoformat(moment.strip().replace("Z", "+00:00"))
        if read.tzinfo is None:
            read = read.replace(tzinfo=UTC)
        place = zone_of(zone)
        here = read.astimezone(place) if place else read
    except (ValueError, OverflowError):
        return None
    return here.date(), here.strftime("%H:%M:%S"), zone if place else ""


def zone_of(name: object) -> ZoneInfo | None:
    """The zone of this IANA name, if there is one."""
    if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z0-9_+\-]+(/[A-Za-z0-9_+\-]+)*", name):
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def from_seconds(seconds: float) -> datetime | None:
    """The local time of so many seconds since 1970."""
    try:
        return datetime.fromtimestamp(seconds, UTC).astimezone().replace(tzinfo=None)
    except (OverflowError, OSError, ValueError):
        return None


def day_of(text: str) -> date | None:
    """The day that stands as 2026-11-20, and nothing else."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def titled(text: str) -> tuple[str, str]:
    """A text's title and the rest of it: its heading, else its first line.

    A long first line stays in the text, which then gives only the beginning of it as title.
    """
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return "", ""
    heading = first_heading(lines)
    if heading is not None and heading[0] != first:
        return heading[1], text.strip("\n")
    line = heading[1] if heading else plain(lines[first])
    if len(line) > _LONGEST_TITLE:
        return f"{line[:_CUT_TITLE].rstrip()}…", text.strip("\n")
    if not line:
        return "", text.strip("\n")
    return line, "\n".join(lines[first + 1 :]).strip("\n")


def first_heading(lines: Iterable[str]) -> tuple[int, str] | None:
    """Where the first heading stands that is not inside code, and its words."""
    inside = False
    for number, line in enumerate(lines):
        if _FENCE.match(line):
            inside = not inside
        elif not inside and (found := _HEADING.match(line)):
            return number, plain(_without_closing(found[1].rstrip()))
    return None


def _without_closing(heading: str) -> str:
    """A heading without the marks that may close it; those of C# are its own."""
    bare = heading.rstrip("#")
    return bare if bare[-1:].isspace() else heading


def plain(line: str) -> str:
    """A line without the marks that make it strong or a heading."""
    return _MARKS.sub("", re.sub(r"^\s*(#{1,6}\s+|>\s*|[-*+]\s+(\[[ xX]\]\s+)?)", "", line)).strip()


def listed(value: object) -> list[Any]:
    """A list, or nothing where something else stands in its place."""
    return value if isinstance(value, list) else []


def tags_of(values: object, *, exact: bool = False) -> tuple[str, ...]:
    """Tags as texts, each once, without their sign unless they are ``exact`` already."""
    if isinstance(values, str):
        values = values.split(",")
    if not isinstance(values, list | tuple):
        return ()
    found: dict[str, None] = {}
    for value in values:
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            tag = str(value) if exact else str(value).strip().lstrip("#＃").strip()
            if tag:
                found.setdefault(tag)
    return tuple(found)


def without(record: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """The fields that found no other place, to be kept as they are."""
    known = set(names)
    return {name: value for name, value in record.items() if name not in known}


def json_files(source: Source) -> list[Member]:
    """The JSON files at the top of a source."""
    return [m for m in source.with_suffix(".json") if "/" not in m.name] or (
        list(source.members()) if not source.archive and source.path.is_file() else []
    )


@dataclass(frozen=True, slots=True)
class Shape:
    """What the beginning of a JSON file tells of the program that wrote it."""

    about: Mapping[str, Any]
    first: Any = None
    listed: bool = False
    has_entries: bool = False


def shape_of(source: Source, member: Member) -> Shape | None:
    """The shape of a JSON file with ``entries``; None when it is something else."""
    about: dict[str, Any] = {}
    try:
        with source.open(member) as stream:
            start = stream.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")
        if not start.startswith(b"{"):
            return None
        with source.open(member) as stream:
            for name, value in fields(stream):
                if name == "entries" and isinstance(value, Iterator):
                    first = next(value, None)
                    return Shape(about, first, not isinstance(first, tuple), has_entries=True)
                about[name] = _small(value)
    except BadJson:
        return None
    return Shape(about)


def _small(value: Any) -> Any:
    if not isinstance(value, Iterator):
        return value
    parts = [part for part, _ in zip(value, range(50), strict=False)]
    return dict(parts) if parts and isinstance(parts[0], tuple) else parts
