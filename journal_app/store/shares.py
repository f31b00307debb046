"""What left the journal, and the words that are not to leave it."""

from journal_app.domain.share import KnownWord, Shared, WordKind
from journal_app.store.database import Database, environment_errors
from journal_app.store.rows import Rows


class ShareLog:
    """What left the journal, in the ``share_log`` table: never the words."""

    def __init__(self, db: Database) -> None:
        self._rows = Rows(db, "share_log", Shared)
        self.add = self._rows.add
        self.save = self._rows.save
        self.get = self._rows.get
        self.remove = self._rows.remove

    def newest(self) -> list[Shared]:
        """What was shared, newest first."""
        return self._rows.where(order_by="id DESC")


class KnownWordRepository:
    """Words the leader was asked about or listed, in the ``known_word`` table."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._rows = Rows(db, "known_word", KnownWord)
        self.remove = self._rows.remove

    def all(self) -> list[KnownWord]:
        """Every known word, in the order in which they came."""
        return self._rows.where(order_by="id")

    def put(self, body: str, kind: WordKind | None) -> None:
        """Keep what a word is, once for all its spellings in case; None forgets it."""
        with environment_errors(), self._db.transaction():
            same = [w for w in self.all() if w.body.casefold() == body.casefold()]
            for word in same:
                self._rows.remove(word.id or 0)
            if kind is not None:
                self._rows.add(KnownWord(body=body, kind=kind))
