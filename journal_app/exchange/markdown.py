"""Markdown: a document as text anyone can read anywhere."""

from collections.abc import Iterator

from journal_app.exchange.document import Block, Bullets, Document, Heading, Paragraph, Room, Words


def render(document: Document) -> bytes:
    """The document as UTF-8 Markdown; the same document always gives the same bytes."""
    return b"".join(stream(document))


def stream(document: Document) -> Iterator[bytes]:
    """The same, part by part: a long document is never whole in memory."""
    yield _encoded(f"# {_line(document.title)}")
    small_print = f"_{_line(document.provenance)}_" if document.provenance else ""
    if small_print:
        yield _encoded(f"\n\n{small_print}")
    for block in document.blocks:
        if part := _block(block):
            yield _encoded(f"\n\n{part}")
    yield _encoded(f"\n\n---\n\n{small_print}\n" if small_print else "\n")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * (block.level + 1)} {_line(block.text)}"
        case Paragraph():
            return f"_{_line(block.text)}_" if block.quiet else block.text.strip("\n")
        case Words():
            return block.text.strip("\n")
        case Bullets():
            return "\n".join(f"- {_line(item)}" for item in block.items)
        case Room():
            return "\n\n".join("_" * 40 for _ in range(block.lines))


def _line(text: str) -> str:
    return " ".join(text.split())
