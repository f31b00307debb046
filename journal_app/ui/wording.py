"""Wording: sentences that more than one page says in the same way, and dates as one reads them."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

if TYPE_CHECKING:
    from journal_app.domain.attention import Since
    from journal_app.domain.backup import Tally
    from journal_app.domain.intention import Ending
    from journal_app.domain.moment import GrowthKind
    from journal_app.domain.place import Place
    from journal_app.domain.promise import PromiseState
    from journal_app.domain.reflection import Hat
    from journal_app.domain.season import Season
    from journal_app.domain.week import Week

_LONGEST, _PIECE = 30, 12  # letters of a word, and of what stays on one line of a longer one


def fill(text: str, *values: str) -> str:
    """A sentence with its places %1 to %9 filled, in whatever order a language puts them.

    In one pass: words that look like a place are words.
    """
    places = {f"%{number}": value for number, value in enumerate(values, start=1)}
    return re.sub(r"%[1-9]", lambda found: places.get(found[0], found[0]), text)


def number_text(number: float) -> str:
    """A number as the system writes it."""
    return QLocale().toString(number)


def tally_text(tally: "Tally") -> str:
    """How much a journal or a backup holds."""
    return fill(
        QCoreApplication.translate("wording", "%1, %2"),
        QCoreApplication.translate("wording", "%Ln weeks", "", tally.weeks),
        QCoreApplication.translate("wording", "%Ln entries", "", tally.items),
    )


def time_text(moment: datetime) -> str:
    """A time of day as the system writes it."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def path_text(path: Path) -> str:
    """A place on the disk, which may go on to another line after each of its parts."""
    return re.sub(r"([/\\])", "\\1\u200b", str(path))


def breakable(text: str) -> str:
    """The same to look at, but a word without end may go on to another line."""
    piece = re.compile(rf"(\S{{{_PIECE}}})(?=\S)")
    long = rf"\S{{{_LONGEST},}}"
    return re.sub(long, lambda word: piece.sub("\\1\u200b", word[0]), text)


def plan_text(cue: str, act: str) -> str:
    """A plan as one sentence: if, then; or the act alone when no moment was named."""
    cue, act = cue.strip().rstrip("."), act.strip()
    if not cue:
        return act
    if cue.casefold().startswith(("if ", "when ")):
        cue = cue.split(" ", 1)[1]
    if act.casefold().startswith(("then i will ", "i will ")):
        act = act[act.casefold().index("will ") + 5 :]
    sentence = QCoreApplication.translate("wording", "If {cue}, then I will {act}")
    # In one pass: words that look like a placeholder are words.
    return re.sub(r"\{(?:cue|act)\}", lambda m: {"{cue}": cue, "{act}": act}[m[0]], sentence)


def day_text(day: date) -> str:
    """A day as the person's system writes it, long enough to read."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def moment_text(moment: datetime) -> str:
    """A day with its time."""
    return f"{day_text(moment.date())}, {time_text(moment)}"


def short_day_text(day: date) -> str:
    """A day with its month, as ``20 November``, ``November 20`` or ``20. November``."""
    return _written(day, _without_year(_without_weekday()))


def dated_text(day: date) -> str:
    """A day with month and year, as ``20 November 2026``."""
    return _written(day, _without_weekday())


def near_day_text(day: date, today: date) -> str:
    """A day with its month, and with its year when that is another one."""
    return short_day_text(day) if day.year == today.year else dated_text(day)


def week_text(week: "Week") -> str:
    """The days of a week, as ``16–22 November``; both months, or years, where it spans two."""
    first, last = week.start, week.end
    if first.year != last.year:
        return f"{_written(first, _without_weekday())} – {_written(last, _without_weekday())}"
    if first.month != last.month:
        return f"{short_day_text(first)} – {short_day_text(last)}"
    form = _without_year(_without_weekday())
    days = re.search(r"(?<!d)d{1,2}\.?(?!d)", form)
    if days is None:
        return f"{short_day_text(first)} – {short_day_text(last)}"
    both = f"{_written(first, days[0])}–{_written(last, days[0])}"
    return _written(last, form[: days.start()] + f"'{both}'" + form[days.end() :])


def _written(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def _without_weekday() -> str:
    """The locale's long form of a date, without its weekday."""
    form = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    return re.sub(r"[\s,،、]*d{4}[\s,،.]*|[\s,]*d{3}\.?[\s,]*", " ", form).strip()


def _without_year(form: str) -> str:
    quoted = r"(?:'[^']*'|[年년])?"
    return re.sub(rf"[\s,]*(?:'[^']*'\s*)?y+[.\s]*{quoted}[\s,]*", " ", form).strip()


def percent_text(number: int) -> str:
    """A percentage as the system writes it."""
    text = QCoreApplication.translate("wording", "%1 %")
    return fill(text, number_text(number))


def growing_text() -> str:
    """How a note says in what someone grows; {what} is in the leader's words."""
    return QCoreApplication.translate("wording", "I can see you growing in {what}")


def season_text(season: "Season") -> str:
    """The months of a season: they hold on either half of the earth."""
    return months_text(season.start, season.end)


def months_text(first: date, last: date) -> str:
    """From one month to another, as ``June – August 2026``; both years where there are two."""
    begins = "MMMM" if first.year == last.year else "MMMM yyyy"
    said = QLocale().toString(QDate(first.year, first.month, 1), begins)
    return f"{said} – {month_text(last)}"


def month_text(day: date) -> str:
    """A month with its year, as ``November 2026``."""
    return QLocale().toString(QDate(day.year, day.month, 1), "MMMM yyyy")


def ending_text(ending: "Ending | None") -> str:
    """How a plan ended, in the same five plain words everywhere."""
    if ending is None:
        return ""
    from journal_app.domain.intention import Ending

    return {
        Ending.DID: QCoreApplication.translate("wording", "Did it."),
        Ending.SOME: QCoreApplication.translate("wording", "Did some of it."),
        Ending.NO_MOMENT: QCoreApplication.translate("wording", "The moment didn't come."),
        Ending.NOT_THIS_TIME: QCoreApplication.translate("wording", "Not this time."),
        Ending.LET_GO: QCoreApplication.translate("wording", "Let go."),
    }[ending]


def level_text(level: int) -> str:
    """A place on a skill's road, in its word."""
    return (
        QCoreApplication.translate("wording", "Starting"),
        QCoreApplication.translate("wording", "Trying"),
        QCoreApplication.translate("wording", "Steady"),
        QCoreApplication.translate("wording", "Passing it on"),
    )[level - 1]


def promise_text(state: "PromiseState") -> str:
    """How a promise stands, in plain words, all of them proper endings."""
    from journal_app.domain.promise import PromiseState

    return {
        PromiseState.OPEN: QCoreApplication.translate("wording", "Open."),
        PromiseState.KEPT: QCoreApplication.translate("wording", "Kept."),
        PromiseState.TOLD: QCoreApplication.translate("wording", "You told them it slipped."),
        PromiseState.LET_GO: QCoreApplication.translate("wording", "Let go."),
    }[state]


def growth_text(kind: "GrowthKind | None") -> str:
    """The kind of growth a moment shows."""
    if kind is None:
        return ""
    from journal_app.domain.moment import GrowthKind

    return {
        GrowthKind.SKILL: QCoreApplication.translate("wording", "growing in a skill"),
        GrowthKind.CONFIDENCE: QCoreApplication.translate("wording", "growing in confidence"),
        GrowthKind.INDEPENDENCE: QCoreApplication.translate("wording", "growing in independence"),
        GrowthKind.HELPING: QCoreApplication.translate("wording", "growing in helping others"),
        GrowthKind.RECOVERING: QCoreApplication.translate("wording", "growing in recovering"),
        GrowthKind.SPEAKING_UP: QCoreApplication.translate("wording", "growing in speaking up"),
    }[kind]


def seen_text(since: "Since") -> str:
    """When someone was last seen growing, as one would say it."""
    from journal_app.domain.attention import Since

    return {
        Since.THIS_WEEK: QCoreApplication.translate("wording", "a moment this week"),
        Since.LAST_WEEK: QCoreApplication.translate("wording", "a moment last week"),
        Since.FEW_WEEKS: QCoreApplication.translate("wording", "a moment two or three weeks ago"),
        Since.A_WHILE: QCoreApplication.translate("wording", "a moment a while ago"),
        Since.NOT_YET: QCoreApplication.translate("wording", "no moment written yet"),
    }[since]


def hat_text(hat: "Hat | None") -> str:
    """Which hat a week asked for, in words."""
    if hat is None:
        return ""
    from journal_app.domain.reflection import Hat

    return {
        Hat.EXPERT: QCoreApplication.translate("wording", "mostly the expert's hat"),
        Hat.BOTH: QCoreApplication.translate("wording", "both hats"),
        Hat.LEADER: QCoreApplication.translate("wording", "mostly the leader's hat"),
    }[hat]


def kind_text(kind: str) -> str:
    """What a piece of the journal is, in a word."""
    return {
        "note": QCoreApplication.translate("wording", "Entry"),
        "week": QCoreApplication.translate("wording", "Week"),
        "moment": QCoreApplication.translate("wording", "Moment"),
        "celebration": QCoreApplication.translate("wording", "Celebration"),
        "doubt": QCoreApplication.translate("wording", "Doubt"),
        "worry": QCoreApplication.translate("wording", "Worry"),
        "plan": QCoreApplication.translate("wording", "Plan"),
        "promise": QCoreApplication.translate("wording", "Promise"),
        "seed": QCoreApplication.translate("wording", "Caught line"),
        "answer": QCoreApplication.translate("wording", "Answer"),
    }.get(kind, kind)


def language_text(tag: str) -> str:
    """A language by its own name, as ``British English``."""
    name = QLocale(tag).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else tag


def place_text(place: "Place") -> str:
    """What one should know about where the journal lies."""
    parts = []
    if place.network:
        parts.append(
            _say("Your journal lies on another machine's disk. A disk of this laptop is safer.")
        )
    if place.synced_by:
        text = _say(
            "Your journal lies in a folder that %1 copies. Copies made while you write can clash:"
            " a folder outside it is safer, and backups can go there."
        )
        parts.append(fill(text, place.synced_by))
    if place.conflicts:
        text = _say("There are copies that clashed, left as they are: %1")
        parts.append(fill(text, ", ".join(place.conflicts)))
    return " ".join(parts)


def _say(text: str) -> str:
    return QCoreApplication.translate("wording", text)
