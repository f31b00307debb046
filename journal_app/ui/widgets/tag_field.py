"""Tag field: tags with commas between them; those used before are offered as one types."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from journal_app.ui.widgets.line_field import LineField


class TagField(LineField):
    """A leading # is taken away; a tag is kept once, and may have blanks in it."""

    def __init__(self, *, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, placeholder=placeholder, parent=parent)
        self.setProperty("face", "sans")
        self._known = QStringListModel(self)
        self._offers = _LastTag(self._known, self)
        self.setCompleter(self._offers)

    def tags(self) -> tuple[str, ...]:
        """The tags as they stand, each once."""
        found = [part.strip().removeprefix("#").strip() for part in self.text().split(",")]
        return tuple(dict.fromkeys(tag for tag in found if tag))

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show these."""
        self.setText(", ".join(tags))

    def offer(self, known: Sequence[str]) -> None:
        """Offer these while one types."""
        self._known.setStringList(list(known))

    def forget(self) -> None:
        """Hold no word any more."""
        self.clear()
        self._known.setStringList([])


class _LastTag(QCompleter):
    """Completes what stands after the last comma, and leaves the rest."""

    def __init__(self, model: QStringListModel, field: TagField) -> None:
        super().__init__(model, field)
        self._field = field
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = self.popup()
        if popup is not None:
            popup.setAccessibleName(field.accessibleName())

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 (Qt's name)
        """What is looked for: the tag being typed."""
        return [path.rpartition(",")[2].strip().removeprefix("#")]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802
        """What the field says once an offer is taken."""
        before, comma, _ = self._field.text().rpartition(",")
        return f"{before}{comma} {super().pathFromIndex(index)}".lstrip()
