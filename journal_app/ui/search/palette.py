"""Palette: one box over every page for words, people, weeks, tags and commands."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from journal_app.domain.item import Hit
from journal_app.domain.query import Search
from journal_app.domain.week import Week
from journal_app.services.entries import EntryService
from journal_app.services.searching import SearchService
from journal_app.services.team import TeamService
from journal_app.ui.kinds import kind_look
from journal_app.ui.search.found_list import FoundList
from journal_app.ui.search.offers import Command, Offers
from journal_app.ui.search.rows import Row
from journal_app.ui.search.seeking import Answer, Seeking
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.overlay import Overlay
from journal_app.ui.wording import kind_text, near_day_text

MOST_FOUND = 30
MOST_RECENT = 6
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


class Palette(Overlay):
    """The cursor stays in the box, arrows move the choice, Enter takes it.

    Doubts and worries are found only while the box beside says so. What was searched for before
    is remembered here and nowhere else.
    """

    item_chosen = Signal(object, object)
    person_chosen = Signal(int)
    week_chosen = Signal(object)
    answered = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        searching: SearchService,
        entries: EntryService,
        team: TeamService,
        week_of: Callable[[date], Week],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, width=720, height=560, parent=parent)
        self._searching, self._entries, self._team = searching, entries, team
        self._today = today
        self._recent: list[str] = []
        self._answer: Answer | None = None
        self._hits: list[Row] = []
        self._names: dict[int | None, str] = {}
        self._seeking = Seeking(searching, self)
        self.offers = Offers(
            self,
            week_of=week_of,
            today=today,
            to_person=self.person_chosen.emit,
            to_week=self.week_chosen.emit,
            to_tag=self._ask_for_tag,
        )
        self.box = LineField(
            name=self.tr("Search the journal"),
            placeholder=self.tr("Words, a person, a week, a tag, or what you want to do…"),
        )
        self.box.setObjectName("searchBox")
        self.private = QCheckBox(self.tr("Also in &doubts and worries"))
        self.private.setAccessibleName(self.tr("Also in doubts and worries"))
        self.answer = label(self.tr("Nothing here with these words yet."), size=18, serif=True)
        self.advice = label("", tone="muted")
        self.list = FoundList(theme, name=self.tr("What was found"))
        hint = label(
            self.tr("person:  tag:  kind:  before:  after:  “a phrase”"), size=12, tone="muted"
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        foot = QHBoxLayout()
        foot.addWidget(self.private)
        foot.addWidget(hint, 1)
        self.card.body.addWidget(self.box)
        self.card.body.addWidget(self.answer)
        self.card.body.addWidget(self.advice)
        self.card.body.addWidget(self.list, 1)
        self.card.body.addLayout(foot)
        self.stops = [self.box, self.private]
        self.box.textChanged.connect(self.refresh)
        self.box.left.connect(self.close_over)
        self.box.installEventFilter(self)
        self.private.toggled.connect(self.refresh)
        self.list.chosen.connect(self._take)
        self._seeking.answered.connect(self._on_answer)
        self._seeking.broke.connect(self._on_broke)
        self.hide()

    def open_palette(self, commands: Sequence[Command]) -> None:
        """Show it over the parent, the box ready for other words."""
        if not self.isVisible():
            self.offers.commands = commands
            self.offers.people = self._team.present()
            self.offers.tags = self._entries.tags()
            self._names = {person.id: person.name for person in self._team.everyone()}
            self.private.setChecked(False)
            self.open_over()
        self.box.selectAll()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """Out of sight it holds no word and no connection."""
        super().hideEvent(event)
        self._seeking.rest()
        self._answer, self._hits = None, []
        self.box.clear()
        self.list.show_rows([])
        self._names = {}
        self.offers.people = self.offers.tags = ()

    # --- answering ---

    def refresh(self) -> None:
        """Answer what stands in the box now."""
        if not self.isVisible():
            return
        search = self._searching.wanted(
            self.box.text(), private=self.private.isChecked(), limit=MOST_FOUND
        )
        if search.query.is_empty:
            self._seeking.rest()
            self._answer = None
            self._show()
            return
        # What was found for the letters before stays until the answer comes.
        self._show()
        self.list.start_over()
        self._seeking.ask(search)

    @Slot(object)
    def _on_answer(self, answer: Answer) -> None:
        self._answer = answer
        self._hits = self._rows_of(answer)
        self._show()
        self.answered.emit()

    @Slot(object)
    def _on_broke(self, error: Exception) -> None:
        self.close_over()
        raise error

    def _show(self) -> None:
        answer = self._answer
        rows = [*self._offered(self.box.text()), *(self._hits if answer is not None else [])]
        self.list.show_rows(rows)
        # Signs alone are no words: nothing was asked, and nothing will be found.
        looked = answer.whole if answer is not None else bool(self.box.text().strip())
        nothing = looked and not rows
        self.advice.setText(self._advised() if nothing else "")
        for widget in (self.answer, self.advice):
            widget.setVisible(nothing)
        self.list.setVisible(not nothing)
        self.fold(nothing)

    def _advised(self) -> str:
        """What to try when nothing was found."""
        tries = [self.tr("Fewer letters find more: half a word is enough, and so is a name.")]
        if not self.private.isChecked():
            tries.append(
                self.tr("Doubts and worries are looked through while the box below is on.")
            )
        return " ".join(tries)

    def _rows_of(self, answer: Answer) -> list[Row]:
        rows: list[Row] = []
        for heading, hits in (
            (self.tr("In your words"), answer.hits),
            (self.tr("Inside words"), answer.parts),
        ):
            if hits:
                rows.append(Row(text=heading))
            rows += [self._found(hit, answer.search) for hit in hits]
        return rows

    def _offered(self, text: str) -> list[Row]:
        rows = self.offers.for_text(text)
        if text.strip():
            return rows
        recent = [
            Row(text=words, icon="search", act=partial(self.box.setText, words), stays=True)
            for words in self._recent
        ]
        if recent:
            recent.insert(0, Row(text=self.tr("Looked for before; forgotten when you lock")))
        return [*recent, Row(text=self.tr("Go to, or do")), *rows]

    def _found(self, hit: Hit, search: Search) -> Row:
        item = hit.item
        icon, tone = kind_look(item.kind)
        name = self._names.get(item.person_id, "") if item.person_id is not None else ""
        kind, day = kind_text(item.kind), near_day_text(item.on, self._today())
        title = item.title.strip() or name or kind
        return Row(
            text=title,
            icon=icon,
            tone=tone,
            beside=" · ".join(p for p in (kind, name, day) if p and p != title),
            words=hit.snippet,
            marks=hit.marks,
            act=lambda: self.item_chosen.emit(item, search.query),
        )

    # --- choosing ---

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Arrows and Enter go from the box to the list."""
        if watched is self.box and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            pressed = event.type() is QEvent.Type.KeyPress
            if key in _STEPS:
                if pressed:
                    self.list.go(_STEPS[key])
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if pressed:
                    self.list.choose()
                return True
        return super().eventFilter(watched, event)

    @Slot(object)
    def _take(self, row: Row) -> None:
        text = self.box.text().strip()
        if not row.stays:
            if text:
                before = [other for other in self._recent if other != text]
                self._recent = [text, *before][:MOST_RECENT]
            self.close_over()
        if row.act is not None:
            row.act()

    def _ask_for_tag(self, tag: str) -> None:
        quoted = f'"{tag}"' if " " in tag else tag
        self.box.setText(f"tag:{quoted} ")
