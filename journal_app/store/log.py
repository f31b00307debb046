"""Log: what the program did and where it broke, never a word of the journal.

Written by hand: what Python has for it takes longer to read than all the rest of a command.
"""

from datetime import datetime
from itertools import pairwise
from pathlib import Path

_LARGEST, _KEPT = 200_000, 2


class Log:
    """``tend.log`` in the journal's folder, rotated, private, written only where a journal is."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "tend.log"

    def note(self, line: str) -> None:
        """Write one line; a log that cannot be written stops nothing."""
        if not self._path.parent.is_dir():
            return
        try:
            self._path.touch(mode=0o600)
            if self._path.stat().st_size > _LARGEST:
                self._begin_anew()
            with self._path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S} {line}\n")
            self._path.chmod(0o600)
        except OSError:
            return

    def _begin_anew(self) -> None:
        """Put what is full aside, under a number that grows with its age."""
        names = [self._path, *(Path(f"{self._path}.{n}") for n in range(1, _KEPT + 1))]
        for newer, older in reversed(list(pairwise(names))):
            if newer.exists():
                newer.replace(older)
        self._path.touch(mode=0o600)
