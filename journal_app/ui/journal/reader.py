"""Reader: one week, entry or item of the journal as a page, or the trash."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.domain.entry import Entry
from journal_app.domain.item import Item
from journal_app.domain.query import Query
from journal_app.domain.version import Version
from journal_app.services.entries import EntryService
from journal_app.services.entry_care import EntryCareService
from journal_app.services.erasing import ErasingService
from journal_app.services.printing import PrintingService, WeekWords
from journal_app.services.reflections import ReflectionService
from journal_app.services.skills import SkillService
from journal_app.services.team import TeamService
from journal_app.ui.journal.entry_read import EntryRead
from journal_app.ui.journal.item_read import ItemRead
from journal_app.ui.journal.trash_read import TrashRead
from journal_app.ui.journal.versions_read import VersionsRead
from journal_app.ui.print_desk import PrintDesk
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, icon_button
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.widgets.reading_text import mark_words
from journal_app.ui.widgets.week_read import WeekRead
from journal_app.ui.wording import day_text, kind_text, week_text


@dataclass(frozen=True, kw_only=True)
class ReadingServices:
    """What reading works with."""

    reflections: ReflectionService
    entries: EntryService
    entry_care: EntryCareService
    erasing: ErasingService
    team: TeamService
    skills: SkillService
    printing: PrintingService
    today: Callable[[], date]


class Reader(QWidget):
    """Shows one thing at a time; what was changed in it is told with a way back."""

    entry_requested = Signal(int)
    person_requested = Signal(int)
    ref_requested = Signal(str)
    tag_chosen = Signal(str)
    back_requested = Signal()
    gone = Signal()
    said = Signal(str, object)

    def __init__(
        self, theme: Theme, services: ReadingServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._services = theme, services
        self.ref = ""
        self.reading: QWidget | None = None
        self.header = PageHeader(theme, "")
        self.column = PageColumn(theme, measure=680)
        self.back_button = button(self.tr("← Back to the list"), "text")
        self.back_button.clicked.connect(self.back_requested)
        self.back_button.hide()
        self.print_button = icon_button(theme, "printer", self.tr("Print, with a preview"))
        self.print_button.clicked.connect(self.print_page)
        self.header.side.addWidget(self.print_button)
        self._desk = PrintDesk(self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.column.body.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.body.addWidget(self.header)
        self.column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)

    def show_ref(self, ref: str, query: Query | None = None) -> None:
        """Show a week, an entry or any item by its ref."""
        noun, _, number = ref.rpartition(":")
        self.ref = ref
        if noun == "week":
            self._show_week(int(number), query)
        elif not noun:
            self._show_entry(self._services.entries.entry(int(number)), query)
        else:
            self._show_item(self._services.entries.item(ref), query)

    def enter(self) -> None:
        """Put the cursor on the first thing in it that takes keys."""
        for widget in self.reading.findChildren(QWidget) if self.reading is not None else []:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(self):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_page(self) -> None:
        """Show the entry or the week as the printer will draw it."""
        noun, _, number = self.ref.rpartition(":")
        if not number.isdecimal() or noun not in {"", "week"}:
            return
        printing, names = self._services.printing, self._names()
        if noun:
            page = self._services.reflections.page(int(number))
            words = WeekWords(
                title=week_text(page.week),
                growth=self.tr("Growth you noticed"),
                celebrated=self.tr("What you celebrated"),
                written=self.tr("What you wrote"),
                plans=self.tr("What you meant to do the week after"),
            )
            self._desk.show(printing.week(page, names, words))
        else:
            entry = self._services.entries.entry(int(number))
            about = names.get(entry.person_id, "") if entry.person_id is not None else ""
            day = day_text(entry.happened_on)
            self._desk.show(printing.entry(entry, day=day, about=about))

    def show_trash(self) -> None:
        """Show what was put away."""
        self.ref = "trash"
        care = self._services.entry_care
        read = TrashRead(
            self._theme, care.trashed(), goes=care.goes_on, today=self._services.today()
        )
        read.bring_back_requested.connect(self._bring_back)
        read.erase_requested.connect(self._erase)
        self.header.say(self.tr("Trash"))
        self._show(read)

    def show_nothing(self) -> None:
        """An empty page."""
        self.ref = ""
        self.header.say("")
        self._show(None)

    def _show_week(self, reflection_id: int, query: Query | None) -> None:
        page = self._services.reflections.page(reflection_id)
        self.header.say(week_text(page.week), self.tr("A week of yours"))
        skills = {skill.id: skill for skill in self._services.skills.all()}
        read = WeekRead(self._theme, page, self._names(), skills)
        self._show(read)
        if query is not None:
            first = mark_words(read, query, self._theme)
            if first is not None:
                QTimer.singleShot(0, first, lambda: self.column.ensureWidgetVisible(first))

    def _show_entry(self, entry: Entry, query: Query | None) -> None:
        day = day_text(entry.happened_on)
        title = entry.title.strip()
        self.header.say(title or day, day if title else "")
        entry_id, person = entry.id or 0, entry.person_id
        name = self._names().get(person, "") if person is not None else ""
        read = EntryRead(self._theme, entry, name=name, query=query)
        read.edit_requested.connect(lambda: self.entry_requested.emit(entry_id))
        read.star_requested.connect(lambda on: self._star(entry_id, on=on))
        read.versions_requested.connect(lambda: self._show_versions(entry_id))
        read.trash_requested.connect(lambda: self._put_away(entry_id))
        read.tag_chosen.connect(self.tag_chosen)
        read.person_chosen.connect(lambda: self.person_requested.emit(person))
        self._show(read)
        if query is not None:
            QTimer.singleShot(
                0, read, lambda: self.column.ensureVisible(0, read.y() + read.text.first_mark())
            )

    def _show_item(self, item: Item, query: Query | None) -> None:
        self.header.say(day_text(item.on), kind_text(item.kind))
        name = self._names().get(item.person_id, "") if item.person_id is not None else ""
        read = ItemRead(self._theme, item, name=name, query=query)
        week = self._services.reflections.week_of(item.on)
        finished = self._services.reflections.finished_in(week)
        read.week_button.setVisible(finished is not None)
        if finished is not None:
            read.week_requested.connect(lambda: self.ref_requested.emit(f"week:{finished.id}"))
        read.person_chosen.connect(lambda: self.person_requested.emit(item.person_id))
        self._show(read)

    def _show_versions(self, entry_id: int) -> None:
        entry = self._services.entries.entry(entry_id)
        versions = self._services.entry_care.versions(entry_id)
        self.header.say(self.tr("What it said before"), entry.title.strip())
        read = VersionsRead(self._theme, entry, versions)
        read.copy_requested.connect(self._copy)
        read.back_requested.connect(lambda: self.show_ref(str(entry_id)))
        self._show(read)
        (read.list if versions else read.back_button).setFocus()

    # --- acts ---

    def _star(self, entry_id: int, *, on: bool) -> None:
        self._services.entry_care.star(entry_id, on=on)
        self.show_ref(str(entry_id))
        if isinstance(self.reading, EntryRead):
            self.reading.star_button.setFocus()

    def _put_away(self, entry_id: int) -> None:
        care = self._services.entry_care
        trashed = care.put_away(entry_id, on=self._services.today())
        self.gone.emit()

        def undo() -> None:
            care.bring_back(trashed.id)
            self.ref_requested.emit(str(entry_id))

        self.said.emit(self.tr("Moved to the trash."), undo)

    def _copy(self, version: Version) -> None:
        kept = self._services.entry_care.copy_of(version)
        self.ref_requested.emit(str(kept.id))
        self.said.emit(self.tr("Kept as an entry of its own. The other is as it was."), None)

    def _bring_back(self, trashed_id: int) -> None:
        entry = self._services.entry_care.bring_back(trashed_id)
        self.ref_requested.emit(str(entry.id))
        self.said.emit(self.tr("It is back where it was."), None)

    def _erase(self, trashed_id: int) -> None:
        self._services.erasing.erase_trashed(trashed_id)
        self.show_trash()

    def _names(self) -> dict[int, str]:
        return {person.id or 0: person.name for person in self._services.team.everyone()}

    def _show(self, reading: QWidget | None) -> None:
        if self.reading is not None:
            self.column.body.removeWidget(self.reading)
            self.reading.hide()
            self.reading.deleteLater()
        self.reading = reading
        self.print_button.setVisible(isinstance(reading, EntryRead | WeekRead))
        if reading is not None:
            self.column.body.insertWidget(self.column.body.count() - 1, reading)
        self.column.verticalScrollBar().setValue(0)
