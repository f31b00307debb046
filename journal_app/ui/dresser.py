"""Dresser: puts what was chosen in the settings on the program, at once."""

from PySide6.QtCore import QObject

from journal_app.domain.preferences import Preferences
from journal_app.services.changes import Topic
from journal_app.services.preferences import PreferenceService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.theme import Theme


class Dresser(QObject):
    """Hears of every choice about looks; a new program needs no dressing."""

    def __init__(
        self, parent: QObject, theme: Theme, preferences: PreferenceService, changes: ChangeSignals
    ) -> None:
        super().__init__(parent)
        self._theme, self._preferences = theme, preferences
        changes.changed.connect(self._on_changed)
        if preferences.now != Preferences():
            self.dress()

    def dress(self) -> None:
        """Wear what is chosen now."""
        now = self._preferences.now
        self._theme.reduced_motion = now.reduced_motion
        self._theme.wear(now.look, zoom=now.zoom, high_contrast=now.high_contrast)

    def _on_changed(self, topic: object) -> None:
        if topic is Topic.PREFERENCES:
            self.dress()
