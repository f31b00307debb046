"""Mention: a sentence that names someone, in a text about something or somebody else."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from journal_app.domain.sentence import sentences


class Choice(StrEnum):
    """What becomes of a sentence that names a person who is to be erased."""

    REMOVE = "remove"
    MASK = "mask"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One text in the journal: a column of a row, or a string inside a record kept there."""

    table: str
    row: int | str
    column: str
    path: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        return ":".join(map(str, (self.table, self.row, self.column, *self.path)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text with its place, its day, and whom its row is about."""

    place: Place
    body: str = field(repr=False)
    on: date | None = None
    person_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One sentence with the names in it, given as (start, end) in the sentence."""

    text: Text
    start: int
    sentence: str = field(repr=False)
    names: tuple[tuple[int, int], ...]

    @property
    def key(self) -> str:
        """What a choice is filed under: a sentence and its former versions share one."""
        return self.sentence.strip()


def mentions_in(text: Text, names: list[tuple[int, int]]) -> list[Mention]:
    """The sentences of a text that hold a name; ``names`` are (start, end) in the text."""
    found = []
    for start, end in sentences(text.body):
        inside = [(a - start, min(b, end) - start) for a, b in names if start <= a < end]
        if inside:
            found.append(
                Mention(text=text, start=start, sentence=text.body[start:end], names=tuple(inside))
            )
    return found


def masked(mention: Mention, stand_in: str) -> str:
    """The sentence with each name replaced, in capitals where a sentence begins with it."""
    out, at = [], 0
    for start, end in mention.names:
        before = mention.sentence[at:start]
        begins = not (mention.sentence[:start]).strip("\"'“”‘’(*_#>-• \t")
        out += [before, stand_in[:1].upper() + stand_in[1:] if begins else stand_in]
        at = end
    return "".join([*out, mention.sentence[at:]])


def settled(
    text: Text, mentions: list[Mention], choices: dict[str, Choice], otherwise: Choice, mask: str
) -> str:
    """The text once the choice about each of its mentions was carried out."""
    out, at = [], 0
    for mention in mentions:
        out.append(text.body[at : mention.start])
        at = mention.start + len(mention.sentence)
        match choices.get(mention.key, otherwise):
            case Choice.KEEP:
                out.append(mention.sentence)
            case Choice.MASK:
                out.append(masked(mention, mask))
            case Choice.REMOVE:
                # The line stays a line where a sentence was taken out of it.
                out.append("\n" if mention.sentence.endswith("\n") and at < len(text.body) else "")
    return "".join([*out, text.body[at:]])
