"""jrnl's folder: a text file for each day, whose place gives the day."""

import re
from collections.abc import Iterator

from journal_app.domain.finding import Found, Skipped, Wishes
from journal_app.exchange.importers.jrnl_words import entries
from journal_app.exchange.importers.reading import day_of, member_text
from journal_app.exchange.sources import Source

_PLACE = re.compile(r"(?:^|.*/)(\d{4})/(\d{2})/(\d{2})\.txt")


def recognises(source: Source) -> bool:
    """True where texts lie under year and month."""
    return any(_PLACE.fullmatch(member.name) for member in source.members())


def read(source: Source, wishes: Wishes) -> Iterator[Found]:
    """The entries of every day; other files are none of the journal."""
    for member in source.members():
        place = _PLACE.fullmatch(member.name)
        if place is None:
            continue
        on = day_of("-".join(place.groups()))
        text = member_text(source, member)
        if on is None:
            yield Skipped(item=member.name, reason="its place names no day")
        elif isinstance(text, Skipped):
            yield text
        else:
            lines = text.splitlines()
            yield from entries(lines, day_first=wishes.day_first, on=on, name=member.name)
