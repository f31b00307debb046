"""RedNotebook: a text for each month, a map from its days to their words and categories."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from journal_app.domain.finding import Finding, Found, Remark, Skipped, Wishes
from journal_app.exchange.importers.reading import first_heading, member_text
from journal_app.exchange.importers.txt2tags import hashtags, to_markdown
from journal_app.exchange.sources import Member, Source
from journal_app.exchange.yaml_text import BadYaml, load

_MONTH = re.compile(r"(\d{4})-(\d{2})\.txt")
_UNICODE = ("tag:yaml.org,2002:python/unicode", "tag:yaml.org,2002:str")
_LONGEST_MONTH = 20 << 20


def recognises(source: Source) -> bool:
    """True where there are texts named for months, which are not jrnl's or anybody else's."""
    months = _months(source)
    if not months:
        return False
    with source.open(months[0]) as stream:
        start = stream.read(4096).lstrip(b"\xef\xbb\xbf \r\n")
    return not start or re.match(rb"(---\s*|\{\}|\{?['\"]?\d{1,2}['\"]?:\s?)", start) is not None


def _months(source: Source) -> list[Member]:
    return [member for member in source.members() if _MONTH.fullmatch(member.base)]


def read(source: Source, _wishes: Wishes) -> Iterator[Found]:
    """Every day of every month."""
    for member in _months(source):
        found = _MONTH.fullmatch(member.base)
        text = member_text(source, member)
        if isinstance(text, Skipped):
            yield text
            continue
        try:
            days = load(text, tags=_UNICODE, limit=_LONGEST_MONTH)
        except BadYaml as error:
            yield Skipped(item=member.name, reason=str(error))
            continue
        if days is not None and not isinstance(days, dict):
            yield Skipped(item=member.name, reason="it is no map of days")
        elif found:
            for number, day in (days or {}).items():
                yield from _day(f"{member.name}, day {number}", found, number, day)


def _day(item: str, month: re.Match[str], number: str, day: Any) -> Iterator[Found]:
    try:
        on = date(int(month[1]), int(month[2]), int(number))
    except (ValueError, TypeError, OverflowError):
        yield Skipped(item=item, reason="there is no such day")
        return
    if isinstance(day, str):
        day = {"text": day}
    if not isinstance(day, dict):
        yield Skipped(item=item, reason="it is not an entry")
        return
    behind: list[str] = []

    def left_behind(path: str) -> str:
        name = re.split(r"[/\\]", path)[-1]
        behind.append(name)
        return f"[{name}, not brought along]"

    text = day.get("text")
    written = text if isinstance(text, str) else ""
    categories = {name: _points(inside) for name, inside in day.items() if name != "text"}
    told = [
        "\n".join([f"## {name}", "", *(f"- {point}" for point in points)])
        for name, points in categories.items()
        if name != "Tags" and points
    ]
    words = to_markdown(written, left_behind).strip("\n")
    for name in behind:
        yield Remark(item=item, text=f"not brought along: {name}")
    tags = [*_category_tags(categories), *hashtags(written)]
    heading = first_heading(words.split("\n"))
    title, body = (heading[1], words) if heading else ("", words)
    if heading and not any(line.strip() for line in words.split("\n")[: heading[0]]):
        body = "\n".join(words.split("\n")[heading[0] + 1 :]).strip("\n")
    yield Finding(
        source="rednotebook",
        item=item,
        on=on,
        title=title or ("" if body or told else on.isoformat()),
        body="\n\n".join(part for part in [body, *told] if part),
        native_id=on.isoformat(),
        tags=tuple(dict.fromkeys(tags)),
        meta={"categories": categories} if categories else {},
    )


def _category_tags(categories: dict[str, list[str]]) -> list[str]:
    """Old journals kept their tags as a category; in newer ones each category is one."""
    return [
        tag for name, points in categories.items() for tag in (points if name == "Tags" else [name])
    ]


def _points(inside: Any) -> list[str]:
    if isinstance(inside, dict):
        return [
            ": ".join([name, *_points(more)]) if more else name for name, more in inside.items()
        ]
    if isinstance(inside, list):
        return [point for part in inside for point in _points(part)]
    return [inside] if isinstance(inside, str) and inside.strip() else []
