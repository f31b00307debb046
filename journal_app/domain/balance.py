"""Balance: results and culture, expert and leader, told apart without an ideal line (T10, T11)."""

from collections.abc import Sequence
from datetime import date, timedelta

from journal_app.domain.intention import Aim, Intention
from journal_app.domain.measure import Measure
from journal_app.domain.reflection import Hat

RECENT = timedelta(weeks=4)
LEAST_TAGGED = 4
EXPERT_SESSIONS = 3


def only_results(plans: Sequence[Intention], *, on: date) -> bool:
    """T10: True when the tagged plans of the last four weeks, four or more, are all for results."""
    aims = [p.aim for p in plans if p.aim is not None and on - p.week_start <= RECENT]
    return len(aims) >= LEAST_TAGGED and all(aim is Aim.RESULTS for aim in aims)


def only_results_measured(measures: Sequence[Measure]) -> bool:
    """T10: True when everything the leader is measured on is a result."""
    return bool(measures) and all(measure.aim is Aim.RESULTS for measure in measures)


def mostly_expert(hats: Sequence[Hat | None]) -> bool:
    """T11: True when the last three sessions, newest first, were all mostly the expert's."""
    last = hats[:EXPERT_SESSIONS]
    return len(last) == EXPERT_SESSIONS and all(hat is Hat.EXPERT for hat in last)
