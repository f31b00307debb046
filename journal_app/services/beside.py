"""Beside: long work over a connection of its own, while the window goes on with the first."""

from collections.abc import Callable
from typing import TypeVar

from journal_app.domain.progress import Progress, unwatched
from journal_app.store.database import Database

T = TypeVar("T")


def beside(
    db: Database,
    second: Callable[[], Database] | None,
    work: Callable[[Database, Progress], T],
) -> Callable[[Progress], T]:
    """The work for any thread to do; done at once where no second connection can be had."""
    if second is None or db.lets_nobody_in:
        # A second connection would wait for the first for ever: the first one does it, now.
        return _done_now(lambda: work(db, unwatched))

    def run(progress: Progress) -> T:
        database = second()
        try:
            return work(database, progress)
        finally:
            database.close()

    return run


def _done_now(work: Callable[[], T]) -> Callable[[Progress], T]:
    """Work that is done; what came of it, good or bad, is heard where it is asked for."""
    try:
        done = work()
    except Exception as error:  # noqa: BLE001 (carried to whoever asks, whole)
        broke = error

        def tell(_progress: Progress) -> T:
            raise broke

        return tell
    return lambda _progress: done
