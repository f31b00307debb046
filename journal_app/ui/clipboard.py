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


_OURS = "application/x-tend-copy"


def copy_text(text: str) -> None:
    """Put words on the clipboard, marked."""
    data = QMimeData()
    data.setText(text)
    QApplication.clipboard().setMimeData(marked_secret(data))


def marked_secret(data: QMimeData) -> QMimeData:
    """The same words, with the marks that keep them out of clipboard histories."""
    for kind, value in _SECRET.items():
        data.setData(kind, value)
    data.setData(_OURS, b"1")
    return data


def forget_copies() -> None:
    """Empty clipboard and selection if what is in them was copied here."""
    clipboard = QApplication.clipboard()
    for mode, owned in (
        (QClipboard.Mode.Clipboard, clipboard.ownsClipboard()),
        (QClipboard.Mode.Selection, clipboard.ownsSelection()),
    ):
        if mode is QClipboard.Mode.Selection and not clipboard.supportsSelection():
            continue
        data = clipboard.mimeData(mode)
        if owned or (data is not None and data.hasFormat(_OURS)):
            clipboard.clear(mode)
