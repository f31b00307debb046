"""Page view: the pages of a file as pictures, one below the other, as wide as there is room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.wording import fill

_WIDEST = 760


class PageView(QScrollArea):
    """Shows PNG pages; their words are read aloud from the text view beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("The pages as they will be"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pages: list[QLabel] = []
        self._pictures: list[QPixmap] = []
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setSpacing(theme.px(16))
        self._column.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        self._column.addStretch(1)
        self.setWidget(holder)

    def show_pages(self, pages: list[bytes]) -> None:
        """Show these pages from the top."""
        for old in self.pages:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.pages, self._pictures = [], []
        for number, content in enumerate(pages, start=1):
            picture = QPixmap()
            picture.loadFromData(content)
            page = QLabel()
            page.setAccessibleName(fill(self.tr("Page %1"), str(number)))
            self._pictures.append(picture)
            self.pages.append(page)
            self._column.insertWidget(number - 1, page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Another width is another size of the pages."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().width() - self._theme.px(16)
        width = max(1, min(room, self._theme.px(_WIDEST)))
        ratio = self.devicePixelRatioF()
        for page, picture in zip(self.pages, self._pictures, strict=True):
            scaled = picture.scaledToWidth(
                round(width * ratio), Qt.TransformationMode.SmoothTransformation
            )
            scaled.setDevicePixelRatio(ratio)
            page.setPixmap(scaled)
