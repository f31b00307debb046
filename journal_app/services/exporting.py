"""Exporting: the journal, or a part of it, as one file for a person's own use."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal_app.domain.celebration import Delivery
from journal_app.domain.errors import Refused
from journal_app.domain.intention import Ending
from journal_app.domain.item import Item
from journal_app.domain.progress import Progress, unwatched
from journal_app.domain.promise import PromiseState
from journal_app.domain.reflection import Hat, Reflection
from journal_app.domain.share import NameStyle
from journal_app.domain.week import Week
from journal_app.services.beside import beside
from journal_app.services.naming import named_in
from journal_app.services.selection import Selection
from journal_app.store.database import Database
from journal_app.store.nouns import Nouns

if TYPE_CHECKING:
    from journal_app.exchange.aliases import AliasBook
    from journal_app.exchange.document import Block, Document
    from journal_app.services.rows_beside import RowsBeside

FORMS = ("md", "html", "json", "csv", "zip", "folder", "docx", "pdf")
MOST_ON_PAGES = 3_000
_WHOLE = frozenset({"docx", "pdf"})
_THING = "a project"
_SPAN = timedelta(weeks=8)

_HATS = {
    Hat.EXPERT: "mostly the expert hat",
    Hat.BOTH: "both hats",
    Hat.LEADER: "mostly the leader hat",
}
_ENDINGS = {
    Ending.DID: "I did it.",
    Ending.SOME: "I did some of it.",
    Ending.NO_MOMENT: "The moment did not come.",
    Ending.NOT_THIS_TIME: "Not this time.",
    Ending.LET_GO: "I let it go.",
}
_PROMISES = {
    PromiseState.OPEN: "Open.",
    PromiseState.KEPT: "Kept.",
    PromiseState.TOLD: "It slipped, and I told them.",
    PromiseState.LET_GO: "Let go.",
}


@dataclass(frozen=True, slots=True)
class _Part:
    item: Item
    person: str = field(repr=False)
    told: tuple[str, ...] = field(repr=False)

    @property
    def is_entry(self) -> bool:
        return self.item.ref.isdigit()

    @property
    def heading(self) -> str:
        facts = (_day(self.item.on), self.item.kind, self.person)
        return ", ".join(fact for fact in facts if fact)


@dataclass(frozen=True, slots=True)
class _WeekPart:
    week: Week
    facts: str = field(repr=False)
    parts: tuple[_Part, ...]


class _Tally:
    """Counts what was written, and says how far that is."""

    def __init__(self, expected: int, progress: Progress) -> None:
        self.items = 0
        self._expected, self._progress = expected, progress

    def count(self) -> None:
        """One more."""
        self.items += 1
        if self.items % 50 == 0:
            self._progress(min(0.95, self.items / max(1, self._expected)))


class ExportingService:
    """Gathers what a selection takes, in the order it happened, and writes it as a file."""

    def __init__(
        self, db: Database, nouns: Nouns, second: Callable[[], Database] | None = None
    ) -> None:
        self._db, self._nouns, self._second = db, nouns, second
        self._tellers: dict[str, Callable[[int, Selection], Sequence[str]]] = {
            "celebration": self._celebration,
            "plan": self._plan,
            "promise": self._promise,
        }

    def export(
        self,
        path: Path,
        *,
        form: str,
        names: NameStyle,
        selection: Selection,
        progress: Progress = unwatched,
    ) -> int:
        """Write the selection to ``path``, whole or not at all; return how many items it holds.

        ``form`` is one of ``FORMS``. The journal is never whole in memory, except on pages and in
        a document for a word processor, which know no other way.
        """
        from journal_app.exchange.files import write_atomically, write_folder

        count = self._nouns.items.count(*_period(selection))
        if form in _WHOLE and count > MOST_ON_PAGES:
            raise Refused(
                "That is more than fits on pages at once.",
                safe="Nothing was written.",
                next_step="Choose a shorter period, or Markdown or HTML, which hold any length.",
            )
        tally = _Tally(count, progress)
        weeks = self._weeks(selection, tally)
        if form == "folder":
            write_folder(path, self._files(weeks, names, selection))
        else:
            write_atomically(path, self._content(weeks, form, names, selection))
        progress(1.0)
        return tally.items

    def everything(self, path: Path, *, form: str) -> Callable[[Progress], int]:
        """Work for any thread that writes the whole journal, over a connection of its own."""
        chosen = Selection(include_private=True)
        return beside(
            self._db,
            self._second,
            lambda db, progress: ExportingService(db, Nouns(db)).export(
                path, form=form, names=NameStyle.REAL, selection=chosen, progress=progress
            ),
        )

    def items(self, selection: Selection) -> list[Item]:
        """What the selection takes, oldest first."""
        found = self._nouns.items.between(
            selection.first,
            selection.last,
            person_id=selection.person_id,
            kind=selection.kind,
        )
        return [item for item in reversed(found) if selection.takes(item)]

    def _content(
        self, weeks: Iterator["_WeekPart"], form: str, names: NameStyle, selection: Selection
    ) -> Iterable[bytes]:
        if form == "zip":
            from journal_app.exchange.files import zipped

            return zipped(self._files(weeks, names, selection))
        redact = self._book(names, selection).redact
        if form == "csv":
            from journal_app.exchange import csv_table

            return csv_table.stream(_record(part, redact) for week in weeks for part in week.parts)
        if form == "json":
            from journal_app.exchange import json_archive

            beside = self._beside(names, selection)
            records = (
                _record(part, redact) | beside.of(part.item)
                for week in weeks
                for part in week.parts
            )
            facts = self._week_facts(selection, redact)
            return json_archive.stream(
                {**beside.before(), "entries": records, **beside.after()},
                names=names.value,
                weeks=facts,
            )
        from journal_app.exchange.formats import Format, draw

        # Redacting the finished document leaves no text out, whatever is added to it later.
        return draw(_document(weeks, selection, names).map_text(redact), Format(form))

    def _files(
        self, weeks: Iterator["_WeekPart"], names: NameStyle, selection: Selection
    ) -> Iterator[tuple[str, Iterable[bytes]]]:
        """A folder's files: an entry each, a page for each week, and what joins them again."""
        from journal_app.exchange import json_archive
        from journal_app.exchange.formats import Format, draw
        from journal_app.exchange.markdown_folder import MarkdownFolder

        redact = self._book(names, selection).redact
        beside, folder = self._beside(names, selection), MarkdownFolder()
        for week in weeks:
            for part in week.parts:
                if part.is_entry:
                    yield folder.entry(_record(part, redact) | beside.of(part.item))
                else:
                    beside.of(part.item)
            page = _document(iter([week]), selection, names).map_text(redact)
            yield folder.week(week.week.key, week.week.start, draw(page, Format.MARKDOWN))
        if beside.is_kept:
            sections = {**beside.before(), **beside.after()}
            yield "tend.json", json_archive.stream(sections, names=names.value)
        yield folder.about()

    def _beside(self, names: NameStyle, selection: Selection) -> "RowsBeside":
        from journal_app.services.rows_beside import RowsBeside

        return RowsBeside(self._nouns, selection, names, self._spans)

    def _book(self, names: NameStyle, selection: Selection) -> "AliasBook":
        from journal_app.exchange.aliases import AliasBook

        texts = (
            text
            for span in self._spans(selection)
            for item in self.items(span)
            for text in (item.title, item.body)
        )
        return AliasBook.fresh(named_in(self._nouns, thing=_THING), names, texts=texts)

    def _weeks(self, selection: Selection, tally: "_Tally") -> Iterator["_WeekPart"]:
        people = {person.id: person.name for person in self._nouns.people.all()}
        finished, first_weekday = self._finished(selection), self._first_weekday
        for span in self._spans(selection):
            first, last = _period(span)
            held: dict[date, list[_Part]] = {
                start: [] for start in finished if first <= start <= last
            }
            for item in self.items(span):
                part = _Part(
                    item,
                    people.get(item.person_id, ""),
                    tuple(text for text in self._told(item, selection) if text.strip()),
                )
                held.setdefault(Week.of(item.on, first_weekday).start, []).append(part)
                tally.count()
            for start, parts in sorted(held.items()):
                yield _WeekPart(Week(start), _facts(finished.get(start), selection), tuple(parts))

    def _spans(self, selection: Selection) -> Iterator[Selection]:
        """The selection in runs of whole weeks, short enough to be held in memory."""
        days = self._nouns.items.days()
        finished = self._finished(selection)
        if days is None and not finished:
            return
        known = [*(days or ()), *finished]
        first, last = _period(selection)
        last = min(last, max(known))
        at = Week.of(max(first, min(known)), self._first_weekday).start
        while at <= last:
            end = min(at + _SPAN - timedelta(days=1), last)
            yield replace(selection, first=max(at, first), last=end)
            at += _SPAN

    @property
    def _first_weekday(self) -> int:
        return int(self._nouns.settings.get("first_weekday", "0"))

    def _week_facts(self, selection: Selection, redact: Callable[[str], str]) -> list[Any]:
        return [
            {"week": Week(start).key, "start": start.isoformat(), "facts": redact(facts)}
            for start, reflection in sorted(self._finished(selection).items())
            if (facts := _facts(reflection, selection))
        ]

    def _told(self, item: Item, selection: Selection) -> Sequence[str]:
        """The words of an item, and what became of it."""
        noun, _, noun_id = item.ref.partition(":")
        teller = self._tellers.get(noun)
        return teller(int(noun_id), selection) if teller else (item.body,)

    def _finished(self, selection: Selection) -> dict[date, Reflection]:
        if not selection.is_everything_of_a_week:
            return {}
        first, last = selection.first or date.min, selection.last or date.max
        return {
            reflection.week_start: reflection
            for reflection in reversed(self._nouns.reflections.newest())
            if first <= reflection.week_start <= last
        }

    def _celebration(self, noun_id: int, selection: Selection) -> Sequence[str]:
        celebration = self._nouns.celebrations.get(noun_id)
        told = [celebration.note(name="")]
        if celebration.given_on is not None:
            told.append(f"Given on {_day(celebration.given_on)}. {celebration.given_how}".strip())
            told.append(celebration.landed)
        elif celebration.delivery is Delivery.PRIVATE:
            told.append("Kept to myself.")
        if selection.include_private and celebration.joy.strip():
            told.append(f"What it gave me: {celebration.joy}")
        return told

    def _plan(self, noun_id: int, _selection: Selection) -> Sequence[str]:
        plan = self._nouns.intentions.get(noun_id)
        act = plan.act if plan.is_loose else f"If {plan.cue}, then I will: {plan.act}"
        ending = _ENDINGS[plan.ending] if plan.ending else ""
        labelled = (
            ("Good looks like", plan.good_looks_like),
            ("What could get in the way", plan.obstacle),
            ("My first words", plan.first_words),
        )
        more = [f"{label}: {text}" for label, text in labelled if text.strip()]
        return [act, *more, f"{ending} {plan.ending_note}".strip()]

    def _promise(self, noun_id: int, _selection: Selection) -> Sequence[str]:
        promise = self._nouns.promises.get(noun_id)
        due = f"For {_day(promise.due_on)}. " if promise.due_on else ""
        return [promise.body, f"{due}{_PROMISES[promise.state]} {promise.note}".strip()]


def _facts(reflection: Reflection | None, selection: Selection) -> str:
    if reflection is None:
        return ""
    word = reflection.arrive_word.strip() if selection.include_private else ""
    facts = [word, _HATS[reflection.hat] if reflection.hat else ""]
    return ", ".join(fact for fact in facts if fact)


def _document(weeks: Iterator[_WeekPart], selection: Selection, names: NameStyle) -> "Document":
    from journal_app.exchange.document import Document

    return Document(title="Journal", blocks=_blocks(weeks, selection, names))


def _blocks(
    weeks: Iterator[_WeekPart], selection: Selection, names: NameStyle
) -> Iterator["Block"]:
    from journal_app.exchange.document import Heading, Paragraph, Words

    if about := _about(selection, names):
        yield Paragraph(about, quiet=True)
    for week in weeks:
        first, last = _day(week.week.start), _day(week.week.end)
        yield Heading(1, f"Week {week.week.key}, {first} to {last}")
        if week.facts:
            yield Paragraph(week.facts)
        for part in week.parts:
            yield Heading(2, part.heading)
            if part.item.title.strip():
                yield Heading(3, part.item.title)
            yield from (Words(text) for text in part.told)
            if part.item.tags:
                yield Paragraph(" ".join(f"#{tag}" for tag in part.item.tags), quiet=True)


def _about(selection: Selection, names: NameStyle) -> str:
    """The small print: which part this is, and that its names are not the real ones."""
    sentences = []
    if selection.first is not None:
        sentences.append(f"From {_day(selection.first)}.")
    if selection.last is not None:
        sentences.append(f"Up to {_day(selection.last)}.")
    if names is not NameStyle.REAL:
        sentences.append("Names are changed.")
    return " ".join(sentences)


def _record(part: _Part, redact: Callable[[str], str]) -> dict[str, Any]:
    item = part.item
    return {
        "id": int(item.ref) if part.is_entry else item.ref,
        "date": item.on.isoformat(),
        "kind": item.kind,
        "title": redact(item.title),
        # Free writing byte for byte; what the guide wrote in parts is told as one text.
        "body": redact(item.body if part.is_entry else "\n\n".join(part.told)),
        "person": redact(part.person) or None,
        "tags": [redact(tag) for tag in item.tags],
        "private": item.private,
    }


def _period(selection: Selection) -> tuple[date, date]:
    return selection.first or date.min, selection.last or date.max


def _day(day: date) -> str:
    # Digits alone: someone on the team may be called April or May, and names get replaced.
    return day.isoformat()
