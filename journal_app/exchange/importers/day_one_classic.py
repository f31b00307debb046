"""Day One Classic: a folder of entries, each a property list."""

import plistlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from xml.parsers.expat import ExpatError

from journal_app.domain.finding import Finding, Found, Remark, Skipped, Wishes
from journal_app.exchange.importers.day_one import SOURCE
from journal_app.exchange.importers.day_one_words import unescaped
from journal_app.exchange.importers.reading import tags_of, titled, without, zone_of
from journal_app.exchange.sources import Member, Source, TooLong

_KNOWN = ("UUID", "Creation Date", "Entry Text", "Starred", "Tags", "Time Zone")


def recognises(source: Source) -> bool:
    """True where there are ``.doentry`` files."""
    return any(member.suffix == ".doentry" for member in source.members())


def read(source: Source, _wishes: Wishes) -> Iterator[Found]:
    """Every entry; one that cannot be read is named, and the others go on."""
    pictures = {m.stem.upper(): m.base for m in source.members() if "photos/" in f"/{m.name}"}
    for member in source.members():
        if member.suffix != ".doentry":
            continue
        record = _record(source, member)
        if isinstance(record, Skipped):
            yield record
        else:
            yield from _entry(record, member, pictures)


def _record(source: Source, member: Member) -> dict[str, Any] | Skipped:
    try:
        record = plistlib.loads(source.read(member), fmt=plistlib.FMT_XML)
    except TooLong as error:
        return Skipped(item=member.name, reason=f"it is {error}")
    except (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, IndexError):
        return Skipped(item=member.name, reason="its property list cannot be read")
    except (RecursionError, OverflowError, LookupError, AttributeError):
        return Skipped(item=member.name, reason="its property list cannot be read")
    if not isinstance(record, dict):
        return Skipped(item=member.name, reason="it is not an entry")
    return record


def _entry(record: dict[str, Any], member: Member, pictures: dict[str, str]) -> Iterator[Found]:
    created = record.get("Creation Date")
    if not isinstance(created, datetime):
        yield Skipped(item=member.name, reason="it has no date")
        return
    name = record.get("Time Zone")
    zone = zone_of(name)
    moment = created.replace(tzinfo=UTC)
    try:
        here = moment.astimezone(zone)
    except (OverflowError, OSError, ValueError):
        yield Skipped(item=member.name, reason="its date cannot be read")
        return
    if zone is None:
        text = "its time zone is not known; its day is the one on this computer"
        yield Remark(item=member.name, text=text)
    native = str(record.get("UUID") or member.stem).upper()
    words = unescaped(str(record.get("Entry Text") or "")).replace("\r\n", "\n")
    title, body = titled(words)
    if picture := pictures.get(native):
        yield Remark(item=member.name, text=f"not brought along: photo {picture}")
        body = f"{body}\n\n[photo {picture}, not brought along]".strip("\n")
    yield Finding(
        source=SOURCE,
        item=member.name,
        on=here.date(),
        at=here.strftime("%H:%M:%S"),
        zone=str(name) if zone else "",
        title=title or here.date().isoformat(),
        body=body,
        native_id=native,
        tags=tags_of(record.get("Tags")),
        starred=record.get("Starred") is True,
        meta=without(record, _KNOWN) | ({} if zone else {"zone assumed": True}),
    )
