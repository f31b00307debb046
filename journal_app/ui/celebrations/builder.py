"""Builder: a celebration made outside the guide, kept as a draft while it is written."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from journal_app.domain.celebration import Celebration, Delivery
from journal_app.domain.draft import CelebrationDraft
from journal_app.domain.intention import Intention
from journal_app.domain.moment import Moment
from journal_app.domain.person import Person
from journal_app.domain.week import Week
from journal_app.services.celebrations import CelebrationService
from journal_app.services.drafts import DraftService
from journal_app.services.growth import GrowthService
from journal_app.services.intentions import IntentionService
from journal_app.services.team import TeamService
from journal_app.ui.guide.celebration_form import CelebrationForm, Hints
from journal_app.ui.guide.draft_writing import DraftWriting
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.labels import label

_OFFERED = 6


class CelebrationBuilder(DraftWriting):
    """Opens with the moments not celebrated yet; closes when the celebration is made."""

    form: CelebrationForm | None

    def __init__(
        self,
        theme: Theme,
        *,
        celebrations: CelebrationService,
        growth: GrowthService,
        intentions: IntentionService,
        team: TeamService,
        drafts: DraftService,
        hints: Hints,
        week_of: Callable[[date], Week],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, add=self.tr("Cele&brate someone"), keep=self.tr("&Celebrate"), parent=parent
        )
        self._celebrations, self._growth = celebrations, growth
        self._intentions, self._team, self._drafts = intentions, team, drafts
        self._hints, self._week_of, self._today = hints, week_of, today
        self._moments: dict[int, Moment] = {}
        self.drop_button = button(self.tr("Not &now"), "text")
        self._put_before(self.drop_button)
        self._lead = label(
            self.tr("Begin with a step you saw lately, or with whom it is about."),
            size=16,
            tone="muted",
            serif=True,
        )
        self._lead.hide()
        self._column.insertWidget(0, self._lead)
        self.drop_button.clicked.connect(self.drop)
        if drafts.celebration() is not None:
            self.begin()

    def begin(self) -> None:
        """Open the form, with what was begun before."""
        if self.form is not None:
            return
        built = self._drafts.celebration() or CelebrationDraft()
        self.form = CelebrationForm(self._theme, self._hints)
        self.form.edited.connect(self._typing)
        self.form.submitted.connect(self.finish)
        self.form.moments.changed.connect(self._take_moment)
        self._offer(built)
        self._open(self.form)
        self._lead.show()
        self.form.show()
        self.form.behaviour.setFocus()

    def keep(self) -> None:
        """Make what was typed durable as a draft; an empty form leaves none."""
        self._timer.stop()
        if self.form is None:
            return
        if self.form.built.has_words:
            self._drafts.keep_celebration(self.form.built)
            self.saved.saved_now()
        else:
            self._drafts.drop_celebration()

    def finish(self) -> None:
        """The draft becomes a celebration; to say it becomes a plan of this week."""
        if self.form is None:
            return
        built = self.form.built
        person = next((p for p in self._team.everyone() if p.id == built.person_id), None)
        if not built.behaviour.strip() or person is None:
            self.said.emit(self.tr("It needs whom you celebrate, and what they did."), None)
            return
        made = self._celebrations.celebrate(_celebration(built, person.id or 0, self._today()))
        plan = self._plan_to_say(built, person)
        self._close()
        self._drafts.drop_celebration()

        def take_back() -> None:
            self._celebrations.take_back(made.id or 0)
            if plan is not None:
                self._intentions.drop(plan.id or 0)
            self._drafts.keep_celebration(built)
            self.begin()

        self.said.emit(self.tr("Celebrated."), take_back)

    def drop(self) -> None:
        """Put the form away; its words can be brought back for a while."""
        if self.form is None:
            return
        built = self.form.built
        self._close()
        self._drafts.drop_celebration()
        if built.has_words:
            self.said.emit(self.tr("Taken away."), lambda: self._bring_back(built))

    def _bring_back(self, built: CelebrationDraft) -> None:
        self._drafts.keep_celebration(built)
        self.begin()

    def _offer(self, built: CelebrationDraft) -> None:
        celebrated = {c.moment_id for c in self._celebrations.recent(-1)}
        people = self._team.present()
        names = {p.id: p.name for p in people}
        fresh = [
            m for m in self._growth.recent() if m.id not in celebrated and m.person_id in names
        ]
        self._moments = {m.id or 0: m for m in fresh[:_OFFERED]}
        if built.moment is not None and built.moment not in self._moments:
            built.moment = None
        form = self.form
        if form is not None:
            form.moments.set_options(
                [
                    (str(number), _title(names[moment.person_id], moment))
                    for number, moment in self._moments.items()
                ]
            )
            form.moments.choose([str(built.moment)])
            form.moments.setVisible(bool(self._moments))
            form.show_draft(built, people)

    def _take_moment(self) -> None:
        form = self.form
        if form is None:
            return
        built, chosen = form.built, form.moments.choice()
        built.moment = int(chosen) if chosen else None
        if built.moment is not None:
            moment = self._moments[built.moment]
            built.person_id = moment.person_id
            built.situation, built.behaviour = moment.situation, moment.behaviour
            built.impact = moment.impact
        form.show_draft(built, self._team.present())
        self._typing()

    def _plan_to_say(self, built: CelebrationDraft, person: Person) -> Intention | None:
        if built.delivery is not Delivery.SAY:
            return None
        meeting = self.tr("I meet %1").replace("%1", person.name)
        return self._intentions.plan(
            Intention(
                week_start=self._week_of(self._today()).start,
                cue=built.say_when.strip() or meeting,
                act=self.tr("tell %1 what I saw").replace("%1", person.name),
                person_id=person.id,
            )
        )

    def _close(self) -> None:
        super()._close()
        self._lead.hide()


def _title(name: str, moment: Moment) -> str:
    return f"{name}: {' '.join(moment.behaviour.split()[:5])}…"


def _celebration(built: CelebrationDraft, person_id: int, on: date) -> Celebration:
    return Celebration(
        person_id=person_id,
        happened_on=on,
        situation=built.situation,
        behaviour=built.behaviour,
        impact=built.impact,
        growing_in=built.growing_in,
        joy=built.joy,
        delivery=built.delivery,
        moment_id=built.moment,
    )
