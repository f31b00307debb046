"""Preferences: chosen in the settings, applied at once, kept for the next start."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from journal_app.domain.preferences import Preferences
from journal_app.services.changes import Notify, Topic, silence
from journal_app.store.preference_file import PreferenceFile


class PreferenceService:
    """The choices in force; a change is told before it is kept, so that a full disk hides none."""

    def __init__(
        self,
        folder: Path,
        notify: Notify = silence,
        *,
        languages: Callable[[], Sequence[str]] = lambda: ("en",),
    ) -> None:
        self._file = PreferenceFile(folder)
        self._languages = languages
        self._notify = notify
        self.now: Preferences = self._file.read()

    @property
    def languages(self) -> Sequence[str]:
        """The languages one may choose from."""
        return self._languages()

    def change(self, **changes: Any) -> Preferences:
        """Choose otherwise; it holds at once."""
        chosen = replace(self.now, **changes)
        if chosen != self.now:
            self.now = chosen
            self._notify(Topic.PREFERENCES)
            self._file.write(chosen)
        return self.now

    def keep(self, chosen: Preferences) -> None:
        """Keep what the program itself noted; nothing that is seen changes by it."""
        self.now = chosen
        self._file.write(chosen)

    def forget(self) -> None:
        """Go back to how a new program looks and speaks."""
        self._file.remove()
        self.now = Preferences()
        self._notify(Topic.PREFERENCES)
