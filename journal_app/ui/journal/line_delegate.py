"""Line delegate: paints the lines of the timeline."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journal_app.domain.timeline import WEEK, Line
from journal_app.ui.icons import pixmap
from journal_app.ui.journal.timeline_model import Heading, TimelineModel
from journal_app.ui.kinds import kind_look
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.painted_words import paint_words

HEADING, SHORT, LONG = 40, 60, 80


class LineDelegate(QStyledItemDelegate):
    """Air and hairlines; the kind is told by a small icon, never by a number."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[tuple[str, str], QPixmap] = {}
        theme.changed.connect(self._icons.clear)

    def sizeHint(  # noqa: N802 (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The height of a heading, of a line, or of one with words below its title."""
        del option
        row = index.data(Qt.ItemDataRole.UserRole)
        height = HEADING
        if isinstance(row, Line):
            model = self._model(index)
            height = LONG if model.under(row) and model.about(row) else SHORT
        return QSize(self._theme.px(200), self._theme.px(height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One row."""
        row = index.data(Qt.ItemDataRole.UserRole)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._heading(painter, rect, row)
        else:
            self._ground(painter, rect, option)
            self._line(painter, rect, row, self._model(index))
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRectF, row: Heading) -> None:
        theme, px = self._theme, self._theme.px
        box = rect.adjusted(px(12), px(18), -px(12), 0)
        font = theme.sans(12, QFont.Weight.DemiBold)
        paint_words(painter, box, row.text, font, theme.color("muted"))

    def _ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
        theme, state = self._theme, option.state
        box = rect.adjusted(2, 2, -2, -2)
        radius = theme.px(10)
        ground = None
        if state & QStyle.StateFlag.State_Selected:
            ground = "accent_soft"
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = "sunken"
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(ground))
            painter.drawRoundedRect(box, radius, radius)
        held = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
        if state & held == held:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(box, radius, radius)

    def _line(self, painter: QPainter, rect: QRectF, line: Line, model: TimelineModel) -> None:
        theme, px = self._theme, self._theme.px
        icon, tone = kind_look(line.kind)
        top, left = rect.top() + px(10), rect.left() + px(40)
        right = rect.right() - px(12)
        painter.drawPixmap(round(rect.left() + px(12)), round(top), self._icon(icon, tone))
        if line.starred:
            right -= px(22)
            painter.drawPixmap(round(right + px(6)), round(top), self._icon("star", "joy_ink"))
        weight = QFont.Weight.Medium if line.kind == WEEK else QFont.Weight.Normal
        title = QRectF(left, top - px(2), right - left, px(24))
        paint_words(painter, title, model.title(line), theme.serif(16, weight), theme.color("ink"))
        bottom = QRectF(left, top + px(22), rect.right() - px(12) - left, px(18))
        under = model.under(line)
        if under:
            paint_words(painter, bottom, under, theme.sans(12), theme.color("muted"))
            bottom.translate(0, px(18))
        paint_words(painter, bottom, model.about(line), theme.sans(12), theme.color("muted"))

    def _icon(self, name: str, tone: str) -> QPixmap:
        if (name, tone) not in self._icons:
            self._icons[name, tone] = pixmap(self._theme, name, tone, 16)
        return self._icons[name, tone]

    def _model(self, index: QModelIndex | QPersistentModelIndex) -> TimelineModel:
        model = index.model()
        assert isinstance(model, TimelineModel)  # noqa: S101 (it paints no other)
        return model
