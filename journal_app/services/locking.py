"""Locking: when the journal locks by itself, as the person set it."""

from dataclasses import dataclass, replace

from journal_app.services.changes import Notify, Topic
from journal_app.store.settings import SettingRepository

IDLE_CHOICES = (2, 5, 10, 30, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LockRules:
    """When to lock: after idle minutes (0 for never), when minimised, when the screen locks."""

    idle_minutes: int = 10
    when_minimised: bool = False
    with_screen: bool = True
    hide_from_capture: bool = True


class LockingService:
    """Keeps the rules in the journal itself, so that they cannot be read or changed locked."""

    def __init__(self, settings: SettingRepository, notify: Notify) -> None:
        self._settings = settings
        self._notify = notify

    def rules(self) -> LockRules:
        """The rules as they are."""
        usual = LockRules()
        minutes = self._settings.get("lock_idle_minutes", str(usual.idle_minutes))
        return LockRules(
            idle_minutes=int(minutes) if minutes.isdecimal() else usual.idle_minutes,
            when_minimised=self._switch("lock_minimised", usual=usual.when_minimised),
            with_screen=self._switch("lock_with_screen", usual=usual.with_screen),
            hide_from_capture=self._switch("hide_from_capture", usual=usual.hide_from_capture),
        )

    def change(self, **changes: int | bool) -> LockRules:
        """Change some rules; they hold at once."""
        rules = replace(self.rules(), **changes)  # type: ignore[arg-type]
        self._settings.put("lock_idle_minutes", str(rules.idle_minutes))
        for key, on in (
            ("lock_minimised", rules.when_minimised),
            ("lock_with_screen", rules.with_screen),
            ("hide_from_capture", rules.hide_from_capture),
        ):
            self._settings.put(key, "yes" if on else "no")
        self._notify(Topic.SETTINGS)
        return rules

    def place_was_told(self, place: str) -> bool:
        """True when the person already heard that this folder is at risk; notes that they did."""
        told = self._settings.get("place_told") == place
        if not told:
            self._settings.put("place_told", place)
        return told

    def _switch(self, key: str, *, usual: bool) -> bool:
        return self._settings.get(key, "yes" if usual else "no") == "yes"
