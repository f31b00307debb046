"""Seeds in the ``seed`` table."""

from journal_app.domain.seed import Seed
from journal_app.store.database import Database
from journal_app.store.rows import Rows


class SeedRepository:
    """Lines caught during the week."""

    def __init__(self, db: Database) -> None:
        self._rows = Rows(db, "seed", Seed)
        self.add = self._rows.add
        self.save = self._rows.save
        self.get = self._rows.get
        self.remove = self._rows.remove

    def waiting(self) -> list[Seed]:
        """Seeds neither used nor let go, as they were caught."""
        return self._rows.where("state = 'waiting'", order_by="caught_on, id")
