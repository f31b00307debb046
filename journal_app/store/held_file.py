"""Held file: an empty file that one program holds at a time, by a lock of the kernel.

A killed program leaves no lock behind.
"""

import os
import sys
from pathlib import Path


class HeldFile:
    """The file is made when it is first held, readable by its owner alone, and stays."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: int | None = None

    def hold(self) -> bool:
        """Hold the file from now on; False when another holds it. Raises ``OSError``."""
        if self._held is not None:
            return True
        opened = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            _lock(opened)
        except (BlockingIOError, PermissionError):
            # What each system says of a lock that is taken.
            os.close(opened)
            return False
        except BaseException:
            os.close(opened)
            raise
        self._held = opened
        return True

    def release(self) -> None:
        """Let it go; harmless when it is not held."""
        if self._held is not None:
            os.close(self._held)
            self._held = None


if sys.platform == "win32":

    def _lock(opened: int) -> None:
        import msvcrt

        msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)

else:

    def _lock(opened: int) -> None:
        import fcntl

        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(opened).st_nlink == 0:
            # Deleted in between by who erased the journal: another one may be made and held.
            raise BlockingIOError
