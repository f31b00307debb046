"""Entry: free writing of any day, kept while it is typed."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.entry import Entry
from journal_app.domain.template import Template
from journal_app.services.entries import EntryService
from journal_app.services.entry_care import EntryCareService
from journal_app.services.team import TeamService
from journal_app.ui.editor import exact_text
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.banner import Banner
from journal_app.ui.widgets.buttons import button, icon_button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.care_line import Care, CareLine
from journal_app.ui.widgets.entry_details import Details, EntryDetails
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.widgets.saved_hint import SavedHint
from journal_app.ui.widgets.word_count_line import WordCountLine
from journal_app.ui.widgets.writing_desk import WritingDesk
from journal_app.ui.wording import day_text, fill

AUTOSAVE_MS = 800
LOW = 620  # below this height the page begins with its title
_PARAGRAPH = 20_000  # as far as one paragraph is looked through
VERY_LOW = 400  # below this one the day and the tags wait behind a button


class EntryPage(QWidget):
    """One entry. It exists from its first word on; an entry emptied keeps what it last said."""

    left = Signal()
    alone = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        *,
        entries: EntryService,
        care: EntryCareService,
        team: TeamService,
        care_beside: Care,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._entries, self._today = entries, today
        self._entry: Entry | None = None
        self._unsaved = False
        self._held: tuple[str, str, Details | None] = ("", "", None)
        self._theme = theme
        self.header = PageHeader(theme, self.tr("Write freely"))
        self.title = LineField(name=self.tr("Title"), placeholder=self.tr("A title, if you like"))
        self.title.setProperty("role", "title")
        self.desk = WritingDesk(theme, name=self.tr("What I write"))
        self.area = self.desk.area
        self.area.setObjectName("entryEditor")
        self.area.setPlaceholderText(self.tr("Write what comes. It stays on this laptop."))
        self.details = EntryDetails(theme, entries=entries, care=care, team=team)
        self.care_line = CareLine(care_beside)
        self.note = Banner(theme)
        self.saved = SavedHint(theme)
        self.count = WordCountLine(self.area)
        self.find_button = icon_button(theme, "search", self.tr("Find in this entry"))
        self.alone_button = icon_button(theme, "focus", self.tr("Only the words"))
        self.details_button = icon_button(theme, "tag", self.tr("Day, person, tags and star"))
        self.details_button.setCheckable(True)
        self.done_button = button(self.tr("&Done"), "primary")
        card = Card(theme)
        card.body.addWidget(self.title)
        card.body.addWidget(self.details)
        card.body.addWidget(self.desk, 1)
        card.body.addWidget(self.care_line)
        column = PageColumn(theme)
        column.body.addWidget(self.header)
        column.body.addWidget(self.note)
        column.body.addWidget(card, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column, 1)
        layout.addLayout(self._foot(theme))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_MS)
        self._timer.timeout.connect(self.keep)
        self._timer.timeout.connect(self._look)
        self._connect()

    def begin(self) -> None:
        """An empty page for today."""
        self.keep()
        self._show(None, self._today())

    def open_entry(self, entry_id: int) -> None:
        """An entry that is there already, to write on."""
        self.keep()
        entry = self._entries.entry(entry_id)
        self._show(entry, entry.happened_on)

    def keep(self) -> None:
        """Make what was typed durable now; harmless when nothing changed."""
        self._timer.stop()
        if not self._unsaved:
            return
        title, body, said = self.title.text(), self.area.text(), self.details.now()
        if not (title.strip() or body.strip()):
            return
        if (title, body, said) == self._held:
            self.saved.clear()
        elif self._entry is None:
            self._entry = self._entries.write(Entry(title=title, body=body, **asdict(said)))
            self.area.keep_as(self._entry.id)
            self.saved.saved_now()
        else:
            self._entry = self._entries.change(
                replace(self._entry, title=title, body=body, **asdict(said))
            )
            self.saved.saved_now()
        self._held, self._unsaved = (title, body, said), False

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Nothing typed waits for a timer that will not come."""
        self.keep()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where there is little height, it is the words'."""
        super().resizeEvent(event)
        self._make_room()

    def leave(self) -> None:
        """Keep and go back."""
        self.keep()
        self.left.emit()

    def _foot(self, theme: Theme) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(32), theme.px(8), theme.px(32), theme.px(20))
        foot.addWidget(self.saved, 1)
        foot.addWidget(self.count)
        foot.addWidget(self.details_button)
        foot.addWidget(self.find_button)
        foot.addWidget(self.alone_button)
        foot.addSpacing(theme.px(16))
        foot.addWidget(self.done_button)
        return foot

    def _connect(self) -> None:
        self.area.edited.connect(self._on_edited)
        self.area.left.connect(self._escape)
        self.area.submitted.connect(self.leave)
        self.area.paste_refused.connect(lambda text: self.note.say(text, tone="preview"))
        self.title.edited.connect(self._on_edited)
        self.details.edited.connect(self._on_edited)
        self.details.templates.look_at(lambda: (self.title.text(), self.area.text()))
        self.details.templates.taken.connect(self._begin_from)
        self.details.templates.kept.connect(self._kept_template)
        self.done_button.clicked.connect(self.leave)
        self.details_button.toggled.connect(self._make_room)
        self.find_button.clicked.connect(self.desk.find_bar.open_bar)
        self.alone_button.clicked.connect(self.desk.turn)
        self.desk.alone.connect(self._leave_only_words)
        QShortcut(QKeySequence("Escape"), self).activated.connect(self._escape)
        self.addActions(self.desk.actions())

    def _show(self, entry: Entry | None, day: date) -> None:
        self._entry = entry
        self.header.say(self.tr("Write freely"), day_text(day))
        self.title.setText(entry.title if entry else "")
        self.area.open_as(entry.id if entry else None, entry.body if entry else "")
        self.details.show_entry(entry, day)
        self._held = (self.title.text(), self.area.text(), self.details.now())
        self.count.count()
        self._unsaved = False
        self.saved.clear()
        self.note.hide()
        self.care_line.hide()
        self.area.setFocus()

    def _begin_from(self, template: Template) -> None:
        """Put the words of a template where the cursor is, to be undone like a paste."""
        exact_text.insert(self.area.textCursor(), exact_text.held(template.body))
        self.area.setFocus()

    def _kept_template(self, name: str) -> None:
        said = fill(self.tr("“%1” is among your templates now."), name)
        self.note.say(said, tone="preview")

    def _escape(self) -> None:
        if not self.desk.escape():
            self.leave()

    def _make_room(self) -> None:
        height, alone = self.height(), self.desk.is_alone
        low = height < self._theme.px(VERY_LOW)
        self.header.setVisible(height >= self._theme.px(LOW) and not alone)
        self.details_button.setVisible(low and not alone)
        wanted = self.details_button.isChecked() or not low
        self.details.setVisible(wanted and not alone)

    def _leave_only_words(self, alone: bool) -> None:  # noqa: FBT001 (a slot)
        for widget in (self.title, self.done_button, self.find_button):
            widget.setVisible(not alone)
        self._make_room()
        self.alone.emit(alone)

    def _look(self) -> None:
        """T16 in the paragraph that is being written, after a moment's rest."""
        written = self.area.textCursor().block().text()[:_PARAGRAPH]
        self.care_line.look_at(f"{self.title.text()}\n{written}", self.details.now().person_id)

    def _on_edited(self) -> None:
        # Every key comes through here: nothing may look at the whole text.
        if not self._unsaved:
            self._unsaved = True
            self.saved.typing()
        if not self._timer.isActive():
            self._timer.start()
