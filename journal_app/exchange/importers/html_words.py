"""HTML as Markdown: the words of programs that keep their entries as web pages."""

import re

_DROPPED = re.compile(r"<(script|style|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_DEEPEST = 200


def html_to_markdown(html: str) -> str:
    """The words of a piece of HTML with their headings, lists and emphasis; nothing runs."""
    from markdownify import markdownify

    html = _DROPPED.sub("", html)
    if _depth(html) > _DEEPEST:
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


def _depth(html: str) -> int:
    deepest = depth = 0
    for closes, void in re.findall(r"<(/?)(\w+)", html):
        if void.lower() in {"br", "hr", "img", "input", "meta", "link"}:
            continue
        depth += -1 if closes else 1
        deepest = max(deepest, depth)
    return deepest
