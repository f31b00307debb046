"""Pages over the real journal in memory, on a Friday."""

import pytest

from journal_app.ui.guide.step import GuideServices
from journal_app.ui.pages.guide_page import GuidePage
from tests.builders import FRIDAY


@pytest.fixture
def today():
    return lambda: FRIDAY


@pytest.fixture
def mei(heard_journal):
    return heard_journal.team.welcome("Mei Lindqvist", ["Mei-Mei"])


@pytest.fixture
def guide_at(qtbot, theme, heard_journal):
    """Makes a guide page that lives on a given day."""

    def make(day=FRIDAY):
        journal = heard_journal
        services = GuideServices(
            reflections=journal.reflections,
            questions=journal.questions,
            team=journal.team,
            growth=journal.growth,
            intentions=journal.intentions,
            skills=journal.skills,
            seeds=journal.seeds,
            today=lambda: day,
        )
        page = GuidePage(services, theme)
        qtbot.addWidget(page)
        page.show()
        page.open_week(journal.reflections.week_of(day))
        return page

    return make


@pytest.fixture
def guide(guide_at, mei):
    return guide_at()
