"""Rescuer: restores or salvages a journal that did not open, as the lock page asks."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journal_app.domain.errors import JournalError
from journal_app.services.protection import ProtectionService
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.pages.lock_page import LockPage
from journal_app.ui.trouble import in_words

if TYPE_CHECKING:
    from journal_app.services.journal import Journal


class Rescuer(QObject):
    """Hands the rescued journal, and what to say of it, to ``opened``."""

    def __init__(
        self,
        window: QWidget,
        files: FileChooser,
        protection: ProtectionService,
        opened: "Callable[[Journal, str], object]",
    ) -> None:
        super().__init__(window)
        self._files, self._protection, self._opened = files, protection, opened

    def rescue(self, page: LockPage, passphrase: str, way: object) -> None:
        """Take this way: a backup's path, ``file`` to choose one, or ``salvage``."""
        path = (
            self._files.open(self.tr("Choose a backup"), "*.tendbackup") if way == "file" else way
        )
        restoring, given = self._protection.restoring, passphrase or None
        try:
            if way == "salvage":
                from journal_app.ui.wording import fill, number_text

                done = restoring.salvage(passphrase=given)
                text = fill(
                    self.tr("Pieces saved: %1. Pieces that could not be read: %2."),
                    number_text(done.saved),
                    number_text(done.lost),
                )
            elif isinstance(path, Path):
                restoring.restore(path, passphrase=given)
                text = self.tr("Restored. What was here before is kept.")
            else:
                return
        except JournalError as error:
            page.say(in_words(error))
            return
        if self._protection.journal is not None:
            self._opened(self._protection.journal, text)
