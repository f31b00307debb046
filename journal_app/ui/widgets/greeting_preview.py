"""Greeting preview: a card as it will leave the printer, lying on the page."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal_app.ui.theme import Theme

_SHADOW = 10


class GreetingPreview(QWidget):
    """As wide as it may be, as high as the card then is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QPixmap()
        self._shape = (148, 105)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clear()

    @property
    def shows_a_card(self) -> bool:
        """True once a drawing has come."""
        return not self._image.isNull()

    def show_card(self, drawing: bytes, shape: tuple[int, int], words: str) -> None:
        """Show a drawing; a reader hears its words."""
        self._image.loadFromData(drawing)
        self.setAccessibleName(self.tr("The card: %1").replace("%1", words))
        if shape != self._shape:
            self._shape = shape
            self.updateGeometry()
        self.update()

    def clear(self) -> None:
        """Show nothing, for another card."""
        self._image = QPixmap()
        self.setAccessibleName(self.tr("The card"))
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """A card keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The card and its shadow."""
        wide, high = self._shape
        return round(min(width, self._most()) * high / wide) + self._theme.px(_SHADOW)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A good size to judge it by."""
        wide = self.width() or self._theme.px(560)
        return QSize(self._theme.px(320), self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Small enough for a narrow window."""
        return QSize(self._theme.px(220), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the shadow and the card."""
        del event
        if self._image.isNull():
            return
        wide, high = self._shape
        edge = self._theme.px(_SHADOW)
        width = min(self.width() - edge, self._most())
        box = QRectF((self.width() - width) / 2, 1, width, width * high / wide)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = QColor(self._theme.color("shadow"))
        shadow.setAlphaF(0.02)
        painter.setBrush(shadow)
        for step in range(edge):
            painter.drawRoundedRect(box.adjusted(-step / 3, step / 3, step / 3, step * 0.8), 4, 4)
        ratio = self.devicePixelRatioF()
        sharp = self._image.scaled(
            QSize(round(box.width() * ratio), round(box.height() * ratio)),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        sharp.setDevicePixelRatio(ratio)
        painter.drawPixmap(QPointF(box.topLeft()), sharp)
        painter.end()

    def _most(self) -> int:
        return self._theme.px(640)
