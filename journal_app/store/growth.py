"""Moments and worries: growth in one table, concerns that fade in another."""

from dataclasses import replace
from datetime import date

from journal_app.domain.moment import Moment
from journal_app.domain.worry import Worry
from journal_app.store.database import Database, environment_errors
from journal_app.store.rows import Rows


class MomentRepository:
    """Moments in the ``moment`` table."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._rows = Rows(db, "moment", Moment)
        self.add = self._rows.add
        self.save = self._rows.save
        self.get = self._rows.get
        self.remove = self._rows.remove

    def about(self, person_id: int) -> list[Moment]:
        """All growth seen in one person, oldest first."""
        return self._rows.where("person_id = ?", [person_id], order_by="happened_on, id")

    def in_reflection(self, reflection_id: int) -> list[Moment]:
        """The moments noticed in one week's reflection, as they were written."""
        return self._rows.where("reflection_id = ?", [reflection_id], order_by="id")

    def newest(self, limit: int = 50) -> list[Moment]:
        """The latest moments, newest first."""
        return self._rows.where(order_by="happened_on DESC, id DESC", limit=limit)

    def between(self, first: date, last: date) -> list[Moment]:
        """The moments of a period, oldest first."""
        days = [first.isoformat(), last.isoformat()]
        return self._rows.where("happened_on BETWEEN ? AND ?", days, order_by="happened_on, id")

    def days(self) -> dict[int, tuple[date, date]]:
        """For each person, the first and the last day growth was noticed, also in a free entry."""
        with environment_errors():
            rows = self._db.execute(
                "SELECT person_id, MIN(happened_on), MAX(happened_on)"
                " FROM (SELECT person_id, happened_on FROM moment"
                " UNION ALL SELECT person_id, happened_on FROM entry WHERE kind = 'moment')"
                " WHERE person_id IS NOT NULL GROUP BY person_id"
            )
        return {int(p): (date.fromisoformat(a), date.fromisoformat(b)) for p, a, b in rows}

    def last_days(self) -> dict[int, date]:
        """For each person, the last day growth was noticed."""
        return {person_id: last for person_id, (_, last) in self.days().items()}


class WorryRepository:
    """Worries in the ``worry`` table; nothing here is ever read for a growth line."""

    def __init__(self, db: Database) -> None:
        self._rows = Rows(db, "worry", Worry)
        self.save = self._rows.save
        self.get = self._rows.get
        self.remove = self._rows.remove

    def add(self, worry: Worry) -> Worry:
        """Insert with the day on which it will ask whether it is still true."""
        return self._rows.add(replace(worry, ask_on=worry.asks_on))

    def about(self, person_id: int) -> list[Worry]:
        """The worries about one person, newest first."""
        return self._rows.where("person_id = ?", [person_id], order_by="noted_on DESC, id DESC")

    def asking(self, today: date) -> list[Worry]:
        """The worries whose day to ask has come, the longest waiting first."""
        return self._rows.where("ask_on <= ?", [today.isoformat()], order_by="ask_on, id")
