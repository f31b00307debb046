"""Row delegate: paints the rows of the search palette."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journal_app.ui.icons import pixmap
from journal_app.ui.search.rows import Row
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.painted_words import marked, paint_words

HEADING, PLAIN, FOUND, LONG_FOUND = 34, 42, 62, 84
_TWO_LINES = 72  # characters that may take a second line


class RowDelegate(QStyledItemDelegate):
    """Headings are small and muted; what was found shows its words with the matches marked."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[tuple[str, str], QPixmap] = {}
        theme.changed.connect(self._icons.clear)

    def sizeHint(  # noqa: N802 (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The height of a row of its kind."""
        del option
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        height = HEADING if row.act is None else PLAIN
        if row.words:
            height = LONG_FOUND if len(row.words) > _TWO_LINES else FOUND
        return QSize(self._theme.px(200), self._theme.px(height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One row."""
        theme = self._theme
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.act is None:
            self._heading(painter, rect, row)
        else:
            self._choice(painter, rect, row, chosen=chosen)
        if chosen:
            box = rect.adjusted(theme.px(8), 1, -theme.px(8), -1)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(box, theme.px(10), theme.px(10))
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        theme = self._theme
        box = rect.adjusted(theme.px(20), theme.px(12), -theme.px(20), 0)
        font = theme.sans(12, QFont.Weight.DemiBold)
        paint_words(painter, box, row.text, font, theme.color("muted"))

    def _choice(self, painter: QPainter, rect: QRectF, row: Row, *, chosen: bool) -> None:
        theme, px = self._theme, self._theme.px
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(rect.adjusted(px(8), 1, -px(8), -1), px(10), px(10))
        top = rect.top() + px(11)
        painter.drawPixmap(round(rect.left() + px(20)), round(top), self._icon(row))
        left, right = rect.left() + px(50), rect.right() - px(20)
        small = theme.sans(12)
        painter.setFont(small)
        beside = row.beside or row.keys
        side = painter.fontMetrics().horizontalAdvance(beside)
        if beside:
            painter.setPen(theme.color("muted"))
            painter.drawText(
                QRectF(right - side, top, side + 1, px(18)),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                beside,
            )
        font = theme.sans(14, QFont.Weight.DemiBold if row.words else QFont.Weight.Medium)
        box = QRectF(left, top, max(0.0, right - side - px(12) - left), px(20))
        paint_words(painter, box, row.text, font, theme.color("ink"))
        if row.words:
            words = QRectF(left, top + px(22), right - left, px(48))
            paint_words(
                painter,
                words,
                row.words,
                theme.serif(16),
                theme.color("ink"),
                lines=2 if len(row.words) > _TWO_LINES else 1,
                formats=marked(theme, row.words, row.marks),
            )

    def _icon(self, row: Row) -> QPixmap:
        look = (row.icon, row.tone)
        if look not in self._icons:
            self._icons[look] = pixmap(self._theme, *look, 18)
        return self._icons[look]
