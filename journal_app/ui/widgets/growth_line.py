"""Growth line: a vine of dated sentences, the oldest at its top, celebrations as its blossoms."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QWidget

from journal_app.domain.season import Season
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.vine import Mark, Vine
from journal_app.ui.wording import season_text, short_day_text

_WIDE_STEM, _NARROW_STEM = 128, 30
_NARROW_BELOW = 540
_TEXT_FROM_STEM = 52
_KINDS = {
    Mark.LEAF: lambda: QCoreApplication.translate("GrowthLine", "A step"),
    Mark.BLOSSOM: lambda: QCoreApplication.translate("GrowthLine", "A celebration"),
    Mark.BUD: lambda: QCoreApplication.translate("GrowthLine", "A plan or promise of yours"),
}
_NEXT = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class LinePoint:
    """One sentence and its day; ``acts`` are what can be done with it, each a key and its words.

    ``kind`` is the part of the note that says what grew, and may be read by anyone.
    """

    on: date
    day: str
    text: str = field(repr=False)
    note: str = field(default="", repr=False)
    mark: Mark = Mark.LEAF
    ref: str = ""
    acts: tuple[tuple[str, str], ...] = ()
    kind: str = ""


class _Node:
    """The labels of one point, and where they stand."""

    def __init__(self, line: QWidget, point: LinePoint, heading: str, day: str, said: str) -> None:
        self.point = point
        plan = point.mark is Mark.BUD
        self.heading = label(heading, size=14, tone="muted", strong=True) if heading else None
        self.day = label(day, size=12, tone="muted")
        self.text = words(point.text, size=16 if plan else 18)
        self.text.setAccessibleName(said)
        self.texts: list[QLabel] = [self.text]
        if point.note:
            tone = {Mark.BLOSSOM: "joy", Mark.LEAF: "growth", Mark.BUD: "preview"}[point.mark]
            self.texts.append(label(point.note, tone=tone))
        self.acts: list[QWidget] = []
        for part in self.labels:
            part.setParent(line)
            part.show()

    @property
    def labels(self) -> list[QLabel]:
        """Every label of the node."""
        return [*([self.heading] if self.heading else []), self.day, *self.texts]

    def drop(self) -> None:
        """Take the node off the line."""
        for part in (*self.labels, *self.acts):
            part.hide()
            part.deleteLater()


class GrowthLine(QWidget):
    """Real labels beside a painted vine: a reader hears what the eye sees, and words can be taken.

    The arrow keys walk from sentence to sentence; the one stood at shows what can be done with it.
    """

    asked = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._nodes: list[_Node] = []
        self._stood_at: _Node | None = None
        self._foot = 0
        self.setAccessibleName(self.tr("Growth, oldest first; the arrow keys walk along it"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._relay)

    @property
    def points(self) -> list[LinePoint]:
        """What is shown, from the oldest down."""
        return [node.point for node in self._nodes]

    def show_points(self, points: Sequence[LinePoint]) -> None:
        """Show these points, a heading where a new season begins."""
        for node in self._nodes:
            node.drop()
        self._nodes, self._stood_at = [], None
        season: Season | None = None
        seasons = {Season.of(point.on) for point in points}
        for point in points:
            new = Season.of(point.on)
            heading = season_text(new) if new != season and len(seasons) > 1 else ""
            # Where headings tell the year, a day needs none of its own.
            day = short_day_text(point.on) if len(seasons) > 1 else point.day
            said = f"{_KINDS[point.mark]()}, {point.day}: {point.text}"
            node = _Node(self, point, heading, day, said)
            node.text.installEventFilter(self)
            self._nodes.append(node)
            season = new
        self._relay()

    def stand_at(self, index: int) -> None:
        """Go to a sentence, as the arrow keys do."""
        node = self._nodes[max(0, min(index, len(self._nodes) - 1))]
        node.text.setFocus(Qt.FocusReason.OtherFocusReason)
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(node.text, 0, self._theme.px(60))

    # --- keys and focus ---

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Down begins at the oldest, Up and End at the newest."""
        if self._nodes and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Home}:
            self.stand_at(0)
        elif self._nodes and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_End}:
            self.stand_at(len(self._nodes) - 1)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Walk with the arrow keys; a sentence one comes to shows its acts."""
        node = next((n for n in self._nodes if n.text is watched), None)
        if node is None:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.FocusIn:
            self._come_to(node)
        elif event.type() is QEvent.Type.FocusOut:
            self.update()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            at = self._nodes.index(node)
            key = Qt.Key(event.key())
            if key in _NEXT:
                self.stand_at(at + _NEXT[key])
                return True
            if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
                self.stand_at(0 if key is Qt.Key.Key_Home else len(self._nodes) - 1)
                return True
        return super().eventFilter(watched, event)

    def _come_to(self, node: _Node) -> None:
        if node is not self._stood_at:
            if self._stood_at is not None:
                for act in self._stood_at.acts:
                    act.hide()
                    act.deleteLater()
                self._stood_at.acts = []
            self._stood_at = node
            before: QWidget = node.text
            for key, text in node.point.acts:
                act = button(text, "text")
                act.setParent(self)
                act.clicked.connect(
                    lambda _on=False, k=key, r=node.point.ref: self.asked.emit(r, k)
                )
                act.show()
                self.setTabOrder(before, act)
                node.acts.append(act)
                before = act
            self._relay()
        self.update()

    # --- laying ---

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height of all sentences at this width."""
        return self._lay(width, move=False)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A readable width, and the height that goes with it."""
        wide = self.width() or self._theme.px(600)
        return QSize(self._theme.px(300), self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for a few words."""
        return QSize(self._theme.px(240), 0)

    def event(self, event: QEvent) -> bool:
        """Words that grew, in another size or face, move those under them."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._relay()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width moves everything."""
        super().resizeEvent(event)
        self._lay(self.width(), move=True)

    def _relay(self) -> None:
        self._lay(self.width(), move=True)
        self.updateGeometry()
        self.update()

    def _lay(self, width: int, *, move: bool) -> int:
        px = self._theme.px
        narrow = _is_narrow(self._theme, width)
        left = px((_NARROW_STEM if narrow else _WIDE_STEM) + _TEXT_FROM_STEM - (8 if narrow else 0))
        room = max(px(80), width - left - px(8))
        y = px(46)
        for node in self._nodes:
            if node.heading is not None:
                y += px(10)
                y = self._put(node.heading, left, y, room, px(8), move=move)
            if narrow:
                y = self._put(node.day, left, y, room, px(4), move=move)
            elif move:
                # The small day stands on the line of the first words.
                down = px(6 if node.point.mark is not Mark.BUD else 4)
                room_of_day = left - px(_TEXT_FROM_STEM + 36)
                high = max(node.day.sizeHint().height(), node.day.heightForWidth(room_of_day))
                self._place(node.day, QRect(0, y + down, room_of_day, high))
            for text in node.texts:
                y = self._put(text, left, y, room, px(2), move=move)
            y = self._put_acts(node, left, y, move=move) + px(22)
        self._foot = y
        return y + px(24)

    def _put(self, part: QWidget, x: int, y: int, room: int, gap: int, *, move: bool) -> int:
        height = max(part.heightForWidth(room), 0) or part.sizeHint().height()
        if move:
            self._place(part, QRect(x, y, room, height))
        return y + height + gap

    def _put_acts(self, node: _Node, x: int, y: int, *, move: bool) -> int:
        if not node.acts:
            return y
        x -= self._theme.px(10)
        for act in node.acts:
            hint = act.sizeHint()
            if move:
                self._place(act, QRect(x, y, hint.width(), hint.height()))
            x += hint.width()
        return y + node.acts[0].sizeHint().height()

    def _place(self, part: QWidget, rect: QRect) -> None:
        if self.isRightToLeft():
            rect.moveRight(self.width() - rect.left())
        if isinstance(part, QLabel) and any(part is node.day for node in self._nodes):
            side = (
                Qt.AlignmentFlag.AlignLeading
                if _is_narrow(self._theme, self.width())
                else Qt.AlignmentFlag.AlignTrailing
            )
            part.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        part.setGeometry(rect)

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the vine, a leaf for each step, a blossom for each celebration."""
        if not self._nodes:
            return
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ring(painter)
        narrow = _is_narrow(self._theme, self.width())
        x = float(theme.px(_NARROW_STEM if narrow else _WIDE_STEM))
        side = 1
        if self.isRightToLeft():
            x, side = self.width() - x, -1
        marks = [
            (node.text.y() + theme.px(11 if node.point.mark is Mark.BUD else 13), node.point.mark)
            for node in self._nodes
        ]
        Vine(painter, theme, x, side=side).paint(marks, foot=self._foot, seen=event.rect())
        painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        px = self._theme.px
        ring = QPen(self._theme.color("accent"), max(1, px(2)))
        if self.hasFocus():
            painter.setPen(ring)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(12), px(12))
        node = self._stood_at
        if node is None or not node.text.hasFocus():
            return
        box = QRectF(node.text.geometry())
        for text in node.texts:
            box = box.united(QRectF(text.geometry()))
        painter.setPen(ring)
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(box.adjusted(-px(8), -px(3), px(6), px(4)), px(10), px(10))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _is_narrow(theme: Theme, width: int) -> bool:
    return width < theme.px(_NARROW_BELOW)
