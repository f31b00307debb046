"""Search index: the triggers that keep it equal to the words of every table, and its repair."""

from journal_app.store.database import Database
from journal_app.store.integrity import has_parts, search_is_whole

# table -> its code in the view
_SEARCHED = {
    "entry": 0,
    "moment": 1,
    "celebration": 2,
    "doubt": 3,
    "worry": 4,
    "intention": 5,
    "promise": 6,
    "seed": 7,
    "answer": 8,
}


_FILL = (
    "INSERT INTO words (rowid, title, body, private)"
    " SELECT noun_id * 16 + code, title, body, private FROM item"
)
# The index of parts of words keeps no text of its own: it reads what ``words`` keeps.
_FILL_PARTS = "INSERT INTO words_parts (rowid, c0, c1) SELECT id, c0, c1 FROM words_content"
_CLEAR_PARTS = (
    "INSERT INTO words_parts (words_parts, rowid, c0, c1)"
    " SELECT 'delete', id, c0, c1 FROM words_content"
)


def create_search_triggers(db: Database) -> None:
    """(Re)make the triggers that keep the search index equal to the words of every table."""
    parts = has_parts(db)
    for table, code in _SEARCHED.items():
        fill = f"{_FILL} WHERE code = {code} AND noun_id = new.id;"
        clear = f"DELETE FROM words WHERE rowid = old.id * 16 + {code};"  # noqa: S608
        if parts:
            fill += f"{_FILL_PARTS} WHERE id = new.id * 16 + {code};"
            clear = f"{_CLEAR_PARTS} WHERE id = old.id * 16 + {code};{clear}"
        for event, body in (("insert", fill), ("update", clear + fill), ("delete", clear)):
            db.execute(f"DROP TRIGGER IF EXISTS {table}_words_{event}")
            db.execute(
                f"CREATE TRIGGER {table}_words_{event} AFTER {event.upper()} ON {table} "
                f"BEGIN {body} END"
            )


def create_parts(db: Database) -> None:
    """Make the index of parts of words, for writing without blanks and for halves of words.

    Without places (``detail=none``) it is a fifth of what it would be; hits are proved by reading.
    """
    db.execute(
        "CREATE VIRTUAL TABLE words_parts USING fts5 (c0, c1, content = 'words_content',"
        " content_rowid = 'id', detail = none, tokenize = 'trigram remove_diacritics 1')"
    )
    db.execute("INSERT INTO words_parts (words_parts, rank) VALUES ('secure-delete', 1)")
    db.execute("INSERT INTO words_parts (words_parts) VALUES ('rebuild')")


def rebuild_search(db: Database) -> None:
    """Fill the search index anew from the tables."""
    db.execute("DELETE FROM words")
    db.execute(_FILL)
    if has_parts(db):
        db.execute("INSERT INTO words_parts (words_parts) VALUES ('rebuild')")


def keep_search_whole(db: Database) -> None:
    """After a step: a table that was rebuilt has lost its triggers, and words may be missing."""
    create_search_triggers(db)
    if not search_is_whole(db):
        rebuild_search(db)
