"""Erasing: rows that go without a trace, and the file made to forget them."""

import json
from typing import Any

from journal_app.store.database import Database, environment_errors
from journal_app.store.search_index import rebuild_search

_ABOUT_A_PERSON = ("worry", "celebration", "moment", "promise", "intention", "seed")
_PENDING = "erasing"


class Eraser:
    """Deletes for good. Inside one transaction, ``begin`` first; afterwards ``finish``.

    Killed in between, ``pending`` says at the next start that there is something to finish.
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    @property
    def pending(self) -> bool:
        """True when an erasure was begun and its traces may still lie in free pages."""
        with environment_errors():
            return bool(self._db.execute("SELECT 1 FROM setting WHERE key = ?", [_PENDING]))

    def begin(self) -> None:
        """Note that something is being erased."""
        self._db.execute(
            "INSERT OR REPLACE INTO setting (key, value) VALUES (?, 'yes')", [_PENDING]
        )

    def forget_person(self, person_id: int) -> None:
        """Delete a person and every row about them."""
        with environment_errors():
            self._forget_in_drafts(person_id)
            entries = self._db.execute("SELECT id FROM entry WHERE person_id = ?", [person_id])
            for (entry_id,) in entries:
                self.forget_entry(entry_id)
            for table in _ABOUT_A_PERSON:
                self._db.execute(f"DELETE FROM {table} WHERE person_id = ?", [person_id])  # noqa: S608
            self._db.execute("DELETE FROM draft WHERE key = ?", [f"moment:{person_id}"])
            self._forget_former_versions(person_id)
            self._db.execute("DELETE FROM person WHERE id = ?", [person_id])

    def forget_worries(self, person_id: int) -> None:
        """Delete the worries about a person."""
        with environment_errors():
            self._db.execute("DELETE FROM worry WHERE person_id = ?", [person_id])

    def blur_days(self, person_id: int) -> None:
        """Leave only the month of what happened with a person."""
        with environment_errors():
            for table, column in (
                ("moment", "happened_on"),
                ("celebration", "happened_on"),
                ("celebration", "given_on"),
                ("promise", "made_on"),
                ("promise", "due_on"),
                ("promise", "closed_on"),
                ("entry", "happened_on"),
                ("seed", "caught_on"),
            ):
                self._db.execute(
                    f"UPDATE {table} SET {column} = substr({column}, 1, 8) || '01'"  # noqa: S608
                    f" WHERE person_id = ? AND {column} IS NOT NULL",
                    [person_id],
                )

    def forget_entry(self, entry_id: int) -> None:
        """Delete an entry, its tags and all it said before."""
        with environment_errors():
            self.forget_versions(entry_id)
            self._db.execute("DELETE FROM draft WHERE key = ?", [f"entry:{entry_id}"])
            self._db.execute("DELETE FROM entry WHERE id = ?", [entry_id])

    def forget_trashed(self, trashed_id: int) -> None:
        """Delete what lies in the trash, and all it said before."""
        with environment_errors():
            for (entry_id,) in self._db.execute(
                "SELECT noun_id FROM trash WHERE id = ?", [trashed_id]
            ):
                self.forget_versions(entry_id)
            self._db.execute("DELETE FROM trash WHERE id = ?", [trashed_id])

    def forget_versions(self, entry_id: int) -> None:
        """Delete what an entry said before."""
        with environment_errors():
            self._db.execute(
                "DELETE FROM revision WHERE noun = 'entry' AND noun_id = ?", [entry_id]
            )

    def rebuild_search(self) -> None:
        """Make the search index anew, so that it holds no word that is gone."""
        with environment_errors():
            rebuild_search(self._db)
            self._db.execute("INSERT INTO words (words) VALUES ('rebuild')")
            self._db.execute("INSERT INTO words (words) VALUES ('optimize')")
            self._db.execute("INSERT INTO words_parts (words_parts) VALUES ('rebuild')")
            self._db.execute("INSERT INTO words_parts (words_parts) VALUES ('optimize')")

    def finish(self) -> None:
        """Rewrite the file without free pages; afterwards nothing of what went is in it."""
        self._db.compact()

    def done(self) -> None:
        """Note that nothing is left to finish."""
        with environment_errors():
            self._db.execute("DELETE FROM setting WHERE key = ?", [_PENDING])

    def _forget_in_drafts(self, person_id: int) -> None:
        """Before their rows go: what a draft says about a person, and of their plans and seeds."""
        gone = {
            table: {
                row_id
                for (row_id,) in self._db.execute(
                    f"SELECT id FROM {table} WHERE person_id = ?",  # noqa: S608
                    [person_id],
                )
            }
            for table in ("intention", "promise", "seed")
        }
        for key, record in self._db.execute("SELECT key, record FROM draft"):
            draft = json.loads(record)
            if _is_about(draft, person_id):
                self._db.execute("DELETE FROM draft WHERE key = ?", [key])
                continue
            kept = _without(draft, person_id)
            _forget_rows(kept, person_id, gone)
            if kept != draft:
                self._db.execute(
                    "UPDATE draft SET record = ? WHERE key = ?",
                    [json.dumps(kept, ensure_ascii=False), key],
                )

    def _forget_former_versions(self, person_id: int) -> None:
        for table in ("revision", "trash"):
            for row_id, record in self._db.execute(f"SELECT id, record FROM {table}"):  # noqa: S608
                if json.loads(record).get("person_id") == person_id:
                    self._db.execute(f"DELETE FROM {table} WHERE id = ?", [row_id])  # noqa: S608


def _without(value: Any, person_id: int) -> Any:
    """A record with the parts about a person emptied; their places stay, others count by them."""
    if isinstance(value, dict):
        return {
            key: {} if _is_about(inside, person_id) else _without(inside, person_id)
            for key, inside in value.items()
        }
    if isinstance(value, list):
        return [{} if _is_about(part, person_id) else _without(part, person_id) for part in value]
    return value


def _is_about(part: Any, person_id: int) -> bool:
    return isinstance(part, dict) and part.get("person_id") == person_id


def _forget_rows(draft: dict[str, Any], person_id: int, gone: dict[str, set[int]]) -> None:
    """Take out of a draft of the guide what names rows that go."""
    for field, key, table in (
        ("plan_endings", "intention_id", "intention"),
        ("promise_endings", "promise_id", "promise"),
    ):
        if field in draft:
            draft[field] = [part for part in draft[field] if part.get(key) not in gone[table]]
    for field, ids in (
        ("used_seeds", gone["seed"]),
        ("dropped_seeds", gone["seed"]),
        ("named", {person_id}),
    ):
        if field in draft:
            draft[field] = [row_id for row_id in draft[field] if row_id not in ids]
