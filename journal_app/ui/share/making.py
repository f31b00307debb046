"""Making: the pack on its way, handed from step to step; nothing of it is on the disk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_app.services.pack import Pack, PackRequest
from journal_app.services.sharing import SharingService
from journal_app.ui.theme import Theme


class Making:
    """What was chosen so far, and the pack as it would leave now."""

    def __init__(self, sharing: SharingService, today: Callable[[], date]) -> None:
        self.sharing, self.today = sharing, today
        self.request: PackRequest = sharing.request(today())
        self._pack: Pack | None = None
        self._fresh = False

    @property
    def pack(self) -> Pack:
        """The pack, composed anew only when something was chosen since."""
        if self._pack is None or not self._fresh:
            self._pack = self.sharing.compose(self.request, before=self._pack)
            self._fresh = True
        return self._pack

    def choose(self, request: PackRequest | None = None, **chosen: Any) -> None:
        """Change what was chosen."""
        changed = replace(request or self.request, **chosen)
        if changed != self.request:
            self.request = changed
            self._fresh = False

    def look_again(self) -> None:
        """Something outside the request changed: the journal, or what a word is."""
        self._fresh = False

    def begin_anew(self) -> None:
        """Start another pack: new names, nothing chosen."""
        self.request = self.sharing.request(self.today())
        self._pack, self._fresh = None, False


class ShareStep(QWidget):
    """One step. ``changed`` says that the person chose something here."""

    changed = Signal()

    def __init__(self, theme: Theme, making: Making, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.making = theme, making

    def enter(self) -> None:
        """Show what was chosen so far."""

    def leave(self) -> None:
        """Take in what was typed."""
