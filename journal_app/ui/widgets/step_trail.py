"""Step trail: the places of the guide on one line; a place one has been to can be gone back to."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import literal_tip


class _Place(QPushButton):
    """One place: a dot on the line and its name below."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._theme = theme
        self.state = "to come"
        self.first = self.last = self.narrow = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Wide enough for its name, where it shows one."""
        if not self.names_itself:
            return QSize(self._theme.px(24), self._theme.px(44))
        metrics = QFontMetrics(self._theme.sans(12, QFont.Weight.DemiBold))
        width = metrics.horizontalAdvance(self.text()) + self._theme.px(12)
        return QSize(max(width, self._theme.px(40)), self._theme.px(44))

    @property
    def names_itself(self) -> bool:
        """In a narrow trail the place one stands at shows its name alone; readers hear all."""
        return not self.narrow or self.state == "here"

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same: a name is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the line to both sides, the dot, the name and the focus ring."""
        del event
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, theme.px(14))
        been, here = self.state == "been", self.state == "here"
        before, after = QPointF(0, middle.y()), QPointF(self.width(), middle.y())
        if self.isRightToLeft():
            before, after = after, before
        for hidden, end, walked in (
            (self.first, before, been or here),
            (self.last, after, been),
        ):
            if not hidden:
                painter.setPen(QPen(theme.color("accent" if walked else "line"), theme.px(2)))
                painter.drawLine(end, middle)
        radius = theme.px(8)
        painter.setPen(QPen(theme.color("accent" if been or here else "line"), theme.px(2)))
        painter.setBrush(theme.color("accent" if been else "bg"))
        painter.drawEllipse(middle, radius, radius)
        if here:
            painter.setBrush(theme.color("accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(middle, radius / 2, radius / 2)
        if been:
            painter.setPen(QPen(theme.color("on_accent"), theme.px(2)))
            tick = [(-3.5, 0.5), (-1, 3), (3.5, -2.5)]
            points = [
                middle + QPointF(theme.px(10 * x) / 10, theme.px(10 * y) / 10) for x, y in tick
            ]
            painter.drawPolyline(points)
        painter.setFont(theme.sans(12, QFont.Weight.DemiBold if here else QFont.Weight.Normal))
        painter.setPen(theme.color("ink" if here else "muted"))
        under = self.rect().adjusted(0, theme.px(25), 0, 0)
        if self.names_itself:
            painter.drawText(
                under, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.text()
            )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
        painter.end()


class StepTrail(QWidget):
    """Places by id, never a percentage. ``chosen`` asks to go to a place already been to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.places: dict[str, _Place] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setAccessibleName(self.tr("Places of the guide"))

    def set_places(self, places: Sequence[tuple[str, str]]) -> None:
        """Show these places, by id and name."""
        for place in self.places.values():
            self._row.removeWidget(place)
            place.deleteLater()
        self.places = {}
        for number, (key, name) in enumerate(places):
            place = _Place(self._theme, name, self)
            place.first, place.last = number == 0, number == len(places) - 1
            place.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            self.places[key] = place
            self._row.addWidget(place)
        self._narrow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Names stand below their places as long as there is room for all of them."""
        super().resizeEvent(event)
        self._narrow()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for the dots and the longest name."""
        metrics = QFontMetrics(self._theme.sans(12, QFont.Weight.DemiBold))
        names = [metrics.horizontalAdvance(place.text()) for place in self.places.values()]
        dots = self._theme.px(24) * max(0, len(names) - 1)
        return QSize(dots + max(names, default=0) + self._theme.px(12), self._theme.px(44))

    def _narrow(self) -> None:
        for place in self.places.values():
            place.narrow = False
        room = sum(place.sizeHint().width() for place in self.places.values())
        narrow = room > self.width()
        for place in self.places.values():
            place.narrow = narrow
            place.setToolTip(literal_tip(place.text()) if narrow else "")
            place.updateGeometry()

    def stand_at(self, key: str) -> None:
        """Mark where one is; the places before it can be gone back to."""
        been = True
        for other, place in self.places.items():
            if other == key:
                been = False
                place.state = "here"
            else:
                place.state = "been" if been else "to come"
            place.setEnabled(place.state == "been")
            place.setAccessibleDescription(
                {"been": self.tr("been there"), "here": self.tr("you are here")}.get(
                    place.state, self.tr("to come")
                )
            )
            place.updateGeometry()
            place.update()
