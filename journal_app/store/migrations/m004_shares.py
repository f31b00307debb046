"""What is known of a pack that left, and the words the leader was asked about."""

from journal_app.store.database import Database

_STATEMENTS = """
ALTER TABLE share_log ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE share_log ADD COLUMN people TEXT NOT NULL DEFAULT '';
ALTER TABLE share_log ADD COLUMN code TEXT NOT NULL DEFAULT '';
ALTER TABLE share_log ADD COLUMN locked TEXT NOT NULL DEFAULT 'no';
ALTER TABLE share_log ADD COLUMN ask_on TEXT;
ALTER TABLE share_log ADD COLUMN gone_on TEXT;
ALTER TABLE share_log ADD COLUMN heard_on TEXT;

CREATE TABLE known_word (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body TEXT NOT NULL,
    kind TEXT NOT NULL
) STRICT;
"""


def m004_shares(db: Database) -> None:
    """Places, people and days of the packs that left, and the known words."""
    for statement in _STATEMENTS.split(";"):
        if statement.strip():
            db.execute(statement)
