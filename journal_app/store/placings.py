"""Where the leader places themselves on a skill's road, and what they are measured on."""

from journal_app.domain.measure import Measure
from journal_app.domain.placing import Placing
from journal_app.store.database import Database
from journal_app.store.rows import Rows


class PlacingRepository:
    """Placings in the ``placing`` table. Nothing here adds up or compares skills."""

    def __init__(self, db: Database) -> None:
        self._rows = Rows(db, "placing", Placing)
        self.add = self._rows.add
        self.save = self._rows.save
        self.get = self._rows.get
        self.remove = self._rows.remove

    def all(self) -> list[Placing]:
        """Every placing, oldest first."""
        return self._rows.where(order_by="placed_on, id")

    def of_skill(self, skill_id: str) -> list[Placing]:
        """The placings on one skill, oldest first."""
        return self._rows.where("skill_id = ?", [skill_id], order_by="placed_on, id")

    def in_reflection(self, reflection_id: int) -> list[Placing]:
        """The placings made in one week's reflection."""
        return self._rows.where("reflection_id = ?", [reflection_id], order_by="id")


class MeasureRepository:
    """What the leader is measured on, in the ``measure`` table."""

    def __init__(self, db: Database) -> None:
        self._rows = Rows(db, "measure", Measure)
        self.add = self._rows.add
        self.save = self._rows.save
        self.get = self._rows.get
        self.remove = self._rows.remove

    def all(self) -> list[Measure]:
        """Every measure, in the order they were written."""
        return self._rows.where(order_by="id")
