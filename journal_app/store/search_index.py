"""Search index: the triggers that keep it equal to the words of every table, and its repair."""

from journal_app.store.database import Database
from journal_app.store.integrity import search_is_whole

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


def create_search_triggers(db: Database) -> None:
    """(Re)make the triggers that keep the search index equal to the words of every table."""
    for table, code in _SEARCHED.items():
        fill = f"{_FILL} WHERE code = {code} AND noun_id = new.id;"
        clear = f"DELETE FROM words WHERE rowid = old.id * 16 + {code};"  # noqa: S608
        for event, body in (("insert", fill), ("update", clear + fill), ("delete", clear)):
            db.execute(f"DROP TRIGGER IF EXISTS {table}_words_{event}")
            db.execute(
                f"CREATE TRIGGER {table}_words_{event} AFTER {event.upper()} ON {table} "
                f"BEGIN {body} END"
            )


def rebuild_search(db: Database) -> None:
    """Fill the search index anew from the tables."""
    db.execute("DELETE FROM words")
    db.execute(_FILL)


def keep_search_whole(db: Database) -> None:
    """After a step: a table that was rebuilt has lost its triggers, and words may be missing."""
    create_search_triggers(db)
    if not search_is_whole(db):
        rebuild_search(db)
