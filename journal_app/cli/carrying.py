"""The commands that carry a journal in and out: import and export."""

import os
from datetime import datetime
from typing import TYPE_CHECKING

from journal_app.cli.passphrases import ask, can_ask
from journal_app.cli.records import as_text
from journal_app.cli.request import Request, named
from journal_app.domain.errors import UsageError, WrongPassphrase
from journal_app.domain.finding import Question, Report, Wishes

if TYPE_CHECKING:
    from journal_app.services.journal import Journal

_OF_IMPORT = "TEND_IMPORT_PASSPHRASE"
_ASKED = {
    Question.DAY_ORDER: "Some dates have day and month in an order that only you know: say"
    " --day-order dmy or --day-order mdy.",
    Question.WEEKS: "Some files are named for weeks, which two calendars count differently: say"
    " --weeks iso or --weeks us.",
}


def import_(request: Request) -> int:
    """Report what another journal holds, or take it over."""
    options = request.options
    asks = not (options.dry_run or request.answers.as_json) and can_ask()
    with request.journal() as journal:
        people, passphrase = _mapping(request, journal), os.environ.get(_OF_IMPORT)
        try:
            report = _done(request, journal, people, passphrase, dry=options.dry_run or asks)
        except WrongPassphrase:
            if passphrase is not None or not can_ask():
                raise
            passphrase = ask("The passphrase of the other journal: ")
            report = _done(request, journal, people, passphrase, dry=options.dry_run or asks)
        if asks and report.new:
            if not _agreed(request, report):
                request.answers.note("Nothing was written.")
                return 0
            report = _done(request, journal, people, passphrase, dry=False)
    record = {
        "found": report.found,
        "new": report.new,
        "duplicate": report.duplicate,
        "skipped": [{"item": one.item, "reason": one.reason} for one in report.skipped],
        "format": report.form,
        "from": report.first.isoformat() if report.first else None,
        "to": report.last.isoformat() if report.last else None,
        "remarks": [{"item": one.item, "text": one.text} for one in report.remarks],
        "labels": list(report.labels),
        "import": report.import_id,
    }
    if options.dry_run:
        record["dry_run"] = True
    if report.questions:
        record["message"] = " ".join(_ASKED[one] for one in sorted(report.questions))
    request.answers.say(record, _in_words(report, dry=options.dry_run))
    return 0


def import_undo(request: Request) -> int:
    """Remove what an import brought, except entries that were changed since."""
    with request.journal() as journal:
        gone = journal.importing.take_back(request.options.id)
    request.answers.say({"ok": True, "removed": gone}, f"Removed: {gone}.")
    return 0


def _agreed(request: Request, report: Report) -> bool:
    """A person sees what would come and says yes; a script said so by its command."""
    request.answers.note(_in_words(report, dry=True))
    request.answers.note("Bring this in? [y/n]")
    return request.input.readline(64).decode(errors="replace").strip().lower() in {"y", "yes"}


def _done(
    request: Request,
    journal: "Journal",
    people: dict[str, int],
    passphrase: str | None,
    *,
    dry: bool,
) -> Report:
    options = request.options
    wishes = Wishes(
        now=datetime.now().astimezone().replace(tzinfo=None),
        passphrase=passphrase,
        day_first={"dmy": True, "mdy": False}.get(options.day_order),
        iso_weeks={"iso": True, "us": False}.get(options.weeks),
    )
    if dry:
        return journal.importing.look(options.path, form=options.format, wishes=wishes)
    return journal.importing.bring_in(
        options.path, form=options.format, wishes=wishes, people=people
    )


def _mapping(request: Request, journal: "Journal") -> dict[str, int]:
    people = {}
    for given in request.options.map or ():
        label, sign, name = as_text("map", given).partition("=")
        if not (sign and label.strip() and name.strip()):
            raise UsageError('A label and whom it means are given as --map "@mei=Mei Tanaka".')
        people[label.strip()] = named(journal, name.strip()).id or 0
    return people


def _in_words(report: Report, *, dry: bool) -> str:
    period = f", {report.first} to {report.last}" if report.first else ""
    would = "would be taken over" if dry else "taken over"
    lines = [
        f"Found {report.found} ({report.form}{period}): {report.new} {would},"
        f" {report.duplicate} known already, {len(report.skipped)} skipped."
    ]
    lines += [f"  skipped  {one.item}: {one.reason}" for one in report.skipped]
    lines += [f"  note     {one.item}: {one.text}" for one in report.remarks]
    lines += [_ASKED[one] for one in sorted(report.questions)]
    if dry and report.labels:
        lines.append(f"  tags and names: {', '.join(report.labels)}")
    if report.import_id is not None:
        lines.append(f"`tend import-undo {report.import_id}` takes it back.")
    return "\n".join(lines)
