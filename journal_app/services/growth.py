"""Growth: the moments seen in each person, their one line in time, and worries kept apart."""

from dataclasses import dataclass, field
from datetime import date

from journal_app.domain.celebration import Celebration
from journal_app.domain.item import Item
from journal_app.domain.moment import Moment
from journal_app.domain.worry import Worry
from journal_app.services.changes import Notify, Topic
from journal_app.store.celebrations import CelebrationRepository
from journal_app.store.growth import MomentRepository, WorryRepository
from journal_app.store.items import ItemRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthPoint:
    """One dated sentence on a person's growth line."""

    on: date
    text: str = field(repr=False)
    moment: Moment | None = None
    celebration: Celebration | None = None
    entry: Item | None = None


class GrowthService:
    """Moments and worries about people."""

    def __init__(
        self,
        moments: MomentRepository,
        worries: WorryRepository,
        celebrations: CelebrationRepository,
        items: ItemRepository,
        notify: Notify,
    ) -> None:
        self._moments = moments
        self._worries = worries
        self._celebrations = celebrations
        self._items = items
        self._notify = notify

    def notice(self, moment: Moment) -> Moment:
        """Keep a moment of growth."""
        kept = self._moments.add(moment)
        self._notify(Topic.GROWTH)
        return kept

    def worry(self, worry: Worry) -> Worry:
        """Keep a worry, apart from growth, until it fades."""
        kept = self._worries.add(worry)
        self._notify(Topic.GROWTH)
        return kept

    def line(self, person_id: int) -> list[GrowthPoint]:
        """One person's growth, oldest first: moments, celebrations and entries of those kinds."""
        celebrations = self._celebrations.about(person_id)
        celebrated = {c.moment_id: c for c in celebrations if c.moment_id is not None}
        points = [
            GrowthPoint(
                on=moment.happened_on,
                text=moment.sentence,
                moment=moment,
                celebration=celebrated.get(moment.id or 0),
            )
            for moment in self._moments.about(person_id)
        ]
        points += [
            GrowthPoint(on=c.happened_on, text=c.note(name=""), celebration=c)
            for c in celebrations
            if c.moment_id is None
        ]
        for kind in ("moment", "celebration"):
            points += [
                GrowthPoint(on=item.on, text=item.body or item.title, entry=item)
                for item in self._items.between(person_id=person_id, kind=kind)
                if item.ref.isdigit()
            ]
        return sorted(points, key=lambda point: point.on)

    def recent(self, limit: int = 50) -> list[Moment]:
        """The latest moments of everyone, newest first."""
        return self._moments.newest(limit=limit)

    def worries(self, person_id: int) -> list[Worry]:
        """The worries about one person, newest first."""
        return self._worries.about(person_id)

    def to_enjoy(self, before: date) -> Moment | None:
        """One moment to look at again, the same one all week, from before this day."""
        past = [m for m in self._moments.newest(limit=-1) if m.happened_on < before]
        return past[before.toordinal() // 7 % len(past)] if past else None
