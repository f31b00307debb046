"""Pack: what was chosen for a mentor, and what came of it, ready to be looked at and saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from journal_app.domain.pack_item import PackItem
from journal_app.domain.progress import Progress, unwatched
from journal_app.domain.share import DEFAULT_PARTS, Audience, Look, NameStyle, Part
from journal_app.exchange.document import Document
from journal_app.exchange.formats import Format, draw


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRequest:
    """What the person chose, step by step. Doubts are chosen one by one, never all.

    ``dropped`` items stay behind although their part goes along; ``added`` ones go although they
    would not by themselves. ``they`` and ``months`` say telling details more widely.
    """

    first: date
    last: date
    audience: Audience = Audience.MENTOR
    purpose: str = field(default="", repr=False)
    questions: tuple[str, ...] = field(default=(), repr=False)
    parts: frozenset[Part] = DEFAULT_PARTS
    names: NameStyle = NameStyle.ALIAS
    doubt_ids: frozenset[int] = frozenset()
    dropped: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()
    they: bool = False
    months: bool = False

    def takes(self, item: PackItem) -> bool:
        """True when the item goes along."""
        if item.part is Part.DOUBTS:
            return int(item.ref.partition(":")[2]) in self.doubt_ids
        if item.part not in self.parts or item.ref in self.dropped:
            return False
        return item.usual or item.ref in self.added

    def with_item(self, item: PackItem, *, taken: bool) -> "PackRequest":
        """The same request with one item taken along or left behind."""
        if item.part is Part.DOUBTS:
            doubt = frozenset({int(item.ref.partition(":")[2])})
            chosen = self.doubt_ids | doubt if taken else self.doubt_ids - doubt
            return replace(self, doubt_ids=chosen)
        one = frozenset({item.ref})
        if taken:
            return replace(self, dropped=self.dropped - one, added=self.added | one)
        return replace(self, dropped=self.dropped | one, added=self.added - one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A composed pack whose names are settled; ``preview`` and file are the same bytes."""

    document: Document = field(repr=False)
    request: PackRequest
    left_out: int
    warnings: tuple[str, ...] = ()
    unfamiliar: tuple[str, ...] = field(default=(), repr=False)
    stand_ins: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    people: frozenset[int] = frozenset()
    tells_pronouns: bool = False
    tells_days: bool = False
    code: str = ""

    def render(self, kind: str, progress: Progress = unwatched) -> bytes:
        """The very bytes of the file in one of the formats, named by its ending."""
        return b"".join(draw(self.document, Format(kind), progress))

    def look(self, dots_per_inch: float, progress: Progress = unwatched) -> Look:
        """The first pages of the PDF as pictures, and how many there are."""
        from journal_app.exchange import pdf

        return pdf.look(self.document, dots_per_inch=dots_per_inch, progress=progress)
