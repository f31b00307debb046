"""Migrations runner: takes a journal's schema from where it is to where this version wants it."""

from collections.abc import Callable, Sequence

from journal_app.domain.errors import NewerJournal
from journal_app.store.database import Database, environment_errors
from journal_app.store.search_index import keep_search_whole

Step = tuple[str, Callable[[Database], None]]


def applied(db: Database) -> list[str]:
    """The names of the steps this journal has taken, in order."""
    with environment_errors():
        known = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'migration'")
        if not known:
            return []
        return [name for (name,) in db.execute("SELECT name FROM migration ORDER BY place")]


def refuse_newer(db: Database, steps: Sequence[Step]) -> None:
    """Refuse a journal that took steps this version does not know, before a byte is written."""
    with environment_errors():
        ((version,),) = db.execute("PRAGMA user_version")
    unknown = set(applied(db)) - {name for name, _ in steps}
    if unknown or version > len(steps):
        raise NewerJournal(
            "This journal was written by a newer version of Tend.",
            safe="Nothing in it was changed.",
            next_step="Install the newer version to open it.",
        )


def migrate(
    db: Database, steps: Sequence[Step], *, keep: Callable[[Database], None] | None = None
) -> list[str]:
    """Take every step not yet taken, each in one transaction; return their names.

    ``keep`` makes a backup of a journal that has already taken some, before it takes the next.
    """
    refuse_newer(db, steps)
    if db.read_only:
        return []
    done = set(applied(db))
    due = [(name, step) for name, step in steps if name not in done]
    if due and done and keep is not None:
        keep(db)
    for name, step in due:
        with environment_errors(), db.transaction():
            db.execute(
                "CREATE TABLE IF NOT EXISTS migration"
                " (place INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE) STRICT"
            )
            step(db)
            keep_search_whole(db)
            db.execute("INSERT INTO migration (name) VALUES (?)", [name])
            number = [known for known, _ in steps].index(name) + 1
            db.execute(f"PRAGMA user_version = {number:d}")
    return [name for name, _ in due]
