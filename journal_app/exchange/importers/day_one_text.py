"""Day One's plain text: blocks that begin with a date and some facts, each after a tab."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from journal_app.domain.finding import Finding, Found, Remark, Skipped, Wishes
from journal_app.exchange.importers.dated import MONTHS, clock
from journal_app.exchange.importers.day_one import SOURCE
from journal_app.exchange.importers.reading import tags_of, titled, zone_of
from journal_app.exchange.sources import Source, TooLong, lines_of

_FACT = re.compile(r"^\t([A-Z][A-Za-z ]{1,20}):\t(.*)$")
_DATE = re.compile(
    r"(?:[A-Za-z]+,\s+)?(\d{1,2}) ([A-Za-z]+),? (\d{4})"
    r"(?:(?: at|,)? (\d{1,2}):(\d{2})(?::(\d{2}))?[\s\u202f]*([AaPp][Mm])?[\s\u202f]*(\S+)?)?$"
)
_AMERICAN = re.compile(r"^(?:[A-Za-z]+,\s+)?([A-Za-z]+) (\d{1,2}),? (\d{4})")


@dataclass
class _Block:
    when: str
    number: int
    facts: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)


def recognises(source: Source) -> bool:
    """True for one text in which a line gives a date the way Day One does."""
    if source.archive or not source.path.is_file():
        return False
    [member] = source.members()
    with source.open(member) as stream:
        start = stream.read(1 << 16)
    return re.search(rb"(?m)^\tDate:\t\S", start) is not None


def read(source: Source, _wishes: Wishes) -> Iterator[Found]:
    """Every block; what stands before the first date is no entry."""
    [member] = source.members()
    block: _Block | None = None
    number = 0
    try:
        with source.open(member) as stream:
            for line in lines_of(stream):
                fact = _FACT.match(line.rstrip("\n"))
                if fact and fact[1] == "Date":
                    if block:
                        yield from _entry(block)
                    number += 1
                    block = _Block(fact[2].strip(), number)
                elif block and fact and not any(text.strip() for text in block.lines):
                    block.facts[fact[1]] = fact[2].strip()
                elif block:
                    block.lines.append(line)
    except TooLong as error:
        yield Skipped(item=f"entry {number}", reason=f"a line is {error}")
        return
    if block:
        yield from _entry(block)


def _entry(block: _Block) -> Iterator[Found]:
    item = f"entry {block.number}"
    when = read_date(block.when)
    if when is None:
        yield Skipped(item=item, reason="its date cannot be read")
        return
    on, at, zone = when
    words = "".join(block.lines).strip("\n")
    if photo := block.facts.get("Photo"):
        yield Remark(item=item, text=f"not brought along: photo {photo}")
        words = f"{words}\n\n[photo {photo}, not brought along]".strip("\n")
    title, body = titled(words)
    yield Finding(
        source=f"{SOURCE}-text",
        item=item,
        on=on,
        at=at,
        zone=zone if zone_of(zone) and "/" in zone else "",
        title=title or on.isoformat(),
        body=body,
        tags=tags_of(block.facts.get("Tags", "")),
        meta={
            **{name: fact for name, fact in block.facts.items() if name != "Tags"},
            **({"zone": zone} if zone else {}),
        },
    )


def read_date(text: str) -> tuple[date, str, str] | None:
    """Day, time and zone of ``15 January 2024 at 09:30:00 GMT``; months are named in English."""
    american = _AMERICAN.match(text)
    if american:
        text = f"{american[2]} {american[1]} {american[3]}{text[american.end() :]}"
    found = _DATE.match(text)
    if not found or found[2].lower() not in MONTHS:
        return None
    try:
        on = date(int(found[3]), MONTHS.index(found[2].lower()) + 1, int(found[1]))
    except ValueError:
        return None
    return on, clock(found[4], found[5], found[6], found[7]), found[8] or ""
