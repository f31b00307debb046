"""Rhythm: what keeps the weekly time outside the window: a login item and calendar files."""

import os
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from journal_app.domain.errors import CannotWrite
from journal_app.domain.preferences import Pace, Preferences
from journal_app.domain.reminding import next_slot
from journal_app.paths import data_dir
from journal_app.store.login_item import LoginItem

IN_TRAY = "--in-tray"


class RhythmService:
    """Writes where the person said, and only then."""

    def __init__(self, login: LoginItem) -> None:
        self._login = login

    @classmethod
    def of(cls, folder: Path) -> "RhythmService":
        """The rhythm of the journal in this folder."""
        place = None if folder == data_dir() else folder
        # From a checkout the program is found in the folder it was started from.
        checkout = Path(__file__).resolve().parents[2]
        from_checkout = (checkout / "pyproject.toml").exists()
        item = LoginItem(start_command(place), started_in=checkout if from_checkout else None)
        return cls(item)

    @property
    def starts_at_login(self) -> bool:
        """True when the system starts the program."""
        return self._login.on

    def start_at_login(self, *, on: bool) -> None:
        """Let the system start the program at login, or no more."""
        try:
            self._login.switch(on=on)
        except OSError as error:
            raise CannotWrite(
                "The system did not take this.",
                safe="Nothing else was changed.",
                next_step="Its own settings have a list of what starts at login.",
            ) from error

    def save_weekly(self, path: Path, chosen: Preferences, today: date, *, title: str) -> None:
        """Put the weekly time into a calendar file."""
        from journal_app.exchange.calendar_file import weekly_event
        from journal_app.exchange.files import write_atomically

        on, at = next_slot(chosen, today)
        weeks = 2 if chosen.pace is Pace.FORTNIGHTLY else 1
        write_atomically(path, weekly_event(on, at, title=title, weeks=weeks))

    def save_plan(
        self, path: Path, week_start: date, chosen: Preferences, today: date, *, title: str
    ) -> None:
        """Put a plan into a calendar file: at the start of its week, or tomorrow once it began."""
        from journal_app.exchange.calendar_file import plan_event
        from journal_app.exchange.files import write_atomically

        on = max(week_start, today + timedelta(days=1))
        write_atomically(path, plan_event(on, chosen.remind_at, title=title))


def start_command(data_dir: Path | None, program: Sequence[str] | None = None) -> list[str]:
    """The words that start the program in the tray, for the journal it has open now."""
    if program is None:
        frozen = bool(getattr(sys, "frozen", False))
        # An AppImage runs from a place that is gone after it: what is started is its file.
        file = os.environ.get("APPIMAGE") or sys.executable
        program = [file] if frozen else [sys.executable, "-m", "journal_app"]
    place = ["--data-dir", str(data_dir)] if data_dir is not None else []
    return [*program, *place, IN_TRAY]
