"""The tables of the first version, the view over all words and its search index."""

from journal_app.store.database import Database
from journal_app.store.search_index import create_search_triggers

_TABLES = """
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    other_names TEXT NOT NULL DEFAULT '',
    strengths TEXT NOT NULL DEFAULT '', strengths_on TEXT,
    hopes TEXT NOT NULL DEFAULT '', hopes_on TEXT,
    energy TEXT NOT NULL DEFAULT '', energy_on TEXT,
    thanks TEXT NOT NULL DEFAULT '', thanks_on TEXT,
    joined_on TEXT,
    state TEXT NOT NULL DEFAULT 'active',
    position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE reflection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    week_start TEXT NOT NULL,
    mode TEXT NOT NULL,
    hat TEXT,
    arrive_word TEXT NOT NULL DEFAULT '',
    chips TEXT NOT NULL DEFAULT '',
    finished_on TEXT NOT NULL
) STRICT;
CREATE INDEX reflection_by_week ON reflection (week_start);

CREATE TABLE answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reflection_id INTEGER NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    prompt_id TEXT NOT NULL DEFAULT '',
    prompt_text TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL
) STRICT;
CREATE INDEX answer_by_reflection ON answer (reflection_id);

CREATE TABLE shown_prompt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    week_start TEXT NOT NULL,
    step TEXT NOT NULL,
    prompt_id TEXT NOT NULL,
    answered TEXT NOT NULL DEFAULT 'no'
) STRICT;

CREATE TABLE moment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    reflection_id INTEGER REFERENCES reflection (id) ON DELETE SET NULL,
    happened_on TEXT NOT NULL,
    situation TEXT NOT NULL DEFAULT '',
    behaviour TEXT NOT NULL,
    impact TEXT NOT NULL DEFAULT '',
    meaning TEXT NOT NULL DEFAULT '',
    growth TEXT
) STRICT;
CREATE INDEX moment_by_person ON moment (person_id, happened_on);
CREATE INDEX moment_by_reflection ON moment (reflection_id);

CREATE TABLE worry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    reflection_id INTEGER REFERENCES reflection (id) ON DELETE SET NULL,
    noted_on TEXT NOT NULL,
    ask_on TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX worry_by_person ON worry (person_id, noted_on);

CREATE TABLE celebration (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    moment_id INTEGER REFERENCES moment (id) ON DELETE SET NULL,
    reflection_id INTEGER REFERENCES reflection (id) ON DELETE SET NULL,
    happened_on TEXT NOT NULL,
    situation TEXT NOT NULL DEFAULT '',
    behaviour TEXT NOT NULL,
    impact TEXT NOT NULL DEFAULT '',
    growing_in TEXT NOT NULL DEFAULT '',
    joy TEXT NOT NULL DEFAULT '',
    delivery TEXT NOT NULL DEFAULT 'private',
    given_on TEXT,
    given_how TEXT NOT NULL DEFAULT '',
    landed TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX celebration_by_person ON celebration (person_id, happened_on);
CREATE INDEX celebration_by_day ON celebration (happened_on);

CREATE TABLE doubt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reflection_id INTEGER REFERENCES reflection (id) ON DELETE SET NULL,
    raised_on TEXT NOT NULL,
    body TEXT NOT NULL,
    skill_id TEXT,
    state TEXT NOT NULL DEFAULT 'open'
) STRICT;

CREATE TABLE intention (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reflection_id INTEGER REFERENCES reflection (id) ON DELETE SET NULL,
    person_id INTEGER REFERENCES person (id) ON DELETE RESTRICT,
    skill_id TEXT,
    week_start TEXT NOT NULL,
    cue TEXT NOT NULL DEFAULT '',
    act TEXT NOT NULL,
    good_looks_like TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    first_words TEXT NOT NULL DEFAULT '',
    aim TEXT,
    carried INTEGER NOT NULL DEFAULT 0,
    carried_from INTEGER REFERENCES intention (id) ON DELETE SET NULL,
    ending TEXT,
    ending_note TEXT NOT NULL DEFAULT '',
    ended_on TEXT
) STRICT;
CREATE INDEX intention_by_week ON intention (week_start);
CREATE INDEX intention_by_person ON intention (person_id);

CREATE TABLE promise (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    intention_id INTEGER REFERENCES intention (id) ON DELETE SET NULL,
    reflection_id INTEGER REFERENCES reflection (id) ON DELETE SET NULL,
    made_on TEXT NOT NULL,
    body TEXT NOT NULL,
    due_on TEXT,
    state TEXT NOT NULL DEFAULT 'open',
    closed_on TEXT,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX promise_by_person ON promise (person_id);

CREATE TABLE experiment_try (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reflection_id INTEGER REFERENCES reflection (id) ON DELETE SET NULL,
    skill_id TEXT NOT NULL,
    experiment TEXT NOT NULL,
    tried_on TEXT NOT NULL,
    taught TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE seed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER REFERENCES person (id) ON DELETE RESTRICT,
    caught_on TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting'
) STRICT;

CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER REFERENCES person (id) ON DELETE RESTRICT,
    happened_on TEXT NOT NULL,
    zone TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT 'note',
    title TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    private TEXT NOT NULL DEFAULT 'no'
) STRICT;
CREATE INDEX entry_by_day ON entry (happened_on, id);
CREATE INDEX entry_by_person ON entry (person_id, happened_on);

CREATE TABLE entry_tag (
    entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (entry_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_tag_by_tag ON entry_tag (tag);

CREATE TABLE draft (
    key TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE revision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    noun TEXT NOT NULL,
    noun_id INTEGER NOT NULL,
    record TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX revision_by_noun ON revision (noun, noun_id, id);

CREATE TABLE share_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    shared_on TEXT NOT NULL,
    audience TEXT NOT NULL,
    names TEXT NOT NULL,
    format TEXT NOT NULL,
    parts TEXT NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;
"""

# Everything with a date and words, as one list. ``code`` tells the table and ``noun_id`` the row,
# so a look-up of one item reads one row; both make the row id of the search index. Private rows
# are those no export takes unasked.
_ITEM_VIEW = """
CREATE VIEW item AS
SELECT 0 AS code, id AS noun_id, CAST(id AS TEXT) AS ref, kind, happened_on, title, body,
       person_id, CASE WHEN private = 'yes' OR kind IN ('doubt', 'worry') THEN 'yes' ELSE 'no' END
       AS private FROM entry
UNION ALL
SELECT 1, id, 'moment:' || id, 'moment', happened_on, '',
       trim(situation || char(10) || behaviour || char(10) || impact || char(10) || meaning,
            char(10)), person_id, 'no' FROM moment
UNION ALL
SELECT 2, id, 'celebration:' || id, 'celebration', happened_on, '',
       trim(situation || char(10) || behaviour || char(10) || impact || char(10) || growing_in,
            char(10)), person_id, 'no' FROM celebration
UNION ALL
SELECT 3, id, 'doubt:' || id, 'doubt', raised_on, '', body, NULL, 'yes' FROM doubt
UNION ALL
SELECT 4, id, 'worry:' || id, 'worry', noted_on, '', body, person_id, 'yes' FROM worry
UNION ALL
SELECT 5, id, 'plan:' || id, 'plan', week_start, '',
       trim(cue || char(10) || act || char(10) || good_looks_like || char(10) || obstacle
            || char(10) || first_words || char(10) || ending_note, char(10)), person_id, 'no'
  FROM intention
UNION ALL
SELECT 6, id, 'promise:' || id, 'promise', made_on, '',
       trim(body || char(10) || note, char(10)), person_id, 'no' FROM promise
UNION ALL
SELECT 7, id, 'seed:' || id, 'seed', caught_on, '', body, person_id, 'no' FROM seed
UNION ALL
SELECT 8, answer.id, 'answer:' || answer.id, 'answer', reflection.week_start, prompt_text,
       body, NULL, 'no' FROM answer JOIN reflection ON reflection.id = answer.reflection_id
"""

_SEARCH = """
CREATE VIRTUAL TABLE words USING fts5 (
    title, body, private UNINDEXED, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
"""


def m001_first_journal(db: Database) -> None:
    """The tables of the first version, the view over all words and its search index."""
    for statement in f"{_TABLES}{_ITEM_VIEW};{_SEARCH}".split(";"):
        if statement.strip():
            db.execute(statement)
    create_search_triggers(db)
