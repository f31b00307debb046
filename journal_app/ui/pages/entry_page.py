"""Entry: free writing of any day, kept while it is typed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.entry import Entry
from journal_app.services.entries import EntryService
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.banner import Banner
from journal_app.ui.widgets.buttons import button, icon_button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.widgets.saved_hint import SavedHint
from journal_app.ui.widgets.word_count_line import WordCountLine
from journal_app.ui.widgets.writing_desk import WritingDesk
from journal_app.ui.wording import day_text

AUTOSAVE_MS = 800
LOW = 620  # below this height the page begins with its title


class EntryPage(QWidget):
    """One entry. It exists from its first word on; an entry emptied keeps what it last said."""

    left = Signal()
    alone = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        *,
        entries: EntryService,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._entries, self._today = entries, today
        self._entry: Entry | None = None
        self._unsaved = False
        self._held = ("", "")
        self._theme = theme
        self.header = PageHeader(theme, self.tr("Write freely"))
        self.title = LineField(name=self.tr("Title"), placeholder=self.tr("A title, if you like"))
        self.title.setProperty("role", "title")
        self.desk = WritingDesk(theme, name=self.tr("What I write"))
        self.area = self.desk.area
        self.area.setObjectName("entryEditor")
        self.area.setPlaceholderText(self.tr("Write what comes. It stays on this laptop."))
        self.note = Banner(theme)
        self.saved = SavedHint(theme)
        self.count = WordCountLine(self.area)
        self.find_button = icon_button(theme, "search", self.tr("Find in this entry"))
        self.alone_button = icon_button(theme, "focus", self.tr("Only the words"))
        self.done_button = button(self.tr("&Done"), "primary")
        card = Card(theme)
        card.body.addWidget(self.title)
        card.body.addWidget(self.desk, 1)
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
        title, body = self.title.text(), self.area.text()
        if not (title.strip() or body.strip()):
            return
        if (title, body) == self._held:
            self.saved.clear()
        elif self._entry is None:
            self._entry = self._entries.write(
                Entry(happened_on=self._today(), title=title, body=body)
            )
            self.area.keep_as(self._entry.id)
            self.saved.saved_now()
        else:
            self._entry = self._entries.change(replace(self._entry, title=title, body=body))
            self.saved.saved_now()
        self._held, self._unsaved = (title, body), False

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Nothing typed waits for a timer that will not come."""
        self.keep()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where there is little height, it is the words'."""
        super().resizeEvent(event)
        self.header.setVisible(self._has_room() and not self.desk.is_alone)

    def leave(self) -> None:
        """Keep and go back."""
        self.keep()
        self.left.emit()

    def _foot(self, theme: Theme) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(32), theme.px(8), theme.px(32), theme.px(20))
        foot.addWidget(self.saved, 1)
        foot.addWidget(self.count)
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
        self.done_button.clicked.connect(self.leave)
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
        self._held = (self.title.text(), self.area.text())
        self.count.count()
        self._unsaved = False
        self.saved.clear()
        self.note.hide()
        self.area.setFocus()

    def _escape(self) -> None:
        if not self.desk.escape():
            self.leave()

    def _has_room(self) -> bool:
        return self.height() >= self._theme.px(LOW)

    def _leave_only_words(self, alone: bool) -> None:  # noqa: FBT001 (a slot)
        for widget in (self.title, self.done_button, self.find_button):
            widget.setVisible(not alone)
        self.header.setVisible(self._has_room() and not alone)
        self.alone.emit(alone)

    def _on_edited(self) -> None:
        # Every key comes through here: nothing may look at the whole text.
        if not self._unsaved:
            self._unsaved = True
            self.saved.typing()
        if not self._timer.isActive():
            self._timer.start()
