"""Done cards: what came, with the way back; and what came earlier."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.finding import Report
from journal_app.domain.imported import Import
from journal_app.ui.carry.words import entries_text, form_text
from journal_app.ui.settings.section import row_of
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label
from journal_app.ui.wording import dated_text, fill


class DoneCard(Card):
    """Says that it worked, once, and where to look."""

    see_requested = Signal()
    another_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "growth", parent)
        self.title = label("", size=22, serif=True)
        self.said = label("", tone="muted")
        self.see_button = button(self.tr("&Read in the journal"), "primary")
        self.another_button = button(self.tr("Bring &another"), "text")
        self.body.addWidget(self.title)
        self.body.addWidget(self.said)
        self.body.addSpacing(theme.px(8))
        self.body.addLayout(row_of(self.see_button, self.another_button))
        self.see_button.clicked.connect(self.see_requested)
        self.another_button.clicked.connect(self.another_requested)

    def show_report(self, report: Report) -> None:
        """Say what came."""
        self.title.setText(fill(self.tr("%1 are in your journal now."), entries_text(report.new)))
        self.said.setText(
            self.tr("Each kept the day it was written on. The other program was left as it is.")
        )
        self.see_button.setFocus()


class EarlierCard(Card):
    """The imports of which something is here; each can be taken back, after one more question."""

    taken_back = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sunken", parent)
        self.body.addWidget(label(self.tr("Earlier imports"), size=18, strong=True))
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout()
        self.body.addLayout(self._column)

    def show_imports(self, imports: Sequence[Import]) -> None:
        """List them, newest first."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(one) for one in imports]
        for row in self.rows:
            self._column.addWidget(row)
        self.setVisible(bool(self.rows))

    def _row(self, one: Import) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        text = fill(
            "%1, %2: %3", form_text(one.form), dated_text(one.on), entries_text(one.brought)
        )
        said = label(text)
        back = button(self.tr("Take it back"), "text", name=f"{self.tr('Take it back')}: {text}")
        sure = button(self.tr("Yes, remove them"), "danger", name=f"{self.tr('Remove')}: {text}")
        keep = button(self.tr("Keep them"), "text", name=f"{self.tr('Keep')}: {text}")
        row.addWidget(said, 1)
        for widget in (back, sure, keep):
            row.addWidget(widget)
        asked = self.tr("Remove what came with it? Entries you changed since then stay.")

        def ask(on: bool) -> None:  # noqa: FBT001 (Qt's signal)
            said.setText(asked if on else text)
            back.setVisible(not on)
            sure.setVisible(on)
            keep.setVisible(on)
            (keep if on else back).setFocus()

        sure.hide()
        keep.hide()
        back.clicked.connect(lambda: ask(True))
        keep.clicked.connect(lambda: ask(False))
        sure.clicked.connect(lambda: self.taken_back.emit(one.id))
        return holder
