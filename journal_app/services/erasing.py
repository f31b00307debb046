"""Erasing: a person, an entry or everything, gone from this journal and its own backups."""

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from journal_app.domain.errors import CannotWrite, Refused
from journal_app.domain.item import Item
from journal_app.domain.mention import Choice, Mention, Text, mentions_in, settled
from journal_app.domain.person import Card, Person, PersonState
from journal_app.domain.share import NameStyle
from journal_app.exchange.aliases import AliasBook
from journal_app.services.changes import Notify, Topic
from journal_app.services.naming import named_people
from journal_app.store.database import Database
from journal_app.store.erasing import Eraser
from journal_app.store.nouns import Nouns

SOMEONE = "someone"
FORMER = "a former colleague"
# What of a draft is words; the rest says which design, which day, which kind.
_WRITTEN = frozenset(
    {
        *("situation", "behaviour", "impact", "meaning", "growing_in", "joy", "say_when"),
        *("body", "text", "cue", "act", "good_looks_like", "obstacle", "first_words"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Everything the journal holds about one person."""

    person: Person
    items: list[Item] = field(repr=False)
    mentions: list[Mention] = field(repr=False)
    begun: list[str] = field(default_factory=list, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One text before and after."""

    before: Text = field(repr=False)
    after: str = field(repr=False)


class ErasingService:
    """Shows what is held about a person, and takes it away so that no byte of it stays.

    ``renew_backups`` puts one fresh backup in the place of all earlier ones, which held it too.
    """

    def __init__(
        self, db: Database, nouns: Nouns, notify: Notify, renew_backups: Callable[[], None]
    ) -> None:
        self._db, self._nouns, self._notify = db, nouns, notify
        self._renew_backups = renew_backups
        self._eraser = Eraser(db)

    def held(self, person_id: int) -> Held:
        """Everything about a person: what is theirs, newest first, and where else they are named.

        A row that only this person's name can reach, such as a card, is part of the person.
        """
        return Held(
            person=self._nouns.people.get(person_id),
            items=self._nouns.items.between(person_id=person_id),
            mentions=self.mentions(person_id),
            begun=[
                text.body
                for text in self._nouns.texts.all()
                if text.person_id == person_id
                and text.place.table == "draft"
                and text.place.path[-1] in _WRITTEN
            ],
        )

    def mentions(self, person_id: int) -> list[Mention]:
        """The sentences that name a person in texts that are not about them, drafts included."""
        book = self._book()
        return [
            mention
            for text in self._nouns.texts.all()
            if text.person_id != person_id
            for mention in self._mentions_in(text, book, person_id)
        ]

    def erase_person(
        self,
        person_id: int,
        choices: Mapping[str, Choice] | None = None,
        *,
        otherwise: Choice = Choice.MASK,
    ) -> list[Mention]:
        """Erase a person; return the mentions that were settled, each by its choice.

        Undo is impossible. What was exported, or copied by others, is out of reach.
        """
        found = self.mentions(person_id)
        with self._erasure():
            self._settle(found, dict(choices or {}), otherwise, SOMEONE)
            self._eraser.forget_person(person_id)
            self._nouns.settings.remove(f"leaving:{person_id}")
        return found

    def anonymised(self, person_id: int) -> list[Change]:
        """What anonymising would change, text by text, for approval."""
        book = self._book()
        changes = []
        for text in self._nouns.texts.all():
            found = self._mentions_in(text, book, person_id)
            if found and text.place.table != "person":
                after = settled(text, found, {}, Choice.MASK, FORMER)
                changes.append(Change(before=text, after=after))
        return changes

    def anonymise_person(self, person_id: int) -> Person:
        """Leave what was learnt and take away who it was, as far as a program can.

        The name becomes a former colleague, the card and the worries go, days become months.
        """
        person = self._nouns.people.get(person_id)
        book = self._book()
        found = [m for t in self._nouns.texts.all() for m in self._mentions_in(t, book, person_id)]
        nameless = Person(id=person.id, name=self._free_name(), card=Card(), state=PersonState.LEFT)
        with self._erasure():
            self._settle(found, {}, Choice.MASK, FORMER)
            self._nouns.people.save(nameless)
            self._eraser.forget_worries(person_id)
            self._eraser.blur_days(person_id)
            self._nouns.settings.remove(f"leaving:{person_id}")
        return nameless

    def rename_person(self, person_id: int, name: str) -> Person:
        """Give a person another name, everywhere, so that the old one is in no text and no byte."""
        if not name.strip():
            raise Refused("A person needs a name.", next_step="Type a name first.")
        book = self._book()
        found = [m for t in self._nouns.texts.all() for m in self._mentions_in(t, book, person_id)]
        with self._erasure():
            self._settle(found, {}, Choice.MASK, name.strip())
            # Read again: the card may have named them too.
            person = self._nouns.people.get(person_id)
            renamed = replace(person, name=name.strip(), other_names=())
            self._nouns.people.save(renamed)
        return renamed

    def erase_entry(self, entry_id: int) -> None:
        """Erase an entry and all it said before."""
        self._nouns.entries.get(entry_id)
        with self._erasure():
            self._eraser.forget_entry(entry_id)

    def erase_trashed(self, trashed_id: int) -> None:
        """Erase what lies in the trash, before its time."""
        with self._erasure():
            self._eraser.forget_trashed(trashed_id)

    def erase_versions(self, entry_id: int) -> None:
        """Erase what an entry said before, and keep what it says."""
        self._nouns.entries.get(entry_id)
        with self._erasure():
            self._eraser.forget_versions(entry_id)

    def finish_pending(self) -> None:
        """End an erasure that was cut short."""
        if self._eraser.pending:
            self._finish()

    @contextmanager
    def _erasure(self) -> Generator[None]:
        """One transaction that erases, then the file made to forget."""
        with self._db.transaction():
            self._eraser.begin()
            yield
            self._eraser.rebuild_search()
        self._finish()

    def _finish(self) -> None:
        try:
            self._eraser.finish()
            self._renew_backups()
        except CannotWrite as error:
            raise CannotWrite(
                "It is erased from the journal, yet traces may still lie in the file.",
                safe="Everything else is as it was.",
                next_step="Make some room on the disk; Tend ends the work when it opens next.",
            ) from error
        self._eraser.done()
        for topic in Topic:
            self._notify(topic)

    def _settle(
        self, found: list[Mention], choices: dict[str, Choice], otherwise: Choice, mask: str
    ) -> None:
        by_text: dict[str, list[Mention]] = {}
        for mention in found:
            by_text.setdefault(str(mention.text.place), []).append(mention)
        for mentions in by_text.values():
            text = mentions[0].text
            after = settled(text, mentions, choices, otherwise, mask)
            if after != text.body:
                self._nouns.texts.put(text.place, after)

    def _mentions_in(self, text: Text, book: AliasBook, person_id: int) -> list[Mention]:
        names = [(f.start, f.end) for f in book.find(text.body) if person_id in f.people]
        return mentions_in(text, names) if names else []

    def _book(self) -> AliasBook:
        return AliasBook(named_people(self._nouns), NameStyle.ALIAS, {})

    def _free_name(self) -> str:
        taken = {person.name for person in self._nouns.people.all()}
        name = FORMER[:1].upper() + FORMER[1:]
        number = 2
        while name in taken:
            name = f"{FORMER[:1].upper()}{FORMER[1:]} {number}"
            number += 1
        return name
