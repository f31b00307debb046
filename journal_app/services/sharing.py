"""Sharing: a mentor pack, made on purpose, shown exactly, then saved by the person's own hand."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from journal_app.domain.doubt import Doubt
from journal_app.domain.intention import Ending, Intention
from journal_app.domain.share import (
    DEFAULT_PARTS,
    Audience,
    Named,
    NameStyle,
    Part,
    Shared,
)
from journal_app.exchange.aliases import SOMEONE, AliasBook
from journal_app.exchange.document import Document
from journal_app.exchange.formats import Format, draw, format_of
from journal_app.exchange.mentor_pack import PackContents, PackPlan, PackWords, compose
from journal_app.exchange.unfamiliar import unfamiliar, words_of
from journal_app.guidance.loader import Guidance
from journal_app.services.changes import Notify, Topic
from journal_app.store.nouns import Nouns
from journal_app.store.places import place_of

DEFAULT_PERIOD = timedelta(weeks=6)
_SMALL_TEAM = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRequest:
    """What the person chose, step by step. Doubts are chosen one by one, never all."""

    first: date
    last: date
    audience: Audience = Audience.MENTOR
    questions: tuple[str, ...] = field(default=(), repr=False)
    parts: frozenset[Part] = DEFAULT_PARTS
    names: NameStyle = NameStyle.ALIAS
    doubt_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A composed pack whose names are settled; ``preview`` and file are the same bytes."""

    document: Document = field(repr=False)
    request: PackRequest
    left_out: int
    warnings: tuple[str, ...] = ()
    unfamiliar: tuple[str, ...] = field(default=(), repr=False)

    def render(self, kind: str) -> bytes:
        """The very bytes of the file in one of the formats, named by its ending."""
        return b"".join(draw(self.document, Format(kind)))


class SharingService:
    """Composes packs, saves them and remembers that they left, not what they said."""

    def __init__(self, nouns: Nouns, guidance: Guidance, notify: Notify) -> None:
        self._nouns = nouns
        self._guidance = guidance
        self._notify = notify

    def request(self, today: date) -> PackRequest:
        """What a pack is before anything is chosen: the last six weeks, the default parts."""
        return PackRequest(first=today - DEFAULT_PERIOD, last=today)

    def doubts(self, request: PackRequest) -> list[Doubt]:
        """The doubts of the period, to be chosen from one by one."""
        return [
            d for d in self._nouns.doubts.newest() if request.first <= d.raised_on <= request.last
        ]

    def counts(self, request: PackRequest) -> dict[Part, int]:
        """How many items each part would hold."""
        contents = self._contents(replace(request, parts=frozenset(Part)))
        return {
            Part.SITUATION: len(contents.situation),
            Part.FOCUS: len(contents.focus) + len(contents.tries),
            Part.TRIED: len(contents.plans),
            Part.GROWTH: len(contents.moments),
            Part.CELEBRATIONS: len(contents.celebrations),
            Part.PREVIEW: len(contents.preview),
        }

    def compose(self, request: PackRequest, *, book: AliasBook | None = None) -> Pack:
        """The pack as it would leave now, under new stand-ins each time."""
        if request.audience is Audience.MANAGER:
            # One's own manager gets no person, no doubt and nothing about a conflict.
            about_me = frozenset({Part.SITUATION, Part.FOCUS})
            request = replace(request, parts=request.parts & about_me, doubt_ids=frozenset())
        contents = self._contents(request)
        document = compose(contents, request.parts, self._words(request))
        book = book or self._book(request, document)
        redacted = document.map_text(book.redact)
        return Pack(
            document=redacted,
            request=request,
            left_out=self._left_out(request),
            warnings=self._warnings(request),
            unfamiliar=self._unfamiliar(request, redacted, book),
        )

    def save(self, pack: Pack, path: Path, *, on: date) -> Shared:
        """Write the pack as its preview was, mode 0600, and note that it left."""
        from journal_app.exchange.files import write_atomically

        kind = format_of(path.suffix) or Format.MARKDOWN
        content = pack.render(kind)
        write_atomically(path, content)
        shared = self._nouns.share_log.add(
            Shared(
                shared_on=on,
                audience=pack.request.audience,
                names=pack.request.names,
                format=kind,
                parts=tuple(sorted(part.value for part in pack.request.parts)),
                sha256=hashlib.sha256(content).hexdigest(),
            )
        )
        self._notify(Topic.SHARING)
        return shared

    def synced_by(self, path: Path) -> str:
        """The service that would carry a file at this place to other computers, if one does."""
        return place_of(path.parent).synced_by

    def read_aloud_question(self) -> str:
        """What to ask oneself before a pack leaves."""
        return self._guidance.text("pack.read_aloud")

    def log(self) -> list[Shared]:
        """What left this journal, newest first."""
        return self._nouns.share_log.newest()

    # --- gathering ---

    def _contents(self, request: PackRequest) -> PackContents:
        first, last = request.first, request.last
        plans = self._nouns.intentions.between(first, last + timedelta(days=13))
        people = {p.id: p.name for p in self._nouns.people.all()}
        growing = self._guidance.text("pack.growing")

        def about(person_id: int | None, text: str) -> str:
            name = people.get(person_id, "")
            return f"{name}: {text}" if name and name not in text else text

        return PackContents(
            questions=tuple(q for q in request.questions if q.strip()),
            situation=self._situation(last),
            focus=self._focus(),
            tries=tuple(
                PackPlan(text=t.experiment, learned=t.taught)
                for t in self._nouns.tries.between(first, last)
            ),
            plans=tuple(self._plan(p, about) for p in plans if not p.is_open and p.ending),
            moments=tuple(
                about(m.person_id, m.sentence) for m in self._nouns.moments.between(first, last)
            ),
            celebrations=tuple(
                PackPlan(
                    text=about(c.person_id, c.note(name="", growing=growing)),
                    ended=c.landed,
                )
                for c in self._nouns.celebrations.between(first, last)
            ),
            doubts=tuple(d.body for d in self.doubts(request) if d.id in request.doubt_ids),
            preview=tuple(self._plan(p, about) for p in plans if p.is_open),
        )

    def _plan(self, plan: Intention, about: Callable[[int | None, str], str]) -> PackPlan:
        sentence = self._guidance.text("pack.plan" if plan.cue.strip() else "pack.loose_plan")
        said = {"{cue}": plan.cue.strip(), "{act}": plan.act.strip()}
        # In one pass: words that look like a placeholder are words.
        text = re.sub(r"\{(?:cue|act)\}", lambda found: said[found[0]], sentence)
        ended = self._ending(plan.ending) if plan.ending else ""
        return PackPlan(text=about(plan.person_id, text), ended=ended, learned=plan.ending_note)

    def _ending(self, ending: Ending) -> str:
        return self._guidance.text(f"endings.{ending.value}")

    def _situation(self, on: date) -> tuple[str, ...]:
        lines = []
        since = self._nouns.settings.get("leading_since")
        if since:
            week = (on - date.fromisoformat(since)).days // 7 + 1
            lines.append(self._guidance.text("pack.week").replace("{week}", str(week)))
        team = [p for p in self._nouns.people.all() if p.state != "left"]
        if team:
            lines.append(self._guidance.text("pack.team").replace("{size}", str(len(team))))
        return tuple(lines)

    def _focus(self) -> tuple[str, ...]:
        focus = self._nouns.settings.get("focus_skill")
        skill = next((s for s in self._guidance.skills if s.id == focus), None)
        return (f"{skill.name}: {skill.meaning}.",) if skill else ()

    def _words(self, request: PackRequest) -> PackWords:
        text = self._guidance.text
        names = {
            NameStyle.ALIAS: "provenance.names_changed",
            NameStyle.INITIALS: "provenance.initials",
            NameStyle.REAL: "provenance.names_kept",
        }[request.names]
        period = f"{request.first.isoformat()} – {request.last.isoformat()}"
        line = text("provenance.line").replace("{period}", period)
        line = line.replace("{made_for}", text(f"provenance.for_{request.audience.value}"))
        line = line.replace("{names}", text(names))
        line = line.replace("{left_out}", text("provenance.left_out"))
        return PackWords(
            title=text("pack.title"),
            provenance=line,
            questions=text("pack.questions"),
            situation=text("pack.situation"),
            focus=text("pack.focus"),
            tried=text("pack.tried"),
            growth=text("pack.growth"),
            celebrations=text("pack.celebrations"),
            doubts=text("pack.doubts"),
            preview=text("pack.preview"),
            for_you=text("pack.for_you_title"),
            how_to_help=text("pack.for_you"),
        )

    def _book(self, request: PackRequest, document: Document) -> AliasBook:
        return AliasBook.fresh(self._named(), request.names, texts=_texts_of(document))

    def _unfamiliar(
        self, request: PackRequest, redacted: Document, book: AliasBook
    ) -> tuple[str, ...]:
        """What may be the name of someone who was never entered; nothing when names are kept."""
        if request.names is NameStyle.REAL:
            return ()
        texts = _texts_of(replace(redacted, title="", provenance=""))
        vocabulary = words_of([*texts, *self._guidance.every_text()])
        given = [SOMEONE, *(book.stand_in(person.id) for person in self._named())]
        return unfamiliar(texts, vocabulary=vocabulary, given=given)

    def _named(self) -> list[Named]:
        return [
            Named(id=p.id or 0, name=p.name, other_names=p.other_names)
            for p in self._nouns.people.all()
        ]

    def _left_out(self, request: PackRequest) -> int:
        """How many items of the period stay behind; which ones is nobody's business."""
        counts = self.counts(request)
        unchosen = sum(n for part, n in counts.items() if part not in request.parts)
        doubts = [d for d in self.doubts(request) if d.id not in request.doubt_ids]
        return unchosen + len(doubts)

    def _warnings(self, request: PackRequest) -> tuple[str, ...]:
        team = [p for p in self._nouns.people.all() if p.state != "left"]
        warnings = []
        if request.names is NameStyle.INITIALS and len(team) < _SMALL_TEAM:
            warnings.append(self._guidance.text("pack.small_team"))
        if request.names is NameStyle.REAL:
            warnings.append(self._guidance.text("pack.do_they_know"))
        return tuple(warnings)


def _texts_of(document: Document) -> list[str]:
    texts: list[str] = []
    document.map_text(lambda text: texts.append(text) or text)  # type: ignore[func-returns-value]
    return texts
