"""Request: what a command was asked, and the one way it opens the journal."""

from argparse import Namespace
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from journal_app.cli.answers import Answers
from journal_app.cli.passphrases import ask, given
from journal_app.domain.errors import Refused
from journal_app.domain.person import Person

if TYPE_CHECKING:
    from journal_app.services.journal import Journal
    from journal_app.services.protection import ProtectionService


class Request:
    """The options of one command, where it answers, and what it may read."""

    def __init__(self, options: Namespace, answers: Answers, standard_input: BinaryIO) -> None:
        self.options = options
        self.answers = answers
        self.input = standard_input

    @property
    def folder(self) -> Path:
        """The journal's folder."""
        chosen: Path | None = getattr(self.options, "data_dir", None)
        if chosen is not None:
            return chosen
        from journal_app.paths import data_dir

        return data_dir()

    def protection(self) -> "ProtectionService":
        """What opens and closes the journal of this request; nothing is opened yet."""
        from journal_app.services.protection import ProtectionService, keep_memory_private

        keep_memory_private()
        return ProtectionService(self.folder)

    def passphrase(self, variable: str = "TEND_PASSPHRASE") -> str | None:
        """The passphrase given by file or environment, if any."""
        file = getattr(self.options, "passphrase_file", None)
        return given(file if variable == "TEND_PASSPHRASE" else None, variable, self.input)

    def passphrase_for(self, protection: "ProtectionService") -> str | None:
        """What opens this journal: given, or asked for; None when it needs none."""
        passphrase = self.passphrase()
        if not protection.protected():
            return None
        return ask("Passphrase: ") if passphrase is None else passphrase

    @contextmanager
    def opened(self) -> Generator[tuple["ProtectionService", "Journal"]]:
        """The journal, open and locked to others, closed again whatever happens."""
        protection = self.protection()
        try:
            passphrase = self.passphrase_for(protection)
            if passphrase is None:
                journal = protection.open_unprotected()
            else:
                journal = protection.unlock(passphrase)
            yield protection, journal
        finally:
            protection.close()

    @contextmanager
    def journal(self) -> Generator["Journal"]:
        """The open journal alone, for commands that change no protection."""
        with self.opened() as (_, journal):
            yield journal


def named(journal: "Journal", name: str) -> Person:
    """The person who goes by this name; refused, with the way to add them, when there is none."""
    person = journal.team.named(name)
    if person is None:
        raise Refused(
            "Nobody in this journal goes by that name.",
            next_step='Add them first: tend person-add --name "Their name".',
        )
    return person
