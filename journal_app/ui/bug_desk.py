"""Bug desk: reports over one window, whose code is read when something broke."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journal_app.ui.theme import Theme


class BugDesk(QObject):
    """Opens reports over one window."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme

    def show_report(self, report: str) -> None:
        """Show this report."""
        from journal_app.ui.widgets.bug_report import BugReport

        BugReport(self._theme, report, self._window).open()
