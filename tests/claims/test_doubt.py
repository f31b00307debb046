"""CL3 to CL6: a safe place for what one does not know, narrowed, with evidence beside it."""

import re
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from journal_app.domain.doubt import DoubtState
from journal_app.domain.intention import Ending, Intention
from journal_app.domain.placing import Placing
from journal_app.domain.share import NameStyle, Part
from journal_app.services.exporting import Selection
from tests.builders import FRIDAY, NEXT_MONDAY, a_full_draft

MARKER = "zwiebelfisch"
NO_DIAGNOSIS = re.compile(r"impost[eo]r|syndrome|disorder|diagnos|\d\s?%|per cent", re.IGNORECASE)


@pytest.fixture
def doubted(window):
    """A journal with one finished week and one doubt, written in the guide by hand."""
    guide = window.workspace.pages["guide"]
    guide.go_to("notice")
    next(iter(guide.shown.forms[0].who.chips.values())).click()
    QTest.keyClicks(guide.shown.forms[0].behaviour, "asked the quiet question")
    guide.go_to("leader")
    QTest.keyClicks(guide.shown.doubt, f"I don't know how to {MARKER} with my own boss.")
    guide.finish()
    return window


def test_cl03_a_doubt_stands_on_no_page_but_its_own(doubted, says):
    workspace = doubted.workspace
    for name in ("week", "people", "celebrations", "journal", "share"):
        page = workspace.open(name)
        assert not any(MARKER in text for text in says(page)), name
    workspace.open_person(1)
    assert not any(MARKER in text for text in says(workspace.pages["person"]))


def test_cl03_search_finds_it_only_when_asked_for_doubts(doubted):
    searching = doubted.workspace._journal.searching

    assert searching.find(MARKER) == []
    assert [hit.item.kind for hit in searching.find(MARKER, private=True)] == ["doubt"]


@pytest.mark.parametrize("form", ["md", "html", "json", "csv"])
def test_cl03_no_default_export_holds_it(journal, form, tmp_path):
    who = journal.team.welcome("Mei Lindqvist")
    draft = a_full_draft(who.id)
    draft.doubt = f"How to {MARKER}?"
    journal.reflections.finish(draft, on=FRIDAY)
    file = tmp_path / f"export.{form}"

    journal.exporting.export(file, form=form, names=NameStyle.ALIAS, selection=Selection())
    assert MARKER not in file.read_text(encoding="utf-8")
    private = Selection(include_private=True)
    journal.exporting.export(file, form=form, names=NameStyle.ALIAS, selection=private)
    assert MARKER in file.read_text(encoding="utf-8")


def test_cl03_no_part_brings_it_into_a_pack_but_choosing_this_one(journal):
    """On the page that choice lies open only after another act: see the tests of Share."""
    draft = a_full_draft(journal.team.welcome("Mei Lindqvist").id)
    draft.doubt = f"How to {MARKER}?"
    journal.reflections.finish(draft, on=FRIDAY)
    default = journal.sharing.request(FRIDAY)
    [doubt] = journal.skills.doubts()

    def holds(**acts):
        pack = journal.sharing.compose(replace(default, **acts))
        return MARKER in pack.render("md").decode()

    assert not holds()
    assert not holds(parts=frozenset(Part))
    assert holds(parts=frozenset(Part), doubt_ids=frozenset({doubt.id}))


def test_cl04_a_doubt_is_narrowed_to_a_skill_and_becomes_a_plan_that_keeps_the_link(journal):
    doubt = journal.practice.raise_doubt("I don't know how to hand over.", on=FRIDAY)
    journal.skills.link_doubt(doubt.id, "S05")

    plan = journal.skills.try_out(doubt.id, Intention(week_start=NEXT_MONDAY, act="ask Jonas"))

    assert (plan.doubt_id, plan.skill_id) == (doubt.id, "S05")
    assert journal.intentions.of_week(journal.reflections.week_of(NEXT_MONDAY)) == [plan]
    assert journal.skills.doubts()[0].state is DoubtState.LEARNING


def test_cl04_there_are_three_states_and_no_other():
    assert [state.value for state in DoubtState] == ["open", "learning", "settled"]


def test_cl04_the_questions_narrow_to_a_moment_and_to_what_was_not_shown_yet(guidance):
    assert "exact moment" in guidance.prompt("Q02").text
    assert "nobody has shown me yet" in guidance.prompt("Q03").text


def test_cl05_earlier_evidence_on_the_skill_stands_beside_a_doubt(guide, heard_journal):
    doubt = heard_journal.practice.raise_doubt("How to hand over?", on=FRIDAY, skill_id="S05")
    plan = heard_journal.intentions.plan(
        Intention(week_start=FRIDAY, act="let Mei open the call", skill_id="S05")
    )
    guide.go_to("leader")
    guide.shown.doubts.again.chips[str(doubt.id)].click()
    common = heard_journal.guidance.text("doubts.normal")
    assert guide.shown.doubts.beside.text() == common
    assert guide.shown.doubts.beside.isVisible()

    heard_journal.intentions.end(plan.id, Ending.DID, on=FRIDAY, note="She opened it.")
    guide.go_to("leader")

    assert "let Mei open the call" in guide.shown.doubts.beside.text()


def test_cl05_no_text_names_a_disorder_or_a_share_of_people(guidance):
    texts = [t for t in guidance.every_text() if t not in guidance.texts("care.words")]

    assert [text for text in texts if NO_DIAGNOSIS.search(text)] == []
    assert NO_DIAGNOSIS.search("70 % have impostor syndrome")


def test_cl06_what_was_seen_and_what_one_makes_of_it_are_two_fields(guide, heard_journal):
    guide.go_to("notice")
    form = guide.shown.forms[0]
    next(iter(form.who.chips.values())).click()
    QTest.keyClicks(form.behaviour, "closed his notebook")
    QTest.keyClicks(form.meaning, "he had given up")
    guide.finish()

    [point] = heard_journal.growth.line(1)
    assert (point.moment.behaviour, point.moment.meaning) == (
        "closed his notebook",
        "he had given up",
    )
    assert "given up" not in point.text


def test_cl06_a_sentence_without_evidence_is_called_a_guess(journal):
    guess = journal.skills.place(Placing(skill_id="S05", level=2, placed_on=FRIDAY))
    shown = journal.skills.place(
        Placing(skill_id="S05", level=2, placed_on=FRIDAY, outside="Jonas said so.")
    )

    assert (guess.is_a_guess, shown.is_a_guess) == (True, False)


def test_cl06_any_four_full_sessions_hold_an_outside_view(weeks, guidance):
    outside = {prompt.id for prompt in guidance.prompts if prompt.outside}
    asked = []
    for _ in range(16):
        draft = weeks.open()
        asked.append(set(weeks.ask(draft, "notice", "celebrate", "leader", "preview")))
        weeks.finish(draft)

    for four in zip(asked, asked[1:], asked[2:], asked[3:], strict=False):
        assert outside & set.union(*four)
