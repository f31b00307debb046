"""jrnl's exports for readers: Markdown with a heading for each entry, and what it calls YAML."""

import re
from collections.abc import Iterator

from journal_app.domain.finding import Asks, Finding, Found, Question, Skipped, Wishes
from journal_app.exchange.importers.dated import MONTHS, When, read_when
from journal_app.exchange.importers.jrnl_words import SOURCE, labels_of, split_labels
from journal_app.exchange.importers.reading import member_text, tags_of
from journal_app.exchange.sources import Member, NotText, Source, text_of

_TEXTS = (".md", ".markdown", ".txt", ".yaml", ".yml")
_ENTRY = re.compile(r"### (\S.*)")
_HEADING = re.compile(r"(#+) ")
_FENCE = re.compile(r"\s*(```|~~~)")
_YEAR_AND_MONTH = re.compile(r"\s*# \d{4}\n+## (\w+)\n")
_YAML = re.compile(r"---\ntitle: [^\n]*\ndate: [^\n]*\n(?:[^\n]+\n)*?body: \|")


def recognises(source: Source) -> bool:
    """True when the first texts look like either export."""
    return any(_kind(source, member) for member in source.with_suffix(*_TEXTS)[:3])


def _kind(source: Source, member: Member) -> str:
    with source.open(member) as stream:
        start = stream.read(4096)
    try:
        text = text_of(start)
    except NotText:
        return ""
    if _YAML.match(text):
        return "yaml"
    found = _YEAR_AND_MONTH.match(text)
    return "markdown" if found and found[1].lower() in MONTHS else ""


def read(source: Source, wishes: Wishes) -> Iterator[Found]:
    """Every entry of every file."""
    for member in source.with_suffix(*_TEXTS):
        kind = _kind(source, member)
        if not kind:
            yield Skipped(item=member.name, reason="it is not one of jrnl's")
            continue
        text = member_text(source, member)
        if isinstance(text, Skipped):
            yield text
        elif kind == "yaml":
            yield from _yaml(text, member.name, wishes)
        else:
            yield from _markdown(text, wishes)


def _markdown(text: str, wishes: Wishes) -> Iterator[Found]:
    lines = text.split("\n")
    blocks: list[tuple[When, str, list[str]]] = []
    fenced = False
    for line in lines:
        fenced ^= _FENCE.match(line) is not None
        started = None if fenced else _started(line, wishes)
        if started:
            blocks.append((*started, []))
        elif blocks and not (not fenced and re.match(r"#{1,2} ", line)):
            blocks[-1][2].append(line)
    # Headings in an entry were pushed below its own; where one still stands level with it, by two.
    pushed = [
        len(found[1]) for *_, body in blocks for line in body if (found := _HEADING.match(line))
    ]
    shift = 2 if pushed and min(pushed) == 3 else 3
    for number, (when, title, body) in enumerate(blocks, start=1):
        yield from _entry(f"entry {number}", when, title, _raised(body, shift))


def _started(line: str, wishes: Wishes) -> tuple[When, str] | None:
    found = _ENTRY.match(line)
    if not found:
        return None
    words = found[1].split(" ")
    # The date is whatever the longest beginning gives that reads as one.
    for count in range(min(6, len(words)), 0, -1):
        if when := read_when(" ".join(words[:count]), day_first=wishes.day_first):
            return when, " ".join(words[count:])
    return None


def _raised(lines: list[str], by: int) -> str:
    raised, fenced = [], False
    for line in lines:
        fenced ^= _FENCE.match(line) is not None
        found = None if fenced else _HEADING.match(line)
        raised.append(line[by:] if found and len(found[1]) > by else line)
    return "\n".join(raised).strip("\n")


def _yaml(text: str, item: str, wishes: Wishes) -> Iterator[Found]:
    """Its title is not quoted and its body is indented by tabs: it is read line by line."""
    head, _, rest = text.partition("\nbody: |")
    facts = {}
    for line in head.split("\n")[1:]:
        name, colon, value = line.partition(": ")
        if colon and not line.startswith(" "):
            facts[name.strip()] = value.strip()
    lines = [line.removeprefix("\t") for line in rest.split("\n")[1:]]
    while lines and not lines[-1].strip():
        lines.pop()
    if lines and lines[-1].strip() == "...":
        lines.pop()
    when = read_when(facts.get("date", ""), day_first=wishes.day_first)
    if when is None:
        yield Skipped(item=item, reason="its date cannot be read")
        return
    title, starred = facts.get("title", ""), facts.get("starred") == "True"
    levels = [len(found[1]) for line in lines if (found := _HEADING.match(line))]
    body = _raised(lines, 1) if levels and min(levels) > 1 else "\n".join(lines).strip("\n")
    for one in _entry(item, when, title, body):
        if isinstance(one, Finding):
            yield _with(one, tags_of(facts.get("tags", "")), starred, facts.get("uuid", ""))
        else:
            yield one


def _with(found: Finding, tags: tuple[str, ...], starred: bool, native_id: str) -> Finding:  # noqa: FBT001
    from dataclasses import replace

    known = {*found.tags, *found.mentions}
    more = tuple(tag for tag in tags if tag.lower() not in known)
    return replace(
        found, tags=found.tags + more, starred=starred or found.starred, native_id=native_id
    )


def _entry(item: str, when: When, title: str, body: str) -> Iterator[Found]:
    if when.two_ways:
        yield Asks(question=Question.DAY_ORDER)
        yield Skipped(item=item, reason="its day and month can be read two ways; say which")
        return
    starred = title.endswith(" *")
    title = title.removesuffix("*").rstrip() if starred else title.strip()
    tags, mentions = split_labels(labels_of(title, body))
    yield Finding(
        source=SOURCE,
        item=item,
        on=when.on,
        at=when.at,
        title=title,
        body=body,
        tags=tags,
        mentions=mentions,
        starred=starred,
    )
