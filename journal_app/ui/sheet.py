"""Sheet: the recovery sheet as a printed page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journal_app.ui.file_chooser import FileChooser

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from journal_app.services.protection import ProtectionService

_MARGIN_MM = 25.0


def as_pdf(text: str) -> bytes:
    """One page with the words of the sheet."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(
        QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM), QPageLayout.Unit.Millimeter
    )
    writer.setCreator("")
    writer.setTitle("")
    _document(text).print_(writer)
    buffer.close()
    return bytes(content.data())


def print_sheet(text: str, parent: QWidget) -> bool:
    """Ask for a printer and print; the system keeps a copy in its print queue for a while."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    _document(text).print_(printer)
    return True


def _document(text: str) -> "QTextDocument":
    from PySide6.QtGui import QFont, QTextDocument

    document = QTextDocument()
    font = QFont("Newsreader")
    font.setPointSizeF(13)
    document.setDefaultFont(font)
    document.setPlainText(text)
    return document


class SheetDesk(QObject):
    """Prints or saves the recovery sheet where the person says."""

    def __init__(
        self, window: QWidget, files: FileChooser, protection: "ProtectionService"
    ) -> None:
        super().__init__(window)
        self._window, self._files, self._protection = window, files, protection

    def give(self, recovery_key: str, printed: bool) -> None:  # noqa: FBT001 (a signal's)
        """Print the sheet, or save it as a page."""
        text = self._protection.statements.recovery_sheet(recovery_key)
        if printed:
            print_sheet(text, self._window)
            return
        path = self._files.save(self.tr("Save the recovery sheet"), "recovery-sheet.pdf")
        if path is not None:
            self._protection.keys.save_sheet(path, as_pdf(text))
