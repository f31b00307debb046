"""Person mark: someone's initials on a quiet disc; no ring, no number."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journal_app.domain.person import Person
from journal_app.ui.theme import Theme

_TONES = (
    ("growth_soft", "growth"),
    ("accent_soft", "accent_ink"),
    ("preview_soft", "preview"),
    ("joy_soft", "joy_ink"),
    ("doubt_soft", "doubt"),
)


class PersonMark(QWidget):
    """A disc in one of five tones; which one depends on the person alone."""

    def __init__(
        self, theme: Theme, person: Person, *, size: int = 40, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._size = theme, size
        self._initials = person.initials
        self._ground, self._ink = _TONES[(person.id or 0) % len(_TONES)]
        self.setAccessibleName(person.name)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A square."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the disc and the initials."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("surface"), self._theme.px(2)))
        painter.setBrush(self._theme.color(self._ground))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.setPen(self._theme.color(self._ink))
        painter.setFont(self._theme.sans(round(self._size * 0.36), QFont.Weight.DemiBold))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        painter.end()
