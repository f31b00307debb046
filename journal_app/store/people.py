"""People in the ``person`` table, in the order the leader set."""

from collections.abc import Sequence
from datetime import date

from journal_app.domain.errors import Refused
from journal_app.domain.person import Card, CardNote, Person, PersonState
from journal_app.store.database import Database, environment_errors

_CARD = ("strengths", "hopes", "energy", "thanks")
_DATED = tuple(column for note in _CARD for column in (note, f"{note}_on"))
_COLUMNS = ("id", "name", "other_names", "joined_on", "state", *_DATED)


class PersonRepository:
    """People, each a row; the card's notes are columns with the day they were written."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, person: Person) -> Person:
        """Insert at the end of the list and return the person with an id."""
        with environment_errors(), self._db.transaction():
            (last,) = self._db.execute("SELECT coalesce(max(position), 0) FROM person")[0]
            row = _row(person) | {"position": last + 1}
            row_id = self._db.table("person").insert(row).last_pk
        return self.get(int(row_id or 0))

    def save(self, person: Person) -> Person:
        """Write a changed person over their own row; nothing else of theirs is touched."""
        if person.id is None:
            raise Refused("This person has not been added yet.")
        with environment_errors():
            self._db.table("person").update(person.id, _row(person))
        return person

    def get(self, person_id: int) -> Person:
        """The person with this id; ``Refused`` when there is none."""
        found = self._where("id = ?", [person_id])
        if not found:
            raise Refused("This person is not in the journal.")
        return found[0]

    def all(self) -> list[Person]:
        """Everyone, in the manual order."""
        return self._where("1 = 1", [])

    def put_in_order(self, person_ids: Sequence[int]) -> None:
        """Set the manual order; people not named keep theirs after those named."""
        with environment_errors(), self._db.transaction():
            rest = [p.id for p in self.all() if p.id not in person_ids]
            for position, person_id in enumerate([*person_ids, *rest], start=1):
                self._db.execute(
                    "UPDATE person SET position = ? WHERE id = ?", [position, person_id]
                )

    def _where(self, condition: str, values: Sequence[object]) -> list[Person]:
        with environment_errors():
            rows = self._db.execute(
                f"SELECT {', '.join(_COLUMNS)} FROM person WHERE {condition}"  # noqa: S608
                " ORDER BY position, id",
                values,
            )
        return [_person(dict(zip(_COLUMNS, row, strict=True))) for row in rows]


def _row(person: Person) -> dict[str, object]:
    row: dict[str, object] = {
        "name": person.name.strip(),
        "other_names": "\n".join(person.other_names),
        "joined_on": _text(person.joined_on),
        "state": person.state.value,
    }
    for name in _CARD:
        note: CardNote = getattr(person.card, name)
        row |= {name: note.text, f"{name}_on": _text(note.noted_on)}
    return row


def _person(row: dict[str, str | int | None]) -> Person:
    card = Card(**{n: CardNote(text=str(row[n]), noted_on=_day(row[f"{n}_on"])) for n in _CARD})
    others = str(row["other_names"])
    return Person(
        id=int(row["id"] or 0),
        name=str(row["name"]),
        other_names=tuple(others.split("\n")) if others else (),
        joined_on=_day(row["joined_on"]),
        state=PersonState(str(row["state"])),
        card=card,
    )


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None


class QuietRepository:
    """Whom the guide does not ask about until a day, in the ``quiet_person`` table."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, person_id: int, until: date) -> None:
        """Ask nothing about this person before that day."""
        with environment_errors():
            self._db.execute(
                "INSERT INTO quiet_person (person_id, until) VALUES (?, ?)"
                " ON CONFLICT (person_id) DO UPDATE SET until = excluded.until",
                [person_id, until.isoformat()],
            )

    def all(self) -> dict[int, date]:
        """The last day set for each person, also when it has passed."""
        with environment_errors():
            rows = self._db.execute("SELECT person_id, until FROM quiet_person")
        return {int(person_id): date.fromisoformat(until) for person_id, until in rows}
