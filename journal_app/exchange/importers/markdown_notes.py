"""Folders of Markdown and plain texts: Obsidian, Joplin, Hugo and whatever keeps a file a day."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from journal_app.domain.finding import Asks, Finding, Found, Question, Remark, Skipped, Wishes
from journal_app.exchange.importers.dated import (
    When,
    day_in_name,
    first_day_of_week,
    read_when,
    week_in_name,
)
from journal_app.exchange.importers.markdown_words import (
    front_matter,
    tags_in,
    unescaped_name,
    with_places,
)
from journal_app.exchange.importers.reading import (
    first_heading,
    member_text,
    tags_of,
    titled,
    without,
)
from journal_app.exchange.importers.tend_records import entry_of_file
from journal_app.exchange.sources import Member, Source
from journal_app.exchange.yaml_text import BadYaml

SOURCE = "markdown"
ENDINGS = (".md", ".markdown", ".mdown", ".rmd", ".qmd", ".txt", ".text")
_ALONE = (".journal", ".jrnl", ".org", ".rst")
_CREATED = ("created", "date", "created_at", "creation_date", "date created", "date_created")
_UPDATED = ("updated", "lastmod", "updated_at", "modified")
_IDS = ("id", "uuid", "uid")
_KNOWN = ("title", "tags", "tag", "keywords")


@dataclass
class Note:
    """A file as it was read: its facts, its words, and its day once that is known."""

    member: Member
    facts: Mapping[str, Any]
    body: str
    when: When | None = None
    uncertain: bool = False
    said: list[Remark] = field(default_factory=list)


def recognises(source: Source) -> bool:
    """True for any text, and for any folder or archive of some."""
    return bool(source.with_suffix(*ENDINGS)) or (
        not source.archive and source.path.is_file() and source.members()[0].suffix in ("", *_ALONE)
    )


def read(source: Source, wishes: Wishes) -> Iterator[Found]:
    """Every text as an entry."""
    files = {unescaped_name(member.base).lower(): member.name for member in source.members()}
    members = source.with_suffix(*ENDINGS)
    if not members and not source.archive and source.path.is_file():
        members = list(source.members())
    for member in members:
        yield from note(source, member, wishes, files)


def note(
    source: Source, member: Member, wishes: Wishes, files: Mapping[str, str]
) -> Iterator[Found]:
    """One file as what it holds, with what there is to say about it."""
    text = member_text(source, member)
    if isinstance(text, Skipped):
        yield text
        return
    if "\ntend: " in text[:4096] and (own := entry_of_file(source, member)):
        yield own
        return
    found = _opened(member, text)
    if not found.body.strip() and not found.facts:
        yield Skipped(item=member.name, reason="it is empty")
        return
    asked = _date(found, wishes)
    yield from found.said
    if asked or found.when is None:
        yield from asked
        return
    yield from _told(found, found.when.on, files)


def _opened(member: Member, text: str) -> Note:
    try:
        facts, body = front_matter(text)
    except BadYaml as error:
        said = Remark(item=member.name, text=f"its front matter stays in the text: {error}")
        return Note(member, {}, text, said=[said])
    return Note(member, facts, body)


def _date(found: Note, wishes: Wishes) -> list[Found]:
    """Find the day of a note, or what has to be asked first."""
    item = found.member.name
    for name in (*_CREATED, *_UPDATED):
        given = found.facts.get(name)
        if isinstance(given, str) and given.strip():
            when = read_when(given, day_first=wishes.day_first)
            if when and when.two_ways:
                reason = "its day and month can be read two ways; say which"
                return [Asks(question=Question.DAY_ORDER), Skipped(item=item, reason=reason)]
            if when:
                found.when = when
                return []
            found.said.append(Remark(item=item, text="the date it gives cannot be read"))
    week = week_in_name(found.member.stem)
    if week:
        if wishes.iso_weeks is None:
            reason = "its week can be counted two ways; say which"
            return [Asks(question=Question.WEEKS), Skipped(item=item, reason=reason)]
        on = first_day_of_week(*week, iso=wishes.iso_weeks)
    else:
        named = read_when(found.member.stem, day_first=wishes.day_first)
        if named and named.two_ways:
            reason = "its day and month can be read two ways; say which"
            return [Asks(question=Question.DAY_ORDER), Skipped(item=item, reason=reason)]
        in_name = named.on if named else day_in_name(found.member.name)
        on = in_name or _day_in_heading(found.body)
    if on is None:
        found.uncertain = True
        changed = found.member.changed or wishes.now
        found.when = When(changed.date(), changed.strftime("%H:%M:%S"))
        said = "it gives no day; its day is the one the file was last changed"
        found.said.append(Remark(item=item, text=said))
    else:
        found.when = When(on)
    return []


def _day_in_heading(body: str) -> date | None:
    heading = first_heading(body.split("\n"))
    if heading is None:
        return None
    when = read_when(heading[1])
    return when.on if when and not when.two_ways else day_in_name(heading[1])


def _told(found: Note, on: date, files: Mapping[str, str]) -> Iterator[Found]:
    item, facts = found.member.name, found.facts
    behind: list[str] = []
    words = with_places(
        found.body, lambda name: files.get(unescaped_name(name).lower(), ""), behind
    )
    for name in behind:
        yield Remark(item=item, text=f"not brought along: picture {name}")
    title, body = _title(found, words)
    tags = [
        *tags_of(facts.get("tags")),
        *tags_of(facts.get("tag")),
        *tags_of(facts.get("keywords")),
    ]
    if found.member.suffix not in {".txt", ".text"}:
        tags += tags_in(found.body)
    kept = without(facts, _KNOWN)
    if "/" in item:
        kept["folder"] = item.rpartition("/")[0]
    if found.uncertain:
        kept["day uncertain"] = True
    yield Finding(
        source=SOURCE,
        item=item,
        on=on,
        at=found.when.at if found.when else "",
        title=title,
        body=body,
        native_id=_native_id(found, title, body),
        tags=tuple(dict.fromkeys(tags)),
        meta={name: value for name, value in kept.items() if value not in (None, "")},
    )


def _title(found: Note, words: str) -> tuple[str, str]:
    given = found.facts.get("title")
    if isinstance(given, str) and given.strip():
        return " ".join(given.split("\n")).strip(), words.rstrip("\n")
    stem = found.member.stem
    if week_in_name(stem) or read_when(stem):
        stem = found.when.on.isoformat() if found.when else stem
    dated = day_in_name(found.member.name) is not None or day_in_name(stem) is not None
    rest = re.sub(r"^\W*\d{4}[-_.]?\d{2}[-_.]?\d{2}\W*", "", stem).strip(" _-")
    if dated and (not rest or rest.isdecimal()):
        lines = words.split("\n")
        heading = first_heading(lines)
        if heading and not any(line.strip() for line in lines[: heading[0]]):
            return titled(words)
        return "", words.strip("\n")
    return unescaped_name(rest if dated else stem), words.strip("\n")


def _native_id(found: Note, title: str, body: str) -> str:
    for name in _IDS:
        given = found.facts.get(name)
        if isinstance(given, str) and given.strip():
            return given.strip()
    if found.uncertain:
        # A copied file has another time: what it says is all that tells it from others.
        return "text:" + hashlib.sha256(f"{title}\0{body}".encode(errors="replace")).hexdigest()
    return ""
