"""Which question is asked: the same after every restart, varied over the weeks, never none."""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal_app.domain.prompt import Prompt
from journal_app.domain.week import Week
from journal_app.guidance.rotation import (
    REST_SESSIONS,
    Shown,
    Situation,
    choose,
    holds,
    nudge_of,
)

STEPS = ("notice", "celebrate", "leader", "preview")


def situation(step="notice", week="2026-W47", **rest):
    return Situation(**({"week_key": week, "step": step, "salt": "s", "person": "Mei"} | rest))


def test_the_same_week_asks_the_same_in_another_process(guidance):
    here = [choose(guidance.prompts, situation(step)).prompt.id for step in STEPS]
    code = (
        "from journal_app.guidance.loader import load\n"
        "from journal_app.guidance.rotation import Situation, choose\n"
        f"for step in {STEPS!r}:\n"
        "    s = Situation(week_key='2026-W47', step=step, salt='s', person='Mei')\n"
        "    print(choose(load().prompts, s).prompt.id)\n"
    )
    for seed in ("0", "1", "4711"):
        out = subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path.cwd())},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        assert out == here


@pytest.mark.parametrize("step", STEPS)
def test_no_question_comes_back_within_four_sessions_over_sixty_weeks(guidance, step):
    week, history = Week.of(date(2026, 1, 5)), []
    for session in range(60):
        now = situation(step, week.key)
        chosen = choose(guidance.prompts, now, history)
        assert chosen is not None
        recent = {s.prompt_id for s in history if session - s.session <= REST_SESSIONS}
        assert chosen.prompt.id not in recent
        history.append(Shown(prompt_id=chosen.prompt.id, session=session, answered=True))
        week = week.next()


def test_two_journals_are_asked_different_things(guidance):
    weeks = [Week.of(date(2026, 1, 5) + timedelta(weeks=n)).key for n in range(12)]

    def asked(salt):
        return [
            choose(guidance.prompts, situation(week=week, salt=salt)).prompt.id for week in weeks
        ]

    assert asked("one") != asked("two")


def test_what_the_week_had_goes_before_anything_general(guidance):
    chosen = choose(guidance.prompts, situation(chips=frozenset({"conflict"})))

    assert chosen.when == chosen.prompt.when == "chip:conflict"


def test_after_a_gap_the_welcome_goes_first(guidance):
    now = situation(chips=frozenset({"conflict"}), facts=frozenset({"gap"}))

    assert choose(guidance.prompts, now).when == "gap"


def test_a_question_about_a_person_waits_until_there_is_one(guidance):
    for week in range(1, 53):
        chosen = choose(guidance.prompts, situation(week=f"2026-W{week:02}", person=""))
        assert not chosen.prompt.needs_person


def test_a_question_skipped_twice_rests_eight_sessions():
    often, other = (Prompt(id=i, step="notice", when="any", text=f"{i}?") for i in "AB")
    skipped = [Shown(prompt_id="A", session=n, answered=False) for n in (0, 1)]
    early = [Shown(prompt_id="B", session=0, answered=True)]

    def now(session):
        return [*skipped, *early, Shown(prompt_id="C", session=session - 1, answered=True)]

    assert choose([often, other], situation(), now(7)).prompt.id == "B"
    late = [*now(12), Shown(prompt_id="B", session=11, answered=True)]
    assert choose([often, other], situation(), late).prompt.id == "A"


def test_another_question_is_another_one(guidance):
    first = choose(guidance.prompts, situation())
    second = choose(guidance.prompts, situation(), passed=[first.prompt.id])

    assert second.prompt.id != first.prompt.id


@pytest.mark.parametrize(
    ("when", "rest", "expected"),
    [
        ("day:1-30", {"day_as_leader": 30}, True),
        ("day:1-30", {"day_as_leader": 31}, False),
        ("day:1-30", {"day_as_leader": 30, "on_path": False}, False),
        ("after:45", {"day_as_leader": 400}, True),
        ("after:45", {"day_as_leader": 44}, False),
        ("early:90", {"day_as_leader": 90, "on_path": False}, True),
        ("early:90", {"day_as_leader": 91}, False),
        ("monthly|any", {}, True),
        ("monthly|quarterly", {"facts": frozenset({"quarterly"})}, True),
        ("day:1-30", {}, False),
        ("focus:S03,S05", {"skill_id": "S05"}, True),
        ("focus:S03,S05", {"skill_id": "S01"}, False),
        ("trigger:T1", {}, False),
        ("monthly", {}, False),
    ],
)
def test_a_condition_holds_or_does_not(when, rest, expected):
    assert holds(when, situation(**rest)) is expected


def test_a_session_has_at_most_one_nudge_of_a_kind(guidance):
    now = situation(triggers=frozenset({"T1", "T12"}))
    first = choose(guidance.prompts, now)

    second = choose(guidance.prompts, now, passed=[first.prompt.id], nudged=[nudge_of(first.when)])

    assert nudge_of(first.when) == "person"
    assert nudge_of(second.when) == ""


def test_a_question_of_two_conditions_counts_as_the_one_that_holds(guidance):
    now = situation("leader", triggers=frozenset({"T10-measures"}), chips=frozenset({"review"}))
    [review] = [p for p in guidance.prompts if p.id == "R05"]

    assert choose([review], now).when == "chip:review"
    assert choose([review], now, nudged=["balance"]).when == "chip:review"
    measured = situation("leader", triggers=frozenset({"T10-measures"}))
    assert choose([review], measured, nudged=["balance"]) is None


def test_a_nudge_names_the_person_it_is_about(guidance):
    now = situation(triggers=frozenset({"T1"}), people={"trigger:T1": "Ana"})

    chosen = choose(guidance.prompts, now)

    assert (chosen.prompt.id, "Ana" in chosen.text) == ("N07", True)


def test_when_everything_rests_nothing_is_asked_twice(guidance):
    history = [Shown(prompt_id=p.id, session=9, answered=True) for p in guidance.prompts]

    assert choose(guidance.prompts, situation(), history) is None
