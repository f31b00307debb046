"""Finished reflections with their answers, the drafts of unfinished ones, and prompts shown."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from journal_app.domain.reflection import Answer, Reflection
from journal_app.store.database import Database, environment_errors
from journal_app.store.rows import Rows


class ReflectionRepository:
    """Weeks in the ``reflection`` and ``answer`` tables."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._rows = Rows(db, "reflection", Reflection, not_stored=("answers",))
        self._answers = Rows(db, "answer", Answer)

    def add(self, reflection: Reflection) -> Reflection:
        """Insert with its answers and return both with their ids."""
        with environment_errors(), self._db.transaction():
            added = self._rows.add(reflection)
            answers = tuple(
                self._answers.add(replace(answer, reflection_id=added.id))
                for answer in reflection.answers
            )
        return replace(added, answers=answers)

    def get(self, reflection_id: int) -> Reflection:
        """One reflection with its answers; ``Refused`` when there is none."""
        answers = self._answers.where("reflection_id = ?", [reflection_id], order_by="id")
        return replace(self._rows.get(reflection_id), answers=tuple(answers))

    def newest(self, limit: int = -1) -> list[Reflection]:
        """Finished weeks, newest first, without their answers."""
        return self._rows.where(order_by="week_start DESC, id DESC", limit=limit)

    def of_week(self, week_start: date) -> list[Reflection]:
        """What was finished for one week, in the order it was."""
        return self._rows.where("week_start = ?", [week_start.isoformat()], order_by="id")

    def answers_to(self, prompts: Sequence[str]) -> list[tuple[date, Answer]]:
        """What was answered to these questions, each with the start of its week, newest first."""
        marks = ", ".join("?" * len(prompts))
        answers = self._answers.where(
            f"prompt_id IN ({marks})", list(prompts), order_by="reflection_id DESC, id DESC"
        )
        weeks = {reflection.id: reflection.week_start for reflection in self.newest()}
        dated = [(weeks[answer.reflection_id], answer) for answer in answers]
        return sorted(dated, key=lambda pair: pair[0], reverse=True)

    def newest_before(self, week_start: date, limit: int) -> list[Reflection]:
        """The latest finished weeks before this one, newest first, without their answers."""
        return self._rows.where(
            "week_start < ?",
            [week_start.isoformat()],
            order_by="week_start DESC, id DESC",
            limit=limit,
        )

    def first(self) -> Reflection | None:
        """The reflection that was finished first of all."""
        return next(iter(self._rows.where(order_by="finished_on, id", limit=1)), None)

    def last_before(self, week_start: date) -> Reflection | None:
        """The latest finished week before this one."""
        found = self._rows.where(
            "week_start < ?", [week_start.isoformat()], order_by="week_start DESC, id DESC", limit=1
        )
        return found[0] if found else None


class DraftRepository:
    """Unfinished writing in the ``draft`` table, one JSON record a key."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, key: str, record: Mapping[str, Any]) -> None:
        """Keep this record durably, in place of the one before."""
        words = json.dumps(record, ensure_ascii=False)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with environment_errors():
            self._db.execute(
                "INSERT INTO draft (key, record, saved_at) VALUES (?, ?, ?) ON CONFLICT (key)"
                " DO UPDATE SET record = excluded.record, saved_at = excluded.saved_at",
                [key, words, now],
            )

    def get(self, key: str) -> dict[str, Any] | None:
        """The record kept under this key, or None."""
        with environment_errors():
            rows = self._db.execute("SELECT record FROM draft WHERE key = ?", [key])
        return json.loads(rows[0][0]) if rows else None

    def all_keys(self) -> list[str]:
        """The keys of all drafts, in order."""
        with environment_errors():
            return [key for (key,) in self._db.execute("SELECT key FROM draft ORDER BY key")]

    def remove(self, key: str) -> None:
        """Forget the record under this key."""
        with environment_errors():
            self._db.execute("DELETE FROM draft WHERE key = ?", [key])


class ShownPromptRepository:
    """Which question was asked in which week and step, so that none comes back too soon."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, week_start: date, shown: Sequence[tuple[str, str, bool]]) -> None:
        """Remember (step, prompt id, answered) of one finished week."""
        rows = [
            {
                "week_start": week_start.isoformat(),
                "step": step,
                "prompt_id": prompt_id,
                "answered": "yes" if answered else "no",
            }
            for step, prompt_id, answered in shown
        ]
        if rows:
            with environment_errors():
                self._db.table("shown_prompt").insert_all(rows)

    def of_weeks(self, weeks: Sequence[date]) -> list[str]:
        """The ids of the prompts shown in these weeks."""
        marks = ", ".join("?" * len(weeks))
        with environment_errors():
            rows = self._db.execute(
                f"SELECT prompt_id FROM shown_prompt WHERE week_start IN ({marks})",  # noqa: S608
                [week.isoformat() for week in weeks],
            )
        return [prompt_id for (prompt_id,) in rows]

    def all(self) -> list[tuple[date, str, str, bool]]:
        """Every (week start, step, prompt id, answered), oldest first."""
        with environment_errors():
            rows = self._db.execute(
                "SELECT week_start, step, prompt_id, answered FROM shown_prompt ORDER BY id"
            )
        return [(date.fromisoformat(w), s, p, a == "yes") for w, s, p, a in rows]
