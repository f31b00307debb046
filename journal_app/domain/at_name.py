"""At-names: people named after an @ in free writing, and who may be meant while one is typed."""

import unicodedata
from collections.abc import Iterable

from journal_app.domain.person import Person

MOST_OFFERED = 6


def at_names(people: Iterable[Person]) -> tuple[str, ...]:
    """What may stand after an @ for someone, longer names first."""
    names: set[str] = set()
    for person in people:
        names.update((person.name, person.name.split()[0], *person.other_names))
    return tuple(sorted((name for name in names if name), key=lambda name: (-len(name), name)))


def meant_by(typed: str, people: Iterable[Person]) -> list[Person]:
    """Who may be meant: everyone for nothing, else those of whom a name goes on like this."""
    wanted = _folded(typed)
    found = [person for person in people if _goes_on(person, wanted)]
    return found[:MOST_OFFERED]


def _goes_on(person: Person, wanted: str) -> bool:
    for name in (person.name, *person.other_names):
        folded = _folded(name)
        if folded.startswith(wanted) or any(
            part.startswith(wanted) for part in folded.split() if wanted
        ):
            return True
    return False


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
