"""The index of parts of words beside that of words."""

from journal_app.store.database import Database
from journal_app.store.search_index import create_parts


def m003_parts(db: Database) -> None:
    """Find halves of words, and writing that puts no blanks between them."""
    create_parts(db)
