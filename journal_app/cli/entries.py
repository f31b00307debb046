"""The commands about entries: add, edit, list, show and search."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

from journal_app.cli.records import (
    LONGEST_LINE,
    SEED,
    as_id,
    as_kind,
    as_text,
    decoded,
    entry_fields,
    item_record,
    item_words,
)
from journal_app.cli.request import Request, named
from journal_app.domain.entry import Entry
from journal_app.domain.errors import Refused, UsageError
from journal_app.domain.item import Item

if TYPE_CHECKING:
    from journal_app.services.journal import Journal

_REF = re.compile(r"(?:[a-z]{1,16}:)?[0-9]{1,18}")
_ITEM_KINDS = (
    "note",
    "moment",
    "celebration",
    "doubt",
    "worry",
    "plan",
    "promise",
    "seed",
    "answer",
)
_NO_LINE_YET = UsageError(
    "There is nothing to write yet.",
    next_step='Give the words, as in tend add "Asked before I answered.", or JSON lines.',
)


def add(request: Request) -> int:
    """Write one entry from the words given, or one for each line of standard input."""
    options = request.options
    chosen = {
        "date": options.date,
        "kind": as_kind(options.kind) if options.kind else None,
        "title": options.title,
        "person": options.person,
        "tags": tuple(options.tag) if options.tag else None,
    }
    given = {name: value for name, value in chosen.items() if value is not None}
    for text in (options.title or "", options.person or "", *(options.tag or ())):
        as_text("given", text)
    if options.text is not None:
        given["body"] = as_text("text", options.text)
        with request.journal() as journal:
            _write(request, journal, given)
        return 0
    if request.input.isatty():
        raise _NO_LINE_YET
    with request.journal() as journal:
        return _add_lines(request, journal, given)


def _add_lines(request: Request, journal: "Journal", given: Mapping[str, Any]) -> int:
    result = 0
    for number, line in _lines(request.input):
        try:
            if line is None:
                raise UsageError("This line is longer than 64 MB, more than one entry may be.")
            _write(request, journal, {**given, **entry_fields(decoded(line))})
        except (UsageError, Refused) as error:
            # One bad line takes no other line with it; the exit code remembers the first.
            told = type(error)(
                f"Line {number}: {error}", safe=error.safe, next_step=error.next_step
            )
            code = request.answers.error(told, line=number)
            result = result or code
    return result


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines that are not blank; None in place of one that is too long to take in."""
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                continue
            yield number, None
        elif line.strip():
            yield number, line


def _write(request: Request, journal: "Journal", fields: Mapping[str, Any]) -> None:
    if fields.get("kind") == SEED:
        _catch(request, journal, fields)
        return
    entry = journal.entries.write(
        _changed(journal, Entry(happened_on=date.today(), body="…"), {"body": "", **fields})
    )
    request.answers.say({"saved": entry.id}, f"Saved as {entry.id}.")


def _catch(request: Request, journal: "Journal", fields: Mapping[str, Any]) -> None:
    """Keep a line for the next reflection."""
    body = fields.get("body", "")
    if not body.strip() or any(fields.get(name) for name in ("title", "tags", "private")):
        raise UsageError("A seed is one line: a body, and perhaps a person and a date.")
    name = fields.get("person", "")
    person = named(journal, name).id if name.strip() else None
    seed = journal.seeds.catch(body, on=fields.get("date", date.today()), person_id=person)
    request.answers.say({"saved": f"seed:{seed.id}"}, "Caught. It waits in Notice and Preview.")


def _changed(journal: "Journal", entry: Entry, fields: Mapping[str, Any]) -> Entry:
    changes = {name: value for name, value in fields.items() if name not in {"date", "person"}}
    if changes.get("kind") == SEED:
        raise UsageError("An entry stays an entry: a seed is added anew.")
    if "date" in fields:
        changes["happened_on"] = fields["date"]
    if "person" in fields:
        name = fields["person"]
        changes["person_id"] = named(journal, name).id if name.strip() else None
    try:
        return replace(entry, **changes)
    except ValueError:
        raise UsageError("An entry needs words: a body or a title.") from None


def edit(request: Request) -> int:
    """Change the fields of an entry that a JSON object names."""
    ref = _ref(request)
    if not ref.isdigit():
        raise Refused("Entries of the weekly guide are changed in the window.")
    with request.journal() as journal:
        before = journal.entries.entry(int(ref))
        record = request.input.read(LONGEST_LINE)
        if len(record) == LONGEST_LINE:
            raise UsageError("This is longer than 64 MB, more than one entry may be.")
        entry = journal.entries.change(_changed(journal, before, entry_fields(decoded(record))))
    request.answers.say({"saved": entry.id}, f"Saved as {entry.id}.")
    return 0


def listing(request: Request) -> int:
    """Print everything the filters let through, newest first."""
    options = request.options
    kind = known_kind(options.kind)
    with request.journal() as journal:
        person = named(journal, options.person) if options.person else None
        items = journal.entries.items(
            options.first,
            options.last,
            person_id=person.id if person else None,
            kind=kind,
            tag=as_text("tag", options.tag) if options.tag else None,
        )
        _print(request, journal, items)
    return 0


def known_kind(kind: str | None) -> str | None:
    """The kind to keep to, if it is one that the journal has."""
    if kind is not None and kind not in _ITEM_KINDS:
        raise UsageError(f"The journal holds these kinds: {', '.join(_ITEM_KINDS)}.")
    return kind


def show(request: Request) -> int:
    """Print one item."""
    ref = _ref(request)
    with request.journal() as journal:
        _print(request, journal, [journal.entries.item(ref)])
    return 0


def search(request: Request) -> int:
    """Print what holds the words of the query; any text is a query."""
    options = request.options
    query = " ".join(options.query).encode(errors="replace").decode()
    with request.journal() as journal:
        hits = journal.searching.find(query, private=options.include_private)
        _print(request, journal, [hit.item for hit in hits])
    return 0


def _print(request: Request, journal: "Journal", items: Sequence[Item]) -> None:
    names = {p.id: p.name for p in journal.team.everyone() if p.id is not None}
    for item in items:
        record = item_record(item, names)
        request.answers.say(record, item_words(record))
    if not items:
        request.answers.note("Nothing found.")


def _ref(request: Request) -> str:
    ref: str = request.options.id
    if not _REF.fullmatch(ref):
        raise UsageError("An entry is named by its number, as `tend list` prints it.")
    return str(as_id(ref))
