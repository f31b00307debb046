"""Found list: the rows of the search palette, moved through while the cursor stays in the box."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QListView, QWidget

from journal_app.ui.search.row_delegate import RowDelegate
from journal_app.ui.search.rows import Row, RowModel
from journal_app.ui.theme import Theme


class FoundList(QListView):
    """Headings are passed over; what the arrows come to is read aloud."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowModel()
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self._choose(index.row()))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: list[Row]) -> None:
        """Show these instead; the choice stays at its place in the list."""
        kept = self.currentIndex().row()
        self.rows.show(rows)
        acting = self.rows.acting()
        if acting:
            self._point_at(min((n for n in acting if n >= kept), default=acting[-1]))

    def start_over(self) -> None:
        """The first row is the choice again."""
        for number in self.rows.acting()[:1]:
            self._point_at(number)

    def go(self, step: int) -> None:
        """One step goes round at the ends, a longer one stops there."""
        acting = self.rows.acting()
        if not acting:
            return
        now = self.currentIndex().row()
        place = (acting.index(now) if now in acting else -1) + step
        last = len(acting) - 1
        place = place % len(acting) if abs(step) == 1 else max(0, min(last, place))
        self._point_at(acting[place])
        spoken = QAccessibleAnnouncementEvent(self, self.rows.rows[acting[place]].spoken)
        QAccessible.updateAccessibility(spoken)

    def choose(self) -> None:
        """Take what is pointed at."""
        self._choose(self.currentIndex().row())

    def _choose(self, number: int) -> None:
        if number in self.rows.acting():
            self.chosen.emit(self.rows.rows[number])

    def _point_at(self, number: int) -> None:
        index = self.rows.index(number)
        self.setCurrentIndex(index)
        if number in self.rows.acting()[:1]:
            self.scrollToTop()
        else:
            self.scrollTo(index)
