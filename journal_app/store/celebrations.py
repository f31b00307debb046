"""Celebrations in the ``celebration`` table."""

from datetime import date

from journal_app.domain.celebration import Celebration
from journal_app.store.database import Database, environment_errors
from journal_app.store.rows import Rows


class CelebrationRepository:
    """Celebrations, given, waiting or kept private."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._rows = Rows(db, "celebration", Celebration)
        self.add = self._rows.add
        self.save = self._rows.save
        self.get = self._rows.get
        self.remove = self._rows.remove

    def newest(self, limit: int = 200) -> list[Celebration]:
        """The latest celebrations, newest first."""
        return self._rows.where(order_by="happened_on DESC, id DESC", limit=limit)

    def with_joy(self) -> list[Celebration]:
        """Those that say what was a joy in them, newest first."""
        return self._rows.where("joy <> ''", order_by="happened_on DESC, id DESC")

    def days(self) -> list[date]:
        """Every day on which something was celebrated, the first one first."""
        with environment_errors():
            found = self._db.execute("SELECT DISTINCT happened_on FROM celebration ORDER BY 1")
        return [date.fromisoformat(day) for (day,) in found]

    def waiting(self) -> list[Celebration]:
        """Those meant to be said or sent that have not been yet, the longest waiting first."""
        return self._rows.where(
            "delivery <> 'private' AND given_on IS NULL", order_by="happened_on, id"
        )

    def about(self, person_id: int) -> list[Celebration]:
        """All celebrations of one person, oldest first."""
        return self._rows.where("person_id = ?", [person_id], order_by="happened_on, id")

    def in_reflection(self, reflection_id: int) -> list[Celebration]:
        """The celebrations built in one week's reflection."""
        return self._rows.where("reflection_id = ?", [reflection_id], order_by="id")

    def between(self, first: date, last: date) -> list[Celebration]:
        """The celebrations of a period, oldest first."""
        days = [first.isoformat(), last.isoformat()]
        return self._rows.where("happened_on BETWEEN ? AND ?", days, order_by="happened_on, id")
