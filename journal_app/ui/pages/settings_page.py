"""Settings: one part at a time, or every card that holds what one looks for; applied at once."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journal_app.ui.settings.parts import PARTS, Part
from journal_app.ui.settings.section import Section
from journal_app.ui.settings.services import SafetyServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.page import PageColumn, PageHeader

_FIRST = PARTS[0].key


class SettingsPage(QWidget):
    """Makes a part when it is shown, fresh each time: no field keeps what was typed in it."""

    said = Signal(str, object)
    journal_replaced = Signal()
    everything_erased = Signal()
    person_requested = Signal(int)
    sheet_requested = Signal(str, bool)
    page_requested = Signal(str)

    def __init__(
        self, theme: Theme, services: SafetyServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._services = theme, services
        self._parts = {part.key: part for part in PARTS}
        self.finder = LineField(
            name=self.tr("Find a setting"), placeholder=self.tr("Find a setting, such as “zoom”")
        )
        self.parts = ChipRow(
            theme,
            [(part.key, part.title()) for part in PARTS],
            name=self.tr("Part of the settings"),
        )
        self.nothing = label(self.tr("No setting speaks of that."), size=16, serif=True)
        self.section: Section | None = None
        self._found: list[tuple[Section, QLabel]] = []
        self.column = PageColumn(theme)
        self.column.body.addWidget(PageHeader(theme, self.tr("Settings")))
        for widget in (self.finder, self.parts, self.nothing):
            self.column.body.addWidget(widget)
        self._place = QVBoxLayout()
        self._place.setSpacing(theme.px(16))
        self.column.body.addLayout(self._place)
        self.column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.parts.changed.connect(self._choose)
        self.finder.edited.connect(self._look)
        self.finder.left.connect(self._end_search)
        self.show_part(_FIRST)

    @property
    def found(self) -> list[Section]:
        """The sections that hold what was looked for."""
        return [section for section, title in self._found if not title.isHidden()]

    def show_part(self, key: str) -> Section:
        """Show one part, fresh."""
        self._clear()
        self.finder.clear()
        self.nothing.hide()
        self.parts.choose([key])
        self.section = self._make(self._parts[key])
        self._place.addWidget(self.section)
        self.column.verticalScrollBar().setValue(0)
        return self.section

    def leave(self) -> None:
        """Forget what was typed, when another page is opened."""
        self.show_part(self.parts.choice() or _FIRST)

    def _choose(self) -> None:
        self.show_part(self.parts.choice() or _FIRST)
        # Once it is laid out.
        QTimer.singleShot(0, self, self._come_to_section)

    def _come_to_section(self) -> None:
        """In a low window the parts fill the page: what was chosen comes into view."""
        if self.section is not None:
            self.column.come_to(self.section)

    def _look(self) -> None:
        """Show every card of every part that holds the words typed."""
        typed = self.finder.text()
        if not typed.strip():
            self.show_part(_FIRST)
            return
        if not self._found:
            self._clear()
            self.parts.choose([])
            self._found = [self._lay_out(part) for part in PARTS]
        for section, title in self._found:
            held = section.show_what_holds(typed, also=title.text())
            section.setVisible(held)
            title.setVisible(held)
        self.nothing.setVisible(not self.found)

    def _lay_out(self, part: Part) -> tuple[Section, QLabel]:
        title, section = label(part.title(), size=14, tone="muted"), self._make(part)
        self._place.addWidget(title)
        self._place.addWidget(section)
        return section, title

    def _end_search(self) -> None:
        if self._found:
            self.show_part(_FIRST)

    def _clear(self) -> None:
        while (item := self._place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.section, self._found = None, []

    def _make(self, part: Part) -> Section:
        section = part.section(self._theme, self._services)
        section.said.connect(lambda text: self.said.emit(text, None))
        section.journal_replaced.connect(self.journal_replaced)
        section.everything_erased.connect(self.everything_erased)
        section.person_requested.connect(self.person_requested)
        section.sheet_requested.connect(self.sheet_requested)
        section.page_requested.connect(self.page_requested)
        return section
