"""Joy jar: one past moment at a time, taken out when one likes, and never counted."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets import flora
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label, words

# Where the flowers and leaves lie in the jar: from the left, from the top, size, turn, a flower?
_INSIDE = (
    (0.30, 0.84, 17, 10, True),
    (0.52, 0.88, 15, 40, False),
    (0.70, 0.82, 19, 55, True),
    (0.42, 0.70, 15, 200, False),
    (0.58, 0.66, 16, 25, True),
    (0.32, 0.60, 14, 320, False),
    (0.71, 0.58, 13, 230, False),
)


@dataclass(frozen=True, slots=True)
class JoyNote:
    """One thing in the jar: its day, its words, and whom it was about or nothing."""

    day: str
    text: str = field(repr=False)
    about: str = field(default="", repr=False)


class JarDrawing(QWidget):
    """A jar with flowers in it; open, one of them has come out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open = False
        self.setAccessibleName(self.tr("A jar of flowers"))
        theme.changed.connect(self.updateGeometry)

    def set_open(self, *, is_open: bool) -> None:
        """Take the lid off, or put it on."""
        self._open = is_open
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A small jar with room over it."""
        return QSize(self._theme.px(84), self._theme.px(118))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint glass, flowers and lid."""
        del event
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        glass = QRectF(px(12), px(40), px(60), px(74))
        body = QPainterPath()
        body.addRoundedRect(glass, px(16), px(16))
        painter.fillPath(body, theme.color("surface"))
        for across, down, size, turn, flower in _INSIDE:
            at = QPointF(glass.x() + glass.width() * across, glass.y() + glass.height() * down)
            if flower:
                flora.blossom(painter, theme, at, px(size), turn=turn)
            else:
                flora.leaf(painter, theme, at, px(size), turn)
        line = QColor(theme.color("muted"))
        line.setAlphaF(0.7)
        painter.setPen(QPen(line, max(1.0, 1.6 * theme.zoom / 100)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(body)
        painter.drawLine(
            QPointF(glass.x() + px(9), glass.y() + px(22)),
            QPointF(glass.x() + px(9), glass.y() + px(46)),
        )
        painter.save()
        if self._open:
            painter.translate(glass.right() - px(2), glass.y() - px(8))
            painter.rotate(38)
            painter.translate(-(glass.right() - px(2)), -(glass.y() - px(8)))
        lid = QRectF(glass.x() + px(6), glass.y() - px(10), glass.width() - px(12), px(11))
        painter.setBrush(theme.color("joy_soft"))
        painter.drawRoundedRect(lid, px(3), px(3))
        painter.restore()
        if self._open:
            flora.blossom(painter, theme, QPointF(px(30), px(17)), px(30), turn=12)
        painter.end()


class JoyJar(Card):
    """Closed at first; each press takes out another moment, in an order of the week's own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "joy", parent, pad=20)
        self._notes: list[JoyNote] = []
        self._next = 0
        self.drawing = JarDrawing(theme)
        self.title = label(self.tr("The joy jar"), size=18, serif=True)
        self.lead = label(self.tr("A moment from before, when you like one."), tone="muted")
        self.day = label("", size=12, tone="joy", strong=True)
        self.text = words("", size=16)
        self.button = button(self.tr("&Take one out"))
        side = QVBoxLayout()
        side.setSpacing(theme.px(6))
        for part in (self.title, self.lead, self.day, self.text):
            side.addWidget(part)
        acts = QHBoxLayout()
        acts.addWidget(self.button)
        acts.addStretch(1)
        side.addLayout(acts)
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(self.drawing, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(side, 1)
        self.body.addLayout(row)
        self.button.clicked.connect(self.take_one)
        self._close()

    def fill(self, notes: Sequence[JoyNote], *, begin: int) -> None:
        """Put these in; ``begin`` says which comes out first, the same all week."""
        if list(notes) == self._notes:
            return
        self._notes, self._next = list(notes), begin
        self._close()

    def take_one(self) -> None:
        """Show the next."""
        if not self._notes:
            return
        note = self._notes[self._next % len(self._notes)]
        self._next += 1
        self.drawing.set_open(is_open=True)
        self.day.setText(f"{note.about} · {note.day}" if note.about else note.day)
        self.text.setText(note.text)
        self.lead.hide()
        self.day.show()
        self.text.show()
        self.button.setText(self.tr("&Another one"))
        self.button.setAccessibleName(self.tr("Another one"))
        self.button.setVisible(len(self._notes) > 1)

    def _close(self) -> None:
        self.drawing.set_open(is_open=False)
        self.day.hide()
        self.text.hide()
        self.text.setText("")
        self.lead.show()
        taken = self.tr("&Take one out")
        self.button.setText(taken)
        self.button.setAccessibleName(taken.replace("&", ""))
        self.button.show()
