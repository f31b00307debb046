"""Timeline: the journal from a day back, by person, kind, tag or star, and its days."""

from datetime import date

from journal_app.domain.query import names_of
from journal_app.domain.timeline import Chosen, Line
from journal_app.store.people import PersonRepository
from journal_app.store.timeline import TimelineRepository

YEARS_BACK = 30


class TimelineService:
    """Reads; a page of it takes the same in a long life as in a short one."""

    def __init__(self, timeline: TimelineRepository, people: PersonRepository) -> None:
        self._timeline, self._people = timeline, people
        self.page = timeline.page
        self.dots = timeline.dots
        self.on_days = timeline.on_days
        self.first_day = timeline.first_day

    def about(self, person_id: int) -> tuple[tuple[str, ...], ...]:
        """The words of each name a person is called by."""
        people = self._people.all()
        person = next(p for p in people if p.id == person_id)
        return tuple(sorted(names_of(person, people)))

    def chosen(
        self,
        *,
        person_id: int | None = None,
        kind: str = "",
        tag: str = "",
        starred: bool = False,
        until: date | None = None,
    ) -> Chosen:
        """What to keep of the timeline."""
        names = self.about(person_id) if person_id is not None else ()
        return Chosen(
            person_id=person_id, names=names, kind=kind, tag=tag, starred=starred, until=until
        )

    def on_this_day(self, today: date) -> list[Line]:
        """What was written on this day of earlier years, the latest first."""
        days = []
        for year in range(today.year - 1, max(1, today.year - 1 - YEARS_BACK), -1):
            try:
                days.append(today.replace(year=year))
            except ValueError:  # the 29th of February
                continue
        return self._timeline.on_days(days) if days else []
