"""Pack items: everything of a period that could go into a pack, one by one."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal_app.domain.celebration import Delivery
from journal_app.domain.intention import Aim, Intention
from journal_app.domain.pack_item import PackItem
from journal_app.domain.placing import AGAIN_AFTER_DAYS, Placing
from journal_app.domain.promise import PromiseState
from journal_app.domain.recency import from_each_third
from journal_app.domain.sentence import as_sentence
from journal_app.domain.share import NameStyle, Part
from journal_app.domain.skill import Skill
from journal_app.domain.week import Week
from journal_app.exchange.aliases import AliasBook
from journal_app.guidance.loader import Guidance
from journal_app.services.changes import silence
from journal_app.services.naming import named_people
from journal_app.services.practice import PracticeService
from journal_app.store.nouns import Nouns

CONFLICT = "conflict"
USUAL_MOMENTS = 4
_AHEAD = timedelta(days=13)  # plans of the week after next are still the coming weeks
_EVIDENCE = 2


class PackItems:
    """Gathers what there is; what goes along is for the person to say."""

    def __init__(self, nouns: Nouns, guidance: Guidance) -> None:
        self._nouns = nouns
        self._guidance = guidance
        self._practice = PracticeService(nouns, silence)

    def between(self, first: date, last: date) -> list[PackItem]:
        """Every item of a period, part by part, each part oldest first."""
        look = _Look(first, last, self._about(), _Conflicts(self._nouns))
        plans = self._nouns.intentions.between(first, last + _AHEAD)
        ended = [p for p in plans if not p.is_open and p.ending]
        coming = [p for p in plans if p.is_open]
        return [
            *self._situation(last),
            *self._focus(last),
            *self._tries(look),
            *(self._plan(p, Part.TRIED, look) for p in ended),
            *_few(self._moments(look), look),
            *_few(self._celebrations(look), look),
            *self._promises(look),
            *self._writing(look),
            *self._arrivals(look),
            *self._doubts(look),
            *(self._plan(p, Part.PREVIEW, look) for p in coming),
        ]

    # --- the leader ---

    def _situation(self, on: date) -> Iterator[PackItem]:
        since = self._nouns.settings.get("leading_since")
        if since:
            week = (on - date.fromisoformat(since)).days // 7 + 1
            yield self._fact("week", self._said("week", week=str(week)))
        team = [p for p in self._nouns.people.all() if p.state != "left"]
        if team:
            yield self._fact("team", self._said("team", size=str(len(team))))
        for measure in self._nouns.measures.all():
            said = self._said(f"measure_{measure.aim.value}", body=measure.body.strip())
            yield self._fact(f"measure:{measure.id}", said)

    def _fact(self, ref: str, text: str) -> PackItem:
        return PackItem(ref=ref, part=Part.SITUATION, text=text, ours=True)

    def _focus(self, last: date) -> Iterator[PackItem]:
        focus = self._nouns.settings.get("focus_skill")
        skill = next((s for s in self._guidance.skills if s.id == focus), None)
        if skill is None:
            return
        text = f"{skill.name}: {skill.meaning}."
        yield PackItem(ref=f"focus:{skill.id}", part=Part.FOCUS, text=text, ours=True)
        placings = [p for p in self._nouns.placings.of_skill(skill.id) if p.placed_on <= last]
        if not placings:
            return
        now = placings[-1]
        before = [p for p in placings if (now.placed_on - p.placed_on).days >= AGAIN_AFTER_DAYS]
        for placing in (now, *before[-1:]):
            yield self._placing(
                placing, skill, "sentence_now" if placing is now else "sentence_then"
            )
        for shown in self._practice.shown_by(now)[:_EVIDENCE]:
            yield PackItem(
                ref=f"evidence:{shown.ref}",
                part=Part.FOCUS,
                text=shown.text,
                small=self._said("evidence"),
                on=shown.on,
                person_id=self._person_of(shown.ref),
            )
        if now.outside.strip():
            yield PackItem(
                ref=f"outside:{now.id}",
                part=Part.FOCUS,
                text=now.outside.strip(),
                small=self._said("outside"),
                on=now.placed_on,
            )

    def _person_of(self, ref: str) -> int | None:
        noun, _, row = ref.partition(":")
        match noun:
            case "moment":
                return self._nouns.moments.get(int(row)).person_id
            case "celebration":
                return self._nouns.celebrations.get(int(row)).person_id
            case "plan":
                return self._nouns.intentions.get(int(row)).person_id
            case _:
                return None

    def _placing(self, placing: Placing, skill: Skill, key: str) -> PackItem:
        day, sentence = placing.placed_on.isoformat(), skill.levels[placing.level - 1]
        return PackItem(
            ref=f"placing:{placing.id}",
            part=Part.FOCUS,
            text=self._said(key, day=day, sentence=sentence),
            small=placing.note.strip(),
            on=placing.placed_on,
            ours=True,
        )

    def _tries(self, look: "_Look") -> Iterator[PackItem]:
        for tried in self._nouns.tries.between(look.first, look.last):
            after = look.conflicts.in_reflection(tried.reflection_id)
            yield PackItem(
                ref=f"try:{tried.id}",
                part=Part.FOCUS,
                text=as_sentence(tried.experiment),
                small=tried.taught.strip(),
                on=tried.tried_on,
                usual=not after,
                after_conflict=after,
            )

    def _plan(self, plan: Intention, part: Part, look: "_Look") -> PackItem:
        key = "plan" if plan.cue.strip() else "loose_plan"
        said = self._said(key, cue=plan.cue.strip(), act=plan.act.strip())
        ended = self._guidance.text(f"endings.{plan.ending.value}") if plan.ending else ""
        aim = {Aim.CULTURE: "aim_culture", Aim.RESULTS: "aim_results", None: ""}[plan.aim]
        small = (ended, plan.ending_note.strip(), self._said(aim) if aim else "")
        after = look.conflicts.in_reflection(plan.reflection_id)
        return PackItem(
            ref=f"plan:{plan.id}",
            part=part,
            text=look.about(plan.person_id, said),
            small=" ".join(text for text in small if text),
            on=plan.week_start,
            person_id=plan.person_id,
            usual=not after,
            after_conflict=after,
        )

    def _arrivals(self, look: "_Look") -> Iterator[PackItem]:
        for reflection in reversed(self._nouns.reflections.newest()):
            if look.first <= reflection.week_start <= look.last and reflection.arrive_word.strip():
                after = look.conflicts.in_reflection(reflection.id)
                yield PackItem(
                    ref=f"arrive:{reflection.id}",
                    part=Part.ARRIVE,
                    text=reflection.arrive_word.strip(),
                    small=reflection.week_start.isoformat(),
                    on=reflection.week_start,
                    usual=not after,
                    after_conflict=after,
                )

    def _doubts(self, look: "_Look") -> Iterator[PackItem]:
        for doubt in reversed(self._nouns.doubts.newest()):
            if look.first <= doubt.raised_on <= look.last:
                yield PackItem(
                    ref=f"doubt:{doubt.id}",
                    part=Part.DOUBTS,
                    text=doubt.body,
                    on=doubt.raised_on,
                    usual=False,
                )

    # --- people ---

    def _moments(self, look: "_Look") -> Iterator[PackItem]:
        for moment in self._nouns.moments.between(look.first, look.last):
            yield PackItem(
                ref=f"moment:{moment.id}",
                part=Part.GROWTH,
                text=look.about(moment.person_id, moment.sentence),
                on=moment.happened_on,
                person_id=moment.person_id,
                after_conflict=look.conflicts.in_reflection(moment.reflection_id),
            )

    def _celebrations(self, look: "_Look") -> Iterator[PackItem]:
        for celebration in self._nouns.celebrations.between(look.first, look.last):
            kept = celebration.delivery is Delivery.PRIVATE and celebration.given_on is None
            landed = celebration.landed.strip()
            yield PackItem(
                ref=f"celebration:{celebration.id}",
                part=Part.CELEBRATIONS,
                text=look.about(celebration.person_id, celebration.note(name="")),
                small=self._said("kept_private") if kept else landed,
                on=celebration.happened_on,
                person_id=celebration.person_id,
                after_conflict=look.conflicts.in_reflection(celebration.reflection_id),
            )

    def _promises(self, look: "_Look") -> Iterator[PackItem]:
        for promise in self._nouns.promises.between(look.first, look.last):
            after = look.conflicts.in_reflection(promise.reflection_id)
            state = "" if promise.state is PromiseState.OPEN else f"promise_{promise.state.name}"
            small = (self._said(state.lower()) if state else "", promise.note.strip())
            yield PackItem(
                ref=f"promise:{promise.id}",
                part=Part.PROMISES,
                text=look.about(promise.person_id, promise.body),
                small=" ".join(text for text in small if text),
                on=promise.made_on,
                person_id=promise.person_id,
                usual=not after,
                after_conflict=after,
            )

    def _writing(self, look: "_Look") -> Iterator[PackItem]:
        for item in reversed(self._nouns.items.between(look.first, look.last)):
            # Only free writing, and never what is private: a worry has no way into a pack.
            if not item.ref.isdigit() or item.private:
                continue
            after = look.conflicts.in_week_of(item.on)
            text = "\n\n".join(part for part in (item.title.strip(), item.body) if part.strip())
            yield PackItem(
                ref=f"entry:{item.ref}",
                part=Part.WRITING,
                text=look.about(item.person_id, text),
                small=item.on.isoformat(),
                on=item.on,
                person_id=item.person_id,
                usual=not after,
                after_conflict=after,
            )

    def _about(self) -> Callable[[int | None, str], str]:
        """Puts a name before a text about somebody whom it does not name."""
        named = named_people(self._nouns)
        names = {one.id: one.name for one in named}
        book = AliasBook(named, NameStyle.ALIAS, {})

        def about(person_id: int | None, text: str) -> str:
            if person_id is None or person_id in book.people_in([text]):
                return text
            return f"{names[person_id]}: {text}" if person_id in names else text

        return about

    def _said(self, key: str, **words: str) -> str:
        """A sentence of the pack. In one pass: words that look like a placeholder are words."""
        sentence = self._guidance.text(f"pack.{key}")
        return re.sub(r"\{(\w+)\}", lambda found: words.get(found[1], found[0]), sentence)


@dataclass(frozen=True, slots=True)
class _Look:
    """One period, looked at once."""

    first: date
    last: date
    about: Callable[[int | None, str], str]
    conflicts: "_Conflicts"


class _Conflicts:
    """Which weeks had a disagreement: what was written after it goes along only when asked for."""

    def __init__(self, nouns: Nouns) -> None:
        marked = [r for r in nouns.reflections.newest() if CONFLICT in r.chips]
        self._reflections = {reflection.id for reflection in marked}
        self._weeks = {reflection.week_start for reflection in marked}
        self._first_weekday = int(nouns.settings.get("first_weekday", "0"))

    def in_reflection(self, reflection_id: int | None) -> bool:
        return reflection_id is not None and reflection_id in self._reflections

    def in_week_of(self, day: date) -> bool:
        return Week.of(day, self._first_weekday).start in self._weeks


def _few(items: Iterable[PackItem], look: _Look) -> list[PackItem]:
    """The items with a few of them usual: one from each third of the period, then the newest."""
    every = list(items)
    may = [item for item in every if not item.after_conflict and item.on is not None]
    ahead = from_each_third(may, look.first, look.last, day=lambda item: item.on or look.first)
    usual = [item.ref for item in ahead]
    usual += [item.ref for item in reversed(may) if item.ref not in usual]
    chosen = set(usual[:USUAL_MOMENTS])
    return [replace(item, usual=item.ref in chosen) for item in every]
