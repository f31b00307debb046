"""Timeline: the journal read in pages from a day back, each page by its keys alone."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal_app.domain.timeline import WEEK, Chosen, Line
from journal_app.store.database import Database, environment_errors

_SHOWN = 240  # characters of a body that a line may show
_OPEN = "entry.private = 'no' AND entry.kind NOT IN ('doubt', 'worry')"
_LAST_DAY = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class _Source:
    """One table of the timeline: its day, and what a line says of a row."""

    rank: int
    kind: str
    table: str
    day: str
    title: str
    words: str
    person: str = "person_id"
    starred: str = "'no'"
    ref: str = ""


_WEEK_WORDS = """coalesce(
    (SELECT behaviour FROM moment WHERE reflection_id = reflection.id ORDER BY id LIMIT 1),
    (SELECT body FROM answer WHERE reflection_id = reflection.id ORDER BY id LIMIT 1), '')"""

_SOURCES = (
    _Source(0, WEEK, "reflection", "week_start", "''", _WEEK_WORDS, person="NULL", ref="week:"),
    _Source(1, "", "entry", "happened_on", "title", "body", starred="starred"),
    _Source(
        2,
        "moment",
        "moment",
        "happened_on",
        "''",
        "trim(situation || ' ' || behaviour || ' ' || impact)",
        ref="moment:",
    ),
    _Source(
        3,
        "celebration",
        "celebration",
        "happened_on",
        "''",
        "trim(situation || ' ' || behaviour || ' ' || impact)",
        ref="celebration:",
    ),
    _Source(4, "plan", "intention", "week_start", "cue", "act", ref="plan:"),
    _Source(5, "promise", "promise", "made_on", "''", "body", ref="promise:"),
)


class TimelineRepository:
    """Lines of the timeline, the days that hold any, and what stood on a day in other years."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def page(self, chosen: Chosen, after: Line | None = None, limit: int = 100) -> list[Line]:
        """The next lines after one, newest first; private ones are on no timeline."""
        pages = [self._lines(source, chosen, after, limit) for source in _sources_of(chosen)]
        merged = heapq.merge(*pages, key=lambda line: line.key, reverse=True)
        return [line for line, _ in zip(merged, range(limit), strict=False)]

    def on_days(self, days: Sequence[date]) -> list[Line]:
        """What was written on these days, newest first: entries, moments and celebrations."""
        found: list[Line] = []
        for source in _SOURCES[1:4]:
            marks = ", ".join("?" * len(days))
            where = f"{source.day} IN ({marks})"
            found += self._ask(source, where, [day.isoformat() for day in days], limit=200)
        return sorted(found, key=lambda line: line.key, reverse=True)

    def dots(self, first: date, last: date) -> dict[date, set[str]]:
        """The kinds that each day of a period holds; a week is told by its last day."""
        found: dict[date, set[str]] = {}
        for source in _SOURCES[:4]:
            shift = _LAST_DAY if source.kind == WEEK else timedelta(0)
            kept = f" AND {_OPEN}" if source.table == "entry" else ""
            kind = "kind" if source.table == "entry" else f"'{source.kind}'"
            with environment_errors():
                rows = self._db.execute(
                    f"SELECT DISTINCT {source.day}, {kind} FROM {source.table}"  # noqa: S608
                    f" WHERE {source.day} BETWEEN ? AND ?{kept}",
                    [(first - shift).isoformat(), (last - shift).isoformat()],
                )
            for day, kind in rows:
                found.setdefault(date.fromisoformat(day) + shift, set()).add(kind)
        return found

    def first_day(self) -> date | None:
        """The earliest day of the timeline."""
        days = []
        with environment_errors():
            for source in _SOURCES[:2]:
                [(day,)] = self._db.execute(f"SELECT min({source.day}) FROM {source.table}")  # noqa: S608
                if day:
                    days.append(date.fromisoformat(day))
        return min(days, default=None)

    def _lines(self, source: _Source, chosen: Chosen, after: Line | None, limit: int) -> list[Line]:
        conditions, values = ["1 = 1"], []
        for condition, given in (
            *_period(source, chosen, after),
            *_kept(source, chosen),
        ):
            conditions.append(condition)
            values += given
        return self._ask(source, " AND ".join(conditions), values, limit=limit)

    def _ask(
        self, source: _Source, where: str, values: Sequence[object], *, limit: int
    ) -> list[Line]:
        kind = "kind" if source.table == "entry" else f"'{source.kind}'"
        kept = f" AND {_OPEN}" if source.table == "entry" else ""
        with environment_errors():
            rows = self._db.execute(
                f"SELECT id, {kind}, {source.day}, {source.title},"  # noqa: S608
                f" substr({source.words}, 1, {_SHOWN}), {source.person}, {source.starred}"
                f" FROM {source.table} WHERE {where}{kept}"
                f" ORDER BY {source.day} DESC, id DESC LIMIT ?",
                [*values, limit],
            )
        shift = _LAST_DAY if source.kind == WEEK else timedelta(0)
        return [
            Line(
                ref=f"{source.ref}{number}",
                kind=kind,
                on=date.fromisoformat(day) + shift,
                place=(source.rank, number),
                title=title,
                words=words,
                person_id=person,
                starred=starred == "yes",
            )
            for number, kind, day, title, words, person, starred in rows
        ]


def _sources_of(chosen: Chosen) -> list[_Source]:
    """The tables that can hold what is chosen."""
    if chosen.is_everything:
        return list(_SOURCES[:2])
    if chosen.tag or chosen.starred:
        sources = [_SOURCES[1]]
    elif chosen.person_id is not None:
        sources = list(_SOURCES[1:])
    else:
        sources = list(_SOURCES)
    if not chosen.kind:
        return sources
    of_entries = [_SOURCES[1]] if chosen.kind != WEEK else []
    return [source for source in sources if source.kind == chosen.kind or source in of_entries]


def _period(source: _Source, chosen: Chosen, after: Line | None) -> list[tuple[str, list[object]]]:
    shift = _LAST_DAY if source.kind == WEEK else timedelta(0)
    found: list[tuple[str, list[object]]] = []
    if chosen.until is not None:
        # A week that had begun by then is the first of the list.
        found.append((f"{source.day} <= ?", [chosen.until.isoformat()]))
    if after is not None:
        day = (after.on - shift).isoformat()
        rank, number = after.place
        if source.rank == rank:
            found.append((f"({source.day}, id) < (?, ?)", [day, number]))
        else:
            found.append((f"{source.day} {'<=' if source.rank > rank else '<'} ?", [day]))
    return found


def _kept(source: _Source, chosen: Chosen) -> list[tuple[str, list[object]]]:
    found: list[tuple[str, list[object]]] = []
    is_entry = source.table == "entry"
    if chosen.kind and is_entry:
        found.append(("kind = ?", [chosen.kind]))
    if chosen.tag:
        found.append(("id IN (SELECT entry_id FROM entry_tag WHERE tag = ?)", [chosen.tag]))
    if chosen.starred:
        found.append(("starred = 'yes'", []))
    if chosen.person_id is not None:
        about, values = "person_id = ?", list[object]([chosen.person_id])
        if is_entry and chosen.names:
            asked = " OR ".join(f'"{" ".join(words)}"' for words in chosen.names)
            about = (
                "(person_id = ? OR id IN (SELECT rowid / 16 FROM words"
                " WHERE words MATCH ? AND rowid % 16 = 0))"
            )
            values = [chosen.person_id, asked]
        found.append((about, values))
    return found
