"""Window actions: the shortcuts that reach every page, and reach nothing while it is locked."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from journal_app.domain.preferences import LARGEST_ZOOM, SMALLEST_ZOOM, USUAL_ZOOM, ZOOM_STEP
from journal_app.services.preferences import PreferenceService
from journal_app.ui.guard import Guard

if TYPE_CHECKING:
    from journal_app.ui.workspace import Workspace


class WindowActions(QObject):
    """Adds its actions to a window; those of the journal are off while it is closed."""

    def __init__(
        self,
        window: QMainWindow,
        preferences: PreferenceService,
        *,
        workspace: "Callable[[], Workspace | None]",
        lock: Callable[[], None],
        guard: Guard,
        leave: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window, self._preferences, self._workspace = window, preferences, workspace
        self._guard = guard
        self._made: list[QAction] = []
        self._of_journal = [
            self._add("actionLock", self.tr("Lock"), "Ctrl+L", lock),
            self._add("actionNewEntry", self.tr("Write freely"), "Ctrl+N", self._new_entry),
            self._add("actionSearch", self.tr("Search"), "Ctrl+K", self._search),
            self._add("actionCapture", self.tr("Catch a line"), "Ctrl+Shift+N", self._capture),
            self._add("actionHelp", self.tr("Help"), "F1", self._help),
            self._add("actionSave", self.tr("Save"), "Ctrl+S", self._keep),
        ]
        self._mask = self._add(
            "actionMask", self.tr("Cover the window"), "Ctrl+Shift+M", self._cover
        )
        self._add("actionQuit", self.tr("Quit"), "Ctrl+Q", leave)
        for name, text, keys, by in (
            ("actionZoomIn", self.tr("Larger"), "Ctrl++ Ctrl+=", ZOOM_STEP),
            ("actionZoomOut", self.tr("Smaller"), "Ctrl+-", -ZOOM_STEP),
            ("actionZoomReset", self.tr("Usual size"), "Ctrl+0", 0),
        ):
            self._add(name, text, keys, partial(self._zoom, by))

    def take_away(self) -> None:
        """Take every action from the window, before others in another language come."""
        for action in self._made:
            self._window.removeAction(action)
            action.deleteLater()
        self.deleteLater()

    def allow(self, *, open_journal: bool) -> None:
        """Switch the journal's actions on or off."""
        for action in (*self._of_journal, self._mask):
            action.setEnabled(open_journal)

    def allow_under_cover(self, *, covered: bool) -> None:
        """Under the cover only lock, quit and the cover itself answer."""
        for action in self._of_journal[1:]:
            action.setEnabled(not covered)

    def _add(self, name: str, text: str, keys: str, act: Callable[[], object]) -> QAction:
        made = QAction(text, self._window)
        made.setObjectName(name)
        made.setShortcuts([QKeySequence(k) for k in keys.split(" ")])
        made.triggered.connect(lambda: act())
        self._window.addAction(made)
        self._made.append(made)
        return made

    def _cover(self) -> None:
        self._guard.toggle_cover()
        self.allow_under_cover(covered=self._guard.covered)

    def _keep(self) -> None:
        workspace = self._workspace()
        if workspace is not None:
            workspace.keep()

    def _capture(self) -> None:
        workspace = self._workspace()
        if workspace is not None:
            workspace.capture()

    def _new_entry(self) -> None:
        workspace = self._workspace()
        if workspace is not None:
            workspace.open_entry()

    def _help(self) -> None:
        workspace = self._workspace()
        if workspace is not None:
            workspace.open("help")

    def _search(self) -> None:
        workspace = self._workspace()
        if workspace is not None:
            workspace.open_search()

    def _zoom(self, by: int) -> None:
        wanted = self._preferences.now.zoom + by if by else USUAL_ZOOM
        self._preferences.change(zoom=max(SMALLEST_ZOOM, min(LARGEST_ZOOM, wanted)))
