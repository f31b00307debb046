"""Celebrations: built from moments, kept private or given, and how they landed."""

from dataclasses import replace
from datetime import date

from journal_app.domain.celebration import Celebration, Delivery
from journal_app.services.changes import Notify, Topic
from journal_app.store.celebrations import CelebrationRepository


class CelebrationService:
    """The wall of celebrations, and those waiting to be said."""

    def __init__(self, celebrations: CelebrationRepository, notify: Notify) -> None:
        self._celebrations = celebrations
        self._notify = notify

    def celebrate(self, celebration: Celebration) -> Celebration:
        """Keep a celebration."""
        kept = self._celebrations.add(celebration)
        self._notify(Topic.CELEBRATIONS)
        return kept

    def recent(self, limit: int = 200) -> list[Celebration]:
        """The latest celebrations, newest first; -1 gives all there are."""
        return self._celebrations.newest(limit)

    def take_back(self, celebration_id: int) -> None:
        """Undo a celebration that was made a moment ago."""
        self._celebrations.remove(celebration_id)
        self._notify(Topic.CELEBRATIONS)

    def waiting(self) -> list[Celebration]:
        """Those meant to reach the person that have not yet."""
        return self._celebrations.waiting()

    def mark_given(
        self, celebration_id: int, *, on: date, how: str = "", landed: str = ""
    ) -> Celebration:
        """Note that a celebration reached the person, how, and how it landed."""
        before = self._celebrations.get(celebration_id)
        return self._save(replace(before, given_on=on, given_how=how, landed=landed))

    def keep_private(self, celebration_id: int) -> Celebration:
        """Keep it to oneself after all: a full ending."""
        before = self._celebrations.get(celebration_id)
        return self._save(replace(before, delivery=Delivery.PRIVATE))

    def restore(self, celebration: Celebration) -> Celebration:
        """Put a celebration back as it was, to undo ``mark_given`` or ``keep_private``."""
        return self._save(celebration)

    def _save(self, celebration: Celebration) -> Celebration:
        self._celebrations.save(celebration)
        self._notify(Topic.CELEBRATIONS)
        return celebration
