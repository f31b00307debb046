"""Greeting: a celebration becomes a card to hand over, in three designs, at print size."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.celebration import Celebration
from journal_app.domain.greeting import Greeting, GreetingDesign, GreetingSize
from journal_app.domain.progress import Progress
from journal_app.domain.share import Keepsake
from journal_app.services.celebrations import CelebrationService
from journal_app.services.keepsakes import KeepsakeService, SavedFile, draw, save_greeting
from journal_app.services.team import TeamService
from journal_app.ui.celebrations.design_row import DesignRow
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.jobs import Jobs
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, check_quietly
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.greeting_preview import GreetingPreview
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.widgets.two_columns import TwoColumns
from journal_app.ui.widgets.writing_area import WritingArea
from journal_app.ui.wording import breakable, day_text, growing_text

_REDRAW_MS, _AUTOSAVE_MS = 120, 800
_READABLE, _MOST = 1800, 20_000  # characters: more are small, and many more are no card
_THUMB_DOTS = 40


class GreetingPage(QWidget):
    """Words on one side, the very card on the other; the file is what was seen."""

    back_requested = Signal()
    said = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        *,
        keepsakes: KeepsakeService,
        celebrations: CelebrationService,
        team: TeamService,
        jobs: Jobs,
        files: FileChooser,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._keepsakes, self._celebrations = theme, keepsakes, celebrations
        self._team, self._jobs, self._files, self._today = team, jobs, files, today
        self._celebration: Celebration | None = None
        self._drawing, self._changed = False, False
        self.back_button = button(self.tr("← &Back"), "text", name=self.tr("Back"))
        self.header = PageHeader(theme, self.tr("A card to hand over"))
        self.preview = GreetingPreview(theme)
        self.thanks = words("", size=16)
        self.designs = DesignRow(theme)
        self.size_chips = ChipRow(
            theme,
            [
                (GreetingSize.POSTCARD, self.tr("Postcard")),
                (GreetingSize.LARGE, self.tr("Large")),
                (GreetingSize.SQUARE, self.tr("Square")),
            ],
            name=self.tr("Size"),
        )
        self.name = LineField(name=self.tr("To whom"), placeholder=self.tr("To whom"))
        self.body = WritingArea(theme, name=self.tr("Words of the card"), lines=5, most=9)
        self.hint = label("", tone="joy")
        self.signed = LineField(name=self.tr("Signed"), placeholder=self.tr("Your name, by hand"))
        self.dated = QCheckBox(self.tr("With the &day"))
        self.joy_button = button(self.tr("Add what it felt like for &me"), "text")
        self.pdf_button = button(self.tr("&Save to print (PDF)…"), "primary")
        self.png_button = button(self.tr("Save as a &picture (PNG)…"))
        self.anew_button = button(self.tr("As the celebration &tells it"), "text")
        self.given_button = button(self.tr("I &gave it to them"))
        self._redraw = _timer(self, _REDRAW_MS, self._draw)
        self._autosave = _timer(self, _AUTOSAVE_MS, self.keep)
        self.column = PageColumn(theme, measure=1080)
        self._build()
        self._connect()

    @property
    def greeting(self) -> Greeting:
        """The card as it stands on the page."""
        on = self._celebration.happened_on if self._celebration else None
        return Greeting(
            name=self.name.text(),
            body=self.body.text(),
            signed=self.signed.text(),
            day=on if self.dated.isChecked() else None,
            design=self.designs.chosen,
            size=GreetingSize(self.size_chips.choice() or GreetingSize.POSTCARD),
        )

    def show_celebration(self, celebration_id: int) -> None:
        """Make a card of this celebration, or go on with the one begun."""
        self.keep()
        celebration = self._celebration = self._keepsakes.celebration(celebration_id)
        person = self._team.person(celebration.person_id)
        likes = person.card.thanks.text.strip()
        unknown = self.tr("You don't know yet. Ask %1 one day.")
        self.thanks.setText(likes or unknown.replace("%1", breakable(person.name)))
        self.joy_button.setVisible(bool(celebration.joy.strip()))
        self.given_button.setVisible(celebration.given_on is None)
        self.preview.clear()
        self._show(self._keepsakes.greeting(celebration_id, growing=growing_text()))
        self.column.verticalScrollBar().setValue(0)

    def keep(self) -> None:
        """Make the words on the card durable now."""
        if self._autosave.isActive() and self._celebration is not None:
            self._autosave.stop()
            self._keepsakes.keep(self._celebration.id or 0, self.greeting)

    # --- building ---

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.back_button)
        top.addStretch(1)
        columns = TwoColumns(self._theme)
        columns.main.addWidget(self.preview)
        acts = QWidget()
        flow = FlowLayout(acts, gap=self._theme.px(8))
        for act in (self.pdf_button, self.png_button, self.given_button):
            flow.addWidget(act)
        columns.main.addWidget(acts)
        thanks = Card(self._theme, "joy", pad=16)
        thanks.body.addWidget(
            label(self.tr("How they like to be thanked"), size=12, tone="joy", strong=True)
        )
        thanks.body.addWidget(self.thanks)
        columns.main.addWidget(thanks)
        columns.main.addStretch(1)
        columns.aside.addWidget(self.designs)
        columns.aside.addWidget(self.size_chips)
        for field in (self.name, self.body, self.hint, self.signed, self.dated):
            columns.aside.addWidget(field)
        under = QWidget()
        quiet = FlowLayout(under, gap=self._theme.px(4))
        quiet.addWidget(self.joy_button)
        quiet.addWidget(self.anew_button)
        columns.aside.addWidget(under)
        columns.aside.addStretch(1)
        self.column.body.addLayout(top)
        self.column.body.addWidget(self.header)
        self.column.body.addWidget(columns)
        self.column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._leave)
        for field in (self.name, self.signed, self.body):
            field.edited.connect(self._on_changed)
            field.left.connect(self._leave)
        self.designs.changed.connect(self._on_changed)
        self.size_chips.changed.connect(self._on_changed)
        self.dated.toggled.connect(self._on_changed)
        self.joy_button.clicked.connect(self._add_joy)
        self.anew_button.clicked.connect(self._begin_anew)
        self.pdf_button.clicked.connect(partial(self._save, "card.pdf"))
        self.png_button.clicked.connect(partial(self._save, "card.png"))
        self.given_button.clicked.connect(self._give)
        self._theme.changed.connect(self._draw)

    # --- what is shown ---

    def _show(self, greeting: Greeting) -> None:
        self.name.setText(greeting.name)
        self.body.set_text(greeting.body)
        self.signed.setText(greeting.signed)
        check_quietly(self.dated, greeting.day is not None)
        self.designs.choose(greeting.design)
        self.size_chips.choose([greeting.size])
        self._draw()

    def _on_changed(self) -> None:
        if not self._autosave.isActive():
            self._autosave.start()
        self._redraw.start()

    def _draw(self) -> None:
        """Draw away from the window; what changes meanwhile is drawn after."""
        if self._celebration is None or not self._fits():
            return
        if self._drawing:
            self._changed = True
            return
        self._drawing, self._changed = True, False
        greeting, day, language = self.greeting, _day(self.greeting), _language()

        def work(_progress: Progress) -> tuple[bytes, dict[GreetingDesign, bytes]]:
            thumbs = {
                d: draw(replace(greeting, design=d), day=day, language=language, dots=_THUMB_DOTS)
                for d in GreetingDesign
            }
            return draw(greeting, day=day, language=language), thumbs

        self._jobs.run(self, work, partial(self._drawn, greeting), self._broke)

    def _fits(self) -> bool:
        """Say kindly when words grow small, and when they are more than any card holds."""
        length = len(self.body.text())
        said = self.tr("Shorter lands better. Which sentence would you keep?")
        if length > _MOST:
            said = self.tr("This is more than a card can hold. Your words are kept; shorten them.")
        self.hint.setText(said)
        self.hint.setVisible(length > _READABLE)
        return length <= _MOST

    def _drawn(
        self, greeting: Greeting, drawings: tuple[bytes, dict[GreetingDesign, bytes]]
    ) -> None:
        self._drawing = False
        card, thumbs = drawings
        text = f"{greeting.name} {greeting.body} {greeting.signed}".strip()
        self.preview.show_card(card, greeting.size.millimetres, text)
        self.designs.show_drawings(thumbs, greeting.size.millimetres)
        if self._changed:
            self._draw()

    def _broke(self, error: Exception) -> None:
        self._drawing = False
        raise error

    # --- acts ---

    def _add_joy(self) -> None:
        if self._celebration is not None:
            joined = f"{self.body.text().rstrip()}\n{self._celebration.joy.strip()}"
            self.body.set_text(joined)
            self.joy_button.hide()
            self._on_changed()

    def _begin_anew(self) -> None:
        if self._celebration is None:
            return
        before, number = self.greeting, self._celebration.id or 0
        self._autosave.stop()
        self._show(self._keepsakes.begin_anew(number, growing=growing_text()))
        self.joy_button.setVisible(bool(self._celebration.joy.strip()))
        self.said.emit(self.tr("As it was."), partial(self._put_back, number, before))

    def _put_back(self, number: int, greeting: Greeting) -> None:
        self._keepsakes.keep(number, greeting)
        self.show_celebration(number)

    def _save(self, suggested: str) -> None:
        self.keep()
        if not self._fits():
            self.said.emit(self.hint.text(), None)
            return
        greeting = self.greeting
        path = self._files.save(self.tr("Save the card"), suggested)
        if path is None:
            return
        day, language = _day(greeting), _language()

        def work(_progress: Progress) -> SavedFile:
            return save_greeting(greeting, path, day=day, language=language)

        about = self._celebration.person_id if self._celebration else 0
        self._jobs.run(self, work, partial(self._saved, about))

    def _saved(self, about: int, saved: SavedFile) -> None:
        self._keepsakes.note(Keepsake.CARD, saved, person_id=about, on=self._today())
        self.said.emit(self.tr("Saved, as you saw it."), None)

    def _give(self) -> None:
        before = self._celebration
        if before is None:
            return
        self._celebration = self._celebrations.mark_given(
            before.id or 0, on=self._today(), how=self.tr("On a card"), landed=before.landed
        )
        self.given_button.hide()
        self.said.emit(self.tr("Noted. Good that they heard it."), partial(self._not_given, before))

    def _not_given(self, before: Celebration) -> None:
        self._celebration = self._celebrations.restore(before)
        self.given_button.show()

    def _leave(self) -> None:
        self.keep()
        self.back_requested.emit()


def _timer(owner: QWidget, wait: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(wait)
    timer.timeout.connect(act)
    return timer


def _day(greeting: Greeting) -> str:
    return day_text(greeting.day) if greeting.day else ""


def _language() -> str:
    return QLocale().bcp47Name().partition("-")[0]
