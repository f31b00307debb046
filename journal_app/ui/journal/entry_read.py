"""Entry read: one free entry as a page, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.entry import Entry
from journal_app.domain.query import Query
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, icon_button
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.reading_text import ReadingText
from journal_app.ui.wording import fill


class EntryRead(QWidget):
    """The words, then quietly what can be done with them."""

    edit_requested = Signal()
    star_requested = Signal(bool)
    versions_requested = Signal()
    trash_requested = Signal()
    tag_chosen = Signal(str)
    person_chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        entry: Entry,
        *,
        name: str = "",
        query: Query | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = ReadingText(theme, name=entry.title.strip() or self.tr("What you wrote"))
        self.text.show_text(entry.body, query)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self.text)
        column.addWidget(self._about(theme, entry, name))
        column.addSpacing(theme.px(8))
        column.addLayout(self._acts(theme, entry))

    def _about(self, theme: Theme, entry: Entry, name: str) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, gap=theme.px(6))
        if name:
            about = button(name.replace("&", "&&"), "chip", name=fill(self.tr("About %1"), name))
            about.clicked.connect(self.person_chosen)
            flow.addWidget(about)
        for tag in entry.tags:
            text = f"#{tag}"
            made = button(
                text.replace("&", "&&"), "chip", name=fill(self.tr("Everything tagged %1"), tag)
            )
            made.clicked.connect(lambda _on=False, tag=tag: self.tag_chosen.emit(tag))
            flow.addWidget(made)
        if not (name or entry.tags):
            row.hide()
        return row

    def _acts(self, theme: Theme, entry: Entry) -> QHBoxLayout:
        self.edit_button = button(self.tr("Write &on"))
        star = self.tr("Take the star away") if entry.starred else self.tr("Star this entry")
        self.star_button = icon_button(
            theme, "star", star, tone="joy_ink" if entry.starred else "muted"
        )
        self.versions_button = icon_button(theme, "history", self.tr("What it said before"))
        self.trash_button = icon_button(theme, "trash-2", self.tr("Move to the trash"))
        self.edit_button.clicked.connect(self.edit_requested)
        self.star_button.clicked.connect(lambda: self.star_requested.emit(not entry.starred))
        self.versions_button.clicked.connect(self.versions_requested)
        self.trash_button.clicked.connect(self.trash_requested)
        row = QHBoxLayout()
        row.addWidget(self.edit_button)
        row.addStretch(1)
        for made in (self.star_button, self.versions_button, self.trash_button):
            row.addWidget(made)
        return row
