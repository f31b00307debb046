"""Theme: the looks Paper and Evening, from token files, at any zoom.

Widgets that paint are given the theme and ask it for colours and sizes; all others are dressed by
the one style sheet. There is one theme a program, made by the composition root and passed on.
"""

import tomllib
from pathlib import Path
from string import Template

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette, QPixmap
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from journal_app.domain.preferences import LARGEST_ZOOM, SMALLEST_ZOOM, USUAL_ZOOM

LOOKS = ("paper", "evening")
CONTRAST_LOOKS = ("paper-contrast", "evening-contrast")
_WORN = "tend_theme"  # where the application is told which it is
SIZES = (4, 8, 9, 10, 12, 14, 16, 18, 20, 22, 24, 28, 36, 40)


def tokens_of(folder: Path, look: str) -> dict[str, str]:
    """The colours of one look by token name."""
    with (folder / f"{look}.toml").open("rb") as file:
        return tomllib.load(file)


class Theme(QObject):
    """The look in force. ``changed`` is sent after the program wears another one."""

    changed = Signal()

    def __init__(self, app: QApplication, resources: Path) -> None:
        super().__init__(app)
        setattr(app, _WORN, self)
        self._app = app
        self._folder = resources / "themes"
        # A sheet takes drawings only by address; a short one has no signs of anybody's folders.
        QDir.setSearchPaths("marks", [str(self._folder / "marks")])
        self._sheet = Template((self._folder / "base.qss").read_text(encoding="utf-8"))
        self._colors: dict[str, QColor] = {}
        # What icons were drawn in this look: drawn anew they would fill Qt's cache, page by page.
        self.drawn: dict[tuple[str, str, int, float], QPixmap] = {}
        self.icons_folder = resources / "icons"
        self.choice = "system"
        self.high_contrast = False
        self.look = ""
        self.zoom = USUAL_ZOOM
        self.reduced_motion = False
        for font in sorted((resources / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(font))
        # By name: a style as an object has PySide read all its enums.
        app.setStyle("Fusion")
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._asked = self._hints.accessibility()
        self._asked.contrastPreferenceChanged.connect(self._follow)
        self._wear()

    @classmethod
    def of(cls, app: QApplication) -> "Theme | None":
        """The theme this program wears already; None before it wears one."""
        # Not among the children: PySide reads the enums of every kind of thing it finds there.
        worn = getattr(app, _WORN, None)
        return worn if isinstance(worn, cls) and isValid(worn) else None

    def choose(self, choice: str) -> None:
        """Wear ``paper`` or ``evening``, or follow the ``system``."""
        self.choice = choice
        self._wear()

    def set_zoom(self, percent: int) -> None:
        """Scale everything, from 80 to 200 per cent."""
        self.zoom = max(SMALLEST_ZOOM, min(LARGEST_ZOOM, percent))
        self._wear()

    def wear(self, choice: str, *, zoom: int, high_contrast: bool) -> None:
        """Choose all of it at once, which dresses the program once."""
        zoom = max(SMALLEST_ZOOM, min(LARGEST_ZOOM, zoom))
        if (self.choice, self.zoom, self.high_contrast) != (choice, zoom, high_contrast):
            self.choice, self.zoom, self.high_contrast = choice, zoom, high_contrast
            self._wear()

    def color(self, token: str) -> QColor:
        """The colour of a token in the look in force."""
        return self._colors[token]

    def px(self, size: float) -> int:
        """A length in pixels at 100 %, scaled by the zoom."""
        return round(size * self.zoom / 100)

    def serif(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Newsreader, for reading and writing."""
        return self._font("Newsreader", size, weight)

    def sans(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Figtree, for controls."""
        return self._font("Figtree", size, weight)

    def _font(self, family: str, size: int, weight: QFont.Weight) -> QFont:
        font = QFont(family)
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _follow(self) -> None:
        if self.choice == "system":
            self._wear()

    def _look(self) -> str:
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        look = self.choice if self.choice in LOOKS else LOOKS[dark]
        asked = (
            self.choice == "system"
            and self._asked.contrastPreference() is Qt.ContrastPreference.HighContrast
        )
        return f"{look}-contrast" if self.high_contrast or asked else look

    def _wear(self) -> None:
        self.look = self._look()
        self.drawn.clear()
        tokens = tokens_of(self._folder, self.look)
        self._colors = {name: QColor(value) for name, value in tokens.items()}
        self._app.setPalette(self._palette())
        self._app.setFont(self.sans(14))
        sizes = {f"px_{size}": f"{self.px(size)}px" for size in SIZES}
        self._app.setStyleSheet(self._sheet.substitute(tokens | sizes, look=self.look))
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, token in (
            (QPalette.ColorRole.Window, "bg"),
            (QPalette.ColorRole.Base, "surface"),
            (QPalette.ColorRole.AlternateBase, "sunken"),
            (QPalette.ColorRole.Button, "surface"),
            (QPalette.ColorRole.WindowText, "ink"),
            (QPalette.ColorRole.Text, "ink"),
            (QPalette.ColorRole.ButtonText, "ink"),
            (QPalette.ColorRole.ToolTipBase, "surface"),
            (QPalette.ColorRole.ToolTipText, "ink"),
            (QPalette.ColorRole.PlaceholderText, "muted"),
            (QPalette.ColorRole.Highlight, "accent_soft"),
            (QPalette.ColorRole.HighlightedText, "ink"),
            (QPalette.ColorRole.Link, "accent_ink"),
        ):
            palette.setColor(role, self.color(token))
        return palette
