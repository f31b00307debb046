"""People: everyone the leader works with, in the order the leader set."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.errors import JournalError
from journal_app.domain.person import Person
from journal_app.services.changes import Topic
from journal_app.services.growth import GrowthService
from journal_app.services.team import TeamService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, icon_button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.empty_state import EmptyState
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.widgets.person_mark import PersonMark

_WEEK, _THREE_WEEKS = timedelta(days=7), timedelta(days=21)


class _PersonCard(Card):
    """One person: who they are, and when they were last seen growing, in words."""

    chosen = Signal(int)
    moved = Signal(int, int)

    def __init__(self, theme: Theme, person: Person, seen: str) -> None:
        super().__init__(theme, "surface", pad=16)
        self._id = person.id or 0
        self.name_button = button(person.name.replace("&", "&&"), "text")
        self.name_button.setAccessibleDescription(seen)
        self.up_button = icon_button(
            theme, "arrow-up", self.tr("Move %1 up").replace("%1", person.name)
        )
        self.down_button = icon_button(
            theme, "arrow-down", self.tr("Move %1 down").replace("%1", person.name)
        )
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self.name_button, 0, Qt.AlignmentFlag.AlignLeft)
        text.addWidget(label("  " + seen, size=12, tone="muted"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(PersonMark(theme, person, size=44))
        row.addLayout(text, 1)
        row.addWidget(self.up_button)
        row.addWidget(self.down_button)
        self.body.addLayout(row)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name_button.clicked.connect(lambda: self.chosen.emit(self._id))
        self.up_button.clicked.connect(lambda: self.moved.emit(self._id, -1))
        self.down_button.clicked.connect(lambda: self.moved.emit(self._id, 1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """The whole card opens the person."""
        super().mouseReleaseEvent(event)
        self.chosen.emit(self._id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Alt with up or down moves the person."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self._id, step)
        else:
            super().keyPressEvent(event)


class PeoplePage(QWidget):
    """A calm list; nobody is counted, sorted or compared."""

    person_chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        changes: ChangeSignals,
        *,
        team: TeamService,
        growth: GrowthService,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._team, self._growth, self._today = theme, team, growth, today
        self.cards: dict[int, _PersonCard] = {}
        self.column = PageColumn(theme)
        self.name = LineField(
            name=self.tr("Name of someone on your team"),
            placeholder=self.tr("A name, and nicknames after a comma"),
        )
        self.add_button = button(self.tr("&Add"), "primary")
        self.problem = label("", tone="danger")
        self.problem.hide()
        self.empty = EmptyState(
            theme,
            icon="users",
            ink="growth",
            sentence=self.tr(
                "Here will be the people you lead, each with a line of the steps you saw them take."
            ),
        )
        add = QHBoxLayout()
        add.addWidget(self.name, 1)
        add.addWidget(self.add_button)
        body = self.column.body
        body.addWidget(PageHeader(theme, self.tr("People")))
        body.addLayout(add)
        body.addWidget(self.problem)
        body.addWidget(self.empty)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        body.addLayout(self._list)
        body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.add_button.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        changes.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show everyone who has not left, in the manual order."""
        for card in self.cards.values():
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}
        people, seen = self._team.present(), self._growth.last_seen_growing()
        for person in people:
            card = _PersonCard(self._theme, person, self._seen(seen.get(person.id or 0)))
            card.chosen.connect(self.person_chosen)
            card.moved.connect(self._move)
            self.cards[person.id or 0] = card
            self._list.addWidget(card)
        self.empty.setVisible(not people)

    def _seen(self, day: date | None) -> str:
        if day is None:
            return self.tr("no moment written yet")
        ago = self._today() - day
        if ago < _WEEK:
            return self.tr("a moment this week")
        if ago < 2 * _WEEK:
            return self.tr("a moment last week")
        if ago < _THREE_WEEKS:
            return self.tr("a moment two or three weeks ago")
        return self.tr("a moment a while ago")

    def _add(self) -> None:
        name, *others = [part.strip() for part in self.name.text().split(",")]
        try:
            self._team.welcome(name, [other for other in others if other])
        except JournalError as error:
            self.problem.setText(f"{error} {error.next_step}")
            self.problem.show()
            return
        self.problem.hide()
        self.name.clear()
        self.name.setFocus()

    def _move(self, person_id: int, by: int) -> None:
        order = list(self.cards)
        at = order.index(person_id)
        to = max(0, min(len(order) - 1, at + by))
        order.insert(to, order.pop(at))
        self._team.put_in_order(order)
        moved = self.cards[person_id]
        (moved.up_button if by < 0 else moved.down_button).setFocus()

    @Slot(object)
    def _on_changed(self, topic: Topic) -> None:
        if topic in {Topic.PEOPLE, Topic.GROWTH}:
            self.refresh()
