"""The demo: a year that ends last week, true to every rule the program has for words."""

import re
import shutil
import tomllib
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QLocale

from journal_app.domain.celebration import Delivery
from journal_app.domain.doubt import DoubtState
from journal_app.domain.draft import CelebrationDraft, IntentionDraft
from journal_app.domain.intention import Aim, Ending
from journal_app.domain.promise import PromiseState
from journal_app.domain.step import Mode
from journal_app.guidance.rotation import Situation, holds
from journal_app.paths import resources_dir
from journal_app.services.demo import fill
from journal_app.services.journal import Journal
from journal_app.services.protection import ProtectionService
from journal_app.store.database import Database
from journal_app.store.migrations import STEPS
from journal_app.store.migrations_runner import migrate
from journal_app.store.nouns import Nouns
from tests.builders import FRIDAY
from tests.guidance.test_words import BARRED, strings

TODAY = FRIDAY
WRITTEN = 45
# What a test of one answer cannot know, and the guide did.
SITUATIONS = frozenset({"gap", "outside-now", "outside-due"})
DEMO = resources_dir() / "demo" / "en"
# Capital letters inside a sentence that are no one's name.
NO_NAMES = {
    *("I", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    *("Tuesdays", "Wednesdays", "Thursdays", "Fridays"),
}


@pytest.fixture(scope="module")
def demo(guidance):
    database = Database.in_memory()
    migrate(database, STEPS)
    journal = Journal(database, lambda: guidance)
    fill(journal, TODAY)
    yield journal
    database.close()


def pages(journal):
    """Every finished week, oldest first."""
    return [journal.reflections.page(r.id) for r in reversed(journal.reflections.finished())]


def told():
    """Every text of the demo's own files, ids and names of days among them."""
    files = sorted(DEMO.glob("*.toml"))
    return [t for f in files for t in strings(tomllib.loads(f.read_text(encoding="utf-8")))]


def everything(journal):
    """All that a reader meets, without the salt that is each journal's own."""
    people = [(p.name, p.other_names, p.card, p.joined_on) for p in journal.team.everyone()]
    return people, journal.entries.items(), pages(journal), journal.celebrations.recent()


# --- where it stands in time ---


def test_a_year_is_written_with_blank_weeks_and_one_leave_in_it(demo):
    starts = [page.week.start for page in pages(demo)]

    this_week = demo.reflections.week_of(TODAY).start
    assert starts[-1] == this_week - timedelta(weeks=1)
    assert starts[0] == this_week - timedelta(weeks=52)
    gaps = [(b - a).days // 7 for a, b in pairwise(starts)]
    assert sorted(set(gaps)) == [1, 2, 4]
    assert (gaps.count(2), gaps.count(4)) == (4, 1)


def test_this_week_waits_to_be_begun_on_its_plans_and_caught_lines(demo):
    week = demo.reflections.week_of(TODAY)

    assert demo.reflections.finished_in(week) is None
    assert demo.reflections.draft(week) is None
    assert len(demo.reflections.plans_to_review(week)) == 3
    assert demo.reflections.plans_to_review(week) == demo.intentions.of_week(week)
    assert len(demo.seeds.waiting()) == 2
    assert all(seed.caught_on in week for seed in demo.seeds.waiting())


@pytest.mark.parametrize("first_weekday", [0, 5, 6], ids=["from Monday", "Saturday", "Sunday"])
@pytest.mark.parametrize(
    "today",
    [
        date(2026, 11, 16),
        date(2026, 11, 22),
        date(2028, 2, 29),
        date(2026, 12, 31),
        date(2027, 1, 3),
        date(2027, 1, 4),
    ],
    ids=["Monday", "Sunday", "29 February", "week 53", "end of week 53", "after week 53"],
)
def test_nothing_lies_in_the_future_on_any_day(journal, db, today, first_weekday):
    Nouns(db).settings.put("first_weekday", str(first_weekday))

    fill(journal, today)

    this_week = journal.reflections.week_of(today).start
    written = pages(journal)
    days = [item.on for item in journal.entries.items()]
    days += [page.reflection.finished_on for page in written]
    days += [c.given_on for c in journal.celebrations.recent() if c.given_on]
    days += [plan.ended_on for plan in journal.intentions.ended()]
    for person in journal.team.everyone():
        card = person.card
        days += [person.joined_on, card.strengths.noted_on, card.hopes.noted_on]
        days += [card.energy.noted_on, card.thanks.noted_on]
    assert max(days) <= today
    assert len(written) == WRITTEN
    assert all(page.reflection.finished_on in page.week for page in written)
    assert max(page.reflection.finished_on for page in written) < this_week
    assert all(promise.due_on > today for promise in journal.intentions.open_promises())
    assert journal.leader.week_as_leader(today) in {52, 53}


def test_the_same_words_stand_there_in_any_language(journal, demo, monkeypatch):
    before = QLocale()
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        fill(journal, TODAY)
    finally:
        QLocale.setDefault(before)

    assert everything(journal) == everything(demo)


# --- what a person sees in it ---


def test_each_person_has_a_line_of_dated_sentences_and_a_card_of_four_fields(demo):
    people = demo.team.everyone()

    assert len(people) == 7
    for person in people:
        points = demo.growth.line(person.id)
        assert len(points) >= 7
        assert [p.on for p in points] == sorted(p.on for p in points)
        assert any(point.celebration for point in points)
        card = person.card
        notes = (card.strengths, card.hopes, card.energy, card.thanks)
        assert all(note.text and note.noted_on for note in notes)


def test_plans_end_in_all_five_ways(demo):
    assert {plan.ending for plan in demo.intentions.ended()} == set(Ending)


def test_the_hard_talk_is_put_off_once_taken_along_and_then_had(demo):
    ended = {plan.id: plan for plan in demo.intentions.ended()}
    talk = min((p for p in ended.values() if p.carried == 1), key=lambda p: p.week_start)

    before = ended[talk.carried_from]
    assert (before.cue, before.act) == (talk.cue, talk.act)
    assert (before.ending, talk.ending) == (Ending.NOT_THIS_TIME, Ending.DID)


def test_a_plan_whose_moment_did_not_come_gets_a_new_shape(demo):
    ended = {plan.id: plan for plan in demo.intentions.ended()}
    reshaped = [p for p in ended.values() if p.carried_from and not p.carried]
    assert len(reshaped) == 2

    before = ended[min(reshaped, key=lambda p: p.week_start).carried_from]
    reshaped = min(reshaped, key=lambda p: p.week_start)
    assert before.ending is Ending.NO_MOMENT
    assert (before.cue, before.act) != (reshaped.cue, reshaped.act)


def test_endings_are_said_in_the_weeks_whose_guide_asks_for_them(demo):
    asked = {page.reflection.finished_on: page.reflection.mode for page in pages(demo)}

    assert {asked[plan.ended_on] for plan in demo.intentions.ended()} == {Mode.FULL}


def test_there_are_hard_weeks_and_short_ones(demo):
    modes = [page.reflection.mode for page in pages(demo)]

    assert (modes.count(Mode.HARD), modes.count(Mode.SHORT)) == (2, 5)
    steps = [step.id for step in demo.questions.steps(Mode.HARD) if step.id.startswith("hard-")]
    for hard in (p for p in pages(demo) if p.reflection.mode is Mode.HARD):
        assert [answer.step for answer in hard.reflection.answers] == steps


def test_months_and_quarters_were_looked_at_each_on_its_own_screens(demo):
    looked = [page.reflection for page in pages(demo) if page.reflection.pages]

    assert [r.pages for r in looked].count(("quarterly",)) == 3
    assert [r.pages for r in looked].count(("monthly",)) == 7
    quarters = [r for r in looked if r.pages == ("quarterly",)]
    for reflection in quarters:
        steps = {a.step for a in reflection.answers if a.step.startswith("quarter")}
        assert {"quarter-people", "quarter-measures", "quarter-me", "quarter-ahead"} <= steps


def test_skills_have_their_sentence_then_and_now_with_what_shows_it(demo):
    then_and_now = {
        skill.id: [placing.level for placing in demo.skills.placings(skill.id)]
        for skill in demo.skills.all()
        if demo.skills.placings(skill.id)
    }

    assert then_and_now == {
        "S01": [2, 3],
        "S04": [3],
        "S05": [2, 3],
        "S06": [2],
        "S08": [2, 3],
        "S09": [1, 2],
    }
    placed = [p for skill in then_and_now for p in demo.skills.placings(skill)]
    assert [p.is_a_guess for p in placed].count(True) == 1
    for placing in placed:
        assert len(demo.practice.shown_by(placing)) == len(placing.evidence)
    assert [f.skill_id for f in demo.skills.focuses()] == ["S05", "S01", "S06", "S08", "S04", "S09"]


def test_results_and_culture_are_measured_and_joy_and_hats_told(demo):
    aims = [m.aim for m in demo.measures.all()]

    assert (aims.count(Aim.RESULTS), aims.count(Aim.CULTURE)) == (3, 2)
    assert len(demo.leading.hats()) >= 11
    assert len(demo.leading.joys()) >= 15


def test_this_week_is_the_one_with_the_month_in_it_and_a_doubt_that_goes_round(demo):
    week = demo.reflections.week_of(TODAY)
    draft = demo.reflections.open_draft(week, on=TODAY)

    assert demo.pace.page_due(draft, on=TODAY) == "monthly"
    assert demo.situations.looping(draft).body.startswith("I don't know what I am for")


def test_celebrations_are_given_in_ways_of_their_own_and_one_waits(demo):
    celebrations = demo.celebrations.recent()
    given = [c for c in celebrations if c.given_on]

    assert {c.delivery for c in celebrations} == set(Delivery)
    assert len({c.given_how for c in given}) == len(given) >= 30
    assert all(c.landed and c.given_on > c.happened_on for c in given)
    assert len(demo.celebrations.waiting()) == 1
    people = [c.person_id for c in celebrations]
    assert all(a != b for a, b in pairwise(people))


def test_doubts_became_experiments_and_each_taught_something(demo):
    skill = demo.skills.focus()
    tries = demo.skills.tries(skill.id)

    assert skill.id == "S09"
    assert {t.experiment for t in tries} == {e.text for e in skill.experiments}
    assert all(t.taught for t in tries)
    doubts = demo.skills.doubts()
    assert {doubt.state for doubt in doubts} == set(DoubtState)
    assert any(demo.practice.plans_for_doubt(doubt.id) for doubt in doubts)
    assert any(doubt.came_back for doubt in doubts)
    assert any(demo.practice.can_lead(d.skill_id, before=d.raised_on) for d in doubts)


def test_promises_are_kept_told_and_open(demo):
    promises = [p for who in demo.team.everyone() for p in demo.intentions.promises_to(who.id)]

    assert {p.state for p in promises} == {PromiseState.KEPT, PromiseState.TOLD, PromiseState.OPEN}
    assert all(p.note for p in promises if p.state is not PromiseState.OPEN)


def test_free_writing_can_be_found_by_its_tags(demo):
    free = [item for item in demo.entries.items() if item.ref.isdigit()]

    assert len(free) >= 18
    assert all(item.tags and item.title for item in free)
    assert demo.entries.items(tag="mentor")


def test_home_marks_the_one_who_needs_so_little(demo):
    week = demo.reflections.week_of(TODAY)

    assert demo.attention.unnoticed_this_week(week, on=TODAY).name == "Farid Rahimi"


# --- its words ---


def test_every_name_is_a_name_of_the_team(demo):
    team = {w for p in demo.team.everyone() for n in (p.name, *p.other_names) for w in n.split()}
    inside = re.compile(r"(?<=[\w,;’'] )[A-Z]\w*")

    found = {name for text in told() for name in inside.findall(text)}

    assert found - NO_NAMES - team == set()
    assert len(found & team) >= 6


def test_no_word_in_it_shames_ranks_or_shouts(demo):
    read = [text for item in demo.entries.items() for text in (item.title, item.body)]

    assert [text for text in (*told(), *read) if BARRED.search(text)] == []


def test_no_celebration_and_no_plan_would_earn_a_hint(demo):
    names = {p.id: p.name for p in demo.team.everyone()}
    for c in demo.celebrations.recent():
        built = CelebrationDraft(
            situation=c.situation, behaviour=c.behaviour, impact=c.impact, growing_in=c.growing_in
        )
        others = [name for key, name in names.items() if key != c.person_id]
        assert demo.questions.celebration_hints(built, others) == []
    plans = [plan for page in pages(demo) for plan in page.plans]
    hinted = [p for p in plans if demo.questions.plan_hints(IntentionDraft(cue=p.cue, act=p.act))]
    assert [plan.ending for plan in hinted] == [Ending.LET_GO]


def test_every_question_is_one_the_guide_could_have_asked(demo):
    since = demo.leader.leading_since()
    for page in pages(demo):
        day = (page.reflection.finished_on - since).days + 1
        for answer in page.reflection.answers:
            if not answer.prompt_id:
                continue
            prompt = demo.guidance.prompt(answer.prompt_id)
            step = "hard" if answer.step.startswith("hard-") else answer.step
            assert prompt.step == step
            assert "{" not in answer.prompt_text
            situation = Situation(
                week_key="",
                step=step,
                chips=frozenset(page.reflection.chips),
                day_as_leader=day,
                facts=frozenset(page.reflection.pages) | SITUATIONS,
            )
            assert holds(prompt.when, situation), answer.prompt_id


# --- how it is kept ---


def test_the_demo_opens_whole_from_a_folder(tmp_path):
    protection = ProtectionService(tmp_path / "demo")

    journal = protection.open_demo(TODAY)

    journal.checking.check()
    assert len(journal.reflections.finished()) == WRITTEN
    protection.close()


def test_a_broken_file_leaves_the_journal_empty(journal, tmp_path):
    shutil.copytree(DEMO, tmp_path, dirs_exist_ok=True)
    (tmp_path / "entries.toml").write_text("[[entries]]\nweek = -1\n", encoding="utf-8")

    with pytest.raises(KeyError):
        fill(journal, TODAY, folder=tmp_path)

    assert journal.team.everyone() == []
    assert journal.entries.items() == []
