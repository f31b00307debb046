"""Rows: what the search palette lists: headings, places to go, and what was found."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. Without an ``act`` it is a heading; one that ``stays`` leaves the palette open."""

    text: str = field(repr=False)
    act: Callable[[], object] | None = field(default=None, repr=False)
    icon: str = ""
    tone: str = "muted"
    beside: str = field(default="", repr=False)
    keys: str = ""
    words: str = field(default="", repr=False)
    marks: tuple[tuple[int, int], ...] = ()
    stays: bool = False

    @property
    def spoken(self) -> str:
        """The whole row as one sentence."""
        return ". ".join(part for part in (self.text, self.beside, self.words) if part)


class RowModel(QAbstractListModel):
    """The rows as they are now."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def acting(self) -> list[int]:
        """The numbers of the rows that can be chosen."""
        return [number for number, row in enumerate(self.rows) if row.act is not None]

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 (Qt's name)
        """How many rows there are."""
        del parent
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row in words; the delegate takes the row itself."""
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.keys
        return row if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if self.rows[index.row()].act is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
