"""Person list: people as calm cards in the order the leader sets, by mouse or by keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journal_app.domain.person import Person
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import icon_button, long_button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.drawing import Drawing
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.person_mark import PersonMark

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A person and the words beside their name; ``marked`` points to one of them, gently."""

    person: Person
    words: str = field(repr=False)
    marked: bool = False


class PersonCard(Card):
    """One person: who they are, and when they were last seen growing, in words."""

    chosen = Signal(int)
    stepped = Signal(int, int)
    dragged = Signal(int, int)
    dropped = Signal()

    def __init__(self, theme: Theme, line: PersonLine, *, movable: bool = True) -> None:
        super().__init__(theme, "growth" if line.marked else "surface", pad=16)
        person = line.person
        self._id = person.id or 0
        self._movable = movable
        self._pressed_at: QPoint | None = None
        self._is_dragged = False
        self.name_button = long_button(person.name.replace("&", "&&"), "name", name=person.name)
        self.name_button.setAccessibleDescription(line.words)
        self.up_button = icon_button(
            theme, "arrow-up", self.tr("Move %1 up").replace("%1", person.name)
        )
        self.down_button = icon_button(
            theme, "arrow-down", self.tr("Move %1 down").replace("%1", person.name)
        )
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(PersonMark(theme, person, size=44))
        row.addLayout(self._text(line), 1)
        for one in (self.up_button, self.down_button):
            row.addWidget(one)
            if not movable:
                one.hide()
        self.body.addLayout(row)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name_button.clicked.connect(lambda: self.chosen.emit(self._id))
        self.up_button.clicked.connect(lambda: self.stepped.emit(self._id, -1))
        self.down_button.clicked.connect(lambda: self.stepped.emit(self._id, 1))
        for one in self.buttons().values():
            # A button takes the arrow keys for itself, with Alt too.
            one.installEventFilter(self)

    def buttons(self) -> dict[str, QPushButton]:
        """What one can stand on with the keyboard, by a lasting name."""
        return {"name": self.name_button, "up": self.up_button, "down": self.down_button}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Alt with up or down moves the person."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step and self._movable and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.stepped.emit(self._id, step)
                return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember where a drag would begin."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
            self._is_dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Once the mouse went far enough the card goes with it."""
        if self._pressed_at is None or not self._movable:
            return
        here = event.position().toPoint()
        far = (here - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._is_dragged or far:
            self._is_dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(self._id, self.mapToParent(here).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The whole card opens the person, unless it was carried somewhere."""
        if self._pressed_at is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed_at = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if self._is_dragged:
            self.dropped.emit()
        elif self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self._id)

    def _text(self, line: PersonLine) -> QVBoxLayout:
        theme, person = self._theme, line.person
        text = QVBoxLayout()
        text.setSpacing(theme.px(4))
        names = FlowLayout(gap=theme.px(8))
        names.addWidget(self.name_button)
        if person.other_names:
            names.addWidget(label(", ".join(person.other_names), tone="muted"))
        under = QHBoxLayout()
        under.setSpacing(theme.px(8))
        # As far in as the name, which has the padding and the focus ring of a button.
        under.setContentsMargins(theme.px(4) + 2, 0, 0, 0)
        if line.marked:
            under.addWidget(Drawing(theme, "sprout", "growth", 16))
        tone = "growth" if line.marked else "muted"
        under.addWidget(label(line.words, tone=tone), 1)
        text.addStretch(1)
        text.addLayout(names)
        text.addLayout(under)
        text.addStretch(1)
        return text


class PersonList(QWidget):
    """Sends ``reordered`` with the ids in their new order; it orders nothing by itself."""

    chosen = Signal(int)
    reordered = Signal(list)

    def __init__(
        self, theme: Theme, *, name: str, movable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._movable = theme, movable
        self.cards: dict[int, PersonCard] = {}
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))

    def show_lines(self, lines: Sequence[PersonLine]) -> None:
        """Show these people; who stood somewhere with the keyboard stands there again."""
        stood = self._stands_at()
        for card in self.cards.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}
        for line in lines:
            card = PersonCard(self._theme, line, movable=self._movable)
            card.chosen.connect(self.chosen)
            card.stepped.connect(self._step)
            card.dragged.connect(self._drag)
            card.dropped.connect(lambda: self.reordered.emit(list(self.cards)))
            self.cards[line.person.id or 0] = card
            self._column.addWidget(card)
        if stood is not None and stood[0] in self.cards:
            self.cards[stood[0]].buttons()[stood[1]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _stands_at(self) -> tuple[int, str] | None:
        for person_id, card in self.cards.items():
            for name, one in card.buttons().items():
                if one.hasFocus():
                    return person_id, name
        return None

    def _step(self, person_id: int, by: int) -> None:
        order = list(self.cards)
        at = order.index(person_id)
        to = max(0, min(len(order) - 1, at + by))
        if to != at:
            order.insert(to, order.pop(at))
            self.reordered.emit(order)

    def _drag(self, person_id: int, y: int) -> None:
        """Put the carried card where the mouse is; the journal hears of it on the drop."""
        card = self.cards[person_id]
        others = {i: other for i, other in self.cards.items() if i != person_id}
        to = sum(y > other.geometry().center().y() for other in others.values())
        if to == list(self.cards).index(person_id):
            return
        self._column.removeWidget(card)
        self._column.insertWidget(to, card)
        order = list(others)
        order.insert(to, person_id)
        self.cards = {i: (card if i == person_id else others[i]) for i in order}
