"""Sharing: a mentor pack, made on purpose, shown exactly, then saved by the person's own hand."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from journal_app import __version__
from journal_app.domain.pack_item import PackItem
from journal_app.domain.progress import Progress, unwatched
from journal_app.domain.share import (
    ASK_AFTER,
    MANAGER_PARTS,
    Audience,
    NameStyle,
    Part,
    Shared,
)
from journal_app.exchange import markdown
from journal_app.exchange.aliases import AliasBook
from journal_app.exchange.document import Document, texts_of
from journal_app.exchange.formats import Format, format_of
from journal_app.exchange.mentor_pack import PackWords, compose
from journal_app.exchange.sealed import ENDING, seal
from journal_app.exchange.softening import tells_days, tells_she_or_he
from journal_app.guidance.loader import Guidance
from journal_app.services.changes import Notify, Topic
from journal_app.services.naming import named_people
from journal_app.services.pack import Pack, PackRequest
from journal_app.services.pack_items import PackItems
from journal_app.services.pack_names import PackNames
from journal_app.store.nouns import Nouns
from journal_app.store.places import place_of

DEFAULT_PERIOD = timedelta(weeks=6)
_SMALL_TEAM = 8
_NAMES_SAID = {
    NameStyle.ALIAS: "provenance.names_changed",
    NameStyle.INITIALS: "provenance.initials",
    NameStyle.REAL: "provenance.names_kept",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that was written: its place, its format and the print of its bytes."""

    path: Path = field(repr=False)
    format: Format
    sha256: str
    locked: bool


class SharingService:
    """Composes packs, saves them and remembers that they left, not what they said."""

    def __init__(self, nouns: Nouns, guidance: Guidance, notify: Notify) -> None:
        self._nouns = nouns
        self._guidance = guidance
        self._notify = notify
        self._items = PackItems(nouns, guidance)
        self.names = PackNames(nouns, guidance, notify)

    # --- choosing ---

    def request(self, today: date) -> PackRequest:
        """What a pack is before anything is chosen: the last six weeks, the default parts."""
        return PackRequest(first=today - DEFAULT_PERIOD, last=today)

    def items(self, request: PackRequest) -> list[PackItem]:
        """Everything that may go along, whether it is taken or not.

        For one's own manager: no person, no doubt, nothing free, and nothing after a conflict.
        """
        every = self._items.between(request.first, request.last)
        if request.audience is not Audience.MANAGER:
            return every
        book = AliasBook(named_people(self._nouns), NameStyle.ALIAS, {})
        return [
            item
            for item in every
            if item.part in MANAGER_PARTS
            and item.person_id is None
            and not item.after_conflict
            and not book.people_in((item.text, item.small))
        ]

    def doubts(self, request: PackRequest) -> list[PackItem]:
        """The doubts of the period, to be chosen from one by one."""
        return [item for item in self.items(request) if item.part is Part.DOUBTS]

    def counts(self, request: PackRequest) -> dict[Part, int]:
        """How many items each part would hold as things are chosen; doubts are never counted."""
        every = replace(request, parts=frozenset(Part))
        items = self.items(request)
        found = Counter(item.part for item in items if every.takes(item))
        return {
            part: found[part]
            for part in Part
            if part is not Part.DOUBTS
            and (request.audience is not Audience.MANAGER or part in MANAGER_PARTS)
        }

    # --- composing ---

    def compose(self, request: PackRequest, *, before: Pack | None = None) -> Pack:
        """The pack as it would leave now; its names are new, or those of the look ``before``."""
        items = self.items(request)
        taken = [item for item in items if request.takes(item)]
        document = compose(
            taken,
            self._words(request),
            questions=[q for q in request.questions if q.strip()],
            purpose=request.purpose,
        )
        book = self.names.book(request, document, before)
        texts = texts_of(document)
        renamed = document.map_text(book.redact)
        changed, kept = self.names.soften(renamed, request), texts_of(renamed)[2:]
        people = book.people_in(texts)
        code = _code_of(changed)
        stamp = self._guidance.text("provenance.stamp").replace("{version}", __version__)
        stamp = stamp.replace("{day}", request.last.isoformat()).replace("{code}", code)
        return Pack(
            document=replace(changed, provenance=f"{changed.provenance} {stamp}"),
            request=request,
            left_out=self._left_out(request, len(taken)),
            warnings=self._warnings(request),
            unfamiliar=self.names.unfamiliar(request, kept, book, texts),
            stand_ins={i: book.stand_in(i) for i in people},
            people=frozenset(i for i in people if i > 0),
            tells_pronouns=self._guidance.language == "en"
            and any(tells_she_or_he(text) for text in kept),
            tells_days=any(tells_days(text) for text in kept),
            code=code,
        )

    # --- leaving ---

    def write(
        self, pack: Pack, path: Path, *, passphrase: str = "", progress: Progress = unwatched
    ) -> Written:
        """Write the pack as its preview was, mode 0600; needs no open journal.

        With a passphrase the file is locked in the age format, and its name ends in ``.age``.
        """
        from journal_app.exchange.files import write_atomically

        bare = path.with_suffix("") if path.suffix == ENDING else path
        kind = format_of(bare.suffix) or Format.MARKDOWN
        content = pack.render(kind, progress)
        if passphrase:
            content = seal(content, passphrase)
        progress(0.95)
        write_atomically(path, content)
        digest = hashlib.sha256(content).hexdigest()
        return Written(path=path, format=kind, sha256=digest, locked=bool(passphrase))

    def note(self, pack: Pack, written: Written, *, on: date) -> Shared:
        """Note that a pack left, whom it told of and where it lies."""
        request = pack.request
        taken = {item.part for item in self.items(request) if request.takes(item)}
        shared = self._nouns.share_log.add(
            Shared(
                shared_on=on,
                audience=request.audience,
                names=request.names,
                format=written.format,
                parts=tuple(part.value for part in Part if part in taken),
                sha256=written.sha256,
                place=str(written.path.absolute()),
                people=tuple(str(person_id) for person_id in sorted(pack.people)),
                code=pack.code,
                locked=written.locked,
                ask_on=None if request.audience is Audience.MYSELF else on + ASK_AFTER,
            )
        )
        self._notify(Topic.SHARING)
        return shared

    def save(self, pack: Pack, path: Path, *, on: date, passphrase: str = "") -> Shared:
        """Write the pack and note that it left."""
        return self.note(pack, self.write(pack, path, passphrase=passphrase), on=on)

    def synced_by(self, path: Path) -> str:
        """The service that would carry a file at this place to other computers, if one does."""
        return place_of(path.parent).synced_by

    def read_aloud_question(self) -> str:
        """What to ask oneself before a pack leaves."""
        return self._guidance.text("pack.read_aloud")

    def how_to_open(self, path: Path) -> str:
        """What to tell whoever gets a locked file of this name."""
        said = self._guidance.text("pack.how_to_open").replace("{opened}", path.stem)
        return said.replace("{file}", path.name)

    def log(self) -> list[Shared]:
        """What left this journal, newest first."""
        return self._nouns.share_log.newest()

    # --- parts of composing ---

    def _words(self, request: PackRequest) -> PackWords:
        text = self._guidance.text
        period = f"{request.first.isoformat()} – {request.last.isoformat()}"
        line = text("provenance.line").replace("{period}", period)
        line = line.replace("{made_for}", text(f"provenance.for_{request.audience.value}"))
        line = line.replace("{names}", text(_NAMES_SAID[request.names]))
        line = line.replace("{left_out}", text("provenance.left_out"))
        manager = request.audience is Audience.MANAGER
        return PackWords(
            title=text("pack.title_manager" if manager else "pack.title"),
            provenance=line,
            questions=text("pack.questions"),
            headings={part: text(f"pack.{part.value}") for part in Part},
            for_you=text("pack.for_you_title"),
            how_to_help=text("pack.for_you_manager" if manager else "pack.for_you"),
            language=self._guidance.language,
        )

    def _left_out(self, request: PackRequest, taken: int) -> int:
        """How many items of the period stay behind; which ones is nobody's business."""
        return len(self._items.between(request.first, request.last)) - taken

    def _warnings(self, request: PackRequest) -> tuple[str, ...]:
        team = [p for p in self._nouns.people.all() if p.state != "left"]
        warnings = []
        if request.names is NameStyle.INITIALS and len(team) < _SMALL_TEAM:
            warnings.append(self._guidance.text("pack.small_team"))
        if request.names is NameStyle.REAL:
            warnings.append(self._guidance.text("pack.do_they_know"))
        return tuple(warnings)


def _code_of(document: Document) -> str:
    """A short print of all its words, by which one knows two copies for the same pack."""
    digest = hashlib.sha256(markdown.render(document)).hexdigest()
    return f"{digest[:4]}-{digest[4:8]}"
