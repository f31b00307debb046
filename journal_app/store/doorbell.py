"""Doorbell: one window a journal; a second start rings, and the first window comes forward.

Two files of this user's own session, named by a digest of the journal's place: one whose lock the
first window holds while it lives, and one that a second start writes a byte into. No socket, no
port: nobody else can ring, and a killed window leaves no lock behind.
"""

import hashlib
import os
import sys
import time
from pathlib import Path

from journal_app.store.held_file import HeldFile

_PATIENCE, _PAUSE = 2.0, 0.02


class Doorbell:
    """Answers for one journal's window, or rings at it."""

    def __init__(self, journal: Path, place: Path | None = None) -> None:
        if place is None:
            place = _place_of_this_session()
        self._place = place
        name = hashlib.sha256(str(journal.resolve()).encode()).hexdigest()[:16]
        self.bell = place / f"{name}.bell"
        self._lock = HeldFile(place / f"{name}.lock")

    def answer(self) -> bool:
        """Be the one window of this journal from now on; False when there is another."""
        try:
            self._place.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._lock.hold():
                return False
            self.bell.unlink(missing_ok=True)
            self.bell.touch(mode=0o600)
        except OSError:
            # Without a place for it there is no bell; the journal has its own lock.
            return True
        return True

    def ring(self) -> bool:
        """Ask the first window to come forward; True when it heard."""
        try:
            with self.bell.open("ab") as bell:
                bell.write(b".")
            waited = 0.0
            while self.bell.stat().st_size and waited < _PATIENCE:
                time.sleep(_PAUSE)
                waited += _PAUSE
            return not self.bell.stat().st_size
        except OSError:
            return False

    def heard(self) -> bool:
        """Whether somebody rang since this was asked last."""
        try:
            rung = self.bell.stat().st_size > 0
            if rung:
                self.bell.write_bytes(b"")
        except OSError:
            return False
        return rung

    def leave(self) -> None:
        """The window is gone."""
        self._lock.release()
        self.bell.unlink(missing_ok=True)


def _place_of_this_session() -> Path:
    from platformdirs import user_cache_path, user_runtime_path

    if sys.platform == "linux" and not os.environ.get("XDG_RUNTIME_DIR"):
        # Else it would lie in /tmp under a name others can guess and take first.
        return user_cache_path("tend", appauthor=False)
    return user_runtime_path("tend", appauthor=False)
