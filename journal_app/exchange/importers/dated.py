"""Dated: a day and a time as people and programs write them, in files and in their names."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_TIME = (
    r"(?:[T\s,]+(?:at\s+)?(\d{1,2})(?::(\d{2}))?(?::(\d{2})(?:[.,]\d+)?)?"
    r"[\s\u202f]*([AaPp]\.?[Mm]\.?)?)?"
)
_ZONE = r"[\s\u202f]*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
_WEEKDAY = r"(?:[A-Za-z]{3,9}\.?,?\s+)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/._])(\d{{1,2}})\2(\d{{1,2}}){_TIME}{_ZONE}")
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}){_TIME}{_ZONE}")
_DAY_MONTH = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+([A-Za-z]{{3,9}})\.?,?\s+(\d{{4}}){_TIME}{_ZONE}"
)
_MONTH_DAY = re.compile(
    rf"{_WEEKDAY}([A-Za-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}{_ZONE}"
)
_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_IN_PATH = re.compile(r"(?:^|/)(\d{4})/(\d{2})/(\d{2})$")
_WEEK = re.compile(r"(\d{4})-?\[?W\]?(\d{2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """A day, and the time if one was given; ``two_ways`` when day and month may be swapped."""

    on: date
    at: str = ""
    two_ways: bool = False


def read_when(text: str, *, day_first: bool | None = None) -> When | None:
    """The day and time a text gives and nothing else, on the clock of its writer."""
    text = text.strip()
    if found := _YEAR_FIRST.fullmatch(text):
        return _when(found[1], found[3], found[4], found.groups()[4:])
    if found := _YEAR_LAST.fullmatch(text):
        first, second = int(found[1]), int(found[3])
        open_question = first != second and max(first, second) <= 12 and found[2] != "."
        swapped = day_first is False or (day_first is None and second > 12)
        day, month = (second, first) if swapped else (first, second)
        return _when(found[4], month, day, found.groups()[4:], open_question and day_first is None)
    if found := _DAY_MONTH.fullmatch(text):
        return _when(found[3], _month(found[2]), found[1], found.groups()[3:])
    if found := _MONTH_DAY.fullmatch(text):
        return _when(found[3], _month(found[1]), found[2], found.groups()[3:])
    return None


def day_in_name(name: str) -> date | None:
    """The day that stands in a file's name, or in the folders of its path."""
    stem = name.rpartition(".")[0] or name
    found = _IN_NAME.search(stem.rpartition("/")[2])
    if found:
        return _day(int(found[1]), int(found[3]), int(found[4]))
    found = _IN_PATH.search(stem)
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


def week_in_name(stem: str) -> tuple[int, int] | None:
    """Year and week of a name such as ``2024-W01``, which two calendars count differently."""
    found = _WEEK.fullmatch(stem)
    return (int(found[1]), int(found[2])) if found else None


def first_day_of_week(year: int, week: int, *, iso: bool) -> date | None:
    """Monday of an ISO week, or Sunday of a week counted from the one with 1 January in it."""
    try:
        if iso:
            return date.fromisocalendar(year, week, 1)
        new_year = date(year, 1, 1)
        return new_year - timedelta(days=new_year.isoweekday() % 7) + timedelta(weeks=week - 1)
    except (ValueError, OverflowError):
        return None


def clock(hour: str | None, minute: str | None, second: str | None, half: str | None) -> str:
    """The time as ``15:04:05``, or an empty text when there is none."""
    if hour is None or (minute is None and not half):
        return ""
    hours = int(hour)
    if half:
        hours = hours % 12 + (12 if half[0] in "pP" else 0)
    if hours > 23 or int(minute or 0) > 59:
        return ""
    return f"{hours:02}:{minute or '00'}:{second or '00'}"


def _when(
    year: str,
    month: str | int,
    day: str | int,
    time: tuple[str | None, ...],
    two_ways: bool = False,  # noqa: FBT001
) -> When | None:
    on = _day(int(year), int(month), int(day))
    if on is None:
        return None
    hour, minute, second, half, zone = time
    at = clock(hour, minute, second, half)
    if at and zone in {"Z", "UTC", "GMT"}:
        # The moment is known and the writer's clock is not: it is read on the one here.
        moment = datetime.fromisoformat(f"{on.isoformat()}T{at}").replace(tzinfo=UTC)
        try:
            here = moment.astimezone()
        except (OverflowError, OSError, ValueError):
            return When(on, at, two_ways)
        return When(here.date(), here.strftime("%H:%M:%S"), two_ways)
    return When(on, at, two_ways)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    for number, month in enumerate(MONTHS, start=1):
        if len(name) >= 3 and (
            month.startswith(name.lower()) or name.lower() == "sept" == month[:4]
        ):
            return number
    return 0
