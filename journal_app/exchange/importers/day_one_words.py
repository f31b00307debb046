"""The words of Day One: its escapes taken back where that changes nothing, its rich text read."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from journal_app.exchange.importers.reading import listed
from journal_app.exchange.json_stream import BadJson, loads

_FENCE = re.compile(r"^\s*(```+|~~~+)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_ZERO_WIDTH = re.compile("\u200b+(?=[*_])|(?<=[*_])\u200b+")
_BEGINS_BLOCK = re.compile(r"[-+*](?=\s|$)|#{1,6}(?=\s|$)|>|[-=_*]{3,}\s*$|\|")
_ENTITY = re.compile(r"&(#?\w+);")


def unescaped(text: str) -> str:
    """Day One's Markdown without its needless backslashes.

    A backslash stays in code, before a letter, and where taking it away would make a list, a
    heading, emphasis, a link or any other mark out of plain words.
    """
    lines, fence = [], ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence):
                fence = ""
            lines.append(line)
        elif mark:
            fence = mark[1][:3]
            lines.append(line)
        else:
            lines.append(_line(_ZERO_WIDTH.sub("", line)))
    return "\n".join(lines)


def _line(line: str) -> str:
    """One line outside of fences; its code spans are left alone."""
    parts, at = [], 0
    for code in _CODE.finditer(line):
        parts += [_plain(line[at : code.start()], line, at), code[0]]
        at = code.end()
    return "".join([*parts, _plain(line[at:], line, at)])


def _plain(part: str, line: str, offset: int) -> str:
    def kept_or_not(found: re.Match[str]) -> str:
        start = offset + found.start()
        before, after = line[:start], line[start + 2 :]
        return found[0] if _would_mean_something(found[1], before, after) else found[1]

    return _ESCAPE.sub(kept_or_not, part)


def _would_mean_something(mark: str, before: str, after: str) -> bool:
    """True when the mark, bare between these two, would be read as more than itself."""
    if not before.strip() and _BEGINS_BLOCK.match((mark + after).replace("\\", "")):
        return True
    check = _CHECKS.get(mark)
    return bool(check and check(before, after))


def _numbers_a_list(before: str, after: str) -> bool:
    return before.strip().isdigit() and (not after or after[0].isspace())


def _emphasises(before: str, after: str) -> bool:
    return not (_ends_blank(before) and _ends_blank(after[:1]))


def _underlines(before: str, after: str) -> bool:
    inside = before[-1:].isalnum() and after[:1].isalnum()
    return _emphasises(before, after) and not inside


def _ends_blank(text: str) -> bool:
    return not text or text[-1:].isspace()


_CHECKS: dict[str, Callable[[str, str], bool]] = {
    ".": _numbers_a_list,
    ")": lambda before, after: _numbers_a_list(before, after) or "](" in before,
    "(": lambda before, _after: before.endswith("]"),
    "*": _emphasises,
    "_": _underlines,
    "`": lambda before, after: "`" in before or "`" in after,
    "[": lambda _before, after: "](" in after or "]\\(" in after or "][" in after,
    "]": lambda before, after: "[" in before and after[:2].lstrip("\\")[:1] in ("(", "[", ":"),
    "!": lambda _before, after: after.lstrip("\\").startswith("["),
    "<": lambda _before, after: bool(re.match(r"[A-Za-z/!?]", after)),
    "&": lambda _before, after: bool(_ENTITY.match(f"&{after}")),
    "~": lambda before, after: before.endswith("~") or after.lstrip("\\").startswith("~"),
    "|": lambda before, _after: before.lstrip().startswith("|"),
    "\\": lambda _before, after: not after or bool(re.match(r"[!-/:-@\[-`{-~]", after)),
}


def rich_to_markdown(rich: object) -> str:
    """The Markdown of Day One's rich text, a JSON text of runs and of what is embedded."""
    if not isinstance(rich, str):
        return ""
    try:
        told = loads(rich)
    except BadJson:
        return ""
    contents = told.get("contents") if isinstance(told, dict) else None
    if not isinstance(contents, list):
        return ""
    lines: list[tuple[str, str]] = [("", "")]
    for run in contents:
        if isinstance(run, dict):
            _run(run, lines)
    return "\n".join(_fenced(lines)).strip("\n")


def _run(run: Mapping[str, Any], lines: list[tuple[str, str]]) -> None:
    """Put a run at the end of the lines; each is a kind of block and its words."""
    for embedded in listed(run.get("embeddedObjects")):
        if isinstance(embedded, dict):
            lines += [("", _embedded(embedded)), ("", "")]
    text = run.get("text")
    if not isinstance(text, str):
        return
    given = run.get("attributes")
    attributes: Mapping[str, Any] = given if isinstance(given, dict) else {}
    block = attributes.get("line")
    block = block if isinstance(block, dict) else {}
    kind = "code" if block.get("codeBlock") else ""
    for number, part in enumerate(text.split("\n")):
        if number:
            lines.append(("", ""))
        if part:
            before = lines[-1][1]
            words = part if kind else _inline(part, attributes)
            start = "" if before or kind else _begins(block)
            lines[-1] = (kind, f"{before}{start}{words}")


def _embedded(embedded: Mapping[str, Any]) -> str:
    kind, identifier = embedded.get("type"), embedded.get("identifier", "")
    if kind == "horizontalRuleLine":
        return "---"
    if kind == "markdown":
        return str(embedded.get("contents", ""))
    if kind == "photo":
        return f"![](dayone-moment://{identifier})"
    return f"![](dayone-moment:/{kind}/{identifier})"


def _inline(text: str, attributes: Mapping[str, Any]) -> str:
    words = text.strip()
    if not words:
        return text
    start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if attributes.get("inlineCode"):
        words = f"`{words}`"
    if attributes.get("italic"):
        words = f"*{words}*"
    if attributes.get("bold"):
        words = f"**{words}**"
    if attributes.get("strikethrough"):
        words = f"~~{words}~~"
    if isinstance(link := attributes.get("linkURL"), str):
        words = f"[{words}]({link})"
    return f"{start}{words}{end}"


def _begins(block: Mapping[str, Any]) -> str:
    level = block.get("header")
    if isinstance(level, int) and 1 <= level <= 6:
        return "#" * level + " "
    indent = block.get("indentLevel")
    space = "    " * (indent - 1) if isinstance(indent, int) and 1 < indent < 20 else ""
    match block.get("listStyle"):
        case "bulleted":
            return f"{space}- "
        case "numbered":
            return f"{space}{block.get('listIndex') or 1}. "
        case "checkbox":
            return f"{space}- [{'x' if block.get('checked') else ' '}] "
    return "> " if block.get("quote") else ""


def _fenced(lines: list[tuple[str, str]]) -> Iterator[str]:
    inside, blanks = False, 0
    for kind, words in lines:
        if inside and not words:
            # Whether a blank line belongs to the code shows itself in the next one.
            blanks += 1
            continue
        if inside and kind != "code":
            yield "```"
            inside = False
        yield from [""] * blanks
        blanks = 0
        if kind == "code" and not inside:
            yield "```"
            inside = True
        yield words
    if inside:
        yield "```"
