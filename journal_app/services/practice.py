"""Practice: what the leader tries for a skill or a doubt, and what shows where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from journal_app.domain.doubt import Doubt
from journal_app.domain.errors import Refused
from journal_app.domain.experiment import ExperimentTry
from journal_app.domain.intention import Aim, Ending, Intention
from journal_app.domain.moment import Moment
from journal_app.domain.placing import Placing
from journal_app.domain.sentence import as_sentence
from journal_app.services.changes import Notify, Topic
from journal_app.store.nouns import Nouns

SHOWS_FROM = timedelta(days=92)  # what happened before does not tell about last month
SHOWN_OFFERED = 12
LATELY = 4  # weeks whose plans tell what one has been mostly about
FOCUS_FOR = timedelta(days=28)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One thing in the journal that can show a placing, by its ref."""

    ref: str
    on: date
    text: str = field(repr=False)
    kind: str = ""
    ending: Ending | None = None

    @property
    def sentence(self) -> str:
        """Its words as one reads them: a capital first, an end mark last."""
        return as_sentence(self.text)


class PracticeService:
    """Finds what shows a placing, and keeps what was tried; knows no total and no average."""

    def __init__(self, nouns: Nouns, notify: Notify) -> None:
        self._nouns = nouns
        self._notify = notify

    def focus_asks(self, *, on: date) -> bool:
        """True once the focus has had its four weeks: to keep, to swap or to rest."""
        since = self._nouns.settings.get("focus_since")
        return bool(since) and on - date.fromisoformat(since) >= FOCUS_FOR

    def note_try(self, skill_id: str, experiment: str, *, on: date, taught: str) -> ExperimentTry:
        """Note that an experiment was tried, and what it taught."""
        kept = self._nouns.tries.add(
            ExperimentTry(
                skill_id=skill_id, experiment=experiment, tried_on=on, taught=taught.strip()
            )
        )
        self._notify(Topic.SKILLS)
        return kept

    def take_back_try(self, tried: ExperimentTry) -> None:
        """Undo a try noted a moment ago."""
        self._nouns.tries.remove(tried.id or 0)
        self._notify(Topic.SKILLS)

    def plans_for_skill(self, skill_id: str) -> list[Intention]:
        """The plans that practise a skill, newest first."""
        return self._nouns.intentions.for_skill(skill_id)

    def plans_for_doubt(self, doubt_id: int) -> list[Intention]:
        """What a doubt was turned into, oldest first."""
        return self._nouns.intentions.for_doubt(doubt_id)

    def raise_doubt(self, body: str, *, on: date, skill_id: str | None = None) -> Doubt:
        """Keep something not known yet, written outside the guide."""
        kept = self._nouns.doubts.add(Doubt(raised_on=on, body=body.strip(), skill_id=skill_id))
        self._notify(Topic.DOUBTS)
        return kept

    def undo_trying_out(self, doubt: Doubt, plan: Intention) -> None:
        """Take back the plan a doubt was turned into: the doubt stands as it stood."""
        self._nouns.intentions.remove(plan.id or 0)
        self._nouns.doubts.save(doubt)
        self._notify(Topic.DOUBTS)
        self._notify(Topic.INTENTIONS)

    def latest(self) -> dict[str, Placing]:
        """For each skill that was ever placed, the newest placing."""
        return {placing.skill_id: placing for placing in self._nouns.placings.all()}

    def is_guess(self, placing: Placing) -> bool:
        """True while nothing in the journal, and nobody else, shows it."""
        return not placing.outside.strip() and not self.shown_by(placing)

    def mostly(self, *, on: date) -> Aim | None:
        """What the plans of the last weeks were mostly about, if they say so at all."""
        plans = self._nouns.intentions.between(date.min, on)
        weeks = sorted({plan.week_start for plan in plans})[-LATELY:]
        aims = [p.aim for p in plans if p.week_start in weeks and p.aim is not None]
        for aim in Aim:
            if len(aims) >= LATELY and aims.count(aim) * 4 >= len(aims) * 3:
                return aim
        return None

    def shown_by(self, placing: Placing) -> list[Evidence]:
        """What a placing is linked to, as far as it is still in the journal."""
        found = (self._evidence(ref) for ref in placing.evidence)
        return [evidence for evidence in found if evidence is not None]

    def offered(self, skill_id: str, *, on: date) -> list[Evidence]:
        """What may show where one stands with a skill: each third of the period has its turn."""
        since = on - SHOWS_FROM
        about = [_of_plan(p) for p in self._nouns.intentions.for_skill(skill_id) if p.ending]
        for tried in self._nouns.tries.of_skill(skill_id):
            text = f"{tried.experiment}. {tried.taught}".strip(" .")
            about.append(Evidence(ref=f"try:{tried.id}", on=tried.tried_on, text=text, kind="try"))
        seen = [_of_moment(m) for m in self._nouns.moments.between(since, on)]
        given = [
            Evidence(
                ref=f"celebration:{c.id}",
                on=c.happened_on,
                text=c.note(name=""),
                kind="celebration",
            )
            for c in self._nouns.celebrations.between(since, on)
            if c.given_on is not None
        ]
        first = [e for e in about if since <= e.on <= on]
        return _spread(first, SHOWN_OFFERED, since, on) + _spread(
            seen + given, max(3, SHOWN_OFFERED - len(first)), since, on
        )

    def can_lead(self, skill_id: str | None, *, before: date) -> list[Evidence]:
        """Earlier moments of one's own on a skill, to stand beside a doubt about it."""
        if skill_id is None:
            return []
        plans = [
            _of_plan(p)
            for p in self._nouns.intentions.for_skill(skill_id)
            if p.ending in {Ending.DID, Ending.SOME}
        ]
        tries = [
            Evidence(ref=f"try:{t.id}", on=t.tried_on, text=t.taught.strip(), kind="try")
            for t in self._nouns.tries.of_skill(skill_id)
            if t.taught.strip()
        ]
        linked = [
            evidence
            for placing in self._nouns.placings.of_skill(skill_id)
            for evidence in self.shown_by(placing)
            if evidence.kind in {"moment", "celebration"}
        ]
        unique = {e.ref: e for e in plans + tries + linked if e.on <= before}
        return sorted(unique.values(), key=lambda e: e.on, reverse=True)

    def _evidence(self, ref: str) -> Evidence | None:
        noun, _, number = ref.partition(":")
        row = int(number)
        try:
            match noun:
                case "moment":
                    return _of_moment(self._nouns.moments.get(row))
                case "celebration":
                    given = self._nouns.celebrations.get(row)
                    text = given.note(name="")
                    return Evidence(ref=ref, on=given.happened_on, text=text, kind=noun)
                case "plan":
                    return _of_plan(self._nouns.intentions.get(row))
                case _:
                    tried = self._nouns.tries.get(row)
                    text = f"{tried.experiment}. {tried.taught}".strip(" .")
                    return Evidence(ref=ref, on=tried.tried_on, text=text, kind="try")
        except Refused:
            return None  # erased since


def _of_plan(plan: Intention) -> Evidence:
    text = f"{plan.act}. {plan.ending_note}".strip(" .")
    on = plan.ended_on or plan.week_start
    return Evidence(ref=f"plan:{plan.id}", on=on, text=text, kind="plan", ending=plan.ending)


def _of_moment(moment: Moment) -> Evidence:
    return Evidence(
        ref=f"moment:{moment.id}", on=moment.happened_on, text=moment.sentence, kind="moment"
    )


def _spread(found: Sequence[Evidence], most: int, first: date, last: date) -> list[Evidence]:
    """At most so many, newest first, taken in turn from each third of the period."""
    newest = sorted(found, key=lambda e: e.on, reverse=True)
    third = max((last - first) / 3, timedelta(days=1))
    thirds: list[list[Evidence]] = [[], [], []]
    for evidence in newest:
        thirds[min(2, max(0, (last - evidence.on) // third))].append(evidence)
    taken: list[Evidence] = []
    while any(thirds) and len(taken) < most:
        for part in thirds:
            if part and len(taken) < most:
                taken.append(part.pop(0))
    return sorted(taken, key=lambda e: e.on, reverse=True)
