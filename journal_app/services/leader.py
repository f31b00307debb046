"""Leader: the few facts about the person who writes that the guide needs."""

from datetime import date

from journal_app.services.changes import Notify, Topic
from journal_app.store.settings import SettingRepository

# What the window says once on the first page of a demo, and of no other journal.
DEMO = "demo"


class LeaderService:
    """Since when they lead, and small choices they made about the guide."""

    def __init__(self, settings: SettingRepository, notify: Notify) -> None:
        self._settings = settings
        self._notify = notify

    def leading_since(self) -> date | None:
        """The day they began to lead, if they said."""
        since = self._settings.get("leading_since")
        return date.fromisoformat(since) if since else None

    def set_leading_since(self, day: date | None) -> None:
        """Say since when they lead; None takes it back."""
        self._settings.put("leading_since", day.isoformat() if day else "")
        self._notify(Topic.SETTINGS)

    def week_as_leader(self, today: date) -> int | None:
        """1 in the first week of leading, 2 in the second; None when not said or not yet."""
        since = self.leading_since()
        return (today - since).days // 7 + 1 if since and since <= today else None

    def has_seen(self, what: str) -> bool:
        """True when something shown once, such as the two hats, has been shown."""
        return self._settings.get(f"seen:{what}") == "yes"

    def lay_out(self, what: str) -> None:
        """Something shown once that no other journal shows, such as the demo's introduction."""
        self._settings.put(f"seen:{what}", "no")

    def waits(self, what: str) -> bool:
        """True while something laid out has not been seen."""
        return self._settings.get(f"seen:{what}") == "no"

    def saw(self, what: str) -> None:
        """Remember that something shown once has been shown."""
        self._settings.put(f"seen:{what}", "yes")
