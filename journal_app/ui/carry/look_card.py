"""Look card: what an import would bring, what it asks, and what it would leave."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journal_app.domain.finding import Question, Report
from journal_app.ui.carry.words import entries_text, found_text
from journal_app.ui.settings.section import row_of
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label
from journal_app.ui.wording import fill

_MOST = 500


class LookCard(Card):
    """Shows a report. ``answered`` is sent when a question of it was answered."""

    answered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", parent)
        self.title = label("", size=22, serif=True)
        self.new = label("", size=16)
        self.known = label("", tone="muted")
        self.left = label("", tone="muted")
        self.details_button = button(self.tr("&Show which, and why"), "text")
        self.details_button.setCheckable(True)
        self.details = QListWidget()
        self.details.setAccessibleName(self.tr("What is left out, and what to know"))
        self.details.setWordWrap(True)
        self.order = ChipRow(
            theme,
            [("dmy", self.tr("the day comes first")), ("mdy", self.tr("the month comes first"))],
            name=self.tr("In dates such as 03/04/2024"),
        )
        self.weeks = ChipRow(
            theme,
            [("iso", self.tr("weeks begin on Monday")), ("us", self.tr("weeks begin on Sunday"))],
            name=self.tr("In names such as 2024-W01"),
        )
        self._asked = [
            (Question.DAY_ORDER, self._question(theme, self.order)),
            (Question.WEEKS, self._question(theme, self.weeks)),
        ]
        for widget in (self.title, self.new, self.known, self.left):
            self.body.addWidget(widget)
        self.body.addLayout(row_of(self.details_button))
        self.body.addWidget(self.details)
        for _, holder in self._asked:
            self.body.addWidget(holder)
        self.details_button.toggled.connect(self.details.setVisible)
        self.order.changed.connect(self.answered)
        self.weeks.changed.connect(self.answered)

    def show_report(self, report: Report) -> None:
        """Say what would happen."""
        self.title.setText(found_text(report))
        self.new.setText(
            fill(self.tr("%1 are new here."), entries_text(report.new))
            if report.new
            else self.tr("Nothing in it is new here.")
        )
        self.known.setText(
            fill(self.tr("%1 came before and stay as they are."), entries_text(report.duplicate))
        )
        self.left.setText(
            fill(self.tr("%1 would be left out for now."), entries_text(len(report.skipped)))
        )
        self.known.setVisible(report.duplicate > 0)
        self.left.setVisible(bool(report.skipped))
        self.details.clear()
        for line in list(_lines(report))[:_MOST]:
            self.details.addItem(QListWidgetItem(line))
        self.details_button.setVisible(self.details.count() > 0)
        self.details_button.setChecked(False)
        lines = min(8, max(2, self.details.count()))
        self.details.setFixedHeight(self._theme.px(28) * lines)
        self.details.hide()
        asked = {
            Question.DAY_ORDER: bool(self.order.choice()),
            Question.WEEKS: bool(self.weeks.choice()),
        }
        for question, holder in self._asked:
            # An answer can be changed: the question stays once it was answered.
            holder.setVisible(question in report.questions or asked[question])

    def forget(self) -> None:
        """Begin anew, for another file."""
        self.order.choose([])
        self.weeks.choose([])

    def _question(self, theme: Theme, chips: ChipRow) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(label(chips.accessibleName(), strong=True))
        column.addWidget(chips)
        return holder


def _lines(report: Report) -> Iterator[str]:
    """What is left out, then what to know; the reasons are said where they are found."""
    for skipped in report.skipped:
        yield f"{skipped.item}: {QCoreApplication.translate('import', skipped.reason)}"
    for remark in report.remarks:
        yield f"{remark.item}: {QCoreApplication.translate('import', remark.text)}"
