"""Team: the people the leader works with, in the order the leader set."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from journal_app.domain.errors import Refused
from journal_app.domain.person import CardNote, Person, PersonState, names_from_text
from journal_app.services.changes import Notify, Topic
from journal_app.store.people import PersonRepository


class TeamService:
    """Adds, edits and orders people."""

    def __init__(self, people: PersonRepository, notify: Notify) -> None:
        self._people = people
        self._notify = notify

    def welcome(
        self, name: str, other_names: Sequence[str] = (), *, joined_on: date | None = None
    ) -> Person:
        """Add a person at the end of the list; a name already there is refused."""
        if not name.strip():
            raise Refused("A person needs a name.", next_step="Type a name first.")
        if self.named(name) is not None:
            raise Refused(
                "Someone with this name is already in the journal.",
                next_step="Add a surname or an initial to tell them apart.",
            )
        person = self._people.add(
            Person(name=name.strip(), other_names=tuple(other_names), joined_on=joined_on)
        )
        self._notify(Topic.PEOPLE)
        return person

    def welcome_all(self, pasted: str) -> list[Person]:
        """Add everyone in a pasted list, one a line; names already there are passed over."""
        return [
            self.welcome(name, others)
            for name, others in names_from_text(pasted)
            if self.named(name) is None
        ]

    def everyone(self) -> list[Person]:
        """All people, in the manual order."""
        return self._people.all()

    def present(self) -> list[Person]:
        """Those who have not left, in the manual order."""
        return [p for p in self._people.all() if p.state is not PersonState.LEFT]

    def person(self, person_id: int) -> Person:
        """One person."""
        return self._people.get(person_id)

    def named(self, name: str) -> Person | None:
        """The person who goes by this name or one of their other names, in any case."""
        wanted = _folded(name)
        for person in self._people.all():
            if wanted in {_folded(n) for n in (person.name, *person.other_names)}:
                return person
        return None

    def change(
        self,
        person: Person,
        *,
        name: str | None = None,
        other_names: Sequence[str] | None = None,
        joined_on: date | None = None,
        state: PersonState | None = None,
    ) -> Person:
        """Change what is given of a person and keep the rest."""
        changed = replace(
            person,
            name=person.name if name is None else name.strip() or person.name,
            other_names=person.other_names if other_names is None else tuple(other_names),
            joined_on=joined_on or person.joined_on,
            state=state or person.state,
        )
        self._people.save(changed)
        self._notify(Topic.PEOPLE)
        return changed

    def write_card(self, person: Person, field: str, text: str, *, on: date) -> Person:
        """Write one of the four fields of a card; an unchanged text keeps its date."""
        note: CardNote = getattr(person.card, field)
        if note.text == text:
            return person
        written = CardNote(text=text, noted_on=on if text.strip() else None)
        changed = replace(person, card=replace(person.card, **{field: written}))
        self._people.save(changed)
        self._notify(Topic.PEOPLE)
        return changed

    def put_in_order(self, person_ids: Sequence[int]) -> None:
        """Set the manual order of the list."""
        self._people.put_in_order(person_ids)
        self._notify(Topic.PEOPLE)


def _folded(name: str) -> str:
    """A name for comparing: some systems write é as one character, others as two."""
    return unicodedata.normalize("NFC", name.strip().casefold())
