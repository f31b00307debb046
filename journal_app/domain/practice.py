"""Practice: how long the focus skill has rested without an experiment (T4)."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from journal_app.domain.experiment import ExperimentTry
from journal_app.domain.skill import Experiment, Skill

IDLE_AFTER = timedelta(days=21)
LONG_AFTER = timedelta(days=42)
FEW = 3


class Idle(StrEnum):
    """Whether a focus skill rests: not yet, for three weeks, or for six."""

    NO = "no"
    IDLE = "idle"
    LONG = "long"


def idle(since: date | None, tries: Sequence[ExperimentTry], *, on: date) -> Idle:
    """T4: how long it is since the focus began or an experiment for it was tried."""
    if since is None:
        return Idle.NO
    rested = on - max([since, *(tried.tried_on for tried in tries)])
    if rested >= LONG_AFTER:
        return Idle.LONG
    return Idle.IDLE if rested >= IDLE_AFTER else Idle.NO


def lightest(skill: Skill, tries: Sequence[ExperimentTry]) -> tuple[Experiment, ...]:
    """T4: the three lightest experiments, those not tried yet first."""
    tried = {t.experiment for t in tries}
    order = sorted(skill.by_lightness, key=lambda experiment: experiment.text in tried)
    return tuple(order[:FEW])
