"""Words of one's own that no dictionary has, and the language an entry is written in."""

from journal_app.store.database import Database

_STATEMENTS = """
CREATE TABLE own_word (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    word TEXT NOT NULL
) STRICT;

CREATE TABLE entry_language (
    entry_id INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
    language TEXT NOT NULL
) STRICT;
"""


def m007_spelling(db: Database) -> None:
    """Words of one's own, and the language of an entry."""
    for statement in _STATEMENTS.split(";"):
        if statement.strip():
            db.execute(statement)
