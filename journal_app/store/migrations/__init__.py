"""Migrations: every step the journal's schema has taken, in order. A released step never changes.

There is on purpose no numeric column about a person besides keys and the manual order of the list:
this journal does not measure people.
"""

from collections.abc import Callable

from journal_app.store.database import Database
from journal_app.store.migrations.m001_first_journal import m001_first_journal
from journal_app.store.migrations.m002_placings import m002_placings
from journal_app.store.migrations.m003_parts import m003_parts
from journal_app.store.migrations.m004_shares import m004_shares
from journal_app.store.migrations.m005_imports import m005_imports
from journal_app.store.migrations.m006_entry_care import m006_entry_care
from journal_app.store.migrations.m007_spelling import m007_spelling
from journal_app.store.migrations.m008_imports_in_trash import m008_imports_in_trash
from journal_app.store.migrations.m009_entry_kinds import m009_entry_kinds

Step = tuple[str, Callable[[Database], None]]

STEPS: tuple[Step, ...] = (
    ("m001_first_journal", m001_first_journal),
    ("m002_placings", m002_placings),
    ("m003_parts", m003_parts),
    ("m004_shares", m004_shares),
    ("m005_imports", m005_imports),
    ("m006_entry_care", m006_entry_care),
    ("m007_spelling", m007_spelling),
    ("m008_imports_in_trash", m008_imports_in_trash),
    ("m009_entry_kinds", m009_entry_kinds),
)
