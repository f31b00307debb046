"""Offers: the pages, commands, people, weeks and tags whose names begin as was typed."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QKeySequence

from journal_app.domain.person import Person
from journal_app.domain.query import fold
from journal_app.domain.week import Week
from journal_app.ui.search.rows import Row
from journal_app.ui.wording import week_text

MOST_OF_A_KIND = 4
_ISO_WEEK = re.compile(r"(?:(\d{4})-?)?w(\d{1,2})", re.IGNORECASE)
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, kw_only=True)
class Command:
    """Something the window can do, by name; ``keys`` is its shortcut."""

    name: str
    icon: str
    act: Callable[[], object]
    keys: str = ""


class Offers(QObject):
    """Makes rows of what can be gone to by its name."""

    def __init__(
        self,
        parent: QObject,
        *,
        week_of: Callable[[date], Week],
        today: Callable[[], date],
        to_person: Callable[[int], object],
        to_week: Callable[[Week], object],
        to_tag: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._week_of, self._today = week_of, today
        self._to_person, self._to_week, self._to_tag = to_person, to_week, to_tag
        self.commands: Sequence[Command] = ()
        self.people: Sequence[Person] = ()
        self.tags: Sequence[str] = ()

    def for_text(self, text: str) -> list[Row]:
        """People first, then a week, tags, and what the window can do."""
        asked = fold(text.strip())
        if not asked:
            return self._commands(self.commands)
        people = [p for p in self.people if begins(asked, (p.name, *p.other_names))]
        tags = [tag for tag in self.tags if begins(asked.removeprefix("#"), (tag,))]
        commands = [c for c in self.commands if begins(asked, (c.name,))]
        return [
            *(self._person(person) for person in people[:MOST_OF_A_KIND]),
            *self._week(text),
            *(self._tag(tag) for tag in tags[:MOST_OF_A_KIND]),
            *self._commands(commands[:MOST_OF_A_KIND]),
        ]

    def _commands(self, commands: Iterable[Command]) -> list[Row]:
        return [Row(text=c.name, icon=c.icon, keys=_native(c.keys), act=c.act) for c in commands]

    def _person(self, person: Person) -> Row:
        number = person.id or 0
        return Row(
            text=person.name,
            icon="users",
            tone="growth",
            beside=self.tr("Person"),
            act=lambda: self._to_person(number),
        )

    def _tag(self, tag: str) -> Row:
        return Row(
            text=f"#{tag}",
            icon="tag",
            tone="preview",
            beside=self.tr("Tag"),
            act=lambda: self._to_tag(tag),
            stays=True,
        )

    def _week(self, text: str) -> list[Row]:
        day = day_in(text, self._today())
        if day is None:
            return []
        week = self._week_of(day)
        return [
            Row(
                text=f"{week_text(week)} {week.end.year}",
                icon="calendar-days",
                tone="accent",
                beside=self.tr("Week"),
                act=lambda: self._to_week(week),
            )
        ]


def begins(asked: str, names: Iterable[str]) -> bool:
    """True when one of the names, or a word in it, begins as was asked."""
    folded = [fold(name) for name in names]
    return any(
        name.startswith(asked) or any(word.startswith(asked) for word in name.split())
        for name in folded
    )


def day_in(text: str, today: date) -> date | None:
    """The day, or the first day of the week or month, that a short text names."""
    text = text.strip()
    try:
        if found := _ISO_WEEK.fullmatch(text):
            return date.fromisocalendar(int(found[1] or today.year), int(found[2]), 1)
        if found := _ISO_DAY.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3] or 1))
        return _named_day(text, today)
    except ValueError:
        return None


def _named_day(text: str, today: date) -> date | None:
    """``20 Nov``, ``November 2025``, ``20. November 2025``, in the words of the system."""
    words = fold(text.replace(",", " ").replace(".", " ")).split()
    numbers = [int(word) for word in words if _NUMBER.fullmatch(word)]
    names = [word for word in words if not word.isdecimal()]
    if len(names) != 1 or len(names[0]) < 3 or len(numbers) > 2:
        return None
    months = [month for month in range(1, 13) if begins(names[0], _names_of(month))]
    if len(months) != 1:
        return None
    years = [number for number in numbers if number > 31]
    days = [number for number in numbers if number <= 31]
    if len(years) > 1 or len(days) > 1:
        return None
    year = years[0] if years else today.year
    found = date(year, months[0], days[0] if days else 1)
    # Without a year it is the last such day there was.
    return found if years or found <= today else found.replace(year=year - 1)


def _names_of(month: int) -> list[str]:
    locale = QLocale()
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    return [
        name(month, form)
        for name in (locale.monthName, locale.standaloneMonthName)
        for form in forms
    ]


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
