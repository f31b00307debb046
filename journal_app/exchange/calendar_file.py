"""Calendar file: an .ics that names nobody and says no word, because calendars go to clouds."""

import uuid
from datetime import UTC, date, datetime, time, timedelta

_LENGTH = timedelta(minutes=15)
_LINE = 73
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def plan_event(on: date, at: time, *, title: str) -> bytes:
    """One plan at one time."""
    return _calendar(on, at, title=title)


def weekly_event(on: date, at: time, *, title: str, weeks: int = 1) -> bytes:
    """The reflection, every week or every so many weeks."""
    rule = f"RRULE:FREQ=WEEKLY;INTERVAL={weeks};BYDAY={_DAYS[on.weekday()]}"
    return _calendar(on, at, title=title, rule=rule)


def _calendar(on: date, at: time, *, title: str, rule: str = "") -> bytes:
    begins = datetime.combine(on, at)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tend//EN",
        "BEGIN:VEVENT",
        f"UID:{uuid.uuid4()}",
        f"DTSTAMP:{datetime.now(UTC):%Y%m%dT%H%M%SZ}",
        # Without a zone: at this hour of the wall clock, wherever one is.
        f"DTSTART:{begins:%Y%m%dT%H%M%S}",
        f"DTEND:{begins + _LENGTH:%Y%m%dT%H%M%S}",
        *([rule] if rule else []),
        f"SUMMARY:{_escaped(title)}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(title)}",
        "TRIGGER:PT0S",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return ("\r\n".join(_folded(line) for line in lines) + "\r\n").encode()


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, "\\" + sign)
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line of at most 75 bytes, and what is left on lines that begin with a blank."""
    parts, part = [], ""
    for char in line:
        if len((part + char).encode()) > _LINE:
            parts.append(part)
            part = ""
        part += char
    return "\r\n ".join([*parts, part])
