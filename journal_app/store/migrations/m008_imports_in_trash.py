"""What was kept beside an imported entry waits with it in the trash, and goes when it goes."""

from journal_app.store.database import Database

_STATEMENTS = (
    "DROP TRIGGER entry_imported_delete",
    """CREATE TRIGGER entry_imported_delete AFTER DELETE ON entry
    WHEN NOT EXISTS (SELECT 1 FROM trash WHERE noun = 'entry' AND noun_id = old.id)
    BEGIN DELETE FROM imported WHERE noun = 'entry' AND noun_id = old.id; END""",
    """CREATE TRIGGER trash_imported_delete AFTER DELETE ON trash
    WHEN old.noun = 'entry' AND NOT EXISTS (SELECT 1 FROM entry WHERE id = old.noun_id)
    BEGIN DELETE FROM imported WHERE noun = 'entry' AND noun_id = old.noun_id; END""",
)


def m008_imports_in_trash(db: Database) -> None:
    """What was kept beside an imported entry waits with it in the trash, and goes when it goes."""
    for statement in _STATEMENTS:
        db.execute(statement)
