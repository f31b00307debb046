"""Importing: what another journal holds is looked at first, then taken over as a whole or not."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from journal_app.domain.entry import Entry, EntryKind
from journal_app.domain.errors import Refused
from journal_app.domain.finding import (
    Asks,
    Fact,
    Finding,
    Found,
    Remark,
    Report,
    Row,
    Skipped,
    Wishes,
)
from journal_app.domain.imported import Import
from journal_app.domain.progress import Progress, unwatched
from journal_app.services.beside import beside
from journal_app.services.changes import Notify, Topic, silence
from journal_app.store.database import Database
from journal_app.store.nouns import Nouns

if TYPE_CHECKING:
    from journal_app.exchange.sources import Source

_FIRST, _LAST = date(1, 1, 8), date(9999, 12, 24)
_HALF = re.compile("[\ud800-\udfff]")
_LOOK_EVERY = 25
_KINDS = {kind.value for kind in EntryKind}
People = Mapping[str, int]


class ImportingService:
    """Reads the journals people come from.

    ``look`` writes nothing; ``bring_in`` writes all of it in one transaction. An entry that was
    brought in before is known again by its key, however often it comes.
    """

    def __init__(
        self,
        db: Database,
        nouns: Nouns,
        notify: Notify,
        second: Callable[[], Database] | None = None,
    ) -> None:
        self._db, self._nouns, self._notify = db, nouns, notify
        self._second = second
        self._known: set[str] = set()

    def look(
        self,
        path: Path,
        *,
        form: str = "auto",
        wishes: Wishes | None = None,
        progress: Progress = unwatched,
    ) -> Report:
        """What an import of this file or folder would do."""
        report, seen = Report(), set[str]()
        self._begin()
        for found in self._read(path, form, wishes, progress, report):
            self._counted(found, report, seen)
        return report

    def bring_in(
        self,
        path: Path,
        *,
        form: str = "auto",
        wishes: Wishes | None = None,
        people: People | None = None,
        progress: Progress = unwatched,
    ) -> Report:
        """Take over everything that is new, or nothing; ``people`` says whom a label means."""
        report, seen = Report(), set[str]()
        self._begin()
        chosen = {folded(label): person_id for label, person_id in (people or {}).items()}
        with self._db.transaction():
            for found in self._read(path, form, wishes, progress, report):
                self._take(found, report, seen, chosen)
        self.tell()
        return report

    def in_background(
        self, work: "Callable[[ImportingService, Progress], Report]"
    ) -> Callable[[Progress], Report]:
        """The same work over a connection of its own; any thread may do it, ``tell`` follows."""
        return beside(
            self._db,
            self._second,
            lambda db, progress: work(ImportingService(db, Nouns(db), silence), progress),
        )

    def tell(self) -> None:
        """Let every page know that the journal holds more, or less, than before."""
        for topic in Topic:
            if topic is not Topic.SETTINGS:
                self._notify(topic)

    def done(self) -> list[Import]:
        """The imports of which something is still here, newest first."""
        return self._nouns.imports.newest()

    def take_back(self, import_id: int) -> int:
        """Remove what an import brought; entries that were changed since then stay."""
        gone = self._nouns.imports.take_back(import_id)
        self.tell()
        return gone

    def likely_people(self, report: Report) -> dict[str, int]:
        """Whom the labels of a report may mean: those that are a name someone here goes by."""
        people = self._nouns.people.all()
        first = [folded(person.name.split()[0]) for person in people]
        # A first name tells who is meant when only one person has it.
        names = {
            name: person.id or 0
            for name, person in zip(first, people, strict=True)
            if first.count(name) == 1
        } | {
            folded(name): person.id or 0
            for person in people
            for name in (person.name, *person.other_names)
        }
        found = {}
        for label in report.labels:
            spoken = folded(re.sub(r"[-_.]+", " ", label.lstrip("@#")))
            if spoken in names:
                found[label] = names[spoken]
        return found

    def _begin(self) -> None:
        self._nouns.carrying.begin()
        self._known = self._nouns.imports.known_keys()

    def _read(
        self, path: Path, form: str, wishes: Wishes | None, progress: Progress, report: Report
    ) -> Iterator[Found]:
        from journal_app.exchange.importers import reader_for
        from journal_app.exchange.sources import open_source

        source = open_source(path)
        try:
            reader = reader_for(source, form)
            if reader is None:
                raise Refused(
                    "Tend does not recognise this as a journal it can read.",
                    safe="Nothing was written.",
                    next_step="Choose the file or folder that the other program exported.",
                )
            report.form = reader.form
            told = wishes or Wishes(now=datetime.now().astimezone().replace(tzinfo=None))
            yield from _watched(reader.read(source, told), source, progress)
        finally:
            source.close()

    def _take(self, found: Found, report: Report, seen: set[str], people: People) -> None:
        if isinstance(found, Fact):
            self._nouns.carrying.put_fact(found)
        if not self._counted(found, report, seen):
            return
        if report.import_id is None:
            report.import_id = self._nouns.imports.begin(report.form, date.today())
        if isinstance(found, Row):
            self._nouns.carrying.put_row(report.import_id, found)
        elif isinstance(found, Finding):
            self._add(found, report.import_id, people)

    def _counted(self, found: Found, report: Report, seen: set[str]) -> bool:
        """Count what was found; True when it is new and can be taken over."""
        match found:
            case Skipped():
                report.skip(found)
            case Remark():
                report.remarks.append(found)
            case Asks():
                report.questions.add(found.question)
            case Row():
                here = self._nouns.carrying.is_here(found)
                reason = "" if here else self._nouns.carrying.reason_against(found, seen)
                item = f"{found.noun} {found.key[:8]}"
                counted = self._nouns.items.has(found.noun) or found.noun == "intention"
                return report.count(
                    item, found.key, reason, seen, is_here=here, told=counted or bool(reason)
                )
            case Finding():
                key, reason = found.key, _wrong(found)
                here = self._is_here(found, key)
                if not reason:
                    report.saw(found)
                return report.count(found.item, key, reason, seen, is_here=here)
        return False

    def _is_here(self, found: Finding, key: str) -> bool:
        if found.own_key:
            return self._nouns.carrying.place_of(key) is not None
        return key in self._known and self._nouns.imports.place_of(key) is not None

    def _add(self, found: Finding, import_id: int, people: People) -> None:
        place = self._nouns.carrying.place_of(found.person_key) if found.person_key else None
        chosen = (people[folded(label)] for label in found.labels if folded(label) in people)
        entry = Entry(
            happened_on=found.on,
            body=_whole(found.body),
            title=_whole(found.title),
            kind=EntryKind(found.kind) if found.kind in _KINDS else EntryKind.NOTE,
            person_id=place[1] if place else next(chosen, None),
            tags=tuple(_whole(tag) for tag in (*found.tags, *found.mentions)),
            private=found.private,
            starred=found.starred,
            zone=found.zone,
        )
        self._nouns.imports.add_entry(
            import_id, entry, found.key, found.record(), language=found.language
        )


def _watched(found: Iterator[Found], source: "Source", progress: Progress) -> Iterator[Found]:
    """What is found, telling how far the reading is every now and then."""
    whole = max(1, sum(member.size for member in source.members()))
    progress(0.0)
    for number, one in enumerate(found):
        if number % _LOOK_EVERY == 0:
            progress(min(0.99, source.consumed / whole))
        yield one
    progress(1.0)


def _wrong(found: Finding) -> str:
    if not _FIRST <= found.on <= _LAST:
        return "its day lies outside of the calendar"
    if not (found.body.strip() or found.title.strip()):
        return "it has no words"
    if found.is_deep:
        return "what came with it is nested too deeply"
    return ""


def _whole(text: str) -> str:
    """A text that can be kept: half of a character, which no file holds, becomes a mark."""
    return _HALF.sub("\ufffd", text)


def folded(label: str) -> str:
    """A label for comparing."""
    return unicodedata.normalize("NFC", label.strip().casefold())
