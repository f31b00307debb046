"""Intentions: the plans a week opens on, how they end, and promises made to people."""

from dataclasses import replace
from datetime import date

from journal_app.domain.intention import Ending, Intention
from journal_app.domain.promise import Promise, PromiseState
from journal_app.domain.week import Week
from journal_app.services.changes import Notify, Topic
from journal_app.store.intentions import IntentionRepository, PromiseRepository


class IntentionService:
    """Plans and promises."""

    def __init__(
        self, intentions: IntentionRepository, promises: PromiseRepository, notify: Notify
    ) -> None:
        self._intentions = intentions
        self._promises = promises
        self._notify = notify

    def of_week(self, week: Week) -> list[Intention]:
        """The plans made for one week."""
        return self._intentions.of_week(week.start)

    def about(self, person_id: int) -> list[Intention]:
        """All plans for one person, oldest first."""
        return self._intentions.about(person_id)

    def plan(self, intention: Intention) -> Intention:
        """Keep a plan made outside the guide."""
        kept = self._intentions.add(intention)
        self._notify(Topic.INTENTIONS)
        return kept

    def drop(self, intention_id: int) -> None:
        """Undo a plan made a moment ago."""
        self._intentions.remove(intention_id)
        self._notify(Topic.INTENTIONS)

    def ended(self) -> list[Intention]:
        """What was tried and how it ended, newest first; all endings alike."""
        return self._intentions.ended()

    def end(
        self, intention_id: int, ending: Ending | None, *, on: date, note: str = ""
    ) -> Intention:
        """End a plan in one of the five ways; None closes it without a word."""
        before = self._intentions.get(intention_id)
        ended = replace(before, ending=ending, ending_note=note, ended_on=on)
        return self._save(ended)

    def restore(self, intention: Intention) -> Intention:
        """Put a plan back as it was, to undo an ending."""
        return self._save(intention)

    def open_promises(self) -> list[Promise]:
        """Promises still open, those with a day first."""
        return self._promises.open()

    def promises_to(self, person_id: int) -> list[Promise]:
        """All promises to one person, oldest first."""
        return self._promises.about(person_id)

    def promise(self, promise: Promise) -> Promise:
        """Keep a promise made to a person."""
        kept = self._promises.add(promise)
        self._notify(Topic.INTENTIONS)
        return kept

    def close_promise(
        self, promise_id: int, state: PromiseState, *, on: date, note: str = ""
    ) -> Promise:
        """Close a promise: kept, told that it slipped, or let go; OPEN opens it again."""
        before = self._promises.get(promise_id)
        closed_on = None if state is PromiseState.OPEN else on
        closed = replace(before, state=state, closed_on=closed_on, note=note)
        self._promises.save(closed)
        self._notify(Topic.INTENTIONS)
        return closed

    def _save(self, intention: Intention) -> Intention:
        self._intentions.save(intention)
        self._notify(Topic.INTENTIONS)
        return intention
