"""Talk form: what the mentor said, up to three lines; each can become a plan at once."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.share import Shared
from journal_app.domain.week import Week
from journal_app.services.shared import MOST_LINES, SharedService
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.wording import fill


class TalkForm(QWidget):
    """``kept`` is sent once the lines are in the journal."""

    kept = Signal()

    def __init__(
        self,
        theme: Theme,
        service: SharedService,
        shared: Shared,
        today: Callable[[], date],
        week_of: Callable[[date], Week],
    ) -> None:
        super().__init__()
        self._service, self._shared = service, shared
        self._today, self._week_of = today, week_of
        self.lines = [
            LineField(
                name=fill(self.tr("What they said, line %1"), str(number)),
                placeholder=self.tr("One sentence you want to keep")
                if number == 1
                else self.tr("Another, if there was one"),
            )
            for number in range(1, MOST_LINES + 1)
        ]
        self.plan_buttons = [
            button(
                self.tr("A plan for next week"),
                "chip",
                name=fill(self.tr("Make line %1 a plan for next week"), str(number)),
            )
            for number in range(1, MOST_LINES + 1)
        ]
        self.keep_button = button(self.tr("&Keep it"), "primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(8), 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(label(self.tr("What did they say?"), size=18, serif=True))
        for line, plan in zip(self.lines, self.plan_buttons, strict=True):
            plan.setCheckable(True)
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            row.addWidget(line, 1)
            row.addWidget(plan)
            layout.addLayout(row)
            line.submitted.connect(self.keep)
        foot = QHBoxLayout()
        foot.addWidget(self.keep_button)
        foot.addStretch(1)
        layout.addLayout(foot)
        self.keep_button.clicked.connect(self.keep)

    def keep(self) -> None:
        """Keep the lines; those marked become loose plans of next week."""
        lines = [line.text().strip() for line in self.lines]
        if not any(lines):
            self.lines[0].setFocus()
            return
        today = self._today()
        next_week = self._week_of(today + timedelta(days=7)).start
        for line, plan in zip(lines, self.plan_buttons, strict=True):
            if line and plan.isChecked():
                self._service.plan_from(line, week_start=next_week)
        waiting = [
            line
            for line, plan in zip(lines, self.plan_buttons, strict=True)
            if line and not plan.isChecked()
        ]
        self._service.hear(lines, on=today, shared=self._shared, waiting=waiting)
        self.kept.emit()
