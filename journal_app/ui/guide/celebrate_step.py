"""Celebrate: one moment becomes a thank-you that names the act and what it changed."""

from PySide6.QtWidgets import QWidget

from journal_app.domain.celebration import Delivery, celebration_note
from journal_app.domain.draft import IntentionDraft, MomentDraft
from journal_app.ui.guide.step import GuideServices, GuideStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.wording import growing_text


class CelebrateStep(GuideStep):
    """Fills the builder from the chosen moment and shows the note as it grows."""

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, theme, parent)
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
        card = Card(theme)
        card.body.setSpacing(theme.px(12))
        for widget in (
            self.moments,
            self.who,
            self.situation,
            self.behaviour,
            self.impact,
            self.growing_in,
            self.joy,
            self.thanks,
            self.hints,
            self.delivery,
            self.say_when,
        ):
            card.body.addWidget(widget)
        self.column.addWidget(card)
        self.column.addWidget(self.note_card)
        self.moments.changed.connect(self._take_moment)
        self.who.changed.connect(self._write)
        self.delivery.changed.connect(self._write)
        for field in (
            self.situation,
            self.behaviour,
            self.impact,
            self.growing_in,
            self.joy,
            self.say_when,
        ):
            field.edited.connect(self._write)
            field.submitted.connect(self.advance_requested)

    def fill(self) -> None:
        """Offer the week's moments; the first fills the builder."""
        built = self.draft.celebration
        ready = self._ready()
        self.moments.set_options([(str(n), self._title(m)) for n, m in ready])
        self.who.set_options([(str(p.id), p.name) for p in self.people()])
        first = self.services.attention.first_to_celebrate(self.draft)
        if built.moment is None and not built.has_words and first is not None:
            self._fill_from(first)
        self.moments.choose([str(built.moment)])
        self.moments.setVisible(len(ready) > 1)
        self._show_fields()

    def first_field(self) -> QWidget:
        """What they did."""
        return self.behaviour

    def _ready(self) -> list[tuple[int, MomentDraft]]:
        moments = enumerate(self.draft.moments)
        return [(n, m) for n, m in moments if m.has_words and m.person_id and not m.worry]

    def _title(self, moment: MomentDraft) -> str:
        begins = " ".join((moment.behaviour or moment.situation).split()[:5])
        return f"{self.name_of(moment.person_id)}: {begins}…"

    def _fill_from(self, number: int) -> None:
        moment, built = self.draft.moments[number], self.draft.celebration
        built.moment, built.person_id = number, moment.person_id
        built.situation, built.behaviour = moment.situation, moment.behaviour
        built.impact = moment.impact

    def _take_moment(self) -> None:
        chosen = self.moments.choice()
        if chosen:
            self._fill_from(int(chosen))
        else:
            self.draft.celebration.moment = None
        self._show_fields()
        self.edited.emit()

    def _show_fields(self) -> None:
        built = self.draft.celebration
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

    def _write(self) -> None:
        built = self.draft.celebration
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
        self._plan_to_say()
        self._show_note()
        self.edited.emit()

    def _plan_to_say(self) -> None:
        """Say it: a plan in Preview, made and unmade with the choice."""
        built, name = self.draft.celebration, self.name_of(self.draft.celebration.person_id)
        act = self.tr("tell %1 what I saw").replace("%1", name)
        mine = [plan for plan in self.draft.intentions if plan.act == act]
        if built.delivery is not Delivery.SAY or not name:
            self.draft.intentions[:] = [p for p in self.draft.intentions if p not in mine]
            return
        cue = built.say_when.strip() or self.tr("I meet %1").replace("%1", name)
        if mine:
            mine[0].cue = cue
        else:
            self.draft.intentions.append(
                IntentionDraft(person_id=built.person_id, cue=cue, act=act)
            )

    def _show_note(self) -> None:
        built = self.draft.celebration
        person = next((p for p in self.people() if p.id == built.person_id), None)
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
        names = [p.name for p in self.people() if p.id != built.person_id]
        hints = self.services.questions.celebration_hints(built, names)
        texts = (built.situation, built.behaviour, built.impact, built.growing_in, built.joy)
        care = self.services.questions.care_line("\n".join(texts))
        hints += [care] if care and person is not None else []
        self.hints.setText("\n".join(hints))
        self.hints.setVisible(bool(hints))
