"""Page: a heading over one centred column that scrolls."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.labels import label
from journal_app.ui.wording import breakable

MEASURE = 760
QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt has it, its Python does not
_SHARE = 100
_LOW = 480
# What begins lower than this part of the window may not be seen to have changed.
_DEEP = 0.6


class PageHeader(QWidget):
    """A small muted line, the heading in the reading face, and room for widgets beside it."""

    def __init__(self, theme: Theme, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.over = label("", size=14, tone="muted")
        self.heading = label(heading, size=36, serif=True)
        self.setAccessibleName(heading)
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        column.addWidget(self.over)
        column.addWidget(self.heading)
        self.side = QHBoxLayout()
        self.side.setSpacing(theme.px(8))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(column, 1)
        self._row.addLayout(self.side)
        self.over.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Where the longest word of the heading leaves no room beside it, the rest goes below."""
        super().resizeEvent(event)
        longest = self.heading.minimumSizeHint().width()
        wide = longest + self._row.spacing() + self.side.sizeHint().width() <= self.width()
        # One beside the heading stands at its end, one below it where the heading begins.
        turn = QHBoxLayout.Direction.LeftToRight if wide else QHBoxLayout.Direction.TopToBottom
        if self._row.direction() != turn:
            self._row.setDirection(turn)
            side = Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignLeading
            self._row.setAlignment(self.side, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """No wider than its widest part, which may stand alone."""
        size = super().minimumSizeHint()
        widest = max(self.heading.minimumSizeHint().width(), self.side.minimumSize().width())
        return QSize(min(size.width(), widest), size.height())

    def give_way_on(self, page: QWidget) -> None:
        """Where this page is low, its small line names it, and the heading gives its room away."""
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the height of the page."""
        if isinstance(watched, QWidget) and event.type() is QEvent.Type.Resize:
            self.heading.setVisible(watched.height() >= self._theme.px(_LOW))
        return super().eventFilter(watched, event)

    def say(self, heading: str, over: str = "") -> None:
        """Show a heading and the small line over it."""
        self.heading.setText(breakable(heading))
        self.over.setText(over)
        self.over.setVisible(bool(over))


class _Sheet(QWidget):
    """What scrolls: as high as its column is at the width it has, and no higher.

    Qt would take the height wrapped labels have at their narrowest, and scroll a page that fits.
    """

    def __init__(self, column: QWidget) -> None:
        super().__init__()
        self._column = column
        self.setObjectName("page")

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """The height of the column and its margins."""
        layout, around = self._column.layout(), self.layout()
        if layout is None or around is None:
            return super().minimumSizeHint()
        margins = around.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        # A hair beside the column goes to the stretches: a line that just fits may then wrap.
        room = room * _SHARE // (_SHARE + 2)
        width = min(self._column.maximumWidth(), room)
        height = (
            layout.heightForWidth(width)
            if layout.hasHeightForWidth()
            else layout.sizeHint().height()
        )
        return QSize(layout.minimumSize().width(), height + margins.top() + margins.bottom())

    def sizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.minimumSizeHint()


class PageColumn(QScrollArea):
    """A scrolling column, at most one measure wide and centred, with generous margins."""

    def __init__(
        self, theme: Theme, *, measure: int = MEASURE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Its own: of a view that Qt makes PySide reads every kind of widget before it knows it.
        self.setViewport(QWidget())
        self._theme = theme
        self._measure: int | None = measure
        self._column = QWidget()
        self.body = QVBoxLayout(self._column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._sheet = _Sheet(self._column)
        self._row = QHBoxLayout(self._sheet)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._row.addStretch(1)
        self._row.addWidget(self._column, _SHARE)
        self._row.addStretch(1)
        self.setWidget(self._sheet)
        self._column.installEventFilter(self)
        theme.changed.connect(self._space)
        self._space()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A column that grew or shrank asks for another height."""
        if watched is self._column and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width is another height."""
        super().resizeEvent(event)
        self._fit()

    def come_to(self, part: QWidget) -> None:
        """Scroll to where a part of the column begins, unless it is seen to begin already."""
        self.body.activate()
        self._fit()
        top = part.mapTo(self._sheet, QPoint(0, 0)).y()
        if top - self.verticalScrollBar().value() > self.viewport().height() * _DEEP:
            self.verticalScrollBar().setValue(top - self._theme.px(16))

    def set_measure(self, measure: int | None) -> None:
        """Let the column be this wide, or as wide as there is room."""
        if measure != self._measure:
            self._measure = measure
            self._space()

    def _fit(self) -> None:
        view = self.viewport().size()
        self._sheet.resize(view.width(), self._sheet.height())
        self._sheet.resize(view.width(), max(view.height(), self._sheet.sizeHint().height()))

    def _space(self) -> None:
        px = self._theme.px
        self._column.setMaximumWidth(px(self._measure) if self._measure else QWIDGETSIZE_MAX)
        self._row.setContentsMargins(px(32), px(28), px(32), px(28))
        self.body.setSpacing(px(16))
        self._fit()
