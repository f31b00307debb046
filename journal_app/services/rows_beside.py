"""Rows beside: what a file needs besides its words, so that reading it back loses nothing."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from journal_app.domain.entry import PRIVATE_KINDS
from journal_app.domain.finding import Row
from journal_app.domain.item import Item
from journal_app.domain.share import NameStyle
from journal_app.services.selection import Selection
from journal_app.store.carrying import Beside
from journal_app.store.nouns import Nouns

# A person's card, the week's first word and one's own joy go where private things go.
_PRIVATE_COLUMNS = {
    "person": ("strengths", "hopes", "energy", "thanks"),
    "celebration": ("joy",),
    "reflection": ("arrive_word", "chips"),
}
_AHEAD = timedelta(weeks=8)
_REF_OF = {"intention": "plan"}


class RowsBeside:
    """The rows of a selection as records; none where names are changed, for rows hold names."""

    def __init__(
        self,
        nouns: Nouns,
        selection: Selection,
        names: NameStyle,
        spans: Callable[[Selection], Iterator[Selection]],
    ) -> None:
        self._nouns, self._selection, self._spans = nouns, selection, spans
        self.is_kept = names is NameStyle.REAL
        self._taken: set[str] = set()
        self._entries: dict[int, Beside] = {}
        nouns.carrying.begin()

    def of(self, item: Item) -> dict[str, Any]:
        """What makes an item's record whole; the item counts as taken from now on."""
        if not self.is_kept:
            return {}
        noun, _, number = item.ref.rpartition(":")
        if noun:
            self._taken.add(item.ref)
            return {"row": True}
        beside = self._entry(int(number), item.on)
        more: dict[str, Any] = {"key": beside.key}
        if item.person_id is not None:
            more["person_key"] = self._nouns.carrying.key_of("person", item.person_id)
        more |= {"zone": beside.zone} if beside.zone else {}
        more |= {"starred": True} if beside.starred else {}
        more |= {"language": beside.language} if beside.language else {}
        if beside.is_marked and item.kind in PRIVATE_KINDS:
            # A doubt is private anyhow; this one is so twice.
            more["marked"] = True
        if beside.kept:
            more["kept"] = beside.kept
        return more

    def _entry(self, entry_id: int, on: date) -> Beside:
        """What is known of an entry; looked up for some weeks at once, as they are read."""
        if entry_id not in self._entries:
            self._entries = self._nouns.carrying.entries_beside(on, on + _AHEAD)
        return self._entries[entry_id]

    def before(self) -> dict[str, Iterable[Any]]:
        """What entries point to: people, and the settings that belong to the journal."""
        if not self.is_kept:
            return {}
        return {"people": self._rows("person"), "facts": self._facts()}

    def after(self) -> dict[str, Iterable[Any]]:
        """The rows that were told as entries, and those that belong to no entry."""
        if not self.is_kept:
            return {}
        nouns = [n for n in self._nouns.carrying.nouns() if n not in ("person", "entry")]
        return {"rows": (record for noun in nouns for record in self._rows(noun))}

    def _rows(self, noun: str) -> Iterator[dict[str, Any]]:
        takes = self._taker(noun)
        hidden = () if self._selection.include_private else _PRIVATE_COLUMNS.get(noun, ())
        for row_id, row in self._nouns.carrying.rows(noun):
            if takes(row_id, row):
                values = {n: "" if n in hidden else value for n, value in row.values.items()}
                yield {"noun": noun, "key": row.key, "values": values, "points": row.points}

    def _facts(self) -> Iterator[dict[str, str]]:
        if self._selection.is_whole and self._selection.include_private:
            for fact in self._nouns.carrying.facts():
                yield {"name": fact.name, "value": fact.value}

    def _taker(self, noun: str) -> Callable[[int, Row], bool]:
        selection = self._selection
        if noun == "person":
            named = None if selection.is_whole else self._named()
            return lambda row_id, _row: named is None or row_id in named
        if noun == "reflection":
            first = selection.first.isoformat() if selection.first else ""
            last = selection.last.isoformat() if selection.last else "9999"
            return lambda _id, row: (
                selection.is_everything_of_a_week and first <= row.values["week_start"] <= last
            )
        word = _REF_OF.get(noun, noun)
        if self._nouns.items.has(word):
            return lambda row_id, _row: f"{word}:{row_id}" in self._taken
        whole = selection.is_whole and selection.include_private
        return lambda _id, _row: whole

    def _named(self) -> set[int]:
        """Everyone whom the selection is about; nobody else's name leaves with a part."""
        chosen = self._selection
        return {
            item.person_id
            for span in self._spans(chosen)
            for item in self._nouns.items.between(
                span.first, span.last, person_id=span.person_id, kind=span.kind
            )
            if item.person_id is not None and chosen.takes(item)
        }
