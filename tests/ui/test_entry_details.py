"""What is said of an entry besides its words: kept as it is chosen, from the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from tests.builders import FRIDAY, MONDAY, an_entry
from tests.ui.entry_pages import an_entry_page


@pytest.fixture
def page(qtbot, theme, heard_journal, mei):
    heard_journal.entries.write(an_entry("older", tags=("calm", "one on one")))
    made = an_entry_page(theme, heard_journal)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    made.begin()
    return made


def test_an_entry_of_another_day_about_someone_with_tags_and_a_star_is_kept(
    page, heard_journal, mei
):
    QTest.keyClicks(page.area, "Lunch by the river.")
    page.details.day.setDate(QDate(2026, 11, 16))
    page.details.person.choose(str(mei.id))
    QTest.keyClicks(page.details.tags, "#river, calm, river")
    page.details.star.click()
    page.keep()

    entry = heard_journal.entries.entry(2)
    assert entry.happened_on == MONDAY
    assert entry.person_id == mei.id
    assert set(entry.tags) == {"river", "calm"}
    assert entry.starred


def test_what_is_changed_without_a_word_is_kept_too(page, heard_journal):
    page.open_entry(1)
    QTest.keyClicks(page.details.tags, ", river")
    page.keep()
    assert set(heard_journal.entries.entry(1).tags) == {"calm", "one on one", "river"}

    page.begin()
    page.open_entry(1)
    assert set(page.details.now().tags) == {"calm", "one on one", "river"}
    assert page.details.now().happened_on == FRIDAY


def test_several_entries_may_be_of_one_day_and_of_any_day(page, heard_journal):
    for year in (1, 1999, 9999):
        page.begin()
        QTest.keyClicks(page.area, f"of {year}")
        page.details.day.setDate(QDate(year, 3, 4))
        page.keep()
    days = {item.body: item.on for item in heard_journal.entries.items()}
    assert days["of 1"] == date(1, 3, 4)
    assert days["of 9999"] == date(9999, 3, 4)


def test_a_tag_used_before_is_offered_after_the_comma(page):
    field = page.details.tags
    QTest.keyClicks(field, "new, on")
    completer = field.completer()
    assert completer.currentCompletion() == "new, one on one"
    completer.setCompletionPrefix("zzz")
    assert completer.completionCount() == 0


def test_a_template_is_put_where_the_cursor_is_and_undone(page):
    page.details.templates.fill()
    [action, *_] = page.details.templates.list.actions()
    action.trigger()
    assert page.area.text().startswith("## What was on their mind")
    QTest.keyClick(page.area, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.area.text() == ""


def test_a_page_becomes_a_template_of_its_title(page, heard_journal):
    QTest.keyClicks(page.title, "Retro")
    QTest.keyClicks(page.area, "What I saw")
    templates = page.details.templates
    templates.fill()
    next(a for a in templates.list.actions() if "Keep this page" in a.text()).trigger()

    assert heard_journal.entry_care.templates()[-1].name == "Retro"
    assert "Retro" in page.note.what.text()
    templates.fill()
    drop = templates.list.actions()[-1].menu()
    drop.actions()[0].trigger()
    assert len(heard_journal.entry_care.templates()) == 4


def test_the_details_leave_with_everything_else_while_only_the_words_stay(page):
    page.desk.turn()
    assert not page.details.isVisible()
    page.desk.turn()
    assert page.details.isVisible()


def test_where_there_is_little_height_the_details_wait_behind_a_button(page, qtbot):
    assert not page.details_button.isVisible()
    page.resize(800, 320)
    assert not page.details.isVisible()
    page.details_button.click()
    assert page.details.isVisible()
    page.resize(800, 800)
    assert page.details.isVisible()
    assert not page.details_button.isVisible()
