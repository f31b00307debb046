"""Jobs: long work away from the window, one at a time, with progress and an end by asking."""

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from journal_app.domain.progress import Cancelled, Progress


class Job(QObject):
    """One piece of work on its way; its signals arrive on the window's thread."""

    progressed = Signal(float)
    done = Signal(object)
    broke = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop; it leaves everything as it was."""
        self._cancelled = True

    def tell(self, part: float) -> None:
        """Called by the work, on its own thread."""
        if self._cancelled:
            raise Cancelled
        self.progressed.emit(part)


class Jobs(QObject):
    """Runs work on one worker thread, in the order it was asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: list[Job] = []

    @property
    def busy(self) -> bool:
        """True while any work is on its way."""
        return bool(self._jobs)

    def run(
        self,
        owner: QObject,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        broke: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Do ``work`` with a progress callback; ``done`` hears its result while ``owner`` lives.

        An exception reaches ``broke``; without it, the window's exception hook.
        """
        job = Job(self)
        self._jobs.append(job)

        def finished(result: object) -> None:
            if shiboken6.isValid(owner):
                done(result)

        def failed(error: Exception) -> None:
            if isinstance(error, Cancelled):
                return
            if broke is not None and shiboken6.isValid(owner):
                broke(error)
            else:
                raise error

        job.done.connect(finished)
        job.broke.connect(failed)
        job.ended.connect(lambda: self._forget(job))
        self._pool.start(_Work(job, work))
        return job

    def stop(self) -> None:
        """Cancel everything and wait until the worker has let go."""
        for job in self._jobs:
            job.cancel()
        self._pool.clear()
        self._pool.waitForDone()

    def _forget(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
            job.deleteLater()


class _Work(QRunnable):
    def __init__(self, job: Job, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self._job, self._work = job, work

    def run(self) -> None:
        try:
            result = self._work(self._job.tell)
        except Exception as error:  # noqa: BLE001 (carried to the window's thread, whole)
            self._job.broke.emit(error)
        else:
            self._job.done.emit(result)
        self._job.ended.emit()
