"""Demo: a year of a team that never was, kept as a person would keep it."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from journal_app.domain.draft import (
    AnswerDraft,
    CelebrationDraft,
    IntentionDraft,
    MomentDraft,
    PlacingDraft,
    ReflectionDraft,
)
from journal_app.domain.entry import Entry, EntryKind
from journal_app.domain.intention import Aim, Ending, Intention
from journal_app.domain.moment import GrowthKind, Moment
from journal_app.domain.promise import PromiseState
from journal_app.domain.reflection import Hat, Reflection
from journal_app.domain.step import Mode
from journal_app.domain.week import DAYS, Week
from journal_app.paths import resources_dir
from journal_app.services.journal import Journal
from journal_app.services.leader import DEMO

Record = Mapping[str, Any]

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CARD = ("strengths", "hopes", "energy", "thanks")


def fill(
    journal: Journal, today: date, *, language: str = "en", folder: Path | None = None
) -> None:
    """Write the demo into an empty journal so that its last week is the one before ``today``."""
    told = resources_dir() / "demo"
    root = folder or (told / language if (told / language).is_dir() else told / "en")
    with journal.all_or_nothing():
        story = _Story(journal, today)
        story.meet(_read(root, "team"))
        for path in sorted(root.glob("weeks-*.toml")):
            for week in _read(root, path.stem)["weeks"]:
                story.live(week)
        story.write(_read(root, "entries")["entries"])
        story.begin(_read(root, "team")["seeds"])
        journal.keeping.fade(today)
        journal.leader.lay_out(DEMO)


def _read(folder: Path, name: str) -> dict[str, Any]:
    return tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))


class _Story:
    """Tells the records through the services, in the order in which they would have happened."""

    def __init__(self, journal: Journal, today: date) -> None:
        self._journal, self._today = journal, today
        self._this_week = journal.reflections.week_of(today)
        self._people: dict[str, int] = {}
        self._plans: dict[str, Intention] = {}
        self._doubts: dict[str, int] = {}
        # What a placing may be linked to, by the words the records know it by.
        self._refs: dict[str, str] = {}
        # What became of the plans and promises made so far, by their number in the journal.
        self._endings: dict[int, Record] = {}
        self._promised: dict[int, Record] = {}

    def meet(self, team: Record) -> None:
        """The people, what is understood of them, and since when they are led."""
        for record in team["people"]:
            person = self._journal.team.welcome(
                record["name"], record.get("other_names", ()), joined_on=self._day(record["joined"])
            )
            self._people[record["id"]] = person.id or 0
            for field in _CARD:
                note = record["card"][field]
                person = self._journal.team.write_card(
                    person, field, note["text"], on=self._day(note)
                )
        leader = team["leader"]
        self._journal.leader.set_leading_since(self._day(leader["since"]))
        focus = leader["focus"]
        self._journal.skills.choose_focus(focus["skill"], on=self._day(focus))
        for measure in leader["measures"]:
            self._journal.measures.add(measure["text"], Aim(measure["aim"]), on=self._day(measure))

    def live(self, record: Record) -> None:
        """One week: what was caught and noticed in it, then its reflection."""
        week, on = self._week(record["week"]), self._day(record)
        for noticed in record.get("noticed", ()):
            day = self._day({**noticed, "week": record["week"]})
            self._journal.growth.notice(self._moment(noticed, day))
        if "focus" in record:
            self._journal.skills.choose_focus(record["focus"], on=on)
        draft = self._journal.reflections.open_draft(week, on=on)
        draft.used_seeds = self._catch(record.get("seeds", ()), record["week"])
        self._look_back(draft, record)
        self._say(draft, record)
        self._look_ahead(draft, record)
        finished = self._journal.reflections.finish(draft, on=on)
        if finished is not None:
            self._remember(finished, record)

    def write(self, records: Iterable[Record]) -> None:
        """The free writing."""
        self._journal.entries.write_all(
            Entry(
                happened_on=self._day(record),
                title=record["title"],
                body=record["text"].strip(),
                kind=EntryKind(record.get("kind", "note")),
                person_id=self._who(record),
                tags=tuple(record.get("tags", ())),
            )
            for record in records
        )

    def begin(self, seeds: Iterable[Record]) -> None:
        """A few caught lines of this week, none of them from a day still to come."""
        self._catch(seeds, 0)

    # --- the parts of a week ---

    def _look_back(self, draft: ReflectionDraft, record: Record) -> None:
        draft.mode = Mode(record.get("mode", "full"))
        draft.arrive_word = record.get("arrive", "")
        draft.chips = list(record.get("chips", ()))
        draft.pages = draft.pages_offered = list(record.get("pages", ()))
        draft.hat = Hat(record["hat"]) if "hat" in record else None
        for plan in draft.plan_endings:
            told = self._endings.get(plan.intention_id, {})
            plan.ending = Ending(told["ending"]) if "ending" in told else None
            plan.note = told.get("ended", "")
        for promise in draft.promise_endings:
            told = self._promised.get(promise.promise_id, {})
            if told.get("closed") == record["week"]:
                promise.state, promise.note = PromiseState(told["state"]), told.get("note", "")

    def _say(self, draft: ReflectionDraft, record: Record) -> None:
        draft.moments = [
            MomentDraft(
                person_id=self._who(said),
                situation=said.get("when", ""),
                behaviour=said["saw"],
                impact=said.get("changed", ""),
                meaning=said.get("meaning", ""),
                growth=_growth(said),
                worry=said.get("worry", False),
            )
            for said in record.get("moments", ())
        ]
        if "celebration" in record:
            draft.celebration = self._celebration(record["celebration"], draft.moments)
        for said in record.get("answers", ()):
            self._answer(draft, said)
        draft.free_writing = dict(record.get("free", {}))
        doubt = record.get("doubt", {})
        draft.doubt, draft.doubt_skill = doubt.get("text", ""), doubt.get("skill")
        draft.doubt_id = self._doubts[doubt["again"]] if "again" in doubt else None
        if "placing" in record:
            placed = record["placing"]
            draft.placing_skill = placed["skill"]
            draft.placing = PlacingDraft(
                level=placed["level"],
                note=placed["note"],
                outside=placed.get("outside", ""),
                evidence=[self._refs[told] for told in placed.get("evidence", ())],
            )
        if "tried" in record:
            draft.experiment_skill, draft.experiment = self._experiment(record["tried"])
            draft.experiment_taught = record["tried"]["taught"]

    def _look_ahead(self, draft: ReflectionDraft, record: Record) -> None:
        following = Week(draft.week_start).next().start
        for made in record.get("plans", ()):
            plan = IntentionDraft(
                person_id=self._who(made),
                skill_id=made.get("skill"),
                doubt_id=self._doubts[made["doubt"]] if "doubt" in made else None,
                good_looks_like=made.get("good", ""),
                obstacle=made.get("obstacle", ""),
                cue=made.get("if", ""),
                act=made.get("then", ""),
                first_words=made.get("first_words", ""),
                aim=made.get("aim"),
            )
            if "from" in made:
                self._take_along(plan, self._plans[made["from"]], following)
            if "promise" in made:
                plan.is_promise = True
                plan.promise_due = self._day(made["promise"]).isoformat()
            draft.intentions.append(plan)

    def _take_along(self, plan: IntentionDraft, before: Intention, following: date) -> None:
        """Carry last week's plan as it was, or give it the new shape the record names."""
        after = (
            before.reshape(following, cue=plan.cue, act=plan.act)
            if plan.act
            else before.carry(following)
        )
        plan.cue, plan.act = after.cue, after.act
        plan.person_id = after.person_id
        plan.skill_id = plan.skill_id or after.skill_id
        plan.good_looks_like = plan.good_looks_like or after.good_looks_like
        plan.obstacle = plan.obstacle or after.obstacle
        plan.aim = plan.aim or after.aim
        plan.carried, plan.carried_from = after.carried, after.carried_from

    def _remember(self, finished: Reflection, record: Record) -> None:
        """Keep what later weeks come back to, and what was said after the page was closed."""
        page = self._journal.reflections.page(finished.id or 0)
        made = record.get("plans", ())
        for told, plan in zip(made, page.plans, strict=True):
            self._plans[told["id"]] = plan
            self._endings[plan.id or 0] = told
            self._refs[f"plan:{told['id']}"] = f"plan:{plan.id}"
        promises = {told["id"]: told["promise"] for told in made if "promise" in told}
        ids = {plan.id: name for name, plan in self._plans.items()}
        for promise in page.promises:
            self._promised[promise.id or 0] = promises[ids[promise.intention_id]]
        given = record.get("celebration", {}).get("given")
        if given:
            [celebration] = page.celebrations
            self._journal.celebrations.mark_given(
                celebration.id or 0,
                on=self._day(given),
                how=given["how"],
                landed=given.get("landed", ""),
            )
        for number, moment in enumerate(page.moments):
            self._refs[f"moment:{record['week']}.{number}"] = f"moment:{moment.id}"
        for tried in page.tries:
            self._refs[f"try:{record['tried']['experiment']}"] = f"try:{tried.id}"
        for doubt in page.doubts:
            self._doubts[record["doubt"].get("id", "")] = doubt.id or 0
            self._journal.skills.settle_doubt(doubt.id or 0, record["doubt"]["state"])

    # --- nouns from records ---

    def _moment(self, said: Record, on: date) -> Moment:
        return Moment(
            person_id=self._people[said["person"]],
            happened_on=on,
            situation=said.get("when", ""),
            behaviour=said["saw"],
            impact=said.get("changed", ""),
            meaning=said.get("meaning", ""),
            growth=_growth(said),
        )

    def _celebration(self, said: Record, moments: list[MomentDraft]) -> CelebrationDraft:
        return CelebrationDraft(
            moment=said["moment"],
            person_id=moments[said["moment"]].person_id,
            situation=said["when"],
            behaviour=said["you"],
            impact=said["meant"],
            growing_in=said["growing_in"],
            joy=said.get("joy", ""),
            delivery=said["delivery"],
        )

    def _answer(self, draft: ReflectionDraft, said: Record) -> None:
        """An answer beside the question as the guide would have put it."""
        if "prompt" not in said:
            asked = self._journal.questions.step(said["step"]).question
            draft.answers[said["step"]] = AnswerDraft(prompt_text=asked, body=said["text"])
            return
        prompt = self._journal.guidance.prompt(said["prompt"])
        who = self._who(said)
        skill = self._journal.skills.focus()
        name = self._journal.team.person(who).name.split()[0] if who else ""
        draft.answers[said.get("step", prompt.step)] = AnswerDraft(
            prompt_id=prompt.id,
            prompt_text=prompt.fill(person=name, skill=skill.name if skill else ""),
            body=said["text"],
        )

    def _experiment(self, tried: Record) -> tuple[str, str]:
        skill_id = tried["experiment"].partition(".")[0]
        skill = next(s for s in self._journal.skills.all() if s.id == skill_id)
        texts = {experiment.id: experiment.text for experiment in skill.experiments}
        return skill_id, texts[tried["experiment"]]

    def _catch(self, seeds: Iterable[Record], week: int) -> list[int]:
        return [
            self._journal.seeds.catch(
                seed["text"],
                on=min(self._day({**seed, "week": week}), self._today),
                person_id=self._who(seed),
            ).id
            or 0
            for seed in seeds
        ]

    def _who(self, record: Record) -> int | None:
        return self._people[record["person"]] if "person" in record else None

    def _week(self, number: int) -> Week:
        return Week(self._this_week.start + timedelta(days=number * DAYS))

    def _day(self, record: Record) -> date:
        """The named day of a week counted from this one, whatever day weeks start on."""
        return next(d for d in self._week(record["week"]) if _DAYS[d.weekday()] == record["on"])


def _growth(said: Record) -> GrowthKind | None:
    return GrowthKind(said["growth"]) if "growth" in said else None
