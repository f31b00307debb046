"""Lock: one program a journal, by a lock of the kernel that no killed program leaves behind."""

from pathlib import Path

from journal_app.domain.errors import CannotWrite, JournalInUse


class JournalLock:
    """Held while the journal is open. The lock file is empty: it names nobody."""

    def __init__(self, folder: Path) -> None:
        from filelock import FileLock

        self._lock = FileLock(folder / "journal.lock", timeout=0, mode=0o600)

    def take(self) -> None:
        """Take the lock, or say that the journal is open elsewhere."""
        from filelock import Timeout

        try:
            self._lock.acquire()
        except Timeout:
            raise JournalInUse(
                "This journal is already open.",
                safe="Everything in it is safe.",
                next_step="Go to the window that has it open, or close it there first.",
            ) from None
        except OSError as error:
            raise CannotWrite(
                "The journal's folder cannot be written to.",
                safe="Nothing was changed.",
                next_step="Check that the folder is yours and the disk is there.",
            ) from error

    def release(self) -> None:
        """Let the lock go; harmless when it is not held."""
        self._lock.release()
