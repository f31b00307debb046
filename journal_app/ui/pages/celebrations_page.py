"""Celebrations: those waiting to be said, and the wall of all there were."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.celebration import Celebration
from journal_app.domain.person import Person
from journal_app.services.celebrations import CelebrationService
from journal_app.services.changes import Topic
from journal_app.services.team import TeamService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.clipboard import copy_text
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.empty_state import EmptyState
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.widgets.person_mark import PersonMark
from journal_app.ui.wording import growing_text, short_day_text


class _CelebrationCard(Card):
    """One celebration; while it waits, it can be copied, marked given, or kept private."""

    copy_requested = Signal(object)
    given = Signal(object, str, str)
    kept_private = Signal(object)

    def __init__(self, theme: Theme, celebration: Celebration, person: Person) -> None:
        super().__init__(theme, "joy")
        self._celebration = celebration
        top = QHBoxLayout()
        top.setSpacing(theme.px(12))
        top.addWidget(PersonMark(theme, person), 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        day = short_day_text(celebration.happened_on)
        text.addWidget(label(f"{person.name} · {day}", tone="joy", strong=True))
        text.addWidget(words(celebration.note(name="", growing=growing_text())))
        top.addLayout(text, 1)
        self.body.addLayout(top)
        if celebration.given_on is not None:
            told = self.tr("Told them on %1").replace("%1", short_day_text(celebration.given_on))
            parts = [told, celebration.given_how, celebration.landed]
            self.body.addWidget(label(" · ".join(part for part in parts if part), tone="muted"))
        if celebration.joy.strip():
            self.body.addWidget(label(celebration.joy, tone="joy"))
        if celebration.waits:
            self._offer(person)

    def _offer(self, person: Person) -> None:
        self.how = LineField(name=self.tr("How you told them"), placeholder=self.tr("How?"))
        self.landed = LineField(
            name=self.tr("How it landed"), placeholder=self.tr("How did it land? (if you like)")
        )
        self.given_button = button(self.tr("&Told them"), "primary")
        self.copy_button = button(self.tr("&Copy the note"))
        self.private_button = button(self.tr("Keep it &private"), "text")
        thanks = person.card.thanks.text.strip()
        if thanks:
            self.body.addWidget(
                label(
                    self.tr("How they like to be thanked: %1").replace("%1", thanks), tone="muted"
                )
            )
        fields = QHBoxLayout()
        fields.addWidget(self.how, 1)
        fields.addWidget(self.landed, 2)
        acts = QHBoxLayout()
        for act in (self.given_button, self.copy_button, self.private_button):
            acts.addWidget(act)
        acts.addStretch(1)
        self.body.addLayout(fields)
        self.body.addLayout(acts)
        self.given_button.clicked.connect(
            lambda: self.given.emit(self._celebration, self.how.text(), self.landed.text())
        )
        self.copy_button.clicked.connect(lambda: self.copy_requested.emit(self._celebration))
        self.private_button.clicked.connect(lambda: self.kept_private.emit(self._celebration))


class CelebrationsPage(QWidget):
    """The wall, newest first."""

    said = Signal(str, object)
    begin_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        changes: ChangeSignals,
        *,
        celebrations: CelebrationService,
        team: TeamService,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._celebrations, self._team = theme, celebrations, team
        self._today = today
        self._parts: list[QWidget] = []
        self.cards: list[_CelebrationCard] = []
        self.column = PageColumn(theme)
        self.empty = EmptyState(
            theme,
            icon="party-popper",
            ink="joy",
            sentence=self.tr("Every step you celebrate hangs here, to be enjoyed again."),
            action=self.tr("&Begin this week's reflection"),
        )
        self.column.body.addWidget(PageHeader(theme, self.tr("Celebrations")))
        self.column.body.addWidget(self.empty)
        self.column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.empty.acted.connect(self.begin_requested)
        changes.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show those waiting first, then all others."""
        for part in self._parts:
            self.column.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.cards = [], []
        people = {p.id: p for p in self._team.everyone()}
        waiting = self._celebrations.waiting()
        others = [c for c in self._celebrations.recent() if not c.waits]
        for title, group in (
            (self.tr("Waiting to be said"), waiting),
            (self.tr("The wall"), others),
        ):
            if group:
                self._add(label(title, size=22, serif=True))
            for celebration in group:
                card = _CelebrationCard(self._theme, celebration, people[celebration.person_id])
                card.copy_requested.connect(self._copy)
                card.given.connect(self._give)
                card.kept_private.connect(self._keep_private)
                self.cards.append(card)
                self._add(card)
        self.empty.setVisible(not waiting and not others)

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self.column.body.insertWidget(self.column.body.count() - 1, part)

    def _copy(self, celebration: Celebration) -> None:
        person = self._team.person(celebration.person_id)
        copy_text(celebration.note(name=person.name.split()[0], growing=growing_text()))
        self.said.emit(self.tr("The note is on the clipboard, ready to paste."), None)

    def _give(self, celebration: Celebration, how: str, landed: str) -> None:
        self._celebrations.mark_given(celebration.id or 0, on=self._today(), how=how, landed=landed)
        self.said.emit(
            self.tr("Noted. Good that they heard it."),
            lambda: self._celebrations.restore(celebration),
        )

    def _keep_private(self, celebration: Celebration) -> None:
        self._celebrations.keep_private(celebration.id or 0)
        self.said.emit(
            self.tr("Kept for you alone."), lambda: self._celebrations.restore(celebration)
        )

    @Slot(object)
    def _on_changed(self, topic: Topic) -> None:
        if topic in {Topic.CELEBRATIONS, Topic.PEOPLE}:
            self.refresh()
