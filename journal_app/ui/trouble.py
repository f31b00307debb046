"""Trouble: what an error says, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from journal_app.domain.errors import JournalError


def told(error: JournalError) -> tuple[str, str, str]:
    """What happened, what is safe, and what to do; the last two may be empty."""
    return _say(str(error)), _say(error.safe), _say(error.next_step)


def in_words(error: JournalError) -> str:
    """The same in one line."""
    return " ".join(part for part in told(error) if part)


def _say(text: str) -> str:
    # The sentences stand where they are raised; packaging/words.py finds them there.
    return QCoreApplication.translate("errors", text) if text else ""
