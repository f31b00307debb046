"""Intentions and promises: what the leader means to do, and what they said they would."""

from datetime import date

from journal_app.domain.intention import Intention
from journal_app.domain.promise import Promise
from journal_app.store.database import Database
from journal_app.store.rows import Rows


class IntentionRepository:
    """Plans in the ``intention`` table."""

    def __init__(self, db: Database) -> None:
        self._rows = Rows(db, "intention", Intention)
        self.add = self._rows.add
        self.save = self._rows.save
        self.get = self._rows.get
        self.remove = self._rows.remove

    def open_before(self, day: date) -> list[Intention]:
        """Plans of weeks that started before ``day`` and have not ended, oldest week first."""
        return self._rows.where(
            "ended_on IS NULL AND week_start < ?", [day.isoformat()], order_by="week_start, id"
        )

    def of_week(self, week_start: date) -> list[Intention]:
        """The plans made for one week, ended or not, as they were written."""
        return self._rows.where("week_start = ?", [week_start.isoformat()], order_by="id")

    def in_reflection(self, reflection_id: int) -> list[Intention]:
        """The plans made in one week's reflection."""
        return self._rows.where("reflection_id = ?", [reflection_id], order_by="id")

    def about(self, person_id: int) -> list[Intention]:
        """All plans for one person, oldest first."""
        return self._rows.where("person_id = ?", [person_id], order_by="week_start, id")

    def for_skill(self, skill_id: str) -> list[Intention]:
        """All plans that practise one skill, newest first."""
        return self._rows.where("skill_id = ?", [skill_id], order_by="week_start DESC, id DESC")

    def for_doubt(self, doubt_id: int) -> list[Intention]:
        """The plans a doubt was turned into, oldest first."""
        return self._rows.where("doubt_id = ?", [doubt_id], order_by="week_start, id")

    def ended(self, limit: int = 200) -> list[Intention]:
        """Plans whose ending was said, newest first."""
        return self._rows.where(
            "ending IS NOT NULL", order_by="ended_on DESC, id DESC", limit=limit
        )

    def between(self, first: date, last: date) -> list[Intention]:
        """The plans of the weeks that start in a period, oldest first."""
        days = [first.isoformat(), last.isoformat()]
        return self._rows.where("week_start BETWEEN ? AND ?", days, order_by="week_start, id")


class PromiseRepository:
    """Promises in the ``promise`` table."""

    def __init__(self, db: Database) -> None:
        self._rows = Rows(db, "promise", Promise)
        self.add = self._rows.add
        self.save = self._rows.save
        self.get = self._rows.get
        self.remove = self._rows.remove

    def open(self) -> list[Promise]:
        """Promises not yet closed: those with a day first, by that day."""
        return self._rows.where("state = 'open'", order_by="due_on IS NULL, due_on, id")

    def about(self, person_id: int) -> list[Promise]:
        """All promises to one person, oldest first."""
        return self._rows.where("person_id = ?", [person_id], order_by="made_on, id")

    def between(self, first: date, last: date) -> list[Promise]:
        """The promises made in a period, oldest first."""
        days = [first.isoformat(), last.isoformat()]
        return self._rows.where("made_on BETWEEN ? AND ?", days, order_by="made_on, id")

    def in_reflection(self, reflection_id: int) -> list[Promise]:
        """The promises made in one week's reflection."""
        return self._rows.where("reflection_id = ?", [reflection_id], order_by="id")
