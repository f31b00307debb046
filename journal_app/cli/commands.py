"""The commands by name, and those about the journal as a whole."""

from collections.abc import Callable
from datetime import date
from types import ModuleType

from journal_app.cli.passphrases import ask_new, can_ask
from journal_app.cli.records import as_text
from journal_app.cli.request import Request, named
from journal_app.domain.errors import WrongPassphrase
from journal_app.domain.week import Week


def init(request: Request) -> int:
    """Begin a new journal; with a passphrase it is protected from its first word."""
    protection = request.protection()
    passphrase = request.passphrase()
    if passphrase is None and not (protection.exists() or request.answers.as_json) and can_ask():
        passphrase = ask_new("Choose a passphrase, or press Enter to go without: ") or None
    try:
        recovery_key = protection.create(passphrase)
    finally:
        protection.close()
    if recovery_key is None:
        request.answers.say(
            {"ok": True},
            "Your journal is ready. Its files are not protected; `tend rekey` adds a passphrase.",
        )
        return 0
    request.answers.say(
        {"ok": True, "recovery_key": recovery_key},
        "Your journal is ready, and protected by your passphrase. If you ever forget it, this"
        f" recovery key opens the journal; print it now, it is shown once:\n\n    {recovery_key}\n",
    )
    return 0


def rekey(request: Request) -> int:
    """Give the journal a new key under a new passphrase."""
    with request.opened() as (protection, _):
        new = request.passphrase("TEND_NEW_PASSPHRASE")
        if new is None and not can_ask():
            raise WrongPassphrase(
                "A new passphrase is needed.", next_step="Give it in TEND_NEW_PASSPHRASE."
            )
        recovery_key = protection.keys.rekey(ask_new("New passphrase: ") if new is None else new)
    request.answers.say(
        {"ok": True, "recovery_key": recovery_key},
        "The journal has a new key and opens with the new passphrase. This is its new recovery key;"
        f" print it now, it is shown once:\n\n    {recovery_key}\n",
    )
    return 0


def hold(request: Request) -> int:
    """Hold the journal open, as the window does, until standard input ends."""
    with request.journal():
        request.answers.say({"held": True}, "The journal is held open until you press Ctrl+D.")
        while request.input.read(1 << 16):
            continue
    return 0


def check(request: Request) -> int:
    """Look whether file, search index and links are whole."""
    with request.journal() as journal:
        journal.checking.check()
    request.answers.say({"ok": True}, "The journal, its search and its links are whole.")
    return 0


def week(request: Request) -> int:
    """Tell the reflection week of a day."""
    found = Week.of(request.options.date or date.today())
    key, first, last = found.key, found.start.isoformat(), found.end.isoformat()
    request.answers.say({"week": key, "start": first, "end": last}, f"{key}  {first} to {last}")
    return 0


def person_add(request: Request) -> int:
    """Add someone on the team, with the other names they go by."""
    name = as_text("name", request.options.name)
    aliases = as_text("aliases", request.options.aliases).replace("\n", "|").split("|")
    others = [alias.strip() for alias in aliases if alias.strip()]
    with request.journal() as journal:
        journal.team.welcome(name, others)
    request.answers.say({"ok": True}, "Welcome to the team.")
    return 0


def person_list(request: Request) -> int:
    """Print everyone on the team, in the order of the list."""
    with request.journal() as journal:
        people = journal.team.everyone()
    for person in people:
        others = list(person.other_names)
        request.answers.say(
            {"id": person.id, "name": person.name, "aliases": others},
            ", ".join([person.name, *others]),
        )
    if not people:
        request.answers.note("Nobody is on the team yet.")
    return 0


def export(request: Request) -> int:
    """Write the journal, or a part of it, to one file."""
    from journal_app.cli.entries import known_kind
    from journal_app.domain.share import NameStyle
    from journal_app.services.keys import refuse_inside
    from journal_app.services.selection import Selection

    options = request.options
    kind = known_kind(options.kind)
    with request.opened() as (protection, journal):
        refuse_inside(protection.folder, options.out)
        person = named(journal, options.person) if options.person else None
        count = journal.exporting.export(
            options.out,
            form=options.format,
            names=NameStyle("alias" if options.pseudonymise else options.names),
            selection=Selection(
                first=options.first,
                last=options.last,
                person_id=person.id if person else None,
                kind=kind,
                include_private=options.include_private,
            ),
        )
    request.answers.say(
        {"ok": True, "path": str(options.out), "entries": count},
        f"Written to {options.out}: {count} {'entry' if count == 1 else 'entries'}.",
    )
    return 0


def _entries(name: str) -> Callable[[Request], int]:
    # The code of a command, and all it needs, is read when that command is asked for.
    def run(request: Request) -> int:
        from journal_app.cli import entries

        return _done(entries, name, request)

    return run


def _carrying(name: str) -> Callable[[Request], int]:
    def run(request: Request) -> int:
        from journal_app.cli import carrying

        return _done(carrying, name, request)

    return run


def _safety(name: str) -> Callable[[Request], int]:
    def run(request: Request) -> int:
        from journal_app.cli import safety

        return _done(safety, name, request)

    return run


def _done(commands: ModuleType, name: str, request: Request) -> int:
    code: int = getattr(commands, name)(request)
    return code


COMMANDS: dict[str, Callable[[Request], int]] = {
    "init": init,
    "add": _entries("add"),
    "edit": _entries("edit"),
    "list": _entries("listing"),
    "show": _entries("show"),
    "search": _entries("search"),
    "check": check,
    "person-add": person_add,
    "person-list": person_list,
    "export": export,
    "import": _carrying("import_"),
    "import-undo": _carrying("import_undo"),
    "rekey": rekey,
    "backup": _safety("backup"),
    "backups": _safety("backups"),
    "restore": _safety("restore"),
    "salvage": _safety("salvage"),
    "person-erase": _safety("person_erase"),
    "person-anonymise": _safety("person_anonymise"),
    "week": week,
    "hold": hold,
}
