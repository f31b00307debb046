"""Prose: a person's Markdown as a small tree, so that every format draws the same words.

The tree is read from the harmless HTML of ``html.words_to_html``: there is one reading of Markdown.
"""

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Literal

from journal_app.exchange.html import words_to_html

Kind = Literal["text", "list", "item", "quote", "code", "heading", "rule", "table", "row", "cell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of letters in one face; a ``link`` is what it leads to."""

    text: str = field(repr=False)
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    struck: bool = False
    link: str = field(default="", repr=False)


@dataclass(slots=True, kw_only=True)
class Node:
    """A paragraph, list, quote or the like: its own letters, and the nodes inside it."""

    kind: Kind
    spans: list[Span] = field(default_factory=list, repr=False)
    nodes: list["Node"] = field(default_factory=list, repr=False)
    level: int = 0
    ordered: bool = False

    @property
    def text(self) -> str:
        """All its letters."""
        return "".join(span.text for span in self.spans)


_BLOCKS: dict[str, Kind] = {
    **{"p": "text", "ul": "list", "ol": "list", "li": "item", "blockquote": "quote"},
    **{"pre": "code", "hr": "rule", "table": "table", "tr": "row", "td": "cell", "th": "cell"},
    **{f"h{n}": "heading" for n in range(1, 7)},
}
_UNPRINTABLE = re.compile(r"[^\n\t\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FACES = {"strong", "em", "code", "del", "a"}


def prose_of(text: str) -> list[Node]:
    """The words of a text in reading order."""
    reader = _Reader()
    reader.feed(words_to_html(printable(text)))
    reader.close()
    return reader.root.nodes


def printable(text: str) -> str:
    """The text without the control characters that no page and no file of words can hold."""
    return _UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


class _Reader(HTMLParser):
    """Builds the tree as tags open and close; what it does not know is passed through."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node(kind="item")
        self._open: list[tuple[str, Node]] = [("", self.root)]
        self._face = Span(text="")
        self._faces: list[Span] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._say("\n")
        elif tag == "hr":
            self._open[-1][1].nodes.append(Node(kind="rule"))
        elif tag in _BLOCKS:
            level = int(tag[1]) if _BLOCKS[tag] == "heading" else 0
            node = Node(kind=_BLOCKS[tag], level=level, ordered=tag == "ol")
            self._open[-1][1].nodes.append(node)
            self._open.append((tag, node))
        elif tag in _FACES:
            self._faces.append(self._face)
            self._face = _turned(self._face, tag, dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _FACES:
            self._face = self._faces.pop() if self._faces else Span(text="")
        elif any(tag == name for name, _ in self._open[1:]):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        tag, node = self._open[-1]
        if node.kind != "code" and (not data.strip() and not (node.spans and tag)):
            return
        self._say(data if node.kind == "code" else data.replace("\n", " "))

    def _say(self, text: str) -> None:
        node = self._open[-1][1]
        if node.kind in ("item", "quote") and (node.nodes or node is self.root):
            # Letters beside blocks get a paragraph of their own.
            if not node.nodes or node.nodes[-1].kind != "text":
                node.nodes.append(Node(kind="text"))
            node = node.nodes[-1]
        if not node.spans or node.spans[-1].text.endswith("\n"):
            text = text if node.kind == "code" else text.lstrip(" ")
        if text:
            node.spans.append(replace(self._face, text=text))


def _turned(face: Span, tag: str, link: str) -> Span:
    """The face letters have inside a tag."""
    match tag:
        case "strong":
            return replace(face, strong=True)
        case "em":
            return replace(face, emphasis=True)
        case "code":
            return replace(face, code=True)
        case "del":
            return replace(face, struck=True)
        case _:
            return replace(face, link=link)
