"""Errors a person can read: what happened, what is safe, and what to do."""

from typing import ClassVar


class JournalError(Exception):
    """Something the journal could not do. ``str`` says what happened, never a word of an entry."""

    kind: ClassVar[str] = "refused"

    def __init__(self, message: str, *, safe: str = "", next_step: str = "") -> None:
        super().__init__(message)
        self.safe = safe
        self.next_step = next_step


class WrongPassphrase(JournalError):
    """The passphrase or recovery key does not open this journal."""

    kind = "passphrase"


class JournalInUse(JournalError):
    """Another window or program holds the journal."""

    kind = "in_use"


class NewerJournal(JournalError):
    """The journal was written by a newer version."""

    kind = "newer"


class DamagedJournal(JournalError):
    """The journal's bytes are not what was written."""

    kind = "damaged"


class MissingJournal(JournalError):
    """The journal, or a part it cannot do without, is not where it should be."""

    kind = "missing"


class CannotWrite(JournalError):
    """The disk is full, read-only or not ours."""

    kind = "cannot_write"


class Refused(JournalError):
    """Something asked for that the journal does not do."""

    kind = "refused"


class UsageError(JournalError):
    """Words that could not be understood as a request."""

    kind = "usage"
