"""Soft card: the four things one understands of a person, written in place and dated."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from journal_app.domain import person
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.writing_area import WritingArea
from journal_app.ui.wording import short_day_text

AUTOSAVE_MS = 800


class SoftCard(Card):
    """Sends ``written`` with a field and its words soon after typing stops; ``keep`` hurries it."""

    written = Signal(str, str)

    def __init__(
        self, theme: Theme, care: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "surface", parent, pad=16)
        self._care = care
        self.care_line = label("", tone="muted")
        self.care_line.hide()
        self.fields: dict[str, WritingArea] = {}
        self.days: dict[str, QLabel] = {}
        self._unsaved: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_MS)
        self._timer.timeout.connect(self.keep)
        for key, name, placeholder in (
            ("strengths", self.tr("Strengths seen"), self.tr("What do they do well?")),
            ("hopes", self.tr("What they hope for"), self.tr("Where would they go?")),
            ("energy", self.tr("What gives them energy"), self.tr("What lights them up?")),
            ("thanks", self.tr("How they like to be thanked"), self.tr("Quietly, aloud? Ask.")),
        ):
            self._add(key, name, placeholder)
        self.body.addWidget(self.care_line)

    def show_card(self, card: person.Card) -> None:
        """Show these notes; a field that is being written in keeps its words."""
        for key, field in self.fields.items():
            note: person.CardNote = getattr(card, key)
            if key not in self._unsaved and field.text() != note.text:
                field.set_text(note.text)
            self.days[key].setText(short_day_text(note.noted_on) if note.noted_on else "")

    def keep(self) -> None:
        """Send what was typed and not sent yet."""
        self._timer.stop()
        for key in sorted(self._unsaved):
            self._unsaved.discard(key)
            self.written.emit(key, self.fields[key].text())

    def _add(self, key: str, name: str, placeholder: str) -> None:
        field = WritingArea(self._theme, name=name, lines=1, most=8)
        field.setProperty("role", "soft")
        field.setPlaceholderText(placeholder)
        day = label("", size=12, tone="muted")
        day.setWordWrap(False)
        above = QHBoxLayout()
        above.setContentsMargins(self._theme.px(15), 0, self._theme.px(15), 0)
        above.addWidget(label(name, size=12, tone="growth", strong=True), 1)
        above.addWidget(day)
        self.fields[key], self.days[key] = field, day
        self.body.addLayout(above)
        self.body.addWidget(field)
        field.edited.connect(lambda: self._on_edited(key))
        field.submitted.connect(self.keep)

    def _on_edited(self, key: str) -> None:
        said = self._care("\n".join(field.text() for field in self.fields.values()))
        self.care_line.setText(said)
        self.care_line.setVisible(bool(said))
        self._unsaved.add(key)
        if not self._timer.isActive():
            self._timer.start()
