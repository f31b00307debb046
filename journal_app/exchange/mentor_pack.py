"""Mentor pack: the few pages a mentor needs, drawn from what was chosen and nothing else."""

from dataclasses import dataclass, field

from journal_app.domain.share import Part
from journal_app.exchange.document import Block, Bullets, Document, Heading, Paragraph, Room, Words

ROOM_TO_WRITE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPlan:
    """A plan as one sentence, and in plain words how it ended."""

    text: str = field(repr=False)
    ended: str = field(default="", repr=False)
    learned: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackContents:
    """What may go into a pack, gathered by the sharing service; each list is already chosen."""

    questions: tuple[str, ...] = field(default=(), repr=False)
    situation: tuple[str, ...] = field(default=(), repr=False)
    focus: tuple[str, ...] = field(default=(), repr=False)
    tries: tuple[PackPlan, ...] = field(default=(), repr=False)
    plans: tuple[PackPlan, ...] = field(default=(), repr=False)
    moments: tuple[str, ...] = field(default=(), repr=False)
    celebrations: tuple[PackPlan, ...] = field(default=(), repr=False)
    doubts: tuple[str, ...] = field(default=(), repr=False)
    preview: tuple[PackPlan, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackWords:
    """The pack's own sentences, in the language of the guidance."""

    title: str
    provenance: str
    questions: str
    situation: str
    focus: str
    tried: str
    growth: str
    celebrations: str
    doubts: str
    preview: str
    for_you: str
    how_to_help: str


def compose(contents: PackContents, parts: frozenset[Part], words: PackWords) -> Document:
    """The pack as a document: questions first, then the chosen parts, then room for the mentor."""
    blocks: list[Block] = []
    if contents.questions:
        blocks.append(Heading(1, words.questions))
        blocks.extend(Words(question) for question in contents.questions)
    if Part.SITUATION in parts and contents.situation:
        blocks += [Heading(1, words.situation), Bullets(contents.situation)]
    if Part.FOCUS in parts and (contents.focus or contents.tries):
        blocks.append(Heading(1, words.focus))
        blocks.extend(Paragraph(text) for text in contents.focus)
        blocks.extend(_plans(contents.tries))
    if Part.TRIED in parts and contents.plans:
        blocks.append(Heading(1, words.tried))
        blocks.extend(_plans(contents.plans))
    if Part.GROWTH in parts and contents.moments:
        blocks.append(Heading(1, words.growth))
        blocks.extend(Words(text) for text in contents.moments)
    if Part.CELEBRATIONS in parts and contents.celebrations:
        blocks.append(Heading(1, words.celebrations))
        blocks.extend(_plans(contents.celebrations))
    if contents.doubts:
        blocks.append(Heading(1, words.doubts))
        blocks.extend(Words(text) for text in contents.doubts)
    if Part.PREVIEW in parts and contents.preview:
        blocks.append(Heading(1, words.preview))
        blocks.extend(_plans(contents.preview))
    blocks += [Heading(1, words.for_you), Paragraph(words.how_to_help), Room(ROOM_TO_WRITE)]
    return Document(title=words.title, blocks=tuple(blocks), provenance=words.provenance)


def _plans(plans: tuple[PackPlan, ...]) -> list[Block]:
    blocks: list[Block] = []
    for plan in plans:
        blocks.append(Words(plan.text))
        small = " ".join(part for part in (plan.ended, plan.learned) if part.strip())
        if small:
            blocks.append(Paragraph(small, quiet=True))
    return blocks
