"""Lock: one program a journal, by a lock of the kernel that no killed program leaves behind."""

import os
from pathlib import Path

from journal_app.domain.errors import CannotWrite, JournalInUse
from journal_app.store.held_file import HeldFile


class JournalLock:
    """Held while the journal is open. The lock file is empty: it names nobody.

    A folder that can only be read needs no lock: nobody who could write is kept out by it, and
    whoever reads there reads a file that does not change under their hands.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = HeldFile(folder / "journal.lock")

    def take(self) -> None:
        """Take the lock, or say that the journal is open elsewhere."""
        try:
            held = self._file.hold()
        except OSError as error:
            if self._only_readable():
                return
            raise CannotWrite(
                "The journal's folder cannot be written to.",
                safe="Nothing was changed.",
                next_step="Check that the folder is yours and the disk is there.",
            ) from error
        if not held:
            raise JournalInUse(
                "This journal is already open.",
                safe="Everything in it is safe.",
                next_step="Go to the window that has it open, or close it there first.",
            )

    def release(self) -> None:
        """Let the lock go; harmless when it is not held."""
        self._file.release()

    def _only_readable(self) -> bool:
        """True when this folder can be looked into and nothing can be made in it."""
        look_in = os.R_OK | os.X_OK
        # The rights of the process as it is now; ``access`` asks for those it began with.
        effective = {"effective_ids": True} if os.access in os.supports_effective_ids else {}
        return os.access(self._folder, look_in, **effective) and not os.access(
            self._folder, os.W_OK, **effective
        )
