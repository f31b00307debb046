"""Folder: where the journal lies, and how another folder is opened."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from journal_app.ui.clipboard import copy_text
from journal_app.ui.settings.section import Section, row_of
from journal_app.ui.settings.services import SafetyServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.labels import label
from journal_app.ui.wording import path_text


class FolderSection(Section):
    """Shows the place; nothing is moved while the journal is open."""

    def __init__(
        self, theme: Theme, services: SafetyServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        card = self.card(
            self.tr("Where your journal lies"),
            self.tr(
                "Everything is in this one folder. To move it, close Tend, move the folder whole,"
                " and start with: tend --data-dir FOLDER"
            ),
        )
        self.place = label(path_text(services.folder), size=16)
        self.open_button = button(self.tr("&Open the folder"))
        self.copy_button = button(self.tr("&Copy its place"), "text")
        card.body.addWidget(self.place)
        card.body.addLayout(row_of(self.open_button, self.copy_button))
        card = self.card(
            self.tr("On a stick"),
            self.tr(
                "Started with --portable, Tend keeps the journal beside the program, in a folder"
                " named tend-journal. A stick is easily lost: set a passphrase first."
            ),
        )
        self.open_button.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(services.folder)))
        )
        self.copy_button.clicked.connect(self._copy)

    def _copy(self) -> None:
        copy_text(str(self.services.folder))
        self.said.emit(self.tr("Copied."))
