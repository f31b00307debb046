"""Document: the one model every format is drawn from, so that all say the same."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title's."""

    level: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text of the program's own; quiet ones are small print."""

    text: str = field(repr=False)
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A person's words: Markdown, exactly as typed."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short plain lines."""

    items: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Room:
    """Empty lines to write on by hand."""

    lines: int


Block = Heading | Paragraph | Words | Bullets | Room


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A titled run of blocks; ``provenance`` stands on its first and its last page.

    Blocks that are not a tuple are made while they are drawn, and can be drawn once.
    """

    title: str = field(repr=False)
    blocks: Iterable[Block] = field(repr=False)
    language: str = "en"
    provenance: str = field(default="", repr=False)

    def map_text(self, change: Callable[[str], str]) -> "Document":
        """The same document with every text changed, titles and small print too."""
        title, provenance = change(self.title), change(self.provenance)
        changed = (_map(block, change) for block in self.blocks)
        return replace(
            self,
            title=title,
            provenance=provenance,
            blocks=tuple(changed) if isinstance(self.blocks, tuple) else changed,
        )


def texts_of(document: Document) -> list[str]:
    """Its texts, the title and the small print first."""
    texts: list[str] = []
    document.map_text(lambda text: texts.append(text) or text)  # type: ignore[func-returns-value]
    return texts


def _map(block: Block, change: Callable[[str], str]) -> Block:
    match block:
        case Heading() | Paragraph() | Words():
            text = change(block.text)
            return block if text == block.text else replace(block, text=text)
        case Bullets():
            return Bullets(tuple(change(item) for item in block.items))
        case Room():
            return block
