"""T12 and T16 wherever one writes about a person: a quiet line, and nothing blocked or kept."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from journal_app.domain.worry import Worry
from journal_app.ui.page_maker import PageMaker, seed_catcher
from tests.builders import FRIDAY
from tests.weeks import Weeks


@pytest.fixture
def make_page(qtbot, theme, heard_journal, changes, make_safety, today):
    maker = PageMaker(heard_journal, theme, changes, make_safety(), today)

    def make(name):
        page = maker.make(name)
        qtbot.addWidget(page)
        page.show()
        return page

    return make


@pytest.fixture
def catcher(qtbot, theme, heard_journal, today):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    made = seed_catcher(heard_journal, theme, today, window)
    made.open_catcher()
    yield made
    window.close()


def write(field, text):
    field.setFocus()
    QTest.keyClicks(field, text)


def test_t16_a_card_says_one_quiet_line_while_the_private_fact_stands_in_it(
    make_page, mei, guidance
):
    page = make_page("person")
    page.show_person(mei.id)
    write(page.card.fields["hopes"], "after her divorce")
    assert page.card.care_line.text() == guidance.text("care.line")
    assert page.card.care_line.isVisible()

    page.card.fields["hopes"].set_text("")
    write(page.card.fields["hopes"], "to lead the call")
    assert not page.card.care_line.isVisible()


def test_t12_a_fifth_worry_on_her_page_is_met_by_the_other_side(make_page, heard_journal, mei):
    for back in range(4):
        day = FRIDAY - timedelta(days=back)
        heard_journal.growth.worry(Worry(person_id=mei.id, noted_on=day, body="silent"))
    page = make_page("person")
    page.show_person(mei.id)
    page.writing.begin()
    write(page.writing.form.behaviour, "silent again")
    assert not page.writing.form.note.isVisible()

    page.writing.form.worry.click()
    assert "What else is true about them?" in page.writing.form.note.text()
    page.writing.keep_button.click()
    assert len(heard_journal.growth.worries(mei.id)) == 5


def test_t16_a_plan_for_someone_says_it_too_and_one_for_a_skill_does_not(guide, mei, guidance):
    guide.go_to("preview")
    form = guide.shown.forms[0]
    write(form.act, "ask about the therapy")
    assert guidance.text("care.line") not in form.hints.text()
    form.who.chips[str(mei.id)].click()
    assert guidance.text("care.line") in form.hints.text()


def test_t8_home_welcomes_back_after_a_gap_and_not_before(make_page, heard_journal):
    weeks = Weeks(heard_journal, FRIDAY - timedelta(days=28))
    assert "Welcome back" not in make_page("week")._begin_title.text()
    weeks.finish()

    assert make_page("week")._begin_title.text() == "Welcome back. Pick up from here."


@pytest.mark.parametrize("name", ["week", "entry", "catch"])
def test_t16_free_writing_says_it_once_someone_is_named(
    make_page, catcher, mei, guidance, name, qtbot
):
    page = catcher if name == "catch" else make_page(name)
    if name == "entry":
        page.begin()
    field = {"week": "capture", "entry": "area", "catch": "line"}[name]
    write(getattr(page, field), "Read about burnout. ")
    if name == "entry":
        qtbot.waitUntil(lambda: "Saved" in page.saved.text.text())
    assert page.care_line.isHidden()

    write(getattr(page, field), "Mei told me about hers.")
    qtbot.waitUntil(page.care_line.isVisible)
    assert page.care_line.text() == guidance.text("care.line")


def test_t16_an_entry_about_someone_says_it_without_their_name(make_page, mei, qtbot):
    page = make_page("entry")
    page.begin()
    page.details.person.choose(str(mei.id))
    write(page.area, "The diagnosis came back.")
    qtbot.waitUntil(page.care_line.isVisible)

    page.area.set_text("")
    write(page.area, "She led the call.")
    qtbot.waitUntil(page.care_line.isHidden)


def test_t16_a_celebration_built_on_its_own_page_says_it_too(make_page, mei, guidance):
    page = make_page("celebrations")
    page.builder.begin()
    page.builder.form.who.chips[str(mei.id)].click()
    write(page.builder.form.behaviour, "came back after surgery")

    assert guidance.text("care.line") in page.builder.form.hints.text()
