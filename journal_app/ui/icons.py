"""Icons: Lucide's line drawings, in the colour of a token and sharp at any zoom."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from journal_app.ui.theme import Theme

# Where one reads from right to left, what comes next stands at the left.
_MIRRORED = {
    f"{kind}-{side}": f"{kind}-{other}"
    for kind in ("arrow", "chevron")
    for side, other in (("left", "right"), ("right", "left"))
}


def pixmap(
    theme: Theme, name: str, tone: str = "ink", size: int = 20, ratio: float = 2.0
) -> QPixmap:
    """One icon, ``size`` pixels at 100 %, for a screen of this pixel ratio."""
    if QGuiApplication.isRightToLeft():
        name = _MIRRORED.get(name, name)
    key = (name, tone, size, ratio)
    if (drawn := theme.drawn.get(key)) is not None:
        return drawn
    drawing = (theme.icons_folder / f"{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", theme.color(tone).name())
    side = theme.px(size)
    image = QPixmap(round(side * ratio), round(side * ratio))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(
        painter, QRectF(0, 0, image.width(), image.height())
    )
    painter.end()
    image.setDevicePixelRatio(ratio)
    theme.drawn[key] = image
    return image


def icon(theme: Theme, name: str, tone: str = "ink", size: int = 20) -> QIcon:
    """The same as an icon for buttons and actions."""
    return QIcon(pixmap(theme, name, tone, size))
