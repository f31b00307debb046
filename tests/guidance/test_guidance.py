"""What the guide ships: whole, unique, and with more ahead than behind."""

import re

import pytest

from journal_app.domain.draft import CelebrationDraft
from journal_app.domain.step import Mode
from journal_app.guidance.loader import GuidanceError, load
from journal_app.services.journal import Journal

LOOKING_BACK = {"plan", "notice"}
LOOKS = [(), ("monthly",), ("quarterly",)]
MOST_WORDS = 25


def test_ids_are_unique_and_nothing_is_missing(guidance):
    prompt_ids = [prompt.id for prompt in guidance.prompts]
    experiments = [e.id for skill in guidance.skills for e in skill.experiments]

    assert len(prompt_ids) == len(set(prompt_ids)) == 108
    assert len({skill.id for skill in guidance.skills}) == 12
    assert len(experiments) == len(set(experiments))
    assert all(len(skill.levels) == 4 for skill in guidance.skills)
    assert all(5 <= len(skill.experiments) <= 6 for skill in guidance.skills)


def test_preview_is_the_longest_step_and_the_full_guide_takes_twelve_minutes(guidance):
    minutes = {s.id: s.minutes[Mode.FULL] for s in guidance.steps_of(Mode.FULL)}

    assert sum(minutes.values()) == 12
    assert minutes["preview"] >= 0.4 * 12
    assert minutes["preview"] > sum(minutes[step] for step in LOOKING_BACK)
    assert max(minutes, key=minutes.__getitem__) == "preview"


@pytest.mark.parametrize("pages", LOOKS)
@pytest.mark.parametrize("mode", list(Mode))
def test_two_fifths_of_every_session_and_more_than_all_looking_back_lie_ahead(
    guidance, mode, pages
):
    steps = guidance.steps_of(mode, pages)
    ahead = sum(step.minutes[mode] for step in steps if step.ahead)

    assert ahead >= 0.4 * sum(step.minutes[mode] for step in steps)
    assert ahead > sum(step.minutes[mode] for step in steps if step.id in LOOKING_BACK)


@pytest.mark.parametrize(("page", "minutes"), [("monthly", 4), ("quarterly", 8)])
def test_a_longer_look_takes_as_long_as_it_says_and_is_left_out_unless_wanted(
    guidance, page, minutes
):
    plain = guidance.steps_of(Mode.FULL)
    with_look = guidance.steps_of(Mode.FULL, [page])

    added = [step for step in with_look if step not in plain]
    assert {step.page for step in added} == {page}
    assert sum(step.minutes[Mode.FULL] for step in added) == minutes


@pytest.mark.parametrize(("mode", "most"), [(Mode.SHORT, 5), (Mode.HARD, 6)])
def test_the_other_versions_are_short_and_end_ahead(guidance, mode, most):
    steps = guidance.steps_of(mode)

    assert sum(step.minutes[mode] for step in steps) <= most
    assert [step.id for step in steps[-2:]] == ["preview", "close"]


def test_a_hard_week_asks_its_four_questions_in_order(guidance):
    asked = [step.prompt_id for step in guidance.steps_of(Mode.HARD) if step.prompt_id]

    assert asked == ["W01", "W02", "W05", "W06"]


def test_every_prompt_belongs_to_a_step_or_to_a_hard_week(guidance):
    steps = {step.id for step in guidance.steps} | {"hard"}

    assert {prompt.step for prompt in guidance.prompts} <= steps


def test_a_focus_condition_names_skills_that_are_there(guidance):
    skills = {skill.id for skill in guidance.skills}
    ways = [way for prompt in guidance.prompts for way in prompt.when.split("|")]
    named = [way.removeprefix("focus:") for way in ways if way.startswith("focus:")]

    assert {part for value in named for part in value.split(",")} <= skills


def test_questions_are_short_and_hardly_ever_ask_why(guidance):
    for prompt in guidance.prompts:
        for sentence in re.split(r"(?<=[.?:])\s", prompt.text):
            assert len(sentence.split()) <= MOST_WORDS, prompt.id
        assert not prompt.text.startswith("Why"), prompt.id


def test_a_question_still_reads_when_the_name_is_masked(guidance):
    for prompt in guidance.prompts:
        filled = prompt.fill(person="•••", skill="Handing work over", cue="she brings it")
        assert "{" not in filled, prompt.id


def test_a_broken_file_is_named(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "steps.toml").write_text("steps = [", encoding="utf-8")

    with pytest.raises(GuidanceError, match=r"steps\.toml"):
        load("en", tmp_path)


def test_an_unknown_language_is_answered_in_english(guidance):
    assert load("xx").prompts == guidance.prompts


@pytest.mark.parametrize(
    ("behaviour", "hint"),
    [
        ("Du hast zuerst gefragt, aber spät", "but"),
        ("Du warst klarer als Jonas", "compares"),
        ("Danke, könntest du das nächste auch machen", "request"),
        ("Als Jonas fehlte, hast du zuerst gefragt", ""),
    ],
)
def test_a_celebration_in_german_is_hinted_at_by_german_words(db, behaviour, hint):
    german = load("de")
    built = CelebrationDraft(behaviour=behaviour)

    hints = Journal(db, lambda: german).questions.celebration_hints(built, ["Jonas Berg"])

    assert hints == ([german.text(f"celebration_hints.{hint}")] if hint else [])
