"""Markdown: a document as text anyone can read anywhere."""

from journal_app.exchange.document import Block, Bullets, Document, Heading, Paragraph, Room, Words


def render(document: Document) -> bytes:
    """The document as UTF-8 Markdown; the same document always gives the same bytes."""
    parts = [f"# {_line(document.title)}"]
    if document.provenance:
        parts.append(f"_{_line(document.provenance)}_")
    parts += [_block(block) for block in document.blocks]
    if document.provenance:
        parts += ["---", f"_{_line(document.provenance)}_"]
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8", "replace")


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
