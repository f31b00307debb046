"""Keeping: what stays and for how long; nothing about a person is kept for ever unasked."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from journal_app.domain.errors import Refused
from journal_app.domain.person import Person
from journal_app.domain.worry import KEEP_FOR, Worry
from journal_app.services.changes import Notify, Topic
from journal_app.store.nouns import Nouns

DECIDE_AFTER = timedelta(days=30)
REVIEW_EVERY = timedelta(days=91)
REVIEWED = "keeping_reviewed"
_HOLD = "hold"
_LEAVING = "leaving:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the quarterly page shows: what waits for a decision about keeping it."""

    worries: list[Worry] = field(repr=False)
    leaving: list[Person] = field(repr=False)


class KeepingService:
    """Lets worries fade, asks about people who left, and stops all of it while a hold is set."""

    def __init__(self, nouns: Nouns, notify: Notify) -> None:
        self._nouns = nouns
        self._notify = notify

    @property
    def held(self) -> bool:
        """True while nothing may be deleted by itself, as after a request for what is held."""
        return self._nouns.settings.get(_HOLD) == "yes"

    def set_hold(self, *, on: bool) -> None:
        """Set or lift the hold on every automatic deletion."""
        self._nouns.settings.put(_HOLD, "yes" if on else "")
        self._notify(Topic.SETTINGS)

    # --- worries ---

    def asking(self, today: date) -> list[Worry]:
        """The worries that ask whether they are still true, the longest first."""
        return self._nouns.worries.asking(today)

    def goes_on(self, worry: Worry) -> date | None:
        """The day an unanswered worry will be deleted; None while a hold is set."""
        return None if self.held else worry.asks_on + KEEP_FOR

    def keep_worry(self, worry: Worry, *, on: date) -> Worry:
        """It is still true: keep it four more weeks, then let it ask again."""
        return self._save(replace(worry, ask_on=on + KEEP_FOR))

    def rewrite_worry(self, worry: Worry, body: str, *, on: date) -> Worry:
        """Say it more kindly, and keep it four more weeks."""
        if not body.strip():
            raise Refused("A worry needs words.", next_step="Write it, or let it go.")
        return self._save(replace(worry, body=body, ask_on=on + KEEP_FOR))

    def let_worry_go(self, worry: Worry) -> None:
        """Delete a worry."""
        self._nouns.worries.remove(worry.id or 0)
        self._notify(Topic.GROWTH)

    def fade(self, today: date) -> int:
        """Delete the worries nobody answered for in four weeks; return how many went."""
        if self.held:
            return 0
        gone = [w for w in self.asking(today) if w.asks_on + KEEP_FOR <= today]
        for worry in gone:
            self._nouns.worries.remove(worry.id or 0)
        if gone:
            self._notify(Topic.GROWTH)
        return len(gone)

    # --- people who left ---

    def begin_leaving(self, person_id: int, *, today: date) -> None:
        """Someone left the team: ask at once what becomes of what was written about them."""
        self._nouns.settings.put(f"{_LEAVING}{person_id}", today.isoformat())
        self._notify(Topic.PEOPLE)

    def decide_later(self, person_id: int, *, today: date) -> None:
        """Ask again in thirty days."""
        self.begin_leaving(person_id, today=today + DECIDE_AFTER)

    def end_leaving(self, person_id: int) -> None:
        """It was decided, or they came back."""
        self._nouns.settings.remove(f"{_LEAVING}{person_id}")
        self._notify(Topic.PEOPLE)

    def leaving(self, today: date) -> list[Person]:
        """The people about whom there is something to decide now."""
        return [person for person, day in self._undecided() if day <= today]

    # --- the quarterly page ---

    def review_due(self, today: date) -> bool:
        """True once a quarter, when there was something to keep for a quarter."""
        seen = self._nouns.settings.get(REVIEWED)
        if seen:
            return today - date.fromisoformat(seen) >= REVIEW_EVERY
        finished = self._nouns.reflections.newest()
        return bool(finished) and today - finished[-1].finished_on >= REVIEW_EVERY

    def reviewed(self, today: date) -> None:
        """The quarterly page was read."""
        self._nouns.settings.put(REVIEWED, today.isoformat())
        self._notify(Topic.SETTINGS)

    def review(self, today: date) -> Kept:
        """Everything that waits for a decision."""
        return Kept(worries=self.asking(today), leaving=[person for person, _ in self._undecided()])

    def _undecided(self) -> Iterator[tuple[Person, date]]:
        people = {person.id: person for person in self._nouns.people.all()}
        for key, day in self._nouns.settings.starting(_LEAVING).items():
            person = people.get(int(key.removeprefix(_LEAVING)))
            if person is not None:
                yield person, date.fromisoformat(day)

    def _save(self, worry: Worry) -> Worry:
        kept = self._nouns.worries.save(worry)
        self._notify(Topic.GROWTH)
        return kept
