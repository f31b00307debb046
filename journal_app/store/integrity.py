"""Integrity: what SQLite, SQLCipher and FTS5 each say of the journal file."""

import sqlcipher3.dbapi2 as sqlcipher

from journal_app.store.database import Database, environment_errors


def damaged_pages(db: Database) -> bool:
    """True when a page's seal is broken or the pages do not fit together."""
    with environment_errors():
        sealed = not db.execute("PRAGMA cipher_integrity_check")
        if not sealed and not db.read_only:
            # It reads the file without its log: a page that a power cut tore is whole in there.
            db.execute("PRAGMA wal_checkpoint(FULL)")
            sealed = not db.execute("PRAGMA cipher_integrity_check")
        return not sealed or db.execute("PRAGMA integrity_check(1)") != [("ok",)]


def broken_links(db: Database) -> bool:
    """True when a row names another that is not there."""
    with environment_errors():
        return bool(db.execute("PRAGMA foreign_key_check"))


def has_parts(db: Database) -> bool:
    """True once the index of parts of words was made; the first journals had none."""
    return bool(db.execute("SELECT 1 FROM sqlite_master WHERE name = 'words_parts'"))


def search_is_whole(db: Database) -> bool:
    """True when the search index is sound and holds exactly the words of every item."""
    with environment_errors():
        items = db.execute("SELECT noun_id * 16 + code FROM item ORDER BY 1")
        if items != db.execute("SELECT rowid FROM words ORDER BY 1"):
            return False
        changed = db.execute(
            "SELECT 1 FROM item JOIN words ON words.rowid = item.noun_id * 16 + item.code"
            " WHERE words.title <> item.title OR words.body <> item.body LIMIT 1"
        )
        if changed:
            return False
    try:
        # FTS5 answers by raising; on a journal that can only be read it cannot be asked.
        if not db.read_only:
            db.execute("INSERT INTO words (words) VALUES ('integrity-check')")
            if has_parts(db):
                # With the 1 it reads every text and compares.
                db.execute(
                    "INSERT INTO words_parts (words_parts, rank) VALUES ('integrity-check', 1)"
                )
    except sqlcipher.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "").startswith("SQLITE_CORRUPT"):
            return False
        with environment_errors():
            raise
    return True
