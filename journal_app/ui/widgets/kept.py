"""Kept: what is being typed in a field, durable soon after each pause, there again when asked."""

from PySide6.QtCore import QObject, QTimer

from journal_app.services.drafts import DraftService
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.writing_area import WritingArea

AUTOSAVE_MS = 800


class Kept(QObject):
    """Belongs to one field; ``forget`` says that its words were used or are not wanted."""

    def __init__(
        self,
        field: LineField | WritingArea,
        drafts: DraftService,
        key: str,
        *,
        person_id: int | None = None,
    ) -> None:
        super().__init__(field)
        self._field, self._drafts, self._key = field, drafts, key
        self._person_id = person_id
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_MS)
        self._timer.timeout.connect(self.keep)
        begun = drafts.line(key)
        self.restored = bool(begun)
        if begun:
            self._show(begun)
        field.edited.connect(self._on_edited)

    def keep(self) -> None:
        """Make it durable now."""
        if self._timer.isActive():
            self._timer.stop()
            self._drafts.keep_line(self._key, self._field.text(), person_id=self._person_id)

    def forget(self) -> str:
        """Empty the field, keep nothing of it, and give back what stood there."""
        stood = self.used()
        self._show("")
        return stood

    def used(self) -> str:
        """Give back what stands there, which needs no keeping any more."""
        self._timer.stop()
        self._drafts.keep_line(self._key, "")
        return self._field.text()

    def bring_back(self, text: str) -> None:
        """Undo a forgetting."""
        self._show(text)
        self._drafts.keep_line(self._key, text, person_id=self._person_id)

    def _show(self, text: str) -> None:
        if isinstance(self._field, WritingArea):
            self._field.set_text(text)
        else:
            self._field.setText(text)

    def _on_edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start()
