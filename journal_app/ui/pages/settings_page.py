"""Settings: one part at a time, each applied at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.ui.settings.backup_section import BackupSection
from journal_app.ui.settings.erase_section import EraseSection
from journal_app.ui.settings.keep_section import KeepSection
from journal_app.ui.settings.lock_section import LockSection
from journal_app.ui.settings.protects_section import ProtectsSection
from journal_app.ui.settings.section import SafetyServices, Section
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.page import PageColumn, PageHeader


class SettingsPage(QWidget):
    """Shows the part that was chosen, made when it is first shown."""

    said = Signal(str, object)
    journal_replaced = Signal()
    everything_erased = Signal()
    person_requested = Signal(int)
    sheet_requested = Signal(str, bool)

    def __init__(
        self, theme: Theme, services: SafetyServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._services = theme, services
        self._makers: dict[str, type[Section]] = {
            "lock": LockSection,
            "backups": BackupSection,
            "keep": KeepSection,
            "protects": ProtectsSection,
            "erase": EraseSection,
        }
        self.parts = ChipRow(
            theme,
            [
                ("lock", self.tr("Lock")),
                ("backups", self.tr("Backups")),
                ("keep", self.tr("What is kept")),
                ("protects", self.tr("What Tend protects, and what not")),
                ("erase", self.tr("Erase everything")),
            ],
            name=self.tr("Part of the settings"),
        )
        self.section: Section | None = None
        self.column = PageColumn(theme)
        self.column.body.addWidget(PageHeader(theme, self.tr("Settings")))
        self.column.body.addWidget(self.parts)
        self._place = QVBoxLayout()
        self.column.body.addLayout(self._place)
        self.column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.parts.changed.connect(lambda: self.show_part(self.parts.choice() or "lock"))
        self.show_part("lock")

    def show_part(self, key: str) -> Section:
        """Show one part, fresh: no field keeps what was typed in it."""
        self.parts.choose([key])
        if self.section is not None:
            self._place.removeWidget(self.section)
            self.section.hide()
            self.section.deleteLater()
        section = self._makers[key](self._theme, self._services)
        section.said.connect(lambda text: self.said.emit(text, None))
        section.journal_replaced.connect(self.journal_replaced)
        section.everything_erased.connect(self.everything_erased)
        section.person_requested.connect(self.person_requested)
        if isinstance(section, LockSection):
            section.sheet_requested.connect(self.sheet_requested)
        self.section = section
        self._place.addWidget(section)
        self.column.verticalScrollBar().setValue(0)
        return section

    def leave(self) -> None:
        """Forget what was typed, when another page is opened."""
        if self.section is not None:
            self.show_part(self.parts.choice() or "lock")
