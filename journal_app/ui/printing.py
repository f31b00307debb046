"""Printing: pages that are already drawn, sent to a printer the person chooses."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def print_pictures(pages: Sequence[bytes], parent: QWidget) -> bool:
    """Ask for a printer and print; the system keeps a copy in its print queue for a while."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    # The queue shows this name to others.
    printer.setDocName("")
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    paint_pages(printer, pages)
    return True


def paint_pages(printer: "QPrinter", pages: Sequence[bytes]) -> None:
    """Each picture on a page of its own, as large as it fits."""
    painter = QPainter(printer)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        image = QImage.fromData(page)
        room = painter.viewport()
        size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
    painter.end()
