"""Celebrate: one moment becomes a thank-you that names the act and what it changed."""

from PySide6.QtWidgets import QWidget

from journal_app.domain.celebration import Delivery
from journal_app.domain.draft import IntentionDraft, MomentDraft
from journal_app.ui.guide.celebration_form import CelebrationForm
from journal_app.ui.guide.step import GuideServices, GuideStep
from journal_app.ui.theme import Theme


class CelebrateStep(GuideStep):
    """Fills the builder from the chosen moment and shows the note as it grows."""

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, theme, parent)
        self.form = CelebrationForm(theme, services.questions.celebration_hints)
        self.moments = self.form.moments
        self.column.addWidget(self.form)
        self.moments.changed.connect(self._take_moment)
        self.form.edited.connect(self._on_edited)
        self.form.submitted.connect(self.advance_requested)

    def fill(self) -> None:
        """Offer the week's moments; the first fills the builder."""
        built = self.draft.celebration
        ready = self._ready()
        self.moments.set_options([(str(n), self._title(m)) for n, m in ready])
        first = self.services.attention.first_to_celebrate(self.draft)
        if built.moment is None and not built.has_words and first is not None:
            self._fill_from(first)
        self.moments.choose([str(built.moment)])
        self.moments.setVisible(len(ready) > 1)
        self.form.show_draft(built, self.people())

    def first_field(self) -> QWidget:
        """What they did."""
        return self.form.behaviour

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
        self.form.show_draft(self.draft.celebration, self.people())
        self.edited.emit()

    def _on_edited(self) -> None:
        self._plan_to_say()
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
