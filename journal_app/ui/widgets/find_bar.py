"""Find bar: looks for words in an entry, and puts others in their place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from journal_app.ui.editor import exact_text
from journal_app.ui.editor.finding import Finding
from journal_app.ui.editor.writing_area import WritingArea
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, icon_button
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField


class FindBar(QWidget):
    """Enter goes to the next place, Shift+Enter to the one before, Escape back to the words."""

    closed = Signal()

    def __init__(self, theme: Theme, area: WritingArea) -> None:
        super().__init__()
        self._area = area
        self.finding = Finding(area, theme)
        self.setAccessibleName(self.tr("Find in this entry"))
        self.field = LineField(name=self.tr("Find"), placeholder=self.tr("Find in this entry"))
        self.by = LineField(name=self.tr("Replace with"), placeholder=self.tr("Replace with"))
        self.count = label("", size=12, tone="muted")
        self.count.setWordWrap(False)
        self.before = icon_button(theme, "arrow-up", self.tr("The one before"))
        self.next = icon_button(theme, "arrow-down", self.tr("The next one"))
        self.same_case = _option(self.tr("Match case"))
        self.whole = _option(self.tr("Whole words"))
        self.close_button = icon_button(theme, "x", self.tr("Close"))
        self.replace_button = button(self.tr("Replace"))
        self.all_button = button(self.tr("Replace all"))
        self._lay_out(theme)
        self.field.textChanged.connect(self._seek)
        self.field.left.connect(self.close_bar)
        self.by.left.connect(self.close_bar)
        self.by.returnPressed.connect(self.replace)
        for option in (self.same_case, self.whole):
            option.toggled.connect(self._seek)
        self.next.clicked.connect(self.go_on)
        self.before.clicked.connect(self.go_back)
        self.close_button.clicked.connect(self.close_bar)
        self.replace_button.clicked.connect(self.replace)
        self.all_button.clicked.connect(self.replace_all)
        self.finding.changed.connect(self._say)
        self.hide()

    def open_bar(self, *, replacing: bool = False) -> None:
        """Show the bar, looking for what is selected."""
        for widget in self._replacing:
            widget.setVisible(replacing)
        self.show()
        self._mark_area(finding=True)
        chosen = exact_text.selected_text(self._area.textCursor())
        if chosen and "\n" not in chosen:
            self.field.setText(chosen)
        self._seek()
        self.field.setFocus()
        self.field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and go back to the words, at the place that was found."""
        self.finding.end()
        self.hide()
        self._mark_area(finding=False)
        self._area.setFocus()
        self.closed.emit()

    def go_on(self) -> None:
        """To the next place; opens the bar when it is closed."""
        self._go(forward=True)

    def go_back(self) -> None:
        """To the place before."""
        self._go(forward=False)

    def replace(self) -> None:
        """Replace the place one stands at and go on."""
        self.finding.replace(self.by.text())

    def replace_all(self) -> None:
        """Replace every place, as one step to undo."""
        replaced = self.finding.replace_all(self.by.text())
        if replaced:
            text = self.tr("%1 replaced. Undo brings them back.")
            self.count.setText(text.replace("%1", self.locale().toString(replaced)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter in the field for the next place, with Shift for the one before."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.field.hasFocus():
            self._go(forward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, theme: Theme) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, theme.px(8))
        grid.setSpacing(theme.px(8))
        way = QHBoxLayout()
        way.setSpacing(0)
        for widget in (self.before, self.next, self.close_button):
            way.addWidget(widget)
        options = FlowLayout(gap=theme.px(12))
        for option in (self.same_case, self.whole, self.count):
            options.addWidget(option)
        self._acts = QWidget()
        acts = QHBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(theme.px(8))
        acts.addWidget(self.replace_button)
        acts.addWidget(self.all_button)
        grid.addWidget(self.field, 0, 0)
        grid.addLayout(way, 0, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.by, 1, 0)
        grid.addWidget(self._acts, 1, 1)
        grid.addLayout(options, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self._grid, self._acts_below = grid, False
        self._replacing = (self.by, self._acts)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Where two fields and two buttons have no room, the buttons stand below."""
        super().resizeEvent(event)
        below = self._acts.sizeHint().width() > self.width() // 2
        if below != self._acts_below:
            self._acts_below = below
            self._grid.removeWidget(self._acts)
            if below:
                self._grid.addWidget(self._acts, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
            else:
                self._grid.addWidget(self._acts, 1, 1)

    def _seek(self) -> None:
        self.finding.seek(
            self.field.text(), same_case=self.same_case.isChecked(), whole=self.whole.isChecked()
        )

    def _go(self, *, forward: bool) -> None:
        if self.isHidden():
            self.open_bar()
        elif self.field.text():
            if not self.finding.words:
                self._seek()
            self.finding.go(forward=forward)

    def _mark_area(self, *, finding: bool) -> None:
        # The place one stands at is selected, and stands out among the others.
        self._area.setProperty("finding", "true" if finding else "false")
        self._area.style().polish(self._area)
        self._area.ground.lay()

    def _say(self) -> None:
        places, at = len(self.finding.places), self.finding.at
        number = self.locale().toString
        if not self.finding.words:
            text = ""
        elif not places:
            text = self.tr("Not in this entry")
        elif at < 0:
            text = self.tr("%1 found").replace("%1", number(places))
        else:
            text = self.tr("%1 of %2").replace("%1", number(at + 1)).replace("%2", number(places))
        self.count.setText(text)


def _option(text: str) -> QCheckBox:
    made = QCheckBox(text)
    made.setAccessibleName(text)
    return made
