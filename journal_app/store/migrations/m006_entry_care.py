"""Stars, a trash that keeps for a while, and templates of one's own."""

from journal_app.store.database import Database

_STATEMENTS = """
ALTER TABLE entry ADD COLUMN starred TEXT NOT NULL DEFAULT 'no';

CREATE TABLE trash (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    noun TEXT NOT NULL,
    noun_id INTEGER NOT NULL,
    record TEXT NOT NULL,
    trashed_on TEXT NOT NULL
) STRICT;

CREATE TABLE template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX entry_starred ON entry (happened_on, id) WHERE starred = 'yes';
CREATE INDEX moment_by_day ON moment (happened_on, id);
CREATE INDEX promise_by_day ON promise (made_on, id);
"""


def m006_entry_care(db: Database) -> None:
    """Stars on entries, the trash, own templates, and what lists by day need."""
    for statement in _STATEMENTS.split(";"):
        if statement.strip():
            db.execute(statement)
