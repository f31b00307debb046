"""Rotation: which question a step asks, the same for the same journal, week and step for ever.

Nothing here is random: what looks like chance is a hash of the journal's salt, the week and the
step, so that a restart asks the same again (GUIDE D).
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from journal_app.domain.prompt import Prompt

REST_SESSIONS = 4
SKIPPED_REST_SESSIONS = 8
MOST_ANOTHERS = 3

# What goes before what, where several kinds of question could be asked. A hard week needs no place
# here: its questions are those of its own steps.
_ORDER = (
    "outside-now",
    "gap",
    "trigger:T15",
    "trigger:T2",
    "trigger:T3",
    "promise-due",
    "chip:",
    "day:",
    "trigger:T12",
    "trigger:T1",
    "trigger:T4",
    "trigger:T4-long",
    "trigger:T10",
    "trigger:T10-measures",
    "trigger:T11",
    "trigger:T13",
    "trigger:T13-none",
    "monthly",
    "quarterly",
    "outside-due",
)
# Of each of these kinds a session asks at most one question.
NUDGES: Mapping[str, frozenset[str]] = {
    "person": frozenset({"trigger:T1", "trigger:T12"}),
    "skill": frozenset({"trigger:T4", "trigger:T4-long"}),
    "balance": frozenset({"trigger:T10", "trigger:T10-measures", "trigger:T11"}),
}
_NOWHERE = len(_ORDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a step knows when it asks. ``facts`` are the plain conditions that hold now.

    ``on_path`` is false in a week that gives the questions of the first days a rest. ``people``
    names, by condition, whom a question of that condition is about; ``person`` stands in where
    nobody is named.
    """

    week_key: str
    step: str
    salt: str = ""
    chips: frozenset[str] = frozenset()
    day_as_leader: int | None = None
    on_path: bool = True
    person: str = field(default="", repr=False)
    people: Mapping[str, str] = field(default_factory=dict, repr=False)
    skill_id: str = ""
    skill: str = ""
    cue: str = field(default="", repr=False)
    triggers: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A question asked in an earlier session; sessions are counted from the first, 0."""

    prompt_id: str
    session: int
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A question, the condition it is asked for, and its words with the names put in."""

    prompt: Prompt
    when: str
    text: str = field(repr=False)


def choose(
    prompts: Sequence[Prompt],
    situation: Situation,
    history: Sequence[Shown] = (),
    *,
    passed: Collection[str] = (),
    nudged: Collection[str] = (),
    sessions: int | None = None,
) -> Chosen | None:
    """The question for this step; None when the step has none left that has rested.

    ``passed`` are the questions asked here before, ``nudged`` the kinds of nudge this session has
    had, ``sessions`` how many sessions there were, if more than ``history`` shows.
    """
    now = max((shown.session + 1 for shown in history), default=0)
    now = now if sessions is None else max(now, sessions)
    seen: dict[str, list[Shown]] = {}
    for shown in history:
        seen.setdefault(shown.prompt_id, []).append(shown)
    candidates = [
        asked
        for prompt in prompts
        if prompt.step == situation.step and prompt.id not in passed
        if _rested(seen.get(prompt.id, []), now)
        if (asked := _ask(prompt, situation, nudged)) is not None
    ]
    return min(
        candidates,
        key=lambda asked: _key(asked, situation, seen.get(asked.prompt.id, [])),
        default=None,
    )


def holds(when: str, situation: Situation) -> bool:
    """True when a question with this condition may be asked now."""
    return any(_one_holds(way, situation) for way in when.split("|"))


def nudge_of(when: str) -> str:
    """Which kind of nudge a condition stands for: person, skill, balance, or none."""
    return next((kind for kind, conditions in NUDGES.items() if when in conditions), "")


def _ask(prompt: Prompt, situation: Situation, nudged: Collection[str]) -> Chosen | None:
    """The question for the first of its conditions that holds and can be filled."""
    ways = [
        way
        for way in prompt.when.split("|")
        if _one_holds(way, situation) and nudge_of(way) not in nudged
    ]
    for way in sorted(ways, key=_place):
        person = situation.people.get(way, situation.person)
        if _can_fill(prompt, situation, person):
            text = prompt.fill(person=person, skill=situation.skill, cue=situation.cue)
            return Chosen(prompt=prompt, when=way, text=text)
    return None


def _one_holds(when: str, situation: Situation) -> bool:
    kind, _, value = when.partition(":")
    day = situation.day_as_leader
    match kind:
        case "any":
            return True
        case "chip":
            return value in situation.chips
        case "day":
            return situation.on_path and _in_days(value, day)
        case "early":
            return day is not None and 1 <= day <= int(value)
        case "after":
            return day is not None and day >= int(value)
        case "focus":
            return situation.skill_id in value.split(",")
        case "trigger":
            return value in situation.triggers
        case _:
            return when in situation.facts


def _in_days(value: str, day: int | None) -> bool:
    first, _, last = value.partition("-")
    return day is not None and int(first) <= day and (not last or day <= int(last))


def _can_fill(prompt: Prompt, situation: Situation, person: str) -> bool:
    return not (
        (prompt.needs_person and not person)
        or (prompt.needs_skill and not situation.skill)
        or (prompt.needs_cue and not situation.cue)
    )


def _rested(seen: Sequence[Shown], now: int) -> bool:
    if not seen:
        return True
    ago = now - seen[-1].session
    skipped_twice = len(seen) > 1 and not (seen[-1].answered or seen[-2].answered)
    return ago > (SKIPPED_REST_SESSIONS if skipped_twice else REST_SESSIONS)


def _place(when: str) -> int:
    if when in _ORDER:
        return _ORDER.index(when)
    return next((n for n, kind in enumerate(_ORDER) if kind == f"{when.split(':')[0]}:"), _NOWHERE)


def _key(asked: Chosen, situation: Situation, seen: Sequence[Shown]) -> tuple[int, int, bytes]:
    last_seen = seen[-1].session if seen else -1
    seed = f"{situation.salt}|{situation.week_key}|{situation.step}|{asked.prompt.id}"
    return _place(asked.when), last_seen, hashlib.sha256(seed.encode()).digest()
