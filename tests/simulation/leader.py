"""A leader whose weeks are drawn by lot from a seed: forgetful, with favourites, sometimes away."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from journal_app.domain.draft import MomentDraft, ReflectionDraft
from journal_app.domain.intention import Aim, Ending
from journal_app.domain.person import PersonState
from journal_app.domain.promise import PromiseState
from journal_app.domain.reflection import Hat
from journal_app.domain.step import Mode
from journal_app.services.journal import Journal
from tests.weeks import Weeks, celebrated, planned

BEGIN = date(2026, 1, 9)
CHIPS = ("one-on-one", "conflict", "handed-over", "someone-new", "someone-leaving", "review")
SKILLS = tuple(f"S{n:02}" for n in range(1, 13))


@dataclass(kw_only=True)
class Session:
    """What one session asked, named and held."""

    number: int
    on: date
    mode: Mode
    pages: tuple[str, ...]
    asked: list[str]
    nudges: list[str]
    named: set[int] = field(default_factory=set)
    noticed: set[int] = field(default_factory=set)
    active: set[int] = field(default_factory=set)
    minutes: float = 0
    ahead: float = 0


class SimulatedLeader:
    """Lives through weeks with the guide, the same for the same seed."""

    def __init__(self, journal: Journal, seed: int) -> None:
        self.lot, self.journal = Random(seed), journal
        self.weeks = Weeks(journal, BEGIN)
        since = self.lot.choice([BEGIN, BEGIN - timedelta(days=200), None])
        journal.leader.set_leading_since(since)
        self.people = [
            journal.team.welcome(f"Person{n} Of{seed}", joined_on=BEGIN - timedelta(days=99)).id
            for n in range(self.lot.randint(3, 7))
        ]
        self.sessions: list[Session] = []
        if self.lot.random() < 0.5:
            journal.measures.add("What we ship", Aim.RESULTS, on=BEGIN)

    def live(self, weeks: int) -> None:
        """So many weeks, some of them without the guide."""
        for _ in range(weeks):
            self._change_the_team()
            if self.lot.random() < 0.08:
                self.weeks.skip(self.lot.choice([1, 1, 2, 4]))
            self._session()

    def _change_the_team(self) -> None:
        lot, team = self.lot, self.journal.team
        for person in team.present():
            if lot.random() < 0.02:
                away = person.state is PersonState.AWAY
                team.change(person, state=PersonState.ACTIVE if away else PersonState.AWAY)
        if lot.random() < 0.02:
            newcomer = team.welcome(f"New{len(self.people)} One", joined_on=self.weeks.today)
            self.people.append(newcomer.id)
        if lot.random() < 0.15:
            self.journal.skills.choose_focus(lot.choice([*SKILLS, None]), on=self.weeks.today)

    def _session(self) -> None:
        lot, journal, today = self.lot, self.journal, self.weeks.today
        mode = lot.choices([Mode.FULL, Mode.SHORT, Mode.HARD], [75, 15, 10])[0]
        draft = self.weeks.open(mode)
        journal.pace.offer_page(draft, on=today)
        if lot.random() < 0.4 or mode is not Mode.FULL:
            draft.pages = []
        draft.chips = [chip for chip in CHIPS if lot.random() < 0.12]
        session = Session(
            number=len(self.sessions),
            on=today,
            mode=mode,
            pages=tuple(draft.pages),
            asked=[],
            nudges=draft.nudges,
            active={p.id for p in journal.team.everyone() if p.state is PersonState.ACTIVE},
        )
        for step in journal.questions.steps(mode, draft.pages):
            session.minutes += step.minutes[mode]
            session.ahead += step.minutes[mode] if step.ahead else 0
            self._write(draft, step.id, session)
        self.sessions.append(session)
        self.weeks.finish(draft)

    def _write(self, draft: ReflectionDraft, step: str, session: Session) -> None:
        lot, questions, today = self.lot, self.journal.questions, self.weeks.today
        if step in {"arrive", "close"}:
            return
        questions.question(draft, step, on=today)
        writing = getattr(self, f"_write_{step}".replace("-", "_"), None)
        if writing is not None:
            writing(draft, session)
        for _ in range(lot.choices([0, 1, 3], [80, 15, 5])[0]):
            questions.another(draft, step, on=today)
        answer = draft.answer(step)
        session.asked += [p for p in dict.fromkeys([*answer.shown, answer.prompt_id]) if p]
        answer.body = "A line." if lot.random() < 0.5 else ""

    def _write_plan(self, draft: ReflectionDraft, _session: Session) -> None:
        for ending in draft.plan_endings:
            ending.ending = self.lot.choice([*Ending, None])
        for promise in draft.promise_endings:
            if self.lot.random() < 0.6:
                promise.state = self.lot.choice(list(PromiseState))
        for ending in draft.plan_endings:
            if ending.ending in {Ending.NOT_THIS_TIME, Ending.NO_MOMENT}:
                draft.intentions.append(planned(carried_from=ending.intention_id))

    def _write_notice(self, draft: ReflectionDraft, session: Session) -> None:
        lot, attention, today = self.lot, self.journal.attention, self.weeks.today
        unseen = attention.name(draft, on=today)
        about = [lot.choice(self.people[:2]) for _ in range(lot.choice([0, 1, 1, 2]))]
        if unseen is not None:
            session.named.add(unseen.id or 0)
            answer = lot.random()
            if answer < 0.6:
                about.append(unseen.id)
            elif answer < 0.85:
                attention.not_this_week(unseen.id or 0, on=today)
        draft.moments = [
            MomentDraft(
                person_id=p,
                behaviour="took a step",
                worry=lot.random() < (0.8 if p == self.people[-1] else 0.1),
            )
            for p in about
        ]
        session.noticed = {m.person_id for m in draft.moments if not m.worry and m.person_id}

    def _write_celebrate(self, draft: ReflectionDraft, _session: Session) -> None:
        first = self.journal.attention.first_to_celebrate(draft)
        if first is not None and self.lot.random() < 0.5:
            delivery = self.lot.choice(["private", "say", "note"])
            draft.celebration = celebrated(draft.moments[first].person_id, delivery=delivery)

    def _write_leader(self, draft: ReflectionDraft, _session: Session) -> None:
        lot, skills = self.lot, self.journal.skills
        draft.hat = lot.choices([*Hat, None], [5, 2, 2, 1])[0]
        doubts = skills.doubts()
        if doubts and lot.random() < 0.4:
            draft.doubt_id = lot.choice(doubts[:2]).id
        elif lot.random() < 0.3:
            draft.doubt = "I don't know how to say no."
        focus = skills.focus()
        if focus is not None and lot.random() < 0.2:
            draft.experiment_skill, draft.experiment = focus.id, focus.experiments[0].text

    def _write_preview(self, draft: ReflectionDraft, _session: Session) -> None:
        aims = [Aim.RESULTS, Aim.RESULTS, Aim.RESULTS, Aim.CULTURE, None]
        if self.lot.random() < 0.8:
            plan = planned(aim=self.lot.choice(aims), person_id=self.lot.choice(self.people))
            if self.lot.random() < 0.2:
                due = self.weeks.today + timedelta(days=self.lot.randint(1, 20))
                plan.is_promise, plan.promise_due = True, due.isoformat()
            draft.intentions.append(plan)
