"""Marks: where a line of Markdown is a heading, strong, a link; found in one pass."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a stretch of a line is."""

    MARK = "mark"
    HEADING = "heading"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRUCK = "struck"
    CODE = "code"
    FENCED = "fenced"
    LINK = "link"
    ADDRESS = "address"
    QUOTE = "quote"
    BULLET = "bullet"
    DONE = "done"
    RULE = "rule"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class Span:
    """From ``start`` to before ``end`` in characters; ``level`` is a heading's."""

    start: int
    end: int
    kind: Kind
    level: int = 0


FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})")
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_QUOTE = re.compile(r" {0,3}>(?:[ \t]?>)*[ \t]?")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_TASK = re.compile(r"\[([ xX])\][ \t]+")
# Only where one of these stands can a token begin; an address without brackets begins with h.
_SPECIAL = re.compile(r"[\\`*_~!\[<@]")
_SPECIAL_OR_ADDRESS = re.compile(r"[\\`*_~!\[<@hH]")
_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)"
    r"|(?P<link>!?\[[^\[\]]{0,300}\]\([^()\s]{0,500}(?:\([^()\s]{0,100}\)[^()\s]{0,100})?\))"
    r"|(?P<address><[a-z][a-z0-9+.-]{1,20}:[^\s<>]{1,500}>|\bhttps?://[^\s<>\"'`]{1,500})"
    r"|(?P<mention>(?<![\w@])@\w)"
    r"|(?P<run>\*+|_+|~~)",
    re.IGNORECASE,
)
_RUNS = {"*": Kind.EMPHASIS, "**": Kind.STRONG, "_": Kind.EMPHASIS, "__": Kind.STRONG}
_RUNS |= {"~~": Kind.STRUCK}


def spans(line: str, names: tuple[str, ...] = ()) -> list[Span]:
    """The stretches of one line outside a fenced block, outer ones before inner ones."""
    if _RULE.match(line):
        return [Span(0, len(line), Kind.RULE)]
    found: list[Span] = []
    start = _opening(line, found)
    special = _SPECIAL_OR_ADDRESS if "://" in line else _SPECIAL
    if tokens := _tokens(line, start, special):
        _inline(line, start, tokens, names, found)
    return found


def _opening(line: str, found: list[Span]) -> int:
    """What a line begins with; where its own words start."""
    at = 0
    if quote := _QUOTE.match(line):
        at = quote.end()
        found += [Span(0, len(line), Kind.QUOTE), Span(0, at, Kind.MARK)]
    if heading := _HEADING.match(line, at):
        found += [
            Span(at, len(line), Kind.HEADING, len(heading[1])),
            Span(at, heading.end(), Kind.MARK),
        ]
        return heading.end()
    if item := _ITEM.match(line, at):
        found.append(Span(at, item.end(), Kind.BULLET))
        at = item.end()
        if task := _TASK.match(line, at):
            if task[1] != " ":
                found.append(Span(task.end(), len(line), Kind.DONE))
            found.append(Span(at, task.end(), Kind.BULLET))
            at = task.end()
    return at


def _tokens(line: str, start: int, special: re.Pattern[str]) -> list[re.Match[str]]:
    found = []
    for place in special.finditer(line, start):
        at = place.start()
        if at >= start and (token := _TOKEN.match(line, at)):
            found.append(token)
            start = token.end()
    return found


def _inline(
    line: str,
    start: int,
    tokens: list[re.Match[str]],
    names: tuple[str, ...],
    found: list[Span],
) -> None:
    ticks = _tick_places(tokens)
    open_runs: list[tuple[str, int, int]] = []
    until = start
    for token in tokens:
        if token.start() < until:
            continue
        match token.lastgroup:
            case "ticks":
                until = _code(token, ticks, found)
            case "link":
                until = _link(token, found)
            case "address":
                until = token.end()
                found.append(Span(token.start(), until, Kind.ADDRESS))
            case "mention":
                until = _mention(line, token.start(), names, found)
            case "run":
                _run(line, token, open_runs, found)
            case _:
                until = token.end()
                found.append(Span(token.start(), token.start() + 1, Kind.MARK))


def _tick_places(tokens: list[re.Match[str]]) -> dict[int, list[int]]:
    """Where a run of so many backticks starts, last first."""
    places: dict[int, list[int]] = {}
    for token in reversed(tokens):
        if token.lastgroup == "ticks":
            places.setdefault(len(token[0]), []).append(token.start())
    return places


def _code(token: re.Match[str], ticks: dict[int, list[int]], found: list[Span]) -> int:
    size = len(token[0])
    closing = ticks[size]
    while closing and closing[-1] <= token.start():
        closing.pop()
    if not closing:
        return token.end()
    end = closing[-1] + size
    found += [
        Span(token.start(), end, Kind.CODE),
        Span(token.start(), token.end(), Kind.MARK),
        Span(end - size, end, Kind.MARK),
    ]
    return end


def _link(token: re.Match[str], found: list[Span]) -> int:
    start, end = token.span()
    middle = start + token[0].index("](")
    first = start + token[0].index("[") + 1
    found += [
        Span(start, first, Kind.MARK),
        Span(first, middle, Kind.LINK),
        Span(middle, middle + 2, Kind.MARK),
        Span(middle + 2, end - 1, Kind.ADDRESS),
        Span(end - 1, end, Kind.MARK),
    ]
    return end


def _mention(line: str, at: int, names: tuple[str, ...], found: list[Span]) -> int:
    for name in names:
        end = at + 1 + len(name)
        after = line[end : end + 1]
        if line.startswith(name, at + 1) and not (after.isalnum() or after == "_"):
            found.append(Span(at, end, Kind.MENTION))
            return end
    return at + 1


def _run(
    line: str, token: re.Match[str], open_runs: list[tuple[str, int, int]], found: list[Span]
) -> None:
    start, end = token.span()
    before, after = line[start - 1 : start], line[end : end + 1]
    may_open = bool(after) and not after.isspace()
    may_close = bool(before) and not before.isspace()
    if token[0][0] == "_":
        may_open, may_close = (
            may_open and not before.isalnum(),
            may_close and not after.isalnum(),
        )
    if may_close:
        for place in range(len(open_runs) - 1, max(-1, len(open_runs) - 9), -1):
            run, opened, inside = open_runs[place]
            if run == token[0] and inside < start:
                found += _styled(run, opened, end)
                del open_runs[place:]
                return
    if may_open:
        open_runs.append((token[0], start, end))


def _styled(run: str, start: int, end: int) -> list[Span]:
    size = len(run)
    if size == 3 and run[0] != "~":
        kinds = [Kind.STRONG, Kind.EMPHASIS]
    elif run in _RUNS:
        kinds = [_RUNS[run]]
    else:
        return []
    return [
        *(Span(start, end, kind) for kind in kinds),
        Span(start, start + size, Kind.MARK),
        Span(end - size, end, Kind.MARK),
    ]
