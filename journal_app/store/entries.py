"""Entries and their tags; a changed entry leaves its former words as a revision."""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta

from journal_app.domain.entry import Entry
from journal_app.store.database import Database, environment_errors
from journal_app.store.rows import Rows

REVISION_EVERY = timedelta(minutes=5)
ALL_KEPT_FOR = timedelta(days=1)
ONE_A_DAY_FOR = timedelta(days=30)


class EntryRepository:
    """Free writing in the ``entry`` table.

    Of what an entry said before, every revision of the last day is kept, then the fullest of each
    day for thirty days. The newest is kept for ever.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._rows = Rows(db, "entry", Entry, not_stored=("tags",))

    def add(self, entry: Entry) -> Entry:
        """Insert with its tags and return the entry with its id."""
        with environment_errors(), self._db.transaction():
            added = self._rows.add(entry)
            self._tag(added.id or 0, entry.tags)
        return replace(added, tags=entry.tags)

    def save(self, entry: Entry) -> Entry:
        """Write a changed entry, keeping what it said before as a revision."""
        with environment_errors(), self._db.transaction():
            before = self.get(entry.id or 0)
            # A star is no change of words.
            changed = replace(before, starred=entry.starred) != entry
            if changed and self._is_worth_a_revision(before, entry):
                self._db.table("revision").insert(
                    {
                        "noun": "entry",
                        "noun_id": entry.id,
                        "record": json.dumps(asdict(before), default=str, ensure_ascii=False),
                        "saved_at": datetime.now(UTC).isoformat(timespec="seconds"),
                    }
                )
                self._thin(entry.id or 0)
            self._rows.save(entry)
            self._db.execute("DELETE FROM entry_tag WHERE entry_id = ?", [entry.id])
            self._tag(entry.id or 0, entry.tags)
        return entry

    def get(self, entry_id: int) -> Entry:
        """The entry with this id and its tags; ``Refused`` when there is none."""
        return replace(self._rows.get(entry_id), tags=self._tags(entry_id))

    def former_bodies(self, entry_id: int) -> list[str]:
        """What the entry said before each change, newest first."""
        with environment_errors():
            rows = self._db.execute(
                "SELECT record FROM revision WHERE noun = 'entry' AND noun_id = ? ORDER BY id DESC",
                [entry_id],
            )
        return [json.loads(record)["body"] for (record,) in rows]

    def versions(self, entry_id: int) -> list[tuple[int, str, str]]:
        """What is kept of former versions, newest first: number, record and when it changed."""
        with environment_errors():
            return self._db.execute(
                "SELECT id, record, saved_at FROM revision"
                " WHERE noun = 'entry' AND noun_id = ? ORDER BY id DESC",
                [entry_id],
            )

    def set_starred(self, entry_id: int, *, on: bool) -> None:
        """A star is no change of words: it leaves no version."""
        with environment_errors():
            self._db.execute(
                "UPDATE entry SET starred = ? WHERE id = ?", ["yes" if on else "no", entry_id]
            )

    def tags(self) -> list[str]:
        """Every tag there is, those used lately first."""
        with environment_errors():
            rows = self._db.execute(
                "SELECT tag FROM entry_tag GROUP BY tag ORDER BY max(entry_id) DESC, tag"
            )
        return [tag for (tag,) in rows]

    def _is_worth_a_revision(self, before: Entry, after: Entry) -> bool:
        """At most one in five minutes of typing, but always before much of the text goes."""
        if len(after.body) < len(before.body) * 0.7:
            return True
        rows = self._db.execute(
            "SELECT saved_at FROM revision WHERE noun = 'entry' AND noun_id = ?"
            " ORDER BY id DESC LIMIT 1",
            [before.id],
        )
        if not rows:
            return True
        since = datetime.now(UTC) - datetime.fromisoformat(rows[0][0])
        # A clock that was put back tells nothing about how long ago that was.
        return not timedelta(0) <= since < REVISION_EVERY

    def _thin(self, entry_id: int) -> None:
        """Let go of the revisions that nobody will look for, so that years of typing stay small."""
        now = datetime.now(UTC)
        # The fullest of a day, not its last: what was deleted that day is what one comes back for.
        rows = self._db.execute(
            "SELECT id, saved_at FROM revision WHERE noun = 'entry' AND noun_id = ?"
            " ORDER BY length(record) DESC, id DESC",
            [entry_id],
        )
        newest = max(revision_id for revision_id, _ in rows)
        days: set[date] = set()
        for revision_id, saved_at in rows:
            saved = datetime.fromisoformat(saved_at)
            recent = now - saved < ALL_KEPT_FOR
            first_of_day = now - saved < ONE_A_DAY_FOR and saved.date() not in days
            days.add(saved.date())
            if not (recent or first_of_day or revision_id == newest):
                self._db.execute("DELETE FROM revision WHERE id = ?", [revision_id])

    def _tags(self, entry_id: int) -> tuple[str, ...]:
        with environment_errors():
            rows = self._db.execute(
                "SELECT tag FROM entry_tag WHERE entry_id = ? ORDER BY tag", [entry_id]
            )
        return tuple(tag for (tag,) in rows)

    def _tag(self, entry_id: int, tags: Iterable[str]) -> None:
        rows = [{"entry_id": entry_id, "tag": tag} for tag in sorted(set(tags)) if tag.strip()]
        if rows:
            self._db.table("entry_tag").insert_all(rows)
