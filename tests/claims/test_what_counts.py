"""CL8, CL9, CL12, CL15 to CL17: what counts, ahead first, specific, assessable, accountable."""

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from journal_app.domain.intention import Aim, Ending
from journal_app.domain.moment import Moment
from journal_app.domain.placing import Placing
from journal_app.domain.share import Audience, Part
from journal_app.domain.step import Mode
from journal_app.domain.unmet import Offer
from tests.builders import FRIDAY, NEXT_FRIDAY, a_full_draft
from tests.weeks import Weeks, planned

ROOT = Path(__file__).resolve().parents[2]
LOOKING_BACK = {"plan", "notice", "celebrate"}


def test_cl08_the_list_is_mine_to_write_change_and_tag(journal):
    first = journal.measures.add("What we ship", Aim.RESULTS, on=FRIDAY)
    journal.measures.change(first, body="What we ship in time", aim=Aim.CULTURE)
    journal.measures.add("Two new houses", Aim.RESULTS, on=FRIDAY)

    assert [(m.body, m.aim) for m in journal.measures.all()] == [
        ("What we ship in time", Aim.CULTURE),
        ("Two new houses", Aim.RESULTS),
    ]


def test_cl08_the_quarter_shows_both_columns(guide_at, heard_journal, mei, says):
    heard_journal.measures.add("What we ship", Aim.RESULTS, on=FRIDAY)
    weeks = Weeks(heard_journal, FRIDAY)
    weeks.pass_by(13)
    page = guide_at(weeks.today)
    page.go_to("quarter-measures")

    assert {"Results", "Culture", "What we ship"} <= set(says(page.shown))


def test_cl08_measured_on_results_alone_one_is_asked_about_people_within_four_sessions(weeks):
    weeks.journal.measures.add("What we ship", Aim.RESULTS, on=FRIDAY)
    asked = []
    for _ in range(4):
        draft = weeks.open()
        asked += weeks.ask(draft, "leader", "preview")
        weeks.finish(draft)

    assert {"R05", "R06"} & set(asked)


def test_cl09_four_weeks_of_results_are_met_by_one_question_about_people(weeks):
    for _ in range(4):
        draft = weeks.open()
        draft.intentions = [planned(aim=Aim.RESULTS)]
        weeks.finish(draft)

    draft = weeks.open()
    assert weeks.ask(draft, "preview") == ["R06"]
    assert draft.answer("preview").prompt_text.endswith("how people treat each other?")


def test_cl09_the_summary_for_ones_own_manager_names_nobody_and_holds_no_doubt(journal):
    who = journal.team.welcome("Mei Lindqvist", ["Mei-Mei"])
    draft = a_full_draft(who.id)
    draft.doubt = "How to zwiebelfisch?"
    journal.reflections.finish(draft, on=FRIDAY)
    every = replace(
        journal.sharing.request(NEXT_FRIDAY), audience=Audience.MANAGER, parts=frozenset(Part)
    )
    ids = frozenset(d.id for d in journal.skills.doubts())

    text = journal.sharing.compose(replace(every, doubt_ids=ids)).render("md").decode()

    assert not re.search(r"\bMei\b|Lindqvist|zwiebelfisch", text)


@pytest.mark.parametrize("pages", [(), ("monthly",), ("quarterly",)])
@pytest.mark.parametrize("mode", list(Mode))
def test_cl12_two_fifths_lie_ahead_and_more_than_all_looking_back(guidance, mode, pages):
    steps = guidance.steps_of(mode, pages)
    ahead = sum(s.minutes[mode] for s in steps if s.ahead)

    assert ahead >= 0.4 * sum(s.minutes[mode] for s in steps)
    assert ahead > sum(s.minutes[mode] for s in steps if s.id in LOOKING_BACK)


def test_cl12_home_begins_with_what_one_means_to_do(window):
    workspace = window.workspace
    guide = workspace.pages["guide"]
    guide.go_to("preview")
    QTest.keyClicks(guide.shown.forms[0].act, "ask before I answer")
    guide.finish()
    home = workspace.open("week")
    home.resize(1200, 900)
    home.layout().activate()

    plans = [w for w in home.findChildren(QLabel) if "ask before I answer" in w.text()]
    others = [home.capture, home.begin_button]
    top = min(plan.mapTo(home, QPoint()).y() for plan in plans if plan.isVisibleTo(home))
    assert all(top < other.mapTo(home, QPoint()).y() for other in others if not other.isHidden())


def test_cl12_preview_is_reached_with_everything_before_it_skipped(guide):
    while guide.draft.place != "preview":
        guide.skip_button.click()

    assert guide.shown.forms[0].cue.isVisible()
    assert not guide.draft.has_words


def test_cl15_a_plan_without_a_moment_is_loose_and_is_shown_as_such(guide, window, says):
    guide.go_to("preview")
    QTest.keyClicks(guide.shown.forms[0].act, "listen first")
    assert "loose" in guide.shown.forms[0].hints.text()

    ours = window.workspace.pages["guide"]
    ours.go_to("preview")
    QTest.keyClicks(ours.shown.forms[0].act, "listen first")
    ours.finish()
    home = window.workspace.open("week")
    assert any("loose" in text for text in says(home))


def test_cl15_with_both_parts_it_is_an_if_then(guide, heard_journal):
    guide.go_to("preview")
    QTest.keyClicks(guide.shown.forms[0].cue, "Mei brings the roadmap")
    QTest.keyClicks(guide.shown.forms[0].act, "ask for her plan")
    guide.finish()

    [plan] = heard_journal.intentions.of_week(heard_journal.reflections.week_of(NEXT_FRIDAY))
    assert not plan.is_loose


def test_cl16_a_placing_keeps_its_day_level_evidence_and_outside_view(journal):
    mei = journal.team.welcome("Mei")
    moment = journal.growth.notice(
        Moment(person_id=mei.id, happened_on=FRIDAY, behaviour="led the retro")
    )
    placed = Placing(
        skill_id="S05",
        placed_on=FRIDAY,
        level=3,
        outside="Jonas saw it.",
        evidence=(f"moment:{moment.id}",),
    )

    journal.skills.place(placed)

    [kept] = journal.skills.placings("S05")
    assert replace(kept, id=None) == placed


def adds_levels_up(source: str) -> bool:
    """True when some code sums, averages or counts levels, in Python or in SQL."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            inside = ast.unparse(node)
            if name in {"sum", "mean", "fmean", "median", "Counter"} and "level" in inside:
                return True
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            sql = r"(AVG|SUM|TOTAL)\s*\(\s*(placing\.)?level"
            if re.search(sql, node.value, re.IGNORECASE):
                return True
    return False


def test_cl16_nothing_adds_skills_up_anywhere():
    found = [
        path.name
        for path in (ROOT / "journal_app").rglob("*.py")
        if adds_levels_up(path.read_text(encoding="utf-8"))
    ]

    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "total = sum(p.level for p in placings)",
        "mean([placing.level for placing in all_of_them])",
        "db.execute('SELECT AVG(level) FROM placing')",
    ],
)
def test_cl16_the_search_for_totals_finds_them(source):
    assert adds_levels_up(source)


def test_cl17_the_next_session_offers_every_open_plan_once(weeks):
    draft = weeks.open()
    draft.intentions = [planned("ask first"), planned("listen"), planned("say no")]
    weeks.finish(draft)

    offered = weeks.journal.reflections.plans_to_review(weeks.week)
    assert [plan.act for plan in offered] == ["ask first", "listen", "say no"]
    again = weeks.open()
    assert len(again.plan_endings) == len({e.intention_id for e in again.plan_endings}) == 3
    again.intentions = [planned("another")]
    weeks.finish(again)
    assert [p.act for p in weeks.journal.reflections.plans_to_review(weeks.week)] == ["another"]


def test_cl17_there_are_five_endings_that_look_alike(guide_at, heard_journal, mei):
    heard_journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    page = guide_at(NEXT_FRIDAY)
    page.go_to("plan")
    chips = page.shown.cards[0].endings.chips

    assert list(chips) == list(Ending)
    assert len({(c.property("role"), c.sizeHint().height()) for c in chips.values()}) == 1


def test_cl17_after_two_carries_a_plan_gets_a_new_shape_or_is_let_go(guide_at, heard_journal, mei):
    heard_journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    weeks = Weeks(heard_journal, NEXT_FRIDAY)
    for carried in range(3):
        page = guide_at(weeks.today)
        page.go_to("plan")
        [card] = page.shown.cards
        assert card.plan.carried == carried
        card.endings.chips[Ending.NOT_THIS_TIME].click()
        offered = list(card.ways.chips)
        card.ways.chips[offered[0]].click()
        page.finish()
        weeks.skip(1)

    assert offered == [Offer.RESHAPE, Offer.LET_GO]


def test_cl17_promises_to_people_are_listed_until_they_are_closed(weeks):
    mei = weeks.journal.team.welcome("Mei")
    draft = weeks.open()
    draft.intentions = [planned("send it", person_id=mei.id, is_promise=True)]
    weeks.finish(draft)

    for _ in range(2):
        [promise] = weeks.open().promise_endings
        assert weeks.journal.intentions.open_promises()[0].id == promise.promise_id
        weeks.finish()
