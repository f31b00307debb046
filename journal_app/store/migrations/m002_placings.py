"""Placings, measures and focus times, what a doubt came to, and whom not to ask about for now."""

from journal_app.store.database import Database

_STATEMENTS = """
CREATE TABLE placing (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reflection_id INTEGER REFERENCES reflection (id) ON DELETE SET NULL,
    skill_id TEXT NOT NULL,
    placed_on TEXT NOT NULL,
    level INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    outside TEXT NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX placing_by_skill ON placing (skill_id, placed_on);

CREATE TABLE measure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body TEXT NOT NULL,
    aim TEXT NOT NULL,
    added_on TEXT NOT NULL
) STRICT;

CREATE TABLE focus (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    skill_id TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT
) STRICT;

CREATE TABLE quiet_person (
    person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    until TEXT NOT NULL
) STRICT;

ALTER TABLE doubt ADD COLUMN came_back TEXT NOT NULL DEFAULT '';
ALTER TABLE doubt ADD COLUMN way TEXT NOT NULL DEFAULT '';
ALTER TABLE intention ADD COLUMN doubt_id INTEGER REFERENCES doubt (id) ON DELETE SET NULL;
ALTER TABLE reflection ADD COLUMN pages TEXT NOT NULL DEFAULT '';

INSERT INTO focus (skill_id, since)
SELECT skill.value, since.value FROM setting AS skill JOIN setting AS since
 WHERE skill.key = 'focus_skill' AND since.key = 'focus_since' AND skill.value <> '';
"""


def m002_placings(db: Database) -> None:
    """Placings, measures and focus times, and what a doubt came to."""
    for statement in _STATEMENTS.split(";"):
        if statement.strip():
            db.execute(statement)
