"""Bug report: shown whole before anybody could send it, and sent by nobody here."""

import platform
import sys

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from journal_app import __version__
from journal_app.ui.clipboard import copy_text
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.labels import label


class BugReport(QDialog):
    """The place in the program where it broke, and the versions; no word of the journal."""

    def __init__(self, theme: Theme, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tend"))
        self.setModal(True)
        self.resize(theme.px(560), theme.px(360))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("The report"))
        self.text.setPlainText(
            f"Tend {__version__}, Python {platform.python_version()}, {sys.platform}\n{report}"
        )
        copy, close = button(self.tr("&Copy")), button(self.tr("Cl&ose"), "primary")
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(12))
        column.addWidget(label(self.tr("What went wrong"), size=22, serif=True))
        about = self.tr(
            "What you wrote is kept. This is the whole report: it holds no word of your journal,"
            " and nothing is sent anywhere. Copy it if you would like to tell the makers."
        )
        column.addWidget(label(about))
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        column.addLayout(row)
        copy.clicked.connect(lambda: copy_text(self.text.toPlainText()))
        close.clicked.connect(self.accept)
