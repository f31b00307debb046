"""First run: what Tend is, how to protect it, whom one leads. Three screens, then writing."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journal_app.domain.errors import JournalError
from journal_app.ui.theme import Theme
from journal_app.ui.trouble import in_words
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.date_field import DateField
from journal_app.ui.widgets.drawing import Drawing
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.new_passphrase import NewPassphrase, RecoverySheet
from journal_app.ui.widgets.page import PageColumn, PageHeader


class FirstRunPage(QWidget):
    """Asks its window to create the journal, then says who is on the team.

    ``create`` makes the journal and returns its recovery key, or None without a passphrase.
    """

    sheet_requested = Signal(str, bool)
    finished = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        *,
        create: Callable[[str | None], str | None],
        written_for: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._create = theme, create
        self.screens = QStackedWidget()
        self.welcome = self._welcome(written_for)
        self.protect = self._protect()
        self.people = self._people()
        for screen in (self.welcome, self.protect, self.people):
            self.screens.addWidget(screen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.screens)

    # --- what Tend is ---

    def _welcome(self, written_for: str) -> QWidget:
        column = PageColumn(self._theme, measure=720)
        mark = Drawing(self._theme, "feather", "accent", 40)
        header = PageHeader(self._theme, self.tr("A quiet place to learn to lead"))
        column.body.addStretch(1)
        column.body.addWidget(mark)
        column.body.addWidget(header)
        column.body.addWidget(
            words(
                self.tr(
                    "Twelve private minutes a week: notice how someone grew, celebrate it, name"
                    " one thing you don't know yet, and preview next week as one small plan."
                ),
            )
        )
        hats = QHBoxLayout()
        hats.setSpacing(self._theme.px(16))
        for icon, tone, ink, title, text in (
            (
                "notebook-pen",
                "surface",
                "accent_ink",
                self.tr("The expert"),
                self.tr("The craft you learned the slow way. It stays yours."),
            ),
            (
                "sprout",
                "growth",
                "growth",
                self.tr("The leader"),
                self.tr("A second craft. Starting over in it is normal, and needed."),
            ),
        ):
            hats.addWidget(self._small_card(icon, tone, ink, title, text), 1)
        column.body.addLayout(hats)
        column.body.addWidget(label(written_for, tone="muted"))
        self.begin_button = button(self.tr("&Begin"), "primary")
        self.begin_button.clicked.connect(self._to_protect)
        column.body.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.body.addStretch(2)
        return column

    def _small_card(self, icon: str, tone: str, ink: str, title: str, text: str) -> Card:
        card = Card(self._theme, tone, pad=20)
        mark = Drawing(self._theme, icon, ink, 20)
        row = QHBoxLayout()
        row.addWidget(mark)
        row.addWidget(label(title, size=16, strong=True), 1)
        card.body.addLayout(row)
        card.body.addWidget(label(text))
        card.body.addStretch(1)
        return card

    # --- protect it ---

    def _protect(self) -> QWidget:
        theme = self._theme
        column = PageColumn(theme, measure=640)
        column.body.addSpacing(theme.px(24))
        column.body.addWidget(PageHeader(theme, self.tr("Keep it yours")))
        column.body.addWidget(
            label(
                self.tr(
                    "With a passphrase, the journal and its backups cannot be read without it."
                    " Nobody can reset it, also not us."
                ),
                size=16,
            )
        )
        self._ask = Card(theme)
        self.new = NewPassphrase(theme)
        self.protect_button = button(self.tr("&Protect my journal"), "primary")
        self.later_button = button(self.tr("&Not now"), "text")
        row = QHBoxLayout()
        row.addWidget(self.protect_button)
        row.addWidget(self.later_button)
        row.addStretch(1)
        self._ask.body.addWidget(self.new)
        self._ask.body.addLayout(row)
        self._ask.body.addWidget(
            label(
                self.tr(
                    "Not now: the files on this laptop are then not protected. You can set a"
                    " passphrase later."
                ),
                size=12,
                tone="muted",
            )
        )
        self.sheet = RecoverySheet(theme)
        self.sheet.hide()
        column.body.addWidget(self._ask)
        column.body.addWidget(self.sheet)
        column.body.addStretch(1)
        self.new.submitted.connect(self._protect_it)
        self.sheet.save_requested.connect(lambda key: self.sheet_requested.emit(key, False))
        self.sheet.print_requested.connect(lambda key: self.sheet_requested.emit(key, True))
        self.sheet.finished.connect(self._to_people)
        self.protect_button.clicked.connect(self._protect_it)
        self.later_button.clicked.connect(self._not_now)
        return column

    def _to_protect(self) -> None:
        self.screens.setCurrentWidget(self.protect)
        self.new.setFocus()

    def _protect_it(self) -> None:
        passphrase = self.new.typed()
        if passphrase is not None:
            self._make(passphrase)

    def _not_now(self) -> None:
        self._make(None)

    def _make(self, passphrase: str | None) -> None:
        try:
            recovery = self._create(passphrase)
        except JournalError as error:
            self.new.say(in_words(error))
            return
        if recovery is None:
            self._to_people()
            return
        self._ask.hide()
        self.sheet.show_key(recovery)

    # --- whom one leads ---

    def _people(self) -> QWidget:
        theme = self._theme
        column = PageColumn(theme, measure=640)
        column.body.addSpacing(theme.px(24))
        column.body.addWidget(PageHeader(theme, self.tr("Whom do you lead?")))
        self.names = QPlainTextEdit()
        self.names.setAccessibleName(self.tr("Names, one a line"))
        self.names.setPlaceholderText(
            self.tr("Mei Lindqvist, Mei-Mei\nJonas\nAna — one a line, nicknames after a comma")
        )
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(theme.px(170))
        self.names.setProperty("face", "serif")
        self.since_known = QCheckBox(self.tr("I have led since"))
        self.since = DateField(QDate.currentDate())
        self.since.setCalendarPopup(True)
        self.since.setAccessibleName(self.tr("The day I began to lead"))
        self.since.setEnabled(False)
        self.since_known.toggled.connect(self.since.setEnabled)
        self.start_button = button(self.tr("&Start writing"), "primary")
        card = Card(theme)
        card.body.setSpacing(theme.px(12))
        card.body.addWidget(label(self.tr("Names, one a line. You can add others later.")))
        card.body.addWidget(self.names)
        row = QHBoxLayout()
        row.addWidget(self.since_known)
        row.addWidget(self.since)
        row.addStretch(1)
        card.body.addLayout(row)
        column.body.addWidget(card)
        column.body.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.body.addStretch(1)
        self.start_button.clicked.connect(self._finish)
        return column

    def _to_people(self) -> None:
        self.screens.setCurrentWidget(self.people)
        self.names.setFocus()

    def _finish(self) -> None:
        day = self.since.date()
        since = date(day.year(), day.month(), day.day()) if self.since_known.isChecked() else None
        self.finished.emit(self.names.toPlainText(), since)
