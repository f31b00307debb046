"""Date field: a day to set, by keys or from a calendar."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QWidget


class DateField(QDateEdit):
    """Day, month and year in the order of the locale.

    Where one reads from right to left, Qt would turn the numbers round, and 25/11/26 was 26/25/11.
    """

    def __init__(self, day: QDate | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if day is not None:
            self.setDate(day)
