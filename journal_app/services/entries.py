"""Entries and seeds: free writing, and the lines caught during a week."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from journal_app.domain.entry import Entry
from journal_app.domain.item import Item
from journal_app.domain.seed import Seed, SeedState
from journal_app.services.changes import Notify, Topic
from journal_app.store.database import Database
from journal_app.store.entries import EntryRepository
from journal_app.store.items import ItemRepository
from journal_app.store.seeds import SeedRepository


class EntryService:
    """Writes, changes, lists and finds what is in the journal."""

    def __init__(
        self, db: Database, entries: EntryRepository, items: ItemRepository, notify: Notify
    ) -> None:
        self._db = db
        self._entries = entries
        self._items = items
        self._notify = notify

    def write(self, entry: Entry) -> Entry:
        """Keep an entry; durable when this returns."""
        kept = self._entries.add(entry)
        self._notify(Topic.ENTRIES)
        return kept

    def write_all(self, entries: Iterable[Entry]) -> list[Entry]:
        """Keep several entries, all or none."""
        with self._db.transaction():
            kept = [self._entries.add(entry) for entry in entries]
        self._notify(Topic.ENTRIES)
        return kept

    def change(self, entry: Entry) -> Entry:
        """Write a changed entry; what it said before stays in its history."""
        kept = self._entries.save(entry)
        self._notify(Topic.ENTRIES)
        return kept

    def entry(self, entry_id: int) -> Entry:
        """One free entry."""
        return self._entries.get(entry_id)

    def former_bodies(self, entry_id: int) -> Sequence[str]:
        """What an entry said before each change, newest first."""
        return self._entries.former_bodies(entry_id)

    def tags(self) -> list[str]:
        """Every tag there is, those used lately first."""
        return self._entries.tags()

    def item(self, ref: str) -> Item:
        """Anything in the journal by its ref."""
        return self._items.get(ref)

    def items(
        self,
        first: date | None = None,
        last: date | None = None,
        *,
        person_id: int | None = None,
        kind: str | None = None,
        tag: str | None = None,
    ) -> list[Item]:
        """Everything with a date and words, newest first."""
        return self._items.between(first, last, person_id=person_id, kind=kind, tag=tag)


class SeedService:
    """Catches one line now, to be used or let go in the next reflection."""

    def __init__(self, seeds: SeedRepository, notify: Notify) -> None:
        self._seeds = seeds
        self._notify = notify

    def catch(self, body: str, *, on: date, person_id: int | None = None) -> Seed:
        """Keep one line."""
        kept = self._seeds.add(Seed(caught_on=on, body=body.strip(), person_id=person_id))
        self._notify(Topic.SEEDS)
        return kept

    def waiting(self) -> list[Seed]:
        """The lines that wait to be used."""
        return self._seeds.waiting()

    def settle(self, seed_id: int, state: SeedState) -> Seed:
        """Say what became of a seed; WAITING puts it back."""
        seed = self._seeds.save(replace(self._seeds.get(seed_id), state=state))
        self._notify(Topic.SEEDS)
        return seed
