"""The words of jrnl: entries in a text told apart by their dates, their titles, stars and tags."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from journal_app.domain.finding import Asks, Finding, Found, Question, Skipped
from journal_app.exchange.importers.dated import When, read_when

SOURCE = "jrnl"
_BRACKETED = re.compile(r"\[([^\[\]\n]{6,40})\](?: |$)")
_BARE = re.compile(
    r"((?:\d{4}-\d{2}-\d{2}|\d{2}\.\d{2}\.\d{4}) \d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?)(?: |$)"
)
_MONTH_ALONE = re.compile(r"(\d{4})-(\d{2})(\s+\d{1,2}:\d{2})?")
_LABEL = re.compile(r"(?<!\S)([@#][-+*#/\w]+)")


@dataclass
class _Block:
    when: When
    given: str
    number: int
    lines: list[str] = field(default_factory=list)


def starts_entry(
    line: str, *, bare: bool, day_first: bool | None = None
) -> tuple[When, str] | None:
    """The date a line begins with and the rest of it; what is no date is no beginning."""
    for pattern in (_BRACKETED, _BARE) if bare else (_BRACKETED,):
        found = pattern.match(line)
        when = _when(found[1], day_first) if found else None
        if found and when:
            return when, line[found.end() :]
    return None


def _when(text: str, day_first: bool | None) -> When | None:  # noqa: FBT001
    """A date; of a month alone, its first day."""
    month = _MONTH_ALONE.fullmatch(text.strip())
    if month:
        text = f"{month[1]}-{month[2]}-01{month[3] or ''}"
    return read_when(text, day_first=day_first)


def entries(
    lines: Iterable[str], *, day_first: bool | None, on: date | None = None, name: str = ""
) -> Iterator[Found]:
    """The entries of a text; ``on`` is the day that the file's own place gives."""
    block: _Block | None = None
    bare, number, asked = False, 0, False
    for line in lines:
        started = starts_entry(line.rstrip("\n"), bare=bare, day_first=day_first)
        if started is None and block is None and line.strip():
            # jrnl 1 wrote its dates without brackets: so does a text that begins that way.
            started = starts_entry(line.rstrip("\n"), bare=True, day_first=day_first)
            bare = started is not None
        if started:
            if block:
                yield _entry(block, on, name)
            number += 1
            when, rest = started
            block = _Block(when, line, number, [rest])
            if when.two_ways and on is None and not asked:
                asked = True
                yield Asks(question=Question.DAY_ORDER)
        elif block:
            block.lines.append(line.rstrip("\n"))
        elif line.strip() and on is not None:
            block = _Block(When(on), "", 1, [line.rstrip("\n")])
    if block:
        yield _entry(block, on, name)


def _entry(block: _Block, on: date | None, name: str) -> Found:
    item = f"{name}, entry {block.number}" if name else f"entry {block.number}"
    if block.when.two_ways and on is None:
        return Skipped(item=item, reason="its day and month can be read two ways; say which")
    title, body = block.lines[0].strip(), "\n".join(block.lines[1:]).strip("\n")
    starred = title.endswith(" *") or title == "*"
    if starred:
        title = title.removesuffix("*").rstrip()
    tags, mentions = split_labels(labels_of(title, body))
    return Finding(
        source=SOURCE,
        item=item,
        on=on or block.when.on,
        at=block.when.at,
        title=title,
        body=body,
        tags=tags,
        mentions=mentions,
        starred=starred,
    )


def labels_of(*texts: str) -> list[str]:
    """The tags in a text with their sign, in small letters, each once."""
    return list(dict.fromkeys(tag.lower() for text in texts for tag in _LABEL.findall(text)))


def split_labels(labels: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tags, and what was written as ``@name``, both without their sign."""
    kept = dict.fromkeys(label.strip() for label in labels if label.strip("@# \t"))
    mentions = tuple(label[1:] for label in kept if label.startswith("@"))
    return tuple(label.lstrip("#") for label in kept if not label.startswith("@")), mentions
