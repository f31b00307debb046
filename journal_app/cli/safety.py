"""The commands that keep a journal safe, and those that take someone out of it for good."""

from typing import TYPE_CHECKING

from journal_app.cli.passphrases import ask, can_ask, given
from journal_app.cli.records import as_text
from journal_app.cli.request import Request, named
from journal_app.domain.errors import DamagedJournal, MissingJournal, WrongPassphrase

if TYPE_CHECKING:
    from journal_app.domain.mention import Choice, Mention
    from journal_app.services.protection import ProtectionService


def backup(request: Request) -> int:
    """Make a backup and prove it readable."""
    from journal_app.domain.backup import Reason

    with request.opened() as (protection, _):
        made = protection.backups.make(to=request.options.out, reason=Reason.ASKED)
    request.answers.say(
        {"ok": True, "path": str(made.backup.path)}, f"Made and proved: {made.backup.path}"
    )
    if made.trouble is not None:
        request.answers.note(" ".join((str(made.trouble), made.trouble.safe)))
    return 0


def backups(request: Request) -> int:
    """List the backups beside the journal, newest first."""
    found = request.protection().backups.all()
    for one in found:
        weeks, items = (one.tally.weeks, one.tally.items) if one.tally else (None, None)
        held = f"{weeks} weeks, {items} entries" if one.tally else "cannot be read"
        request.answers.say(
            {
                "path": str(one.path),
                "date": one.made_at.isoformat(),
                "reason": one.reason.value,
                "ok": one.whole,
                "weeks": weeks,
                "entries": items,
            },
            f"{one.made_at:%Y-%m-%d %H:%M}  {held}  {one.path}",
        )
    if not found:
        request.answers.note("There is no backup yet; `tend backup` makes one.")
    return 0


def restore(request: Request) -> int:
    """Put a backup in the place of the journal, which is kept."""
    protection = request.protection()
    path = request.options.path
    try:
        protection.restoring.describe(path)
        passphrase = _passphrase_of_what_is_there(request, protection)
        own = given(None, "TEND_BACKUP_PASSPHRASE", request.input)
        _open_if_it_opens(protection, passphrase)
        try:
            done = protection.restoring.restore(path, passphrase=passphrase, of_backup=own)
        except WrongPassphrase:
            if own is not None or not can_ask():
                raise
            own = ask("The backup's own passphrase: ")
            done = protection.restoring.restore(path, passphrase=passphrase, of_backup=own)
    finally:
        protection.close()
    kept = str(done.kept) if done.kept else None
    before = f" What was there before is kept: {kept}" if kept else ""
    request.answers.say({"ok": True, "path": kept}, f"The backup is your journal now.{before}")
    return 0


def _passphrase_of_what_is_there(request: Request, protection: "ProtectionService") -> str | None:
    try:
        return request.passphrase_for(protection)
    except (MissingJournal, DamagedJournal):
        return request.passphrase()


def _open_if_it_opens(protection: "ProtectionService", passphrase: str | None) -> None:
    """An open journal is kept as a backup; one that does not open is set aside as it is."""
    try:
        if passphrase is not None and protection.protected():
            protection.unlock(passphrase)
        else:
            protection.open_unprotected()
    except (MissingJournal, DamagedJournal):
        return


def salvage(request: Request) -> int:
    """Save what can still be read of a damaged journal."""
    protection = request.protection()
    try:
        passphrase = request.passphrase_for(protection)
        done = protection.restoring.salvage(passphrase=passphrase)
    finally:
        protection.close()
    request.answers.say(
        {"ok": True, "saved": done.saved, "lost": done.lost},
        f"{done.saved} rows were saved, {done.lost} could not be read. The damaged files stay"
        " beside the backups.",
    )
    return 0


def person_anonymise(request: Request) -> int:
    """Take away who someone was and keep what was learnt."""
    with request.journal() as journal:
        person = named(journal, as_text("name", request.options.name))
        changed = len(journal.erasing.anonymised(person.id or 0))
        journal.erasing.anonymise_person(person.id or 0)
    request.answers.say(
        {"ok": True, "changed": changed},
        "They are a former colleague now, as far as a program can: a story may still tell.",
    )
    return 0


def person_erase(request: Request) -> int:
    """Erase someone, and settle every sentence elsewhere that names them."""
    from journal_app.domain.mention import Choice

    said = request.options.mentions
    with request.journal() as journal:
        person = named(journal, as_text("name", request.options.name))
        found = journal.erasing.mentions(person.id or 0)
        choices: dict[str, Choice] = {}
        if said is None and found and not request.answers.as_json and can_ask():
            for mention in found:
                if mention.key not in choices:
                    choices[mention.key] = _ask_about(request, mention)
        otherwise = Choice(said or "mask")
        journal.erasing.erase_person(person.id or 0, choices, otherwise=otherwise)
        left = len(journal.sharing.log())
    settled = [
        {"where": str(mention.text.place), "choice": choices.get(mention.key, otherwise).value}
        for mention in found
    ]
    request.answers.say(
        {"ok": True, "mentions": settled, "shared": left},
        "Removed from this journal and its own backups. Copies you exported, or that Time Machine,"
        " OneDrive or your company made earlier, are out of reach of this app.",
    )
    return 0


def _ask_about(request: Request, mention: "Mention") -> "Choice":
    from journal_app.domain.mention import Choice

    request.answers.note(f"\n    {mention.sentence.strip()}")
    request.answers.note("Remove this sentence, mask the name, or keep it? [r/m/k]")
    line = request.input.readline(64).decode(errors="replace").strip().lower()
    return {"r": Choice.REMOVE, "k": Choice.KEEP}.get(line[:1], Choice.MASK)
