"""An entry page over a journal, on a Friday."""

from journal_app.ui.page_maker import care_beside
from journal_app.ui.pages.entry_page import EntryPage
from tests.builders import FRIDAY


def an_entry_page(theme, journal):
    return EntryPage(
        theme,
        entries=journal.entries,
        care=journal.entry_care,
        team=journal.team,
        care_beside=care_beside(journal),
        today=lambda: FRIDAY,
    )
