"""Celebration form: when, you, and that meant, growing in; the note grows beneath as one writes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.domain.celebration import Delivery, celebration_note
from journal_app.domain.draft import CelebrationDraft
from journal_app.domain.person import Person
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.wording import growing_text

Hints = Callable[[CelebrationDraft, Sequence[str]], list[str]]


class CelebrationForm(QWidget):
    """Writes into the draft it is given; ``moments`` are offered by whoever shows it."""

    edited = Signal()
    submitted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, hints: Hints, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints = hints
        self._people: Sequence[Person] = ()
        self.built = CelebrationDraft()
        self.moments = ChipRow(theme, [], name=self.tr("The moment to celebrate"))
        self.who = ChipRow(theme, [], name=self.tr("Whom to celebrate"))
        self.situation = LineField(
            name=self.tr("When"), placeholder=self.tr("When… (in Tuesday's call)")
        )
        self.behaviour = LineField(name=self.tr("You"), placeholder=self.tr("you… (what they did)"))
        self.behaviour.setObjectName("celebration")
        self.impact = LineField(
            name=self.tr("And that meant"), placeholder=self.tr("and that meant…")
        )
        self.growing_in = LineField(
            name=self.tr("I can see you growing in"),
            placeholder=self.tr("I can see you growing in… (if you like)"),
        )
        self.joy = LineField(
            name=self.tr("What it felt like for me"),
            placeholder=self.tr("What it felt like for you (yours alone, never in the note)"),
        )
        self.thanks = label("", tone="muted")
        self.hints = label("", tone="joy")
        self.delivery = ChipRow(
            theme,
            [
                (Delivery.PRIVATE, self.tr("Keep it private")),
                (Delivery.SAY, self.tr("Say it")),
                (Delivery.NOTE, self.tr("A note ready to send")),
            ],
            name=self.tr("What to do with it"),
        )
        self.say_when = LineField(
            name=self.tr("When I say it"), placeholder=self.tr("If… (I meet them on Tuesday)")
        )
        self.note_card = Card(theme, "joy")
        self.note = words("", size=18)
        self.note_card.body.addWidget(self.note)
        self.card = Card(theme)
        self._build(theme)

    def show_draft(self, built: CelebrationDraft, people: Sequence[Person]) -> None:
        """Write into this draft from now on; these are the people it can be about."""
        self.built, self._people = built, people
        self.who.set_options([(str(p.id), p.name) for p in people])
        self.who.choose([str(built.person_id)])
        self.who.setVisible(built.moment is None)
        for field, text in (
            (self.situation, built.situation),
            (self.behaviour, built.behaviour.replace("\n", " ")),
            (self.impact, built.impact),
            (self.growing_in, built.growing_in),
            (self.joy, built.joy),
            (self.say_when, built.say_when),
        ):
            field.setText(text)
        self.delivery.choose([built.delivery])
        self._show_note()

    def _build(self, theme: Theme) -> None:
        self.card.body.setSpacing(theme.px(12))
        fields = (
            self.situation,
            self.behaviour,
            self.impact,
            self.growing_in,
            self.joy,
            self.say_when,
        )
        for widget in (
            self.moments,
            self.who,
            *fields[:-1],
            self.thanks,
            self.hints,
            self.delivery,
            self.say_when,
        ):
            self.card.body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addWidget(self.note_card)
        self.who.changed.connect(self._write)
        self.delivery.changed.connect(self._write)
        for field in fields:
            field.edited.connect(self._write)
            field.submitted.connect(self.submitted)
            field.left.connect(self.left)

    def _write(self) -> None:
        built = self.built
        if built.moment is None:
            built.person_id = int(self.who.choice()) if self.who.choice() else None
        built.situation = self.situation.text()
        # A moment of several lines stays as it was until its line here is changed.
        if self.behaviour.text() != built.behaviour.replace("\n", " "):
            built.behaviour = self.behaviour.text()
        built.impact = self.impact.text()
        built.growing_in = self.growing_in.text()
        built.joy = self.joy.text()
        built.say_when = self.say_when.text()
        built.delivery = Delivery(self.delivery.choice() or Delivery.PRIVATE)
        if not self.delivery.choice():
            self.delivery.choose([Delivery.PRIVATE])
        self._show_note()
        self.edited.emit()

    def _show_note(self) -> None:
        built = self.built
        person = next((p for p in self._people if p.id == built.person_id), None)
        thanks = person.card.thanks.text.strip() if person else ""
        self.thanks.setVisible(person is not None)
        if thanks:
            self.thanks.setText(self.tr("How they like to be thanked: %1").replace("%1", thanks))
        else:
            self.thanks.setText(self.tr("You don't know yet how they like to be thanked."))
        self.note.setText(
            celebration_note(
                name=person.name.split()[0] if person else "",
                situation=built.situation,
                behaviour=built.behaviour,
                impact=built.impact,
                growing_in=built.growing_in,
                growing=growing_text(),
            )
        )
        self.note_card.setVisible(built.has_words)
        self.say_when.setVisible(built.delivery is Delivery.SAY)
        hints = self._hints(built, [p.name for p in self._people if p.id != built.person_id])
        self.hints.setText("\n".join(hints))
        self.hints.setVisible(bool(hints))
