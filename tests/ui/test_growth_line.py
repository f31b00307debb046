"""One person's line of growth: near and far, by keyboard, and what can be done where one stands."""

from datetime import timedelta
from itertools import pairwise

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal_app.domain.celebration import Celebration
from journal_app.domain.growth_page import GrowthPage, PagePoint
from journal_app.domain.intention import Ending, Intention
from journal_app.domain.moment import Moment
from journal_app.domain.season import Season
from journal_app.services.keepsakes import save_growth
from journal_app.ui.person.growth_view import WHOLE, Near
from journal_app.ui.widgets.vine import Mark
from journal_app.ui.workspace import Workspace
from tests.builders import FRIDAY, a_full_draft
from tests.ui.test_pages import texts

WEEK = timedelta(days=7)


@pytest.fixture
def page(qtbot, theme, heard_journal, changes, mei, today, make_safety):
    """Opens Mei's page over what the test wrote before."""

    def make():
        made = Workspace(heard_journal, theme, changes, today=today, safety=make_safety())
        qtbot.addWidget(made)
        made.resize(1280, 860)
        made.show()
        made.open_person(mei.id)
        QApplication.processEvents()
        page = made.pages["person"]
        page.workspace = made
        return page

    return make


def step(journal, mei, weeks_ago, text):
    return journal.growth.notice(
        Moment(person_id=mei.id, happened_on=FRIDAY - weeks_ago * WEEK, behaviour=text)
    )


def test_the_line_opens_at_the_oldest_and_celebrations_are_its_blossoms(page, heard_journal, mei):
    step(heard_journal, mei, 2, "asked first")
    step(heard_journal, mei, 9, "led the retro")
    heard_journal.celebrations.celebrate(
        Celebration(person_id=mei.id, happened_on=FRIDAY - WEEK, behaviour="you said no kindly")
    )

    points = page().growth.line.points

    assert [p.text for p in points] == ["Led the retro.", "Asked first.", "You said no kindly."]
    assert [p.mark for p in points] == [Mark.LEAF, Mark.LEAF, Mark.BLOSSOM]


def test_plans_and_promises_that_ended_stand_on_the_line_when_asked_for(page, heard_journal, mei):
    step(heard_journal, mei, 2, "asked first")
    plan = heard_journal.intentions.plan(
        Intention(week_start=FRIDAY - WEEK, person_id=mei.id, cue="she asks", act="wait a breath")
    )
    heard_journal.intentions.end(plan.id, Ending.LET_GO, on=FRIDAY)
    growth = page().growth
    assert Mark.BUD not in [p.mark for p in growth.line.points]

    growth.plans_chip.click()

    assert growth.line.points[-1].mark is Mark.BUD
    assert "Let go." in growth.line.points[-1].note


def test_a_step_is_celebrated_in_one_act_by_keyboard_and_the_act_can_be_undone(
    page, heard_journal, mei
):
    step(heard_journal, mei, 1, "led the retro")
    shown = page()
    shown.growth.line.setFocus()
    QTest.keyClick(shown.growth.line, Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    [made] = heard_journal.celebrations.recent()
    assert (made.behaviour, made.waits) == ("led the retro", False)
    assert [p.mark for p in shown.growth.line.points] == [Mark.BLOSSOM]

    shown.workspace.toast.undo_button.click()
    assert heard_journal.celebrations.recent() == []


def test_the_arrow_keys_walk_along_the_line_and_each_sentence_says_its_day(
    page, heard_journal, mei
):
    for back in (3, 2, 1):
        step(heard_journal, mei, back, f"step {back}")
    line = page().growth.line
    line.setFocus()
    said = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home):
        QTest.keyClick(QApplication.focusWidget(), key)
        said.append(QAccessible.queryAccessibleInterface(QApplication.focusWidget()))

    names = [face.text(QAccessible.Text.Name) for face in said]
    assert [name.rpartition(": ")[2] for name in names] == [
        *("Step 3.", "Step 2.", "Step 1.", "Step 2.", "Step 3.")
    ]
    assert names[0].startswith("A step, 30 October")


def test_the_year_is_told_once_over_each_season_and_to_a_reader_each_time(page, heard_journal, mei):
    step(heard_journal, mei, 60, "led the retro")
    step(heard_journal, mei, 1, "asked first")
    shown = page()

    seen = texts(shown.growth.line)
    assert "26 September\n" in seen
    assert "September – November 2025" in seen
    assert shown.growth.line._nodes[0].text.accessibleName().startswith("A step, 26 September 2025")


def test_a_sentence_leads_to_the_week_it_was_written_in(page, heard_journal, mei):
    finished = heard_journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    shown = page()
    line = shown.growth.line
    line.stand_at(0)
    assert [text for _key, text in line.points[0].acts] == ["Make a card of it", "Read that week"]

    line.asked.emit(line.points[0].ref, f"week:{finished.id}")

    assert shown.workspace.stack.currentWidget() is shown.workspace.pages["journal"]


def test_many_years_are_shown_from_afar_and_a_season_is_come_near_to(page, heard_journal, mei):
    for back in range(WHOLE + 5):
        step(heard_journal, mei, back * 3, f"step {back}")
    growth = page().growth
    assert growth.line.points == []
    assert len(growth.seasons.buttons) > 8
    assert "September – November 2026" in growth.seasons.buttons[-1].text()

    QTest.keyClick(growth.seasons.buttons[-1], Qt.Key.Key_Space)

    assert growth.near.choice() == Near.SEASON
    assert all(p.on in Season.of(FRIDAY) for p in growth.line.points)
    assert growth.line.points[-1].text == "Step 0."
    assert not growth.later_button.isEnabled()

    QTest.keyClick(growth.earlier_button, Qt.Key.Key_Space)
    assert all(p.on in Season.of(FRIDAY).previous() for p in growth.line.points)


def test_a_worry_and_a_joy_are_never_on_the_line(page, heard_journal, mei):
    draft = a_full_draft(mei.id)
    draft.moments[0].worry = True
    heard_journal.reflections.finish(draft, on=FRIDAY)
    shown = page()

    assert "proud to sit" not in texts(shown.growth)
    assert len(shown.growth.line.points) == 1


def test_the_line_is_painted_and_readable_at_every_size(page, heard_journal, mei, theme):
    for back in range(6):
        step(heard_journal, mei, back, "did something that takes more than one line to tell " * 3)
    shown = page()
    for zoom, wide in ((100, 1280), (200, 960), (80, 1900)):
        theme.set_zoom(zoom)
        shown.workspace.resize(wide, 600)
        QApplication.processEvents()
        line = shown.growth.line
        labels = [node.text for node in line._nodes]
        for text in labels:
            assert text.height() >= text.heightForWidth(text.width())
            assert line.rect().contains(text.geometry())
        assert all(a.geometry().bottom() < b.y() for a, b in pairwise(labels))
    theme.set_zoom(100)


@pytest.mark.parametrize(
    ("day", "first"),
    [("2026-01-31", "2025-12-01"), ("2026-03-01", "2026-03-01"), ("2026-12-31", "2026-12-01")],
)
def test_a_season_is_three_months_and_may_span_the_new_year(day, first):
    season = Season.of(type(FRIDAY).fromisoformat(day))

    assert season.start.isoformat() == first
    assert season.next().previous() == season
    assert season.end + timedelta(days=1) == season.next().start


@pytest.mark.parametrize("act", ["picture", "pages"])
def test_a_line_is_kept_as_it_is_shown_and_holds_growth_alone(
    page, heard_journal, mei, qtbot, tmp_path, act
):
    heard_journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    plan = heard_journal.intentions.about(mei.id)[0]
    heard_journal.intentions.end(plan.id, Ending.DID, on=FRIDAY)
    shown = page()
    shown.growth.plans_chip.click()
    told = [point.text for point in shown.growth.keeper.page().points]
    assert told == [
        "In Tuesday's call told the customer what we did not know. They calmed down and stayed."
    ]
    path = tmp_path / ("line.png" if act == "picture" else "line.pdf")
    shown.growth.keeper._files.save = lambda _title, _name: path

    button = getattr(shown.growth.keeper, f"{act}_button")
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(path.exists, timeout=10_000)

    if act == "picture":
        assert QImage(str(path)).height() > 400
        return
    reader = PdfReader(path)
    text = " ".join(" ".join(p.extract_text() for p in reader.pages).split())
    assert "Mei Lindqvist" in text
    assert "told the customer" in text
    assert "ask for her plan" not in text
    assert "proud" not in text
    assert not {"/Author", "/CreationDate"} & set(reader.metadata or {})


def test_ten_years_of_one_person_are_kept_as_pages(tmp_path):
    words = "did something that takes more than one line to tell " * 6
    points = [
        PagePoint(
            day=f"day {n}", text=words, note="growing", heading="A season", blossom=n % 3 == 0
        )
        for n in range(500)
    ]
    long = PagePoint(day="one day", text="a very long story " * 2000)
    save_growth(GrowthPage(title="Mei", points=[*points, long]), tmp_path / "line.pdf")

    assert len(PdfReader(tmp_path / "line.pdf").pages) > 40
