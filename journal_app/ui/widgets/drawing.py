"""Drawing: a small icon beside words that say the same, which a reader passes over."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal_app.ui.icons import pixmap
from journal_app.ui.theme import Theme


class Drawing(QWidget):
    """An icon of the theme. A label with a picture would be read out as an image without a name."""

    def __init__(
        self, theme: Theme, icon: str, ink: str, size: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._ink, self._size = theme, icon, ink, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)
        self._dress()

    def show_icon(self, icon: str, ink: str) -> None:
        """Draw another one."""
        self._icon, self._ink = icon, ink
        self._dress()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A square of its size at the zoom in force."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the icon."""
        del event
        painter = QPainter(self)
        painter.drawPixmap(self.rect(), self._drawn)
        painter.end()

    def _dress(self) -> None:
        self._drawn = pixmap(self._theme, self._icon, self._ink, self._size)
        self.updateGeometry()
        self.update()
