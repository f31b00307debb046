"""HTML: a document as one file that loads nothing, runs nothing and asks nobody."""

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from journal_app.exchange.document import Bullets, Document, Heading, Paragraph, Room, Words

if TYPE_CHECKING:
    import markdown

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_TAGS = {
    *("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a"),
    *("h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "del"),
}
# Lines that begin with a letter and hold nothing that Markdown, or HTML, could mean.
_PLAIN_LINE = r"[^\W\d_][^\x00-\x1f\x7f-\xa0*_`\[\]<>&!\\|~]*+"
_PLAIN = re.compile(rf"{_PLAIN_LINE}(?:\n{{1,2}}{_PLAIN_LINE})*+")
_LONGEST = 400_000
_DEEPEST = re.compile(r"^(?:\s*(?:>\s*){40}|[ \t]{80,}[-*+\d])", re.MULTILINE)
_MANY = 3_000


def render(document: Document, style: str) -> bytes:
    """The document as one UTF-8 page with the style inside; no script, no remote reference."""
    return b"".join(stream(document, style))


def stream(document: Document, style: str) -> Iterator[bytes]:
    """The same, part by part: a long document is never whole in memory."""
    title, provenance = html.escape(document.title), html.escape(document.provenance)
    small_print = f'<p class="quiet">{provenance}</p>' if provenance else ""
    yield _encoded(
        f'<!DOCTYPE html>\n<html lang="{html.escape(document.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>\n{style}\n</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n{small_print}\n"
    )
    # One for the whole document: to make it takes longer than most texts do.
    converter: markdown.Markdown | None = None
    for block in document.blocks:
        if isinstance(block, Words):
            converter = converter or _converter()
            drawn = f'<div class="words">{words_to_html(block.text, converter)}</div>'
        else:
            drawn = _block(block)
        yield _encoded(f"{drawn}\n")
    yield _encoded(f"{small_print}\n</main>\n</body>\n</html>\n")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def words_to_html(text: str, converter: "markdown.Markdown | None" = None) -> str:
    """A person's Markdown as harmless HTML; what would take for ever is shown as it was typed."""
    if _PLAIN.fullmatch(text) and " \n" not in text and not text.endswith(" "):
        # As most days are written: what Markdown makes of them needs no reading of Markdown.
        lines = text.replace("\n\n", "</p>\0<p>").replace("\n", "<br>\n").replace("\0", "\n")
        return f"<p>{lines}</p>"
    if _is_bomb(text):
        return f"<pre>{html.escape(text)}</pre>"
    import nh3

    try:
        drawn = (converter or _converter()).reset().convert(text)
    except RecursionError:
        return f"<pre>{html.escape(text)}</pre>"
    return nh3.clean(
        drawn,
        tags=_TAGS,
        attributes={"a": {"href", "title"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )


def _block(block: Heading | Paragraph | Bullets | Room) -> str:
    match block:
        case Heading():
            level = min(block.level + 1, 6)
            return f"<h{level}>{html.escape(block.text)}</h{level}>"
        case Paragraph():
            kind = ' class="quiet"' if block.quiet else ""
            lines = html.escape(block.text).replace("\n", "<br>")
            return f"<p{kind}>{lines}</p>"
        case Bullets():
            items = "".join(f"<li>{html.escape(item)}</li>" for item in block.items)
            return f"<ul>{items}</ul>"
        case Room():
            return '<div class="room"></div>' * block.lines


def _is_bomb(text: str) -> bool:
    marks = max(text.count(mark) for mark in "[*_`<!&|")
    return len(text) > _LONGEST or marks > _MANY or bool(_DEEPEST.search(text))


def _converter() -> "markdown.Markdown":
    """Markdown that takes HTML for text, loads no image and keeps headings below the page's."""
    import markdown
    from markdown.treeprocessors import Treeprocessor

    class Tame(Treeprocessor):
        def run(self, root: Any) -> None:
            for element in root.iter():
                if element.tag == "img":
                    alt = element.get("alt") or ""
                    element.tag = "em"
                    element.attrib.clear()
                    element.text = f"[image not loaded: {alt}]"
                elif element.tag == "h1":
                    element.tag = "h2"

    made = markdown.Markdown(extensions=["sane_lists", "tables", "fenced_code", "nl2br"])
    made.preprocessors.deregister("html_block")
    made.inlinePatterns.deregister("html")
    made.treeprocessors.register(Tame(made), "tame", 0)
    return made
