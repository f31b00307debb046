"""CL1, CL2, CL10, CL11, CL20: beginning without a test, two crafts, level one, plain dignity."""

import ast
import re
from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLineEdit, QPlainTextEdit

from journal_app.domain.reflection import Hat
from journal_app.domain.step import Mode
from journal_app.domain.week import Week
from tests.builders import FRIDAY
from tests.guidance.test_words import BARRED, RESOURCES, ROOT, SPEAKING, sentences

ABILITY = re.compile(
    r"beginner|novice|experienced|how good|how well do you|level|quiz|assess|rate yourself",
    re.IGNORECASE,
)
MOST_SCREENS, MOST_INPUTS, MOST_WORDS = 3, 5, 25


def test_cl01_the_map_has_twelve_skills_of_four_sentences_and_small_experiments(guidance):
    assert 8 <= len(guidance.skills) <= 12
    for skill in guidance.skills:
        assert len({*skill.levels}) == 4
        assert 4 <= len(skill.experiments) <= 6


def test_cl01_a_focus_can_be_set_and_its_experiments_are_offered_in_preview(guide, heard_journal):
    guide.go_to("leader")
    combo = guide.shown.focus.skill
    combo.setCurrentIndex(combo.findData("S05"))
    combo.activated.emit(combo.currentIndex())
    assert heard_journal.skills.focus().id == "S05"

    guide.go_to("preview")
    offered = [chip.text() for chip in guide.shown.forms[0].ideas.chips.values()]

    assert offered == [e.text for e in heard_journal.skills.focus().experiments]


def test_cl02_the_first_run_asks_little_and_nothing_about_ability(make_window, says):
    page = make_window().stack.currentWidget()
    inputs = [
        part
        for kind in (QLineEdit, QPlainTextEdit, QDateEdit)
        for part in page.findChildren(kind)
        if not isinstance(part.parent(), QDateEdit)
    ]

    assert page.screens.count() <= MOST_SCREENS
    assert 1 <= len(inputs) <= MOST_INPUTS
    for screen in (page.welcome, page.protect, page.people):
        page.screens.setCurrentWidget(screen)
        assert [text for text in says(page) if ABILITY.search(text)] == []


def test_cl02_the_short_guide_is_kept_with_two_answers(guide, heard_journal):
    guide.shown.modes.chips[Mode.SHORT].click()
    guide.go_next()
    QTest.keyClicks(guide.shown.forms[0].behaviour, "Mei asked the quiet question.")
    guide.go_next()
    QTest.keyClicks(guide.shown.forms[0].act, "tell her")
    guide.finish()

    assert [r.mode for r in heard_journal.reflections.finished()] == [Mode.SHORT]


@pytest.mark.parametrize("mode", list(Mode))
def test_cl02_a_guide_without_an_answer_closes_without_complaint(guide, mode, qtbot, says):
    guide.shown.modes.chips[mode].click()
    while guide.draft.place != "close":
        guide.skip_button.click()
    assert [text for text in says(guide) if BARRED.search(text)] == []

    with qtbot.waitSignal(guide.finished):
        guide.done_button.click()


def test_cl10_both_hats_stand_side_by_side_at_the_start(make_window, says):
    page = make_window().stack.currentWidget()
    texts = says(page.welcome)

    assert any(t.startswith("The expert") for t in texts)
    assert any(t.startswith("The leader") for t in texts)


def test_cl10_the_hat_is_kept_with_the_week_and_neither_is_called_better(guide, heard_journal):
    guide.go_to("leader")
    chips = guide.shown.hat.chips
    assert len({chip.property("role") for chip in chips.values()}) == 1
    chips[Hat.EXPERT].click()
    guide.finish()

    assert [r.hat for r in heard_journal.reflections.finished()] == [Hat.EXPERT]


def test_cl10_three_weeks_of_the_expert_are_asked_about_one_hour_of_the_leader(weeks):
    weeks.pass_by(3, hat=Hat.EXPERT)
    assert weeks.ask(weeks.open(), "leader") == ["H06"]


def test_cl10_two_are_not(weeks):
    weeks.pass_by(1, hat=Hat.LEADER)
    weeks.pass_by(2, hat=Hat.EXPERT)
    assert "H06" not in weeks.asked("leader")


def test_cl11_a_new_journal_places_nobody_and_counts_weeks_as_a_leader(journal):
    assert all(journal.skills.placings(skill.id) == [] for skill in journal.skills.all())
    journal.leader.set_leading_since(FRIDAY - timedelta(days=8))

    assert journal.leader.week_as_leader(FRIDAY) == 2


def test_cl11_the_first_sentence_of_each_road_blames_nobody(guidance):
    for skill in guidance.skills:
        assert not BARRED.search(skill.levels[0])
        assert not re.search(r"\b(never|always|can't|bad|unable)\b", skill.levels[0]), skill.id


def test_cl11_no_level_is_asked_for_in_the_first_five_weeks(journal):
    journal.leader.set_leading_since(FRIDAY)
    for week in range(5):
        day = FRIDAY + timedelta(weeks=week, days=-1)
        draft = journal.reflections.open_draft(Week.of(day), on=day)
        assert journal.pace.page_due(draft, on=day) == ""


def test_cl20_no_sentence_anywhere_shames_ranks_or_shouts(guidance):
    spoken = [text for path in SPEAKING for _, text in sentences(path)]
    written = [path.read_text(encoding="utf-8") for path in RESOURCES]

    assert len(spoken) > 500
    assert [text for text in spoken if BARRED.search(text)] == []
    assert len(written) >= 10


def test_cl20_sentences_of_the_guide_are_short_and_speak_to_one_person(guidance):
    every = [p.text for p in guidance.prompts] + [s.question for s in guidance.steps]
    for text in every:
        for sentence in re.split(r"(?<=[.?:])\s", text):
            assert len(sentence.split()) <= MOST_WORDS, sentence
        assert not re.search(r"\b(employees?|staff|human resources?|subordinates?)\b", text)


def test_cl20_the_check_reads_strings_and_not_only_files(tmp_path):
    path = tmp_path / "page.py"
    path.write_text('"""Doc."""\nTEXT = "You should have done it"\n', encoding="utf-8")

    assert [t for _, t in sentences(path) if BARRED.search(t)] == ["You should have done it"]
    assert ast.parse(path.read_text(encoding="utf-8"))
    assert (ROOT / "journal_app").is_dir()
