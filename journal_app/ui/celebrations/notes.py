"""Notes: a celebration waiting to be said, and one that hangs on the wall."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.celebration import Celebration
from journal_app.domain.person import Person
from journal_app.services.drafts import DraftService
from journal_app.ui.theme import Theme
from journal_app.ui.widgets import flora
from journal_app.ui.widgets.buttons import button, check_quietly
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.kept import Kept
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.person_mark import PersonMark
from journal_app.ui.wording import breakable, growing_text


class CelebrationNote(Card):
    """What every note shows: whom, when, what; and the acts it offers."""

    copy_requested = Signal(object)
    card_requested = Signal(int)
    given = Signal(object, str, str)
    kept_private = Signal(object)

    def __init__(
        self,
        theme: Theme,
        celebration: Celebration,
        person: Person,
        drafts: DraftService,
        *,
        day: str,
        size: int,
    ) -> None:
        super().__init__(theme, "joy", pad=20)
        self.celebration = celebration
        text = celebration.note(name="", growing=growing_text())
        self.setAccessibleName(f"{person.name}, {day}: {text}")
        self._top = top = QHBoxLayout()
        top.setSpacing(theme.px(10))
        top.addWidget(PersonMark(theme, person, size=32))
        top.addWidget(label(breakable(f"{person.name} · {day}"), tone="joy", strong=True), 1)
        self.body.addLayout(top)
        self.body.addWidget(words(text, size=size))
        self.card_button = button(self.tr("Make a &card"))
        self.copy_button = button(self.tr("C&opy the note"))
        self.card_button.clicked.connect(lambda: self.card_requested.emit(self.celebration.id or 0))
        self.copy_button.clicked.connect(lambda: self.copy_requested.emit(self.celebration))
        self.how = LineField(name=self.tr("How you told them"), placeholder=self.tr("How?"))
        self.landed = LineField(
            name=self.tr("How it landed"), placeholder=self.tr("How did it land? (if you like)")
        )
        self.how.setText(celebration.given_how)
        self.landed.setText(celebration.landed)
        self._kept = [
            Kept(field, drafts, f"told:{celebration.id}:{part}", person_id=person.id)
            for field, part in ((self.how, "how"), (self.landed, "landed"))
        ]
        self.given_button = button(self.tr("I &told them"))
        self.given_button.clicked.connect(self._give)
        for field in (self.how, self.landed):
            field.submitted.connect(self._give)

    @property
    def was_begun(self) -> bool:
        """True when words typed here before were not kept with the celebration yet."""
        return any(kept.restored for kept in self._kept)

    def keep(self) -> None:
        """Make what is being typed durable."""
        for kept in self._kept:
            kept.keep()

    def _acts(self, *acts: QWidget) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=self._theme.px(8))
        for act in acts:
            flow.addWidget(act)
        return holder

    def _give(self) -> None:
        how, landed = (kept.used().strip() for kept in self._kept)
        self.given.emit(self.celebration, how, landed)


class WaitingNote(CelebrationNote):
    """Meant to reach the person: how they like it, the words to say, and a place to say it went."""

    def __init__(
        self,
        theme: Theme,
        celebration: Celebration,
        person: Person,
        drafts: DraftService,
        *,
        day: str,
    ) -> None:
        super().__init__(theme, celebration, person, drafts, day=day, size=18)
        likes = person.card.thanks.text.strip()
        self.thanks = label(
            self.tr("How they like to be thanked: %1").replace("%1", likes)
            if likes
            else self.tr("You don't know yet how they like to be thanked."),
            tone="muted",
        )
        self.private_button = button(self.tr("Keep it &private"), "text")
        self.given_button.setProperty("role", "primary")
        fields = QHBoxLayout()
        fields.addWidget(self.how, 1)
        fields.addWidget(self.landed, 2)
        self.body.addWidget(self.thanks)
        self.body.addLayout(fields)
        self.body.addWidget(
            self._acts(self.given_button, self.card_button, self.copy_button, self.private_button)
        )
        self.private_button.clicked.connect(lambda: self.kept_private.emit(self.celebration))


class WallNote(CelebrationNote):
    """Hangs on the wall by a small flower; opened, it tells what only the leader knows."""

    def __init__(
        self,
        theme: Theme,
        celebration: Celebration,
        person: Person,
        drafts: DraftService,
        *,
        day: str,
        told: str,
    ) -> None:
        super().__init__(theme, celebration, person, drafts, day=day, size=16)
        # Room for the flower, whatever the name.
        self._top.addSpacing(theme.px(22))
        if told:
            self.body.addWidget(label(told, size=12, tone="muted"))
        self.more_button = button(self.tr("&More"), "text")
        self.more_button.setCheckable(True)
        self.card_button.setProperty("role", "text")
        self.body.addWidget(self._acts(self.card_button, self.more_button))
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        if celebration.joy.strip():
            inside.addWidget(label(self.tr("What it felt like for you"), size=12, tone="joy"))
            inside.addWidget(words(celebration.joy.strip(), size=16))
        if celebration.given_on is not None:
            self.given_button.setText(self.tr("&Keep this"))
            self.given_button.setAccessibleName(self.tr("Keep how it was told and how it landed"))
        inside.addWidget(self.how)
        inside.addWidget(self.landed)
        inside.addWidget(self._acts(self.given_button, self.copy_button))
        self.body.addWidget(self._inside)
        self._inside.setVisible(self.was_begun)
        check_quietly(self.more_button, self.was_begun)
        self.more_button.toggled.connect(self._open)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """The ground, and a flower at its upper edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._theme.px
        turn = (self.celebration.id or 0) * 29 % 72
        right = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        at = QPointF(self.width() - px(24) if right else px(24), px(22))
        flora.leaf(painter, self._theme, at, px(13), 60 + turn, pale=False)
        flora.blossom(painter, self._theme, at, px(22), turn=turn)
        painter.end()

    def _open(self) -> None:
        self._inside.setVisible(self.more_button.isChecked())
        self.more_button.setText(
            self.tr("&Less") if self.more_button.isChecked() else self.tr("&More")
        )
        if self.more_button.isChecked():
            self.how.setFocus()
