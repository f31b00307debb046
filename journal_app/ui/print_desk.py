"""Print desk: a page shown as the printer will draw it, then printed under no name."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from journal_app.ui.widgets.quiet_document import QuietDocument

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog


class PrintDesk(QObject):
    """Holds one page at a time, and none once its preview is closed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.preview: QPrintPreviewDialog | None = None
        self._printers: dict[QPrintPreviewDialog, QPrinter] = {}

    def show(self, html: str) -> "QPrintPreviewDialog":
        """Open the preview of a page; from there it goes to a printer or into a PDF."""
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("Tend")  # what a queue and its log show
        document = page_of(html, self)
        preview = QPrintPreviewDialog(printer, self._window)
        preview.setWindowTitle(self.tr("Print"))
        preview.paintRequested.connect(document.print_)
        preview.finished.connect(lambda _result: self._forget(preview, document))
        # The dialog does not keep the printer it shows, and asks for it to its very end.
        self._printers[preview] = printer
        preview.destroyed.connect(lambda: self._printers.pop(preview))
        self.preview = preview
        preview.open()
        return preview

    def _forget(self, preview: "QPrintPreviewDialog", document: QTextDocument) -> None:
        self.preview = None
        document.clear()
        document.deleteLater()
        preview.deleteLater()


def page_of(html: str, parent: QObject) -> QTextDocument:
    """The page as a document that fetches nothing."""
    document = QuietDocument(parent)
    document.setDocumentMargin(0)
    document.setHtml(html)
    return document
