"""The icons of every system, drawn from the one picture in packaging/icons."""

import os
from pathlib import Path

SOURCE = Path(__file__).resolve().parent / "icons" / "tend.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def draw_icons(target: Path) -> None:
    """Draw the PNGs that Linux wants, an .ico for Windows and an .icns for macOS."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    target.mkdir(parents=True, exist_ok=True)
    renderer = QSvgRenderer(str(SOURCE))

    def drawn(size: int) -> QImage:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        return image

    for size in SIZES:
        drawn(size).save(str(target / f"tend-{size}.png"))
    drawn(256).save(str(target / "tend.ico"))
    drawn(512).save(str(target / "tend.icns"))
    del application
