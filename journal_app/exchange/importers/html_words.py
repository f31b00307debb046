"""HTML as Markdown: the words of programs that keep their entries as web pages."""

import re

_DROPPED = re.compile(r"<(/?)(script|style|head)\b[^<>]*>?", re.IGNORECASE)
_BLANKS = re.compile(r"\s{1000,}")
_DEEPEST, _MOST_OPEN = 200, 200


def html_to_markdown(html: str) -> str:
    """The words of a piece of HTML with their headings, lists and emphasis; nothing runs."""
    from markdownify import markdownify

    # Of blanks that never end, too, the end is looked for again and again.
    html = _BLANKS.sub("\n", _without_dropped(html))
    if _depth(html) > _DEEPEST or html.count("<") - html.count(">") > _MOST_OPEN:
        # What is never closed is looked for to the end again and again.
        return re.sub(r"<[^<>]*>", " ", html).strip()
    made: str = markdownify(
        html,
        heading_style="ATX",
        bullets="-",
        escape_underscores=False,
        escape_asterisks=False,
        escape_misc=False,
    )
    return re.sub(r"\n{3,}", "\n\n", made).strip("\n")


def _without_dropped(html: str) -> str:
    """The same without scripts, styles and heads, in one pass however many of them are open."""
    kept, at, inside = [], 0, ""
    for found in _DROPPED.finditer(html):
        name = found[2].lower()
        if not inside and not found[1]:
            kept.append(html[at : found.start()])
            at, inside = found.start(), name
        elif found[1] and name == inside:
            at, inside = found.end(), ""
    return "".join([*kept, html[at:]])


def _depth(html: str) -> int:
    deepest = depth = 0
    for closes, void in re.findall(r"<(/?)(\w+)", html):
        if void.lower() in {"br", "hr", "img", "input", "meta", "link"}:
            continue
        depth += -1 if closes else 1
        deepest = max(deepest, depth)
    return deepest
