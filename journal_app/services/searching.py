"""Searching: what a query finds, on the open journal or beside it while the person types on."""

from collections.abc import Callable, Iterable

from journal_app.domain.item import Hit
from journal_app.domain.person import Person
from journal_app.domain.progress import Cancelled
from journal_app.domain.query import Query, Search, fold, names_of, read_query
from journal_app.store.database import Database
from journal_app.store.people import PersonRepository
from journal_app.store.searching import SearchRepository


class Seeker:
    """Answers on a connection of its own, made and used by one thread; ``close`` it soon."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._found = SearchRepository(db)
        self._interrupted = False

    def words(self, search: Search) -> list[Hit]:
        """As ``SearchService.words``; ``Cancelled`` when it was interrupted."""
        return self._unless_interrupted(lambda: self._found.words(search))

    def parts(self, search: Search, *, besides: Iterable[str] = ()) -> list[Hit]:
        """As ``SearchService.parts``; ``Cancelled`` when it was interrupted."""
        return self._unless_interrupted(lambda: self._found.parts(search, besides=besides))

    def interrupt(self) -> None:
        """Give up the answer that is looked for now; may be called by any thread."""
        self._interrupted = True
        self._db.interrupt()

    def close(self) -> None:
        """Let the journal's file go."""
        self._db.close()

    def _unless_interrupted(self, look: Callable[[], list[Hit]]) -> list[Hit]:
        self._interrupted = False
        try:
            return look()
        except Exception:
            # An index that was being opened says something else than that it was interrupted.
            if self._interrupted:
                raise Cancelled from None
            raise


class SearchService:
    """Finds words, then parts of words; any text is a query."""

    def __init__(
        self,
        db: Database,
        people: PersonRepository,
        second: Callable[[], Database] | None = None,
    ) -> None:
        self._db, self._people, self._second = db, people, second
        self._found = SearchRepository(db)
        self.words = self._found.words
        self.parts = self._found.parts
        self.count = self._found.count

    @property
    def can_run_beside(self) -> bool:
        """True when another connection can be had, so that a search holds up no typing."""
        return self._second is not None and not (self._db.lets_nobody_in or self._db.read_only)

    def seeker(self) -> Seeker:
        """Another connection; to be called by the thread that will use it."""
        if self._second is None:
            raise RuntimeError("this journal has one connection")
        return Seeker(self._second())

    def wanted(self, text: str, *, private: bool = False, limit: int = 50) -> Search:
        """What was typed, with the people it means."""
        query = read_query(text)
        everyone = self._people.all() if query.person else []
        meant = [person for person in everyone if _is_called(person, query)]
        names = {name for person in meant for name in names_of(person, everyone)}
        return Search(
            query=query,
            private=private,
            limit=limit,
            person_ids=tuple(p.id for p in meant if p.id is not None),
            names=tuple(sorted(names)),
        )

    def find(self, text: str, *, private: bool = False, limit: int = 50) -> list[Hit]:
        """Everything that holds the words of a query, then what holds parts of them."""
        search = self.wanted(text, private=private, limit=limit)
        hits = self.words(search)
        if len(hits) < limit:
            hits += self.parts(search, besides=[hit.item.ref for hit in hits])
        return hits[:limit]


def _is_called(person: Person, query: Query) -> bool:
    """True when a name of theirs, or a word of it, begins as was typed."""
    asked = fold(query.person)
    names = [fold(name) for name in (person.name, *person.other_names)]
    return any(
        name.startswith(asked) or any(word.startswith(asked) for word in name.split())
        for name in names
    )
