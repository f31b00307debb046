"""Checking: whether the journal's file, its links and its search are whole."""

from journal_app.domain.errors import DamagedJournal
from journal_app.store.database import Database
from journal_app.store.integrity import broken_links, damaged_pages, search_is_whole


class CheckingService:
    """Looks at the open journal and changes nothing in it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def check(self) -> None:
        """Raise ``DamagedJournal`` when something is not as it was written."""
        if damaged_pages(self._db):
            raise DamagedJournal(
                "Part of the journal file is damaged.",
                safe="Nothing was changed.",
                next_step="Restore a backup.",
            )
        if broken_links(self._db):
            raise DamagedJournal(
                "Something in the journal names what is not there.",
                safe="Nothing was changed.",
                next_step="Restore a backup.",
            )
        if not search_is_whole(self._db):
            raise DamagedJournal(
                "The search index does not hold every word.",
                safe="Your writing is whole.",
            )
