"""Clipboard: what was copied out of the journal is marked secret and goes when it locks."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

# How password managers ask clipboard histories to look away: KDE, GNOME's, Windows, macOS.
_SECRET = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nautilus-clipboard-secret": b"1",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": b"\0\0\0\0",
    "CanUploadToCloudClipboard": b"\0\0\0\0",
    "org.nspasteboard.ConcealedType": b"",
}


def marked_secret(data: QMimeData) -> QMimeData:
    """The same words, with the marks that keep them out of clipboard histories."""
    for kind, value in _SECRET.items():
        data.setData(kind, value)
    return data


def forget_copies() -> None:
    """Empty clipboard and selection if what is in them was copied here."""
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
