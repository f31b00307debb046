"""The schema: made whole or not at all, and without a number about anybody."""

import re

import pytest

from journal_app.domain.errors import NewerJournal, Refused
from journal_app.domain.query import Search, read_query
from journal_app.store.database import Database
from journal_app.store.migrations import STEPS
from journal_app.store.migrations_runner import applied, migrate
from journal_app.store.search_index import rebuild_search
from journal_app.store.searching import SearchRepository


def test_a_new_journal_takes_every_step_once():
    db = Database.in_memory()

    assert migrate(db, STEPS) == [name for name, _ in STEPS]
    assert migrate(db, STEPS) == []
    db.close()


def test_a_step_that_breaks_leaves_nothing_of_itself(db):
    def broken(db):
        db.execute("CREATE TABLE half (x TEXT)")
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        migrate(db, [*STEPS, ("m002_broken", broken)])

    assert db.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'") == []
    assert applied(db) == [name for name, _ in STEPS]


def test_a_step_nobody_knows_is_refused(db):
    db.execute("INSERT INTO migration (name) VALUES ('m999')")

    with pytest.raises(NewerJournal):
        migrate(db, STEPS)


def test_no_column_measures_a_person(db):
    columns = db.execute("SELECT name, type FROM pragma_table_info('person')")
    numbers = {name for name, kind in columns if kind != "TEXT"}

    # The key, and the order the leader set by hand.
    assert numbers == {"id", "position"}


def test_every_table_is_strict(db):
    tables = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    loose = [
        name
        for name, sql in tables
        if not name.startswith(("sqlite_", "words")) and not re.search(r"STRICT", sql)
    ]
    assert loose == []


def put_and_refuse(db, key):
    with db.transaction():
        db.execute("INSERT INTO setting VALUES (?, '')", [key])
        raise Refused("changed my mind")


def test_a_broken_transaction_leaves_nothing(db):
    with pytest.raises(Refused):
        put_and_refuse(db, "a")

    assert db.execute("SELECT * FROM setting") == []


def test_an_inner_transaction_can_break_alone(db):
    with db.transaction():
        db.execute("INSERT INTO setting VALUES ('kept', '')")
        with pytest.raises(Refused):
            put_and_refuse(db, "dropped")

    assert db.execute("SELECT key FROM setting") == [("kept",)]


def test_the_search_index_can_be_filled_anew(db):
    db.execute("INSERT INTO doubt (raised_on, body) VALUES ('2026-11-20', 'budgets')")
    db.execute("DELETE FROM words")
    rebuild_search(db)

    search = Search(query=read_query("budgets"), private=True)
    assert len(SearchRepository(db).words(search)) == 1
    halves = Search(query=read_query("udget"), private=True)
    assert len(SearchRepository(db).parts(halves)) == 1
