"""Preference file: how the program looks, beside the journal and readable while it is locked."""

import json
import os
from pathlib import Path

from journal_app.domain.errors import CannotWrite
from journal_app.domain.preferences import Preferences

NAME = "preferences.json"


class PreferenceFile:
    """``preferences.json`` of one folder; absent until something was chosen."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def read(self) -> Preferences:
        """What was chosen; a file that cannot be read is as none."""
        try:
            record = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Preferences()
        return Preferences.from_record(record) if isinstance(record, dict) else Preferences()

    def write(self, preferences: Preferences) -> None:
        """Put these on disk, whole or not at all, for their owner alone."""
        part = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.unlink(missing_ok=True)
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(preferences.to_record(), file, indent=1)
            part.replace(self._path)
        except OSError as error:
            raise CannotWrite(
                "This choice could not be kept.",
                safe="It holds until Tend is closed; the journal is as it was.",
                next_step="Make some room on the disk, then choose again.",
            ) from error

    def remove(self) -> None:
        """Forget every choice."""
        self._path.unlink(missing_ok=True)
