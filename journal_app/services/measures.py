"""Measures: what the leader is measured on, results and culture side by side."""

from dataclasses import replace
from datetime import date

from journal_app.domain.intention import Aim
from journal_app.domain.measure import Measure
from journal_app.services.changes import Notify, Topic
from journal_app.store.placings import MeasureRepository


class MeasureService:
    """The list a leader keeps of what counts where they work."""

    def __init__(self, measures: MeasureRepository, notify: Notify) -> None:
        self._measures = measures
        self._notify = notify

    def all(self) -> list[Measure]:
        """Every measure, in the order they were written."""
        return self._measures.all()

    def add(self, body: str, aim: Aim, *, on: date) -> Measure:
        """Write down one thing that counts."""
        kept = self._measures.add(Measure(body=body.strip(), aim=aim, added_on=on))
        self._notify(Topic.SKILLS)
        return kept

    def change(
        self, measure: Measure, *, body: str | None = None, aim: Aim | None = None
    ) -> Measure:
        """Change the words or the side of a measure; empty words change nothing."""
        changed = replace(
            measure, body=(body or "").strip() or measure.body, aim=aim or measure.aim
        )
        self._measures.save(changed)
        self._notify(Topic.SKILLS)
        return changed

    def remove(self, measure_id: int) -> None:
        """Take a measure off the list."""
        self._measures.remove(measure_id)
        self._notify(Topic.SKILLS)

    def put_back(self, measure: Measure) -> Measure:
        """Undo a removal; the measure keeps its place."""
        kept = self._measures.add(measure)
        self._notify(Topic.SKILLS)
        return kept
