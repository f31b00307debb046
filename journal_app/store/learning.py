"""What the leader learns: doubts and the experiments they tried."""

from datetime import date

from journal_app.domain.doubt import Doubt
from journal_app.domain.experiment import ExperimentTry
from journal_app.domain.focus import Focus
from journal_app.store.database import Database
from journal_app.store.rows import Rows


class DoubtRepository:
    """Doubts in the ``doubt`` table."""

    def __init__(self, db: Database) -> None:
        self._rows = Rows(db, "doubt", Doubt)
        self.add = self._rows.add
        self.save = self._rows.save
        self.get = self._rows.get
        self.remove = self._rows.remove

    def newest(self) -> list[Doubt]:
        """All doubts, newest first."""
        return self._rows.where(order_by="raised_on DESC, id DESC")

    def in_reflection(self, reflection_id: int) -> list[Doubt]:
        """The doubt written in one week's reflection, if any."""
        return self._rows.where("reflection_id = ?", [reflection_id], order_by="id")


class ExperimentTryRepository:
    """Tries in the ``experiment_try`` table."""

    def __init__(self, db: Database) -> None:
        self._rows = Rows(db, "experiment_try", ExperimentTry)
        self.add = self._rows.add
        self.get = self._rows.get
        self.remove = self._rows.remove

    def of_skill(self, skill_id: str) -> list[ExperimentTry]:
        """The tries for one skill, newest first."""
        return self._rows.where("skill_id = ?", [skill_id], order_by="tried_on DESC, id DESC")

    def between(self, first: date, last: date) -> list[ExperimentTry]:
        """The tries of a period, oldest first."""
        days = [first.isoformat(), last.isoformat()]
        return self._rows.where("tried_on BETWEEN ? AND ?", days, order_by="tried_on, id")

    def in_reflection(self, reflection_id: int) -> list[ExperimentTry]:
        """The try written down in one week's reflection, if any."""
        return self._rows.where("reflection_id = ?", [reflection_id], order_by="id")


class FocusRepository:
    """Which skill was in focus when, in the ``focus`` table."""

    def __init__(self, db: Database) -> None:
        self._rows = Rows(db, "focus", Focus)
        self.add = self._rows.add
        self.save = self._rows.save
        self.remove = self._rows.remove

    def all(self) -> list[Focus]:
        """Every focus there was, oldest first."""
        return self._rows.where(order_by="since, id")
