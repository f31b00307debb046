"""Fresh page: shows what the journal holds whenever it is seen, and rests while it is not."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from journal_app.services.changes import Topic
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.theme import Theme


class FreshPage(QWidget):
    """Calls ``refresh`` on a change of its topics or of the look; later, if it is hidden now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._topics: AbstractSet[Topic] = frozenset()
        self._stale = False

    def listen(self, theme: Theme, changes: ChangeSignals, topics: AbstractSet[Topic]) -> None:
        """Follow these topics, and the look, from now on."""
        self._topics = topics
        changes.changed.connect(self._on_changed)
        theme.changed.connect(self._on_look)

    def refresh(self) -> None:
        """Show what there is now."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """What changed meanwhile is shown now."""
        if self._stale:
            self._refresh_or_wait(now=True)
        super().showEvent(event)

    @Slot(object)
    def _on_changed(self, topic: Topic) -> None:
        if topic in self._topics:
            self._refresh_or_wait(now=self.isVisible())

    @Slot()
    def _on_look(self) -> None:
        self._refresh_or_wait(now=self.isVisible())

    def _refresh_or_wait(self, *, now: bool) -> None:
        self._stale = not now
        if now:
            self.refresh()
