"""Mentor pack: the few pages a mentor needs, drawn from what was chosen and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journal_app.domain.pack_item import PackItem
from journal_app.domain.share import Part
from journal_app.exchange.document import Block, Bullets, Document, Heading, Paragraph, Room, Words

ROOM_TO_WRITE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PackWords:
    """The pack's own sentences, in the language of the guidance."""

    title: str
    provenance: str
    questions: str
    headings: Mapping[Part, str]
    for_you: str
    how_to_help: str
    language: str = "en"


def compose(
    items: Sequence[PackItem], words: PackWords, *, questions: Sequence[str], purpose: str = ""
) -> Document:
    """The pack as a document: questions first, then the parts, then room for the mentor."""
    blocks: list[Block] = []
    if purpose.strip():
        blocks.append(Words(purpose.strip()))
    if questions:
        blocks.append(Heading(1, words.questions))
        blocks.extend(Words(question) for question in questions)
    for part in Part:
        held = [item for item in items if item.part is part]
        if not held:
            continue
        blocks.append(Heading(1, words.headings[part]))
        if part is Part.SITUATION:
            blocks.append(Bullets(tuple(item.text for item in held)))
        else:
            blocks += [block for item in held for block in _blocks(item)]
    blocks += [Heading(1, words.for_you), Paragraph(words.how_to_help), Room(ROOM_TO_WRITE)]
    return Document(
        title=words.title,
        blocks=tuple(blocks),
        provenance=words.provenance,
        language=words.language,
    )


def _blocks(item: PackItem) -> list[Block]:
    said: Block = Paragraph(item.text) if item.ours else Words(item.text)
    return [said, Paragraph(item.small, quiet=True)] if item.small.strip() else [said]
