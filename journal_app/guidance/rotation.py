"""Rotation: which question a step asks, the same for the same journal, week and step for ever.

Nothing here is random: what looks like chance is a hash of the journal's salt, the week and the
step, so that a restart asks the same again (GUIDE D).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from journal_app.domain.prompt import Prompt

REST_SESSIONS = 4
SKIPPED_REST_SESSIONS = 8
MOST_ANOTHERS = 3

# What goes before what, where several kinds of question could be asked. A later issue fills the
# triggers; their places in the order are kept here.
_ORDER = (
    "gap",
    "trigger:T15",
    "trigger:T2",
    "trigger:T3",
    "promise-due",
    "chip:",
    "day:",
    "trigger:T1",
    "trigger:T12",
    "trigger:T4",
    "trigger:T10",
    "trigger:T11",
    "trigger:T13",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a step knows when it asks. ``facts`` are the plain conditions that hold now."""

    week_key: str
    step: str
    salt: str = ""
    chips: frozenset[str] = frozenset()
    day_as_leader: int | None = None
    person: str = field(default="", repr=False)
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


def choose(
    prompts: Sequence[Prompt],
    situation: Situation,
    history: Sequence[Shown] = (),
    *,
    passed: Sequence[str] = (),
) -> Prompt | None:
    """The question for this step, not among ``passed``; None when the step has none left."""
    able = [
        prompt
        for prompt in prompts
        if prompt.step == situation.step
        and prompt.id not in passed
        and _can_fill(prompt, situation)
        and holds(prompt.when, situation)
    ]
    now = max((shown.session for shown in history), default=-1) + 1
    rested = [prompt for prompt in able if _rested(prompt, history, now)]
    candidates = rested or able
    if not candidates:
        return None
    return min(candidates, key=lambda prompt: _key(prompt, situation, history))


def holds(when: str, situation: Situation) -> bool:
    """True when a question with this condition may be asked now."""
    kind, _, value = when.partition(":")
    match kind:
        case "any":
            return True
        case "chip":
            return value in situation.chips
        case "day":
            return _in_days(value, situation.day_as_leader)
        case "focus":
            return situation.skill_id in value.split(",")
        case "trigger":
            return value in situation.triggers
        case _:
            return when in situation.facts


def _in_days(value: str, day: int | None) -> bool:
    first, _, last = value.partition("-")
    return day is not None and int(first) <= day and (not last or day <= int(last))


def _can_fill(prompt: Prompt, situation: Situation) -> bool:
    return not (
        (prompt.needs_person and not situation.person)
        or (prompt.needs_skill and not situation.skill)
        or (prompt.needs_cue and not situation.cue)
    )


def _rested(prompt: Prompt, history: Sequence[Shown], now: int) -> bool:
    seen = [shown for shown in history if shown.prompt_id == prompt.id]
    if not seen:
        return True
    ago = now - seen[-1].session
    skipped_twice = len(seen) > 1 and not (seen[-1].answered or seen[-2].answered)
    return ago > (SKIPPED_REST_SESSIONS if skipped_twice else REST_SESSIONS)


def _key(prompt: Prompt, situation: Situation, history: Sequence[Shown]) -> tuple[int, int, bytes]:
    place = next((n for n, kind in enumerate(_ORDER) if prompt.when.startswith(kind)), len(_ORDER))
    last_seen = max((s.session for s in history if s.prompt_id == prompt.id), default=-1)
    seed = f"{situation.salt}|{situation.week_key}|{situation.step}|{prompt.id}"
    return place, last_seen, hashlib.sha256(seed.encode()).digest()
