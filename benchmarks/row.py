"""Row: one thing that was measured, the floor beside it, and the budget it has."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """What something took by the clock, and of the processor, which a busy machine disturbs less.

    A reading in another unit, such as MiB, has no share of the processor.
    """

    value: float
    cpu: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What it took and what the floor took, in the same unit.

    ``ratio`` is how many times the floor it may take, ``most`` what it may take at all, ``more``
    what it may take beyond the floor. A row without any of them is printed and not judged.
    """

    what: str
    entries: int | None = None
    measured: Reading
    floor: Reading | None = None
    ratio: float | None = None
    most: float | None = None
    more: float | None = None
    unit: str = "ms"

    @property
    def budget(self) -> str:
        """The budget in words."""
        parts = []
        if self.ratio is not None:
            parts.append(f"{self.ratio:g} x")
        if self.most is not None:
            parts.append(f"{self.most:g} {self.unit}")
        if self.more is not None:
            parts.append(f"+ {self.more:g} {self.unit}")
        return " and ".join(parts) or "printed"

    @property
    def times(self) -> float | None:
        """How many times the floor, by the clock."""
        return self.measured.value / self.floor.value if self.floor else None

    @property
    def cpu_times(self) -> float | None:
        """How many times the floor, of the processor."""
        floor = self.floor.cpu if self.floor else None
        return self.measured.cpu / floor if self.measured.cpu is not None and floor else None

    @property
    def keeps(self) -> bool | None:
        """True within the budget; None where there is none."""
        limits = [] if self.most is None else [self.most]
        if self.floor is not None and self.ratio is not None:
            limits.append(self.floor.value * self.ratio)
        if self.floor is not None and self.more is not None:
            limits.append(self.floor.value + self.more)
        return self.measured.value <= min(limits) if limits else None


def reading_of(work: Callable[[], object], *, times: int = 1) -> Reading:
    """What one call takes in milliseconds, as the mean of so many at once."""
    began, cpu = time.perf_counter(), time.process_time()
    for _ in range(times):
        work()
    return Reading(
        (time.perf_counter() - began) * 1000 / times, (time.process_time() - cpu) * 1000 / times
    )


def middle(readings: Sequence[Reading]) -> Reading:
    """The median of several."""
    shares = [one.cpu for one in readings if one.cpu is not None]
    return Reading(
        statistics.median(one.value for one in readings),
        statistics.median(shares) if shares else None,
    )


def interleaved(*works: Callable[[], Reading], rounds: int = 9) -> list[Reading]:
    """The median of each, measured in turns, so that a busy moment falls on all of them alike.

    Each work measures itself and returns what it took; its first turn warms up and is not counted.
    """
    for work in works:
        work()
    taken = [[work() for work in works] for _ in range(rounds)]
    return [middle(column) for column in zip(*taken, strict=True)]
