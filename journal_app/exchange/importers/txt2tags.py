"""txt2tags, the markup of RedNotebook, as Markdown; pictures leave a visible place."""

import re
from collections.abc import Callable

_HEADING = re.compile(r"\s*(={1,5})\s*(\S.*?)\s*\1(?:\[[\w-]*\])?\s*")
_NUMBERED = re.compile(r"\s*(\+{1,5})\s+(\S.*?)\s*\1(?:\[[\w-]*\])?\s*")
_LONGEST_HEADING = 1_000
_RULE = re.compile(r"\s*[-=_]{20,}\s*")
_PLUS = re.compile(r"^(\s*)\+ (?=\S)")
_KEPT = re.compile(r"``(.+?)``|\"\"(.+?)\"\"|''(.+?)''")
_IMAGE = re.compile(r"\[\"\"([^\"\n]+)\"\"(\.\w+)(?:\?\d+)?\]")
_NAMED_LINK = re.compile(r"\[([^\[\]\n\"]*)\"\"([^\"\n]+)\"\"\]")
_IMAGE_LINK = re.compile(r"\[\[\"\"([^\"\n]+)\"\"(\.\w+)(?:\?\d+)?\]\s{0,9}\"\"([^\"\n]+)\"\"\]")
_COLOUR = re.compile(r"\{([^{}\n|]+)\|color:[^{}\n|]+\}")
_MARKS = (
    (re.compile(r"(?<![:/\w])//(?=\S)(.{1,1000}?)(?<=\S)//(?![/\w])"), r"*\1*"),
    (re.compile(r"(?<![_\w])__(?=\S)(.{1,1000}?)(?<=\S)__(?![_\w])"), r"*\1*"),
    (re.compile(r"(?<!-)--(?=[^\s-])(.{1,1000}?)(?<=[^\s-])--(?!-)"), r"~~\1~~"),
)
_HASHTAG = re.compile(r"(?<![\w/&#])[#＃](\w[\w-]*)")
_HEX = re.compile(r"[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8}")
_NO_TAGS = frozenset({"include", "define", "ifdef", "ifndef", "endif"})
_VERBATIM, _RAW = "```", '"""'


def to_markdown(text: str, left_behind: Callable[[str], str]) -> str:
    """A day's text as Markdown; ``left_behind`` names what stands for a picture."""
    lines: list[str] = []
    inside, table = "", False
    for line in text.replace("\r\n", "\n").split("\n"):
        mark = line.strip()
        if inside:
            if mark == inside:
                lines += ["```"] if inside == _VERBATIM else []
                inside = ""
            else:
                lines.append(line)
        elif mark in {_VERBATIM, _RAW}:
            inside = mark
            lines += ["```"] if mark == _VERBATIM else []
        elif mark.startswith("|") and len(mark) > 1:
            lines += [""] if not table and lines and lines[-1].strip() else []
            lines += _row(mark, left_behind, first=not table)
        else:
            lines.append(_line(line, left_behind))
        table = not inside and mark.startswith("|")
    return "\n".join([*lines, *(["```"] if inside == _VERBATIM else [])])


def hashtags(text: str) -> list[str]:
    """The hashtags of a text, in small letters, each once; colours and C are none."""
    found: dict[str, None] = {}
    for tag in _HASHTAG.findall(_KEPT.sub(" ", text)):
        folded = tag.lower()
        has_letter = any(letter.isalpha() for letter in tag)
        if has_letter and not _HEX.fullmatch(tag) and folded not in _NO_TAGS:
            found.setdefault(folded)
    return list(found)


def _line(line: str, left_behind: Callable[[str], str]) -> str:
    if line.startswith("%"):
        return f"<!-- {line.lstrip('% ').replace('--', '- -')} -->"
    if _RULE.fullmatch(line):
        return "---"
    for pattern in (_HEADING, _NUMBERED) if len(line) <= _LONGEST_HEADING else ():
        if found := pattern.fullmatch(line):
            return f"{'#' * len(found[1])} {_inline(found[2], left_behind)}"
    words = _inline(_PLUS.sub(r"\g<1>1. ", line), left_behind)
    return f"{words.removesuffix(chr(92) * 2).rstrip()}  " if words.endswith("\\\\") else words


def _row(row: str, left_behind: Callable[[str], str], *, first: bool) -> list[str]:
    cells = [_inline(cell.strip(), left_behind) for cell in row.strip("|").split("|")]
    told = f"| {' | '.join(cells)} |"
    if not first:
        return [told]
    rule = f"|{' --- |' * len(cells)}"
    # Markdown has no table without a head: one that had none gets an empty one.
    empty = f"|{'  |' * len(cells)}"
    return [told, rule] if row.startswith("||") else [empty, rule, told]


def _inline(words: str, left_behind: Callable[[str], str]) -> str:
    kept: list[str] = []

    def keep(text: str) -> str:
        kept.append(text)
        return f"\x00{len(kept) - 1}\x00"

    words = words.replace("\x00", "\ufffd")
    words = _IMAGE_LINK.sub(lambda m: keep(f"{left_behind(m[1] + m[2])} <{m[3]}>"), words)
    words = _IMAGE.sub(lambda m: keep(_picture(m[1] + m[2], left_behind)), words)
    words = _NAMED_LINK.sub(lambda m: keep(_link(m[1].rstrip(), m[2], left_behind)), words)
    words = _KEPT.sub(lambda m: keep(f"`{m[1]}`" if m[1] else m[2] or m[3]), words)
    words = _COLOUR.sub(r"\1", words)
    for pattern, replacement in _MARKS:
        words = pattern.sub(replacement, words)
    for _ in range(3):
        words = re.sub("\x00(\\d+)\x00", lambda m: kept[int(m[1])], words)
    return words


def _picture(path: str, left_behind: Callable[[str], str]) -> str:
    if path.startswith(("http://", "https://")):
        return f"![]({path})"
    return left_behind(path)


def _link(name: str, url: str, left_behind: Callable[[str], str]) -> str:
    if not re.match(r"(?i)(https?://|mailto:|www\.)", url):
        # A place on that computer, not to be opened by anybody who reads this.
        return left_behind(name or url)
    return f"[{name or url}]({_target(url)})"


def _target(url: str) -> str:
    return f"<{url}>" if " " in url or ")" in url else url
