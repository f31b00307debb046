"""Errors: whatever goes wrong in a slot reaches the person in words, and no log keeps theirs."""

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from journal_app.domain.errors import JournalError
from journal_app.ui.main_window import MainWindow
from journal_app.ui.trouble import told


class ErrorReports(QObject):
    """The one exception hook. From any thread, the report is shown by the window's own."""

    happened = Signal(str, str, str)
    broke = Signal(str)

    def __init__(self, window: MainWindow, *, log: Callable[[str], None] | None = None) -> None:
        super().__init__(window)
        self._log = log or sys.stderr.write
        self.broke.connect(window.report_bug)
        self._seen: set[str] = set()
        self.happened.connect(window.report)

    def install(self) -> None:
        """Take the place of Python's own hook."""
        sys.excepthook = self._hook

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, JournalError):
            self.happened.emit(*told(error))
            return
        report = report_of(kind, trace)
        self._log(report)
        if report not in self._seen:
            self._seen.add(report)
            self.broke.emit(report)


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it went wrong, without a word of the journal: no message, no values, no folders."""
    frames = traceback.extract_tb(trace)
    places = [f"{f.filename.rsplit('/', 1)[-1]}:{f.lineno} {f.name}" for f in frames[-6:]]
    return f"{kind.__name__} at {' < '.join(reversed(places))}"
