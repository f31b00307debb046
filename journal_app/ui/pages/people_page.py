"""People: everyone the leader works with, in the order the leader set."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.attention import Since
from journal_app.domain.errors import JournalError
from journal_app.domain.person import Person, PersonState
from journal_app.services.attention import AttentionService
from journal_app.services.changes import Topic
from journal_app.services.reflections import ReflectionService
from journal_app.services.team import TeamService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, check_quietly
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.empty_state import EmptyState
from journal_app.ui.widgets.fresh_page import FreshPage
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.widgets.person_list import PersonCard, PersonLine, PersonList
from journal_app.ui.widgets.writing_area import WritingArea
from journal_app.ui.wording import seen_text


class PeoplePage(FreshPage):
    """A calm list; nobody is counted, sorted or compared."""

    person_chosen = Signal(int)
    said = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        changes: ChangeSignals,
        *,
        team: TeamService,
        attention: AttentionService,
        reflections: ReflectionService,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._team, self._attention, self._today = theme, team, attention, today
        self._reflections = reflections
        self.column = PageColumn(theme)
        self.name = LineField(
            name=self.tr("Name of someone on your team"),
            placeholder=self.tr("A name, and nicknames after a comma"),
        )
        self.add_button = button(self.tr("&Add"), "primary")
        self.several_button = button(self.tr("Add &several at once"), "text")
        self.several_button.setCheckable(True)
        self.several = WritingArea(theme, name=self.tr("Names, one a line"), lines=3)
        self.add_all_button = button(self.tr("Add &them"), "growth")
        self.problem = label("", tone="danger")
        self.problem.hide()
        self.empty = EmptyState(
            theme,
            icon="users",
            ink="growth",
            sentence=self.tr(
                "Here will be the people you lead, each with a line of the steps you saw them take."
            ),
            action=self.tr("&Add the first of them"),
        )
        self.list = PersonList(theme, name=self.tr("People, in your order"))
        self.left_button = button(self.tr("People who &left"), "text")
        self.left_button.setCheckable(True)
        self.left_list = PersonList(theme, name=self.tr("People who left"), movable=False)
        self._build()
        self._connect(changes)
        self.refresh()

    @property
    def cards(self) -> dict[int, PersonCard]:
        """The card of everyone present, by id, in the order shown."""
        return self.list.cards

    def refresh(self) -> None:
        """Show everyone in the manual order, those who left folded away."""
        people = self._team.present()
        left = [p for p in self._team.everyone() if p.state is PersonState.LEFT]
        week = self._reflections.week_of(self._today())
        seen = self._attention.last_noticed(week_start=week.start)
        quiet = self._attention.unnoticed_this_week(week, on=self._today())
        self.list.show_lines(
            [
                PersonLine(
                    person=p,
                    words=self._words(p, seen[p.id or 0]),
                    marked=quiet is not None and p.id == quiet.id,
                )
                for p in people
            ]
        )
        self.left_list.show_lines(
            [PersonLine(person=p, words=self.tr("your notes are still here")) for p in left]
        )
        self.left_button.setVisible(bool(left))
        self.left_list.setVisible(bool(left) and self.left_button.isChecked())
        nobody = not people and not left
        self.empty.setVisible(nobody and not self.name.text())
        self._adding.setVisible(not self.empty.isVisibleTo(self))

    # --- building ---

    def _build(self) -> None:
        theme, body = self._theme, self.column.body
        body.addWidget(PageHeader(theme, self.tr("People")))
        add = QHBoxLayout()
        add.setSpacing(theme.px(8))
        add.addWidget(self.name, 1)
        add.addWidget(self.add_button)
        self._paste = Card(theme, "sunken", pad=16)
        self._paste.body.addWidget(
            label(self.tr("One name a line, nicknames after a comma. A list can be pasted."))
        )
        self._paste.body.addWidget(self.several)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.add_all_button)
        self._paste.body.addLayout(foot)
        self._paste.hide()
        self._adding = QWidget()
        adding = QVBoxLayout(self._adding)
        adding.setContentsMargins(0, 0, 0, 0)
        adding.setSpacing(theme.px(8))
        adding.addLayout(add)
        adding.addWidget(self.problem)
        row = QHBoxLayout()
        row.addWidget(self.several_button)
        row.addStretch(1)
        adding.addLayout(row)
        adding.addWidget(self._paste)
        body.addWidget(self._adding)
        body.addWidget(self.empty)
        body.addWidget(self.list)
        row = QHBoxLayout()
        row.addWidget(self.left_button)
        row.addStretch(1)
        body.addLayout(row)
        body.addWidget(self.left_list)
        body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)

    def _connect(self, changes: ChangeSignals) -> None:
        self.add_button.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.several_button.toggled.connect(self._unfold_several)
        self.add_all_button.clicked.connect(self._add_all)
        self.several.submitted.connect(self._add_all)
        self.empty.acted.connect(self._begin)
        self.list.chosen.connect(self.person_chosen)
        self.left_list.chosen.connect(self.person_chosen)
        self.list.reordered.connect(self._put_in_order)
        self.left_button.toggled.connect(self.refresh)
        self.listen(self._theme, changes, {Topic.PEOPLE, Topic.GROWTH})

    # --- words ---

    def _words(self, person: Person, since: Since) -> str:
        words = seen_text(since)
        if person.state is PersonState.AWAY:
            return self.tr("away for now · %1").replace("%1", words)
        return words

    # --- acts ---

    def _begin(self) -> None:
        self.empty.hide()
        self._adding.show()
        self.name.setFocus()

    def _add(self) -> None:
        name, *others = [part.strip() for part in self.name.text().split(",")]
        try:
            self._team.welcome(name, [other for other in others if other])
        except JournalError as error:
            self._say_problem(f"{error} {error.next_step}")
            return
        self.problem.hide()
        self.name.clear()
        self.name.setFocus()

    def _add_all(self) -> None:
        if not self._team.welcome_all(self.several.text()):
            self._say_problem(self.tr("There is no new name on this list. Write one a line."))
            return
        self.problem.hide()
        self.several.set_text("")
        check_quietly(self.several_button, on=False)
        self._unfold_several()
        self.said.emit(self.tr("They are here now."), None)

    def _say_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()

    def _unfold_several(self) -> None:
        unfolded = self.several_button.isChecked()
        self._paste.setVisible(unfolded)
        (self.several if unfolded else self.name).setFocus()

    def _put_in_order(self, order: list[int]) -> None:
        before = [p.id or 0 for p in self._team.present()]
        if order != before:
            self._team.put_in_order(order)
