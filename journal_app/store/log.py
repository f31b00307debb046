"""Log: what the program did and where it broke, never a word of the journal."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LARGEST, _KEPT = 200_000, 2


class Log:
    """``tend.log`` in the journal's folder, rotated, private, written only where a journal is."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "tend.log"
        self._handler: RotatingFileHandler | None = None

    def note(self, line: str) -> None:
        """Write one line; a log that cannot be written stops nothing."""
        if not self._path.parent.is_dir():
            return
        try:
            if self._handler is None:
                self._path.touch(mode=0o600)
                self._handler = RotatingFileHandler(
                    self._path, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8"
                )
                self._handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
            record = logging.LogRecord("tend", logging.INFO, "", 0, line, None, None)
            self._handler.emit(record)
            self._path.chmod(0o600)
        except OSError:
            self.close()

    def close(self) -> None:
        """Let the file go."""
        if self._handler is not None:
            self._handler.close()
            self._handler = None
