"""Seasons line: many years of one person from afar, a vine with a row for each season."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journal_app.domain.season import Season
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.vine import Mark, Vine
from journal_app.ui.wording import season_text

_STEM, _TEXT, _ROW = 64, 124, 74
_LONGEST = 150  # characters of a sentence that stands for a season


@dataclass(frozen=True, slots=True)
class SeasonRow:
    """One season: what grew in it, in order, and the sentence that stands for it."""

    season: Season
    text: str = field(repr=False)
    marks: tuple[Mark, ...] = ()


class SeasonsLine(QWidget):
    """A season opens when its name is pressed; the drawing shows where flowers were."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[tuple[SeasonRow, QWidget]] = []
        self._shown: tuple[int, tuple[SeasonRow, ...]] = (0, ())
        self.buttons: list[QPushButton] = []
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self.setAccessibleName(self.tr("Growth season by season, oldest first"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._space)
        self._space()

    def show_rows(self, rows: Sequence[SeasonRow]) -> None:
        """Show these seasons from the oldest down."""
        shown = (self._theme.zoom, tuple(rows))
        if shown == self._shown:
            return
        self._shown = shown
        for _row, holder in self._rows:
            self._grid.removeWidget(holder)
            holder.hide()
            holder.deleteLater()
        self._rows, self.buttons = [], []
        for number, row in enumerate(rows):
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, self._theme.px(10))
            column.setSpacing(0)
            name = season_text(row.season)
            open_it = button(name, "name", name=self.tr("Look closer at %1").replace("%1", name))
            open_it.clicked.connect(lambda _on=False, s=row.season: self.chosen.emit(s))
            column.addWidget(open_it, 0, Qt.AlignmentFlag.AlignLeft)
            text = label(_short(row.text), size=16, serif=True)
            text.setContentsMargins(self._theme.px(6), 0, 0, 0)
            column.addWidget(text)
            column.addStretch(1)
            self._grid.addWidget(holder, number, 1)
            self._grid.setRowMinimumHeight(number, self._theme.px(_ROW))
            self._rows.append((row, holder))
            self.buttons.append(open_it)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the vine; each season's leaves and flowers stand within its row."""
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, side = float(self._theme.px(_STEM)), 1
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            x, side = self.width() - x, -1
        marks = []
        for row, holder in self._rows:
            top, high = holder.y() + self._theme.px(14), holder.height() - self._theme.px(18)
            count = len(row.marks)
            marks += [
                (round(top + high * (n + 0.5) / max(1, count)), mark)
                for n, mark in enumerate(row.marks)
            ]
        foot = self.height() - self._theme.px(24)
        Vine(painter, self._theme, x, side=side).paint(
            marks, foot=foot, seen=event.rect(), both_sides=True
        )
        painter.end()

    def _space(self) -> None:
        px = self._theme.px
        self._grid.setContentsMargins(0, px(8), 0, px(24))
        self._grid.setColumnMinimumWidth(0, px(_TEXT))
        self._grid.setVerticalSpacing(0)
        for number in range(len(self._rows)):
            self._grid.setRowMinimumHeight(number, px(_ROW))
        self.update()


def _short(text: str) -> str:
    """The beginning of a text, up to the end of a word."""
    one = " ".join(text.split())
    if len(one) <= _LONGEST:
        return one
    return f"{one[:_LONGEST].rsplit(' ', 1)[0]}…"
