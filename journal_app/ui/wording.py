"""Wording: sentences that more than one page says in the same way, and dates as one reads them."""

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from journal_app.domain.intention import Ending
from journal_app.domain.moment import GrowthKind
from journal_app.domain.place import Place
from journal_app.domain.promise import PromiseState
from journal_app.domain.reflection import Hat
from journal_app.domain.season import Season
from journal_app.domain.week import Week


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


def short_day_text(day: date) -> str:
    """A day with its month, as ``20 November``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM")


def near_day_text(day: date, today: date) -> str:
    """A day with its month, and with its year when that is another one."""
    if day.year == today.year:
        return short_day_text(day)
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def week_text(week: Week) -> str:
    """The days of a week, as ``16–22 November``; both months where it spans two."""
    first, last = week.start, week.end
    if first.month == last.month:
        number = QLocale().toString(QDate(first.year, first.month, first.day), "d")
        return f"{number}–{short_day_text(last)}"
    return f"{short_day_text(first)} – {short_day_text(last)}"


def percent_text(number: int) -> str:
    """A percentage as the system writes it."""
    text = QCoreApplication.translate("wording", "%1 %")
    return text.replace("%1", QLocale().toString(number))


def season_text(season: Season) -> str:
    """The months of a season: they hold on either half of the earth."""
    first, last = season.start, season.end
    begins = "MMMM" if first.year == last.year else "MMMM yyyy"
    return (
        f"{QLocale().toString(QDate(first.year, first.month, 1), begins)} – "
        f"{QLocale().toString(QDate(last.year, last.month, 1), 'MMMM yyyy')}"
    )


def month_text(day: date) -> str:
    """A month with its year, as ``November 2026``."""
    return QLocale().toString(QDate(day.year, day.month, 1), "MMMM yyyy")


def ending_text(ending: Ending | None) -> str:
    """How a plan ended, in the same five plain words everywhere."""
    if ending is None:
        return ""
    return {
        Ending.DID: QCoreApplication.translate("wording", "Did it."),
        Ending.SOME: QCoreApplication.translate("wording", "Did some of it."),
        Ending.NO_MOMENT: QCoreApplication.translate("wording", "The moment didn't come."),
        Ending.NOT_THIS_TIME: QCoreApplication.translate("wording", "Not this time."),
        Ending.LET_GO: QCoreApplication.translate("wording", "Let go."),
    }[ending]


def promise_text(state: PromiseState) -> str:
    """How a promise stands, in plain words, all of them proper endings."""
    return {
        PromiseState.OPEN: QCoreApplication.translate("wording", "Open."),
        PromiseState.KEPT: QCoreApplication.translate("wording", "Kept."),
        PromiseState.TOLD: QCoreApplication.translate("wording", "You told them it slipped."),
        PromiseState.LET_GO: QCoreApplication.translate("wording", "Let go."),
    }[state]


def growth_text(kind: GrowthKind | None) -> str:
    """The kind of growth a moment shows."""
    if kind is None:
        return ""
    return {
        GrowthKind.SKILL: QCoreApplication.translate("wording", "growing in a skill"),
        GrowthKind.CONFIDENCE: QCoreApplication.translate("wording", "growing in confidence"),
        GrowthKind.INDEPENDENCE: QCoreApplication.translate("wording", "growing in independence"),
        GrowthKind.HELPING: QCoreApplication.translate("wording", "growing in helping others"),
        GrowthKind.RECOVERING: QCoreApplication.translate("wording", "growing in recovering"),
        GrowthKind.SPEAKING_UP: QCoreApplication.translate("wording", "growing in speaking up"),
    }[kind]


def hat_text(hat: Hat | None) -> str:
    """Which hat a week asked for, in words."""
    if hat is None:
        return ""
    return {
        Hat.EXPERT: QCoreApplication.translate("wording", "mostly the expert's hat"),
        Hat.BOTH: QCoreApplication.translate("wording", "both hats"),
        Hat.LEADER: QCoreApplication.translate("wording", "mostly the leader's hat"),
    }[hat]


def kind_text(kind: str) -> str:
    """What a piece of the journal is, in a word."""
    return {
        "note": QCoreApplication.translate("wording", "Entry"),
        "moment": QCoreApplication.translate("wording", "Moment"),
        "celebration": QCoreApplication.translate("wording", "Celebration"),
        "doubt": QCoreApplication.translate("wording", "Doubt"),
        "worry": QCoreApplication.translate("wording", "Worry"),
        "plan": QCoreApplication.translate("wording", "Plan"),
        "promise": QCoreApplication.translate("wording", "Promise"),
        "seed": QCoreApplication.translate("wording", "Caught line"),
        "answer": QCoreApplication.translate("wording", "Answer"),
    }.get(kind, kind)


def place_text(place: Place) -> str:
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
        parts.append(text.replace("%1", place.synced_by))
    if place.conflicts:
        text = _say("There are copies that clashed, left as they are: %1")
        parts.append(text.replace("%1", ", ".join(place.conflicts)))
    return " ".join(parts)


def _say(text: str) -> str:
    return QCoreApplication.translate("wording", text)
