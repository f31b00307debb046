"""File chooser: the one place a file dialog is opened, so that it leaves no history."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class FileChooser:
    """Asks where to save. Tests put another in its place."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def save(self, title: str, suggested: str) -> Path | None:
        """The place chosen, or None; an existing file is asked about by the dialog."""
        dialog = QFileDialog(self._parent, title, str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Qt writes the last places into a settings file, names of files with them.
        dialog.setHistory([])
        dialog.selectFile(suggested)
        if not dialog.exec():
            return None
        chosen = dialog.selectedFiles()
        return Path(chosen[0]) if chosen else None
