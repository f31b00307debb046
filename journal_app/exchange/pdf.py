"""PDF: a document as pages for the eye and for a reader, with bookmarks and its language."""

from dataclasses import asdict
from typing import Any

from journal_app.domain.progress import Progress, unwatched
from journal_app.domain.share import Look
from journal_app.exchange.document import Block, Bullets, Document, Heading, Paragraph, Room, Words
from journal_app.exchange.prose import Node, Span, printable, prose_of
from journal_app.exchange.typesetting import pictures, typeset

_MOST_LOOKED_AT = 12


def render(document: Document, *, paper: str = "a4", progress: Progress = unwatched) -> bytes:
    """The document as one tagged PDF."""
    return typeset("document", _record(document, paper, progress), progress=progress)


def look(document: Document, *, dots_per_inch: float, progress: Progress = unwatched) -> Look:
    """Its first pages as pictures, drawn from the same words as the PDF."""
    record = _record(document, "a4", progress)
    drawn = pictures("document", record, dots_per_inch=dots_per_inch)
    return Look(drawn[:_MOST_LOOKED_AT], len(drawn))


def _record(document: Document, paper: str, progress: Progress) -> dict[str, Any]:
    blocks: list[dict[str, Any]] = []
    for block in document.blocks:
        # Work that is no longer wanted stops here; typesetting itself is a matter of a second.
        progress(0.0)
        blocks.append(_block(block))
    return {
        "title": printable(document.title),
        "provenance": printable(document.provenance),
        "language": document.language,
        "paper": paper,
        "blocks": blocks,
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "level": min(block.level, 5), "text": printable(block.text)}
        case Paragraph():
            return {"kind": "paragraph", "text": printable(block.text), "quiet": block.quiet}
        case Words():
            return {"kind": "words", "nodes": [_node(node) for node in prose_of(block.text)]}
        case Bullets():
            return {"kind": "bullets", "items": [printable(item) for item in block.items]}
        case Room():
            return {"kind": "room", "lines": block.lines}


def _node(node: Node) -> dict[str, Any]:
    return {
        "kind": node.kind,
        "ordered": node.ordered,
        "spans": [part for span in node.spans for part in _spans(span)],
        "nodes": [_node(inner) for inner in node.nodes],
    }


def _spans(span: Span) -> list[dict[str, Any]]:
    """The span, its ends of lines as spans of their own."""
    face = {name: value for name, value in asdict(span).items() if value and name != "text"}
    parts: list[dict[str, Any]] = []
    for number, line in enumerate(span.text.split("\n")):
        parts += [{"text": "\n"}] if number else []
        parts += [{"text": line, **face}] if line else []
    return parts
