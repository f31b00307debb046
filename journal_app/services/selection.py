"""Selection: which part of the journal leaves."""

from dataclasses import dataclass
from datetime import date

from journal_app.domain.item import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which part of the journal to take; private means doubts, worries and what is marked so."""

    first: date | None = None
    last: date | None = None
    person_id: int | None = None
    kind: str | None = None
    include_private: bool = False

    def takes(self, item: Item) -> bool:
        """True when privacy lets the item go."""
        return self.include_private or not item.private

    @property
    def is_whole(self) -> bool:
        """True when nothing was filtered out but what is private."""
        return (self.first, self.last, self.person_id, self.kind) == (None, None, None, None)

    @property
    def is_everything_of_a_week(self) -> bool:
        """True when weeks are taken whole, so that what belongs to nobody goes along."""
        return self.person_id is None and self.kind in (None, "answer")
