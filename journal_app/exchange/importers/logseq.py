"""Logseq: a folder of journal days and pages, each an outline with properties."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from journal_app.domain.finding import Finding, Found, Wishes
from journal_app.exchange.importers.markdown_notes import note
from journal_app.exchange.importers.reading import tags_of
from journal_app.exchange.sources import Source

_DAY = re.compile(r"(?:^|.*/)journals/\d{4}[_-]\d{2}[_-]\d{2}\.md")
_PAGE = re.compile(r"(?:^|.*/)pages/[^/]+\.md")
_PROPERTY = re.compile(r"^([\w./-]+):: ?(.*)$")
_HIDDEN = re.compile(r"^(\s*- |\s+)(?:id|collapsed|heading|logseq\.[\w.-]+):: ?.*$")
_TASK = re.compile(
    r"^(\s*- )(TODO|DOING|NOW|LATER|WAITING|WAIT|IN-PROGRESS|DONE|CANCELED|CANCELLED) "
)
_OPEN = frozenset({"TODO", "DOING", "NOW", "LATER", "WAITING", "WAIT", "IN-PROGRESS"})


def recognises(source: Source) -> bool:
    """True where days lie in a folder of journals, named as Logseq names them."""
    return any(_DAY.fullmatch(member.name) for member in source.members())


def read(source: Source, wishes: Wishes) -> Iterator[Found]:
    """Every day and every page."""
    files = {member.base.lower(): member.name for member in source.members()}
    for member in source.members():
        if _DAY.fullmatch(member.name) or _PAGE.fullmatch(member.name):
            for found in note(source, member, wishes, files):
                yield _told(found) if isinstance(found, Finding) else found


def _told(found: Finding) -> Finding:
    """A finding whose properties are facts, and whose tasks are boxes to tick."""
    lines = found.body.split("\n")
    facts: dict[str, Any] = {}
    while lines and (given := _PROPERTY.match(lines[0])):
        facts[given[1].lower()] = given[2].strip()
        lines.pop(0)
    tags = tags_of([tag.strip(" []#") for tag in facts.pop("tags", "").split(",")])
    title = str(facts.pop("title", "")) or found.title
    kept = [told for line in lines if (told := _line(line)) is not None]
    return replace(
        found,
        source="logseq",
        title=title.replace("___", "/"),
        body="\n".join(kept).strip("\n") or found.body,
        tags=tuple(dict.fromkeys([*tags, *found.tags])),
        meta={**found.meta, **facts},
    )


def _line(line: str) -> str | None:
    hidden = _HIDDEN.match(line)
    if hidden:
        return hidden[1].rstrip() if "-" in hidden[1] else None
    return _TASK.sub(_box, line)


def _box(found: re.Match[str]) -> str:
    return f"{found[1]}[{' ' if found[2] in _OPEN else 'x'}] "
