"""A plan in a calendar: a time and no word, offered where plans are shown."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from journal_app.domain.draft import IntentionDraft
from journal_app.ui.widgets.plan_calendar import CalendarOffer
from tests.builders import FRIDAY


@pytest.fixture
def window(demo_at):
    return demo_at()


def offer_on(window, page):
    if page == "week":
        window.workspace.open("week")
    else:
        window.workspace.open_this_week()
        guide = window.workspace.pages["guide"]
        guide.draft.intentions = [IntentionDraft(cue="Imani asks", act="I listen")]
        guide.go_to("close")
    QApplication.processEvents()
    return next(one for one in window.findChildren(CalendarOffer) if one.isVisible())


@pytest.mark.parametrize("page", ["week", "close"])
def test_a_plan_goes_into_a_calendar_without_a_word_or_a_name(window, tmp_path, page):
    path = tmp_path / "tend-plan.ics"
    asked = []
    window.files.save = lambda _title, name: asked.append(name) or path
    offer = offer_on(window, page)
    offer.button.click()
    file = path.read_text(encoding="utf-8")
    journal = window._protection.journal
    plans = [plan for week in (-7, 0, 7) for plan in _plans(journal, week)]
    words = {
        word
        for text in [p.name for p in journal.team.everyone()] + [p.act + p.cue for p in plans]
        for word in text.split()
        if len(word) > 4
    }

    assert asked == ["tend-plan.ics"]
    assert "SUMMARY:Tend: a plan" in file
    assert words
    assert not [word for word in words if word in file]
    assert "no word" in offer.button.accessibleDescription()
    assert offer.told.isVisible()
    assert offer.told.text().startswith("Saved")


def _plans(journal, days):
    return journal.intentions.of_week(journal.reflections.week_of(FRIDAY + timedelta(days=days)))


def test_a_plan_of_a_week_that_began_has_its_time_ahead(qtbot, window, tmp_path):
    path = tmp_path / "plan.ics"
    window.files.save = lambda _title, _name: path
    offer = offer_on(window, "week")
    monday = date(2026, 11, 16)
    came = {}
    for week in (monday, monday + timedelta(weeks=1)):
        one = CalendarOffer(offer._calendar, week)
        qtbot.addWidget(one)
        one.button.click()
        came[week] = next(
            line[8:16] for line in path.read_text().splitlines() if line.startswith("DTSTART")
        )

    assert came[monday] == f"{FRIDAY + timedelta(days=1):%Y%m%d}"
    assert came[monday + timedelta(weeks=1)] == "20261123"


def test_where_nothing_can_be_written_a_sentence_says_so_and_nothing_is_there(window, tmp_path):
    blocked = tmp_path / "a file"
    blocked.write_text("mine", encoding="utf-8")
    window.files.save = lambda _title, _name: blocked / "plan.ics"
    offer = offer_on(window, "week")
    offer.button.click()

    assert offer.told.isVisible()
    assert not offer.told.text().startswith("Saved")
    assert blocked.read_text(encoding="utf-8") == "mine"


def test_thinking_better_of_it_says_nothing(window):
    window.files.save = lambda _title, _name: None
    offer = offer_on(window, "week")
    offer.button.click()

    assert not offer.told.isVisible()
