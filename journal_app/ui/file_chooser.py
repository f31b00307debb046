"""File chooser: the one place a file dialog is opened, so that it leaves no history."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog


class FileChooser:
    """Asks for places. Tests put another in its place."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def save(self, title: str, suggested: str) -> Path | None:
        """Where to save, or None; an existing file is asked about by the dialog."""
        from PySide6.QtWidgets import QFileDialog

        dialog = self._dialog(title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # A name typed without its ending gets it here, so that the dialog asks about the real file.
        dialog.setDefaultSuffix(Path(suggested).suffix.removeprefix("."))
        dialog.selectFile(suggested)
        return self._chosen(dialog)

    def open(self, title: str, pattern: str) -> Path | None:
        """A file that is there, or None."""
        from PySide6.QtWidgets import QFileDialog

        dialog = self._dialog(title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(pattern)
        return self._chosen(dialog)

    def folder(self, title: str) -> Path | None:
        """A folder that is there, or None."""
        from PySide6.QtWidgets import QFileDialog

        dialog = self._dialog(title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        return self._chosen(dialog)

    def _dialog(self, title: str) -> "QFileDialog":
        from PySide6.QtWidgets import QFileDialog

        _keep_no_history()
        dialog = QFileDialog(self._parent, title, str(Path.home()))
        # The systems' own dialogs note each file in a list of recent ones.
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        return dialog

    def _chosen(self, dialog: "QFileDialog") -> Path | None:
        try:
            chosen = dialog.selectedFiles() if dialog.exec() else []
        finally:
            # Gone at once: it would hold the place until the window closes.
            dialog.setParent(None)
            shiboken6.delete(dialog)
            _forget_history()
        return Path(chosen[0]) if chosen else None


def _keep_no_history() -> None:
    """Send the file in which Qt's dialog notes the last places where no file can be."""
    from PySide6.QtCore import QSettings

    nowhere = str(Path(os.devnull) / "tend")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, nowhere)


def _forget_history() -> None:
    """Take the last places out of what is no file: the registry of Windows, a list of macOS."""
    from PySide6.QtCore import QSettings

    notes = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in ("FileDialog/history", "FileDialog/lastVisited"):
        notes.remove(key)
