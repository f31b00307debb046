"""A thousand simulated weeks: twenty leaders by lot, fifty weeks each, the same for each run."""

from collections.abc import Iterator

import pytest

from journal_app.domain.step import Mode
from journal_app.guidance.rotation import NUDGES, REST_SESSIONS
from journal_app.services.journal import Journal
from journal_app.store.database import Database
from journal_app.store.migrations import STEPS
from journal_app.store.migrations_runner import migrate
from journal_app.store.nouns import Nouns
from tests.simulation.leader import SimulatedLeader

LEADERS, WEEKS = 20, 50
A_QUARTER, FOUR_MONTHS = 91, 122  # days
A_TEAM = 8


def lived(guidance, seed: int) -> tuple[SimulatedLeader, Database]:
    database = Database.in_memory()
    migrate(database, STEPS)
    Nouns(database).settings.put("salt", f"salt {seed}")
    leader = SimulatedLeader(Journal(database, lambda: guidance), seed)
    leader.live(WEEKS)
    return leader, database


@pytest.fixture(scope="module")
def leaders(guidance) -> Iterator[list[SimulatedLeader]]:
    pairs = [lived(guidance, seed) for seed in range(LEADERS)]
    yield [leader for leader, _ in pairs]
    for _, database in pairs:
        database.close()


def test_they_lived_a_thousand_weeks_and_met_every_kind_of_question(leaders, guidance):
    sessions = [s for leader in leaders for s in leader.sessions]
    asked = {prompt for session in sessions for prompt in session.asked}

    assert len(sessions) == LEADERS * WEEKS == 1000
    assert {s.mode for s in sessions} == set(Mode)
    assert {page for s in sessions for page in s.pages} == {"monthly", "quarterly"}
    never = {p.id for p in guidance.prompts} - asked
    # The rehearsal is asked by the form of a plan.
    assert never <= {"P11"}


def test_no_question_comes_back_within_four_sessions(leaders, guidance):
    fixed = {
        prompt
        for step in guidance.steps
        if step.prompt_id and not step.page
        for prompt in (step.prompt_id, *step.others)
    }
    for leader in leaders:
        last: dict[str, int] = {}
        for session in leader.sessions:
            for prompt in set(session.asked) - fixed:
                if prompt in last:
                    assert session.number - last[prompt] > REST_SESSIONS, prompt
                last[prompt] = session.number
            assert len(session.asked) == len(set(session.asked))


def test_a_session_has_at_most_one_nudge_of_each_kind(leaders):
    nudges = [session.nudges for leader in leaders for session in leader.sessions]

    assert {kind for kinds in nudges for kind in kinds} == set(NUDGES)
    assert all(len(kinds) == len(set(kinds)) for kinds in nudges)
    hard = [s for leader in leaders for s in leader.sessions if s.mode is Mode.HARD]
    assert all(not s.nudges and not s.named for s in hard)


def test_at_most_one_person_is_named_in_a_session(leaders):
    named = [session.named for leader in leaders for session in leader.sessions]

    assert max(len(names) for names in named) == 1


def test_coverage_reaches_every_active_person_within_a_quarter(leaders):
    for leader in leaders:
        longest = 0
        reached: dict[int, object] = {}
        for session in leader.sessions:
            for person in session.active:
                if person in session.named | session.noticed:
                    reached[person] = session.on
                first = reached.setdefault(person, session.on)
                longest = max(longest, (session.on - first).days)
            for person in set(reached) - session.active:
                del reached[person]
        assert longest <= (A_QUARTER if len(leader.people) <= A_TEAM else FOUR_MONTHS)


def test_two_fifths_of_the_minutes_of_every_session_lie_ahead(leaders):
    for leader in leaders:
        assert all(s.ahead >= 0.4 * s.minutes > 0 for s in leader.sessions)


def test_cl06_any_four_full_sessions_hold_an_outside_view(leaders, guidance):
    outside = {prompt.id for prompt in guidance.prompts if prompt.outside}
    for leader in leaders:
        full = [s for s in leader.sessions if s.mode is Mode.FULL]
        for four in zip(full, full[1:], full[2:], full[3:], strict=False):
            assert outside & {prompt for s in four for prompt in s.asked}


def test_the_same_seed_lives_the_same_year(guidance, leaders):
    again, database = lived(guidance, 3)

    assert [s.asked for s in again.sessions] == [s.asked for s in leaders[3].sessions]
    database.close()
