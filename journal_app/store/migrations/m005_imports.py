"""Imports: what came from another journal, by what key, and every field that has no place here."""

from journal_app.store.database import Database

_STATEMENTS = (
    """CREATE TABLE import (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        form TEXT NOT NULL,
        imported_on TEXT NOT NULL
    ) STRICT""",
    # ``key`` is a hash: it tells an entry from all others and says nothing of it.
    """CREATE TABLE imported (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
        noun TEXT NOT NULL,
        noun_id INTEGER NOT NULL,
        key TEXT NOT NULL UNIQUE,
        record TEXT NOT NULL DEFAULT '{}'
    ) STRICT""",
    "CREATE UNIQUE INDEX imported_by_noun ON imported (noun, noun_id)",
    "CREATE INDEX imported_by_import ON imported (import_id)",
    # What was kept beside an entry may hold its words: it goes when the entry goes.
    """CREATE TRIGGER entry_imported_delete AFTER DELETE ON entry
    BEGIN DELETE FROM imported WHERE noun = 'entry' AND noun_id = old.id; END""",
)


def m005_imports(db: Database) -> None:
    """What came from another journal, by what key, and every field that has no place here."""
    for statement in _STATEMENTS:
        db.execute(statement)
