"""Naming: whoever and whatever in a journal must not leave it under its own name."""

from journal_app.domain.share import Named, WordKind
from journal_app.store.nouns import Nouns


def named_people(nouns: Nouns) -> list[Named]:
    """The people of the team, with all they are called."""
    return [
        Named(id=person.id or 0, name=person.name, other_names=person.other_names)
        for person in nouns.people.all()
    ]


def named_in(nouns: Nouns, *, thing: str) -> list[Named]:
    """The same, and the words the leader said are names; ``thing`` stands for one that is none."""
    known = [word for word in nouns.known_words.all() if word.kind is not WordKind.FINE]
    # Below zero: no person has such an id.
    return named_people(nouns) + [
        Named(
            id=-(word.id or 0),
            name=word.body,
            instead=thing if word.kind is WordKind.THING else "",
        )
        for word in known
    ]
