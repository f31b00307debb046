"""Finding: what another journal holds, read and shown before anything of it is written here."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

_DEEPEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One entry of another journal, on the day its own calendar gave it.

    ``item`` names its place for the report, ``at`` is the local time as far as it is known,
    ``meta`` keeps every field that has no place here, and ``own_key`` is the key it already has.
    """

    source: str
    item: str = field(repr=False)
    on: date
    body: str = field(repr=False)
    title: str = field(default="", repr=False)
    at: str = ""
    zone: str = ""
    native_id: str = field(default="", repr=False)
    own_key: str = ""
    tags: tuple[str, ...] = field(default=(), repr=False)
    mentions: tuple[str, ...] = field(default=(), repr=False)
    person: str = field(default="", repr=False)
    person_key: str = ""
    kind: str = "note"
    starred: bool = False
    private: bool = False
    language: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def key(self) -> str:
        """What tells this entry from all others: the same each time it is read."""
        if self.own_key:
            return self.own_key
        told = [self.native_id] if self.native_id else [self.local_time, self.title, self.body]
        return hashlib.sha256(json.dumps([self.source, *told]).encode()).hexdigest()

    @property
    def is_deep(self) -> bool:
        """True when what came with it lies deeper inside itself than any program writes it."""
        level: list[Any] = [self.meta]
        for _ in range(_DEEPEST):
            held = [value for value in level if isinstance(value, Mapping | list)]
            level = [v for one in held for v in (one.values() if isinstance(one, Mapping) else one)]
        return bool(level)

    @property
    def local_time(self) -> str:
        """Day and time as the writer's clock showed them."""
        return f"{self.on.isoformat()}T{self.at}" if self.at else self.on.isoformat()

    def record(self) -> dict[str, Any]:
        """What an entry has no place for and is kept beside it."""
        known = {"source": self.source, "at": self.at, "id": self.native_id}
        kept: dict[str, Any] = {name: value for name, value in known.items() if value}
        return kept | ({"meta": dict(self.meta)} if self.meta else {})

    @property
    def labels(self) -> tuple[str, ...]:
        """What may stand for a person: tags, and names written as ``@name``."""
        written = (*self.tags, *(f"@{name}" for name in self.mentions))
        return (*written, self.person) if self.person and not self.person_key else written


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something that is not taken over, and why."""

    item: str = field(repr=False)
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to know about what is taken over, such as a picture that stays behind."""

    item: str = field(repr=False)
    text: str


class Question(StrEnum):
    """What the files do not tell and only their owner knows."""

    DAY_ORDER = "day-order"
    WEEKS = "weeks"
    PASSPHRASE = "passphrase"  # noqa: S105


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """A reader's question; entries that depend on it are skipped until it is answered."""

    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a journal of Tend's own: its values, and the keys of the rows it points to."""

    noun: str
    key: str
    values: Mapping[str, Any] = field(repr=False)
    points: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A setting that belongs to the journal and not to this computer."""

    name: str
    value: str = field(repr=False)


Found = Finding | Skipped | Remark | Asks | Row | Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How to read what can be read two ways; None where nothing was said."""

    now: datetime
    passphrase: str | None = field(default=None, repr=False)
    day_first: bool | None = None
    iso_weeks: bool | None = None


@dataclass(slots=True, kw_only=True)
class Report:
    """What an import finds or did; ``labels`` are the tags and @names it met, in their order."""

    form: str = ""
    import_id: int | None = None
    found: int = 0
    new: int = 0
    duplicate: int = 0
    first: date | None = None
    last: date | None = None
    skipped: list[Skipped] = field(default_factory=list, repr=False)
    remarks: list[Remark] = field(default_factory=list, repr=False)
    questions: set[Question] = field(default_factory=set)
    labels: dict[str, None] = field(default_factory=dict, repr=False)

    def skip(self, skipped: Skipped) -> None:
        """Note something that is not taken over."""
        self.found += 1
        self.skipped.append(skipped)

    def count(
        self,
        item: str,
        key: str,
        reason: str,
        seen: set[str],
        *,
        is_here: bool,
        told: bool = True,
    ) -> bool:
        """Note one piece; True when it is new. ``seen`` learns its key.

        What is not ``told`` is no entry and goes along without being counted.
        """
        if reason:
            self.skip(Skipped(item=item, reason=reason))
            return False
        known = is_here or key in seen
        seen.add(key)
        if told:
            self.found += 1
            self.duplicate += known
            self.new += not known
        return not known

    def saw(self, found: Finding) -> None:
        """Stretch the period of the report to an entry's day, and learn its labels."""
        self.first = found.on if self.first is None else min(self.first, found.on)
        self.last = found.on if self.last is None else max(self.last, found.on)
        self.labels |= dict.fromkeys(found.labels)
