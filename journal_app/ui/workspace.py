"""Workspace: an open journal in the window: the rail, and the pages built when first asked for."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journal_app.domain.week import Week
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.first_writing import FirstWriting
from journal_app.ui.growth_wiring import GrowthWiring, Keeps
from journal_app.ui.page_maker import PageMaker, seed_catcher
from journal_app.ui.theme import Theme
from journal_app.ui.tips import Tips
from journal_app.ui.widgets.banner import Banner, Toast
from journal_app.ui.widgets.nav_rail import Destination, NavRail

if TYPE_CHECKING:
    from journal_app.domain.item import Item
    from journal_app.domain.query import Query
    from journal_app.services.journal import Journal
    from journal_app.ui.pages.entry_page import EntryPage
    from journal_app.ui.pages.export_page import ExportPage
    from journal_app.ui.pages.guide_page import GuidePage
    from journal_app.ui.pages.held_page import HeldPage
    from journal_app.ui.pages.import_page import ImportPage
    from journal_app.ui.pages.journal_page import JournalPage
    from journal_app.ui.pages.person_page import PersonPage
    from journal_app.ui.pages.settings_page import SettingsPage
    from journal_app.ui.pages.share_page import SharePage
    from journal_app.ui.pages.week_home_page import WeekHomePage
    from journal_app.ui.search.offers import Command
    from journal_app.ui.search.palette import Palette
    from journal_app.ui.settings.services import SafetyServices
    from journal_app.ui.widgets.seed_catcher import SeedCatcher
    from journal_app.ui.writing_aids import WritingAids

_OF_SETTINGS = {"import": "settings", "export": "settings"}
NARROW_BELOW = 1100
_UNDER = {"guide": "week", "person": "people", "entry": "journal", "held": "people"} | {
    "greeting": "celebrations",
    "help": "settings",
    "meeting": "people",
}


class Workspace(QWidget):
    """Opens pages by name and wires what they ask for; holds no state of its own."""

    lock_requested = Signal()
    journal_replaced = Signal()
    everything_erased = Signal()
    sheet_requested = Signal(str, bool)

    def __init__(
        self,
        journal: "Journal",
        theme: Theme,
        changes: ChangeSignals,
        *,
        today: Callable[[], date],
        safety: "SafetyServices",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._theme, self._today = journal, theme, today
        self._maker = PageMaker(journal, theme, changes, safety, today)
        self._growth_wiring = GrowthWiring(self)
        self._undo: Callable[[], object] | None = None
        self.pages: dict[str, QWidget] = {}
        self.rail = NavRail(theme, _destinations(self, protected=safety.keys.protected))
        self.stack = QStackedWidget()
        self.banner = Banner(theme)
        self.toast = Toast(theme, self)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = column
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.rail.chosen.connect(self.choose)
        self.toast.undo_requested.connect(self._take_back)
        FirstWriting(self, lambda: _writing_aids(self, journal, theme, changes, safety))
        self.tips = Tips(self, theme, journal.leader, self.top, on=not journal.read_only)
        self.open("week")

    # --- opening ---

    def open(self, name: str) -> QWidget:
        """Show a page, built now if it is the first time, and return it."""
        if name == "search":
            return self.open_search()
        self.keep()
        if (palette := self.pages.get("search")) is not None:
            palette.hide()
        if name not in self.pages:
            page = self._maker.make(name)
            self._wire(name, page)
            self._wire_safety(name, page)
            self._growth_wiring.wire(name, page)
            self.pages[name] = page
            self.stack.addWidget(page)
        page = self.pages[name]
        before = self.stack.currentWidget()
        if before is not page and before is self.pages.get("settings"):
            cast("SettingsPage", before).leave()
        self.stack.setCurrentWidget(page)
        self.rail.stand_at(_UNDER.get(name, _OF_SETTINGS.get(name, name)))
        self.tips.visit(name)
        return page

    def page_names(self) -> list[str]:
        """Every page that can be opened."""
        return self._maker.names()

    def open_guide(self, week: Week, *, at: str = "") -> None:
        """Open the guide for a week, where it was left."""
        cast("GuidePage", self.open("guide")).open_week(week, at=at)

    def open_this_week(self) -> None:
        """Open the guide for the week it is."""
        self.open_guide(self._journal.reflections.week_of(self._today()))

    def open_person(self, person_id: int) -> None:
        """Open one person's page."""
        cast("PersonPage", self.open("person")).show_person(person_id)

    def open_held(self, person_id: int) -> None:
        """Open everything that is held about one person."""
        cast("HeldPage", self.open("held")).show_person(person_id)

    def open_week(self, reflection_id: int) -> None:
        """Open one finished week to read."""
        cast("JournalPage", self.open("journal")).open_ref(f"week:{reflection_id}")

    def open_entry(self, entry_id: int | None = None) -> None:
        """Open an entry to write on, or an empty one."""
        page = cast("EntryPage", self.open("entry"))
        if entry_id is None:
            page.begin()
        else:
            page.open_entry(entry_id)

    def open_item(self, item: "Item", query: "Query | None" = None) -> None:
        """Open whatever a search found, on the page where it lives, the words marked."""
        if item.kind == "doubt":
            self.open("growth")
        elif item.kind == "worry" and item.person_id is not None:
            self.open_person(item.person_id)
        elif item.kind == "seed":
            self.open("week")
        else:
            page = cast("JournalPage", self.open("journal"))
            if item.ref.isdigit():
                page.open_ref(item.ref, query)
            else:
                page.open_week_of(item, query)

    def open_search(self) -> "Palette":
        """Open the search over the page one is on, with the cursor in its box."""
        palette = cast("Palette | None", self.pages.get("search"))
        if palette is None:
            palette = cast("Palette", self._maker.make("search"))
            self.pages["search"] = palette
            palette.setParent(self)
            palette.item_chosen.connect(self.open_item)
            palette.person_chosen.connect(self.open_person)
            palette.week_chosen.connect(partial(_open_week, self))
        palette.open_palette(_commands(self))
        return palette

    def capture(self) -> None:
        """Catch a seed in a line over the page one is on."""
        catcher = cast("SeedCatcher | None", self.pages.get("catch"))
        if catcher is None:
            # Among the pages, because an erasure takes those apart.
            catcher = seed_catcher(self._journal, self._theme, self._today, self)
            self.pages["catch"] = catcher
            catcher.caught.connect(
                lambda: self.say(self.tr("Caught. It waits in Notice and Preview."), None)
            )
        catcher.open_catcher()

    def begin_anew(self) -> None:
        """Take every page apart: none may remember, or undo, what was erased."""
        for page in self.pages.values():
            self.stack.removeWidget(page)
            page.setParent(None)
            page.deleteLater()
        self.pages = {}
        self.open("people")

    # --- keeping and saying ---

    def keep(self) -> None:
        """Make every unsaved word durable."""
        for page in self.pages.values():
            if isinstance(page, Keeps):
                page.keep()

    def say(self, message: str, undo: Callable[[], object] | None) -> None:
        """Show a line at the foot, with a way back if there is one."""
        self._undo = undo
        self.toast.say(message, undo=undo is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """A narrow window gets a narrow rail."""
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < self._theme.px(NARROW_BELOW))

    # --- wiring ---

    def _wire(self, name: str, page: QWidget) -> None:
        match name:
            case "week":
                home = cast("WeekHomePage", page)
                home.reflection_requested.connect(self.open_guide)
                home.week_page_requested.connect(self.open_week)
                home.person_requested.connect(self.open_person)
                home.page_requested.connect(self.open)
            case "guide":
                guide = cast("GuidePage", page)
                guide.left.connect(lambda: self.open("week"))
                guide.finished.connect(lambda _finished: self.open("week"))
            case "journal":
                journal = cast("JournalPage", page)
                journal.begin_requested.connect(self.open_this_week)
                journal.writing_requested.connect(lambda: self.open_entry())
                journal.entry_requested.connect(self.open_entry)
                journal.person_requested.connect(self.open_person)
                journal.said.connect(self.say)
            case "entry":
                entry = cast("EntryPage", page)
                entry.left.connect(lambda: self.open("journal"))
                entry.alone.connect(self.rail.setHidden)
            case "share":
                share = cast("SharePage", page)
                share.said.connect(self.say)

    def _wire_safety(self, name: str, page: QWidget) -> None:
        match name:
            case "held":
                held = cast("HeldPage", page)
                held.back_requested.connect(self.open_person)
                held.erased.connect(self.begin_anew)
                held.said.connect(self.say)
            case "settings":
                settings = cast("SettingsPage", page)
                settings.said.connect(self.say)
                settings.person_requested.connect(self.open_held)
                settings.journal_replaced.connect(self.journal_replaced)
                settings.everything_erased.connect(self.everything_erased)
                settings.sheet_requested.connect(self.sheet_requested)
                settings.page_requested.connect(self.open)
            case "import" | "export":
                carrying = cast("ImportPage | ExportPage", page)
                carrying.said.connect(self.say)
                carrying.page_requested.connect(self.open)

    def _take_back(self) -> None:
        if self._undo is not None:
            self._undo()

    def choose(self, key: str) -> None:
        """Go to a place of the rail."""
        if key == "lock":
            self.lock_requested.emit()
        elif key == "search":
            self.open_search()
        else:
            self.open(key)


def _destinations(asker: QObject, *, protected: bool) -> list[Destination]:
    # Without a passphrase nothing is called a lock: the window can only be put out of sight.
    foot = asker.tr("Lock") if protected else asker.tr("Hide window")
    return [
        Destination(key="week", name=asker.tr("This week"), icon="calendar-days"),
        Destination(key="journal", name=asker.tr("Journal"), icon="book-open"),
        Destination(key="people", name=asker.tr("People"), icon="users"),
        Destination(key="celebrations", name=asker.tr("Celebrations"), icon="party-popper"),
        Destination(key="growth", name=asker.tr("My growth"), icon="sprout"),
        Destination(key="share", name=asker.tr("Share"), icon="send"),
        Destination(key="search", name=asker.tr("Search"), icon="search", foot=True, acts=True),
        Destination(key="settings", name=asker.tr("Settings"), icon="settings", foot=True),
        Destination(key="lock", name=foot, icon="lock", foot=True, acts=True),
    ]


def _open_week(workspace: Workspace, week: Week) -> None:
    """Open the journal where a week stands."""
    cast("JournalPage", workspace.open("journal")).open_day(week.start)


def _writing_aids(
    owner: Workspace,
    journal: "Journal",
    theme: Theme,
    changes: ChangeSignals,
    safety: "SafetyServices",
) -> "WritingAids":
    from journal_app.ui.writing_aids import WritingAids

    return WritingAids(
        owner,
        theme,
        changes,
        spelling=journal.spelling,
        team=journal.team,
        preferences=safety.preferences,
    )


def _commands(workspace: Workspace) -> "list[Command]":
    """What the search offers besides what is in the journal."""
    from journal_app.ui.search.offers import Command

    do = [
        Command(
            name=workspace.tr("Write freely"),
            icon="notebook-pen",
            act=lambda: workspace.open_entry(),
            keys="Ctrl+N",
        ),
        Command(
            name=workspace.tr("Catch a line"),
            icon="feather",
            act=workspace.capture,
            keys="Ctrl+Shift+N",
        ),
        Command(
            name=workspace.tr("This week's reflection"),
            icon="compass",
            act=workspace.open_this_week,
        ),
        Command(
            name=workspace.tr("Import a journal"),
            icon="download",
            act=lambda: workspace.open("import"),
        ),
        Command(
            name=workspace.tr("Export everything"),
            icon="file-text",
            act=lambda: workspace.open("export"),
        ),
    ]
    return do + [
        Command(name=place.name, icon=place.icon, act=partial(workspace.choose, place.key))
        for place in workspace.rail.destinations()
        if place.key != "search"
    ]
