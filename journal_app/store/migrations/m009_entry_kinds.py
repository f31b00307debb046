"""Entries of one kind about one person, found without reading all that was ever written."""

from journal_app.store.database import Database


def m009_entry_kinds(db: Database) -> None:
    """The index by kind: ten years of days are not read to know when someone was last seen."""
    db.execute("CREATE INDEX entry_by_kind ON entry (kind, person_id, happened_on)")
