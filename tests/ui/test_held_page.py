"""What I hold about someone: also what was shared about them, which no button here reaches."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from journal_app.domain.share import Audience
from journal_app.ui.pages.held_page import HeldPage
from tests.builders import FRIDAY, MONDAY, NEXT_FRIDAY, a_full_draft
from tests.safety.leaving import pack_of

CALLED_BACK = "cannot be called back"


@pytest.fixture
def held(qtbot, theme, heard_journal, mei):
    journal = heard_journal
    journal.reflections.finish(a_full_draft(mei.id, week_start=MONDAY), on=FRIDAY)
    page = HeldPage(
        theme,
        erasing=journal.erasing,
        keeping=journal.keeping,
        shared=journal.shared,
        today=lambda: NEXT_FRIDAY,
    )
    qtbot.addWidget(page)
    return page


def what_left(page) -> list[str]:
    """The lines on what cannot be called back, in what is shown of the page now."""
    shown = [one for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    return [one.text() for one in shown if CALLED_BACK in one.text()]


def share(journal, tmp_path, *, on=FRIDAY, **chosen):
    pack = pack_of(journal, questions=("How do I thank Mei?",), **chosen)
    return journal.sharing.save(pack, tmp_path / f"{on}.md", on=on)


def test_nothing_is_said_where_nothing_left(held, heard_journal, mei, tmp_path):
    other = heard_journal.team.welcome("Ada Obi")
    held.show_person(mei.id)
    assert what_left(held) == []

    share(heard_journal, tmp_path)
    held.show_person(other.id)
    assert what_left(held) == []


def test_a_pack_that_told_of_them_is_named_before_every_way_to_leave(
    held, heard_journal, mei, tmp_path
):
    share(heard_journal, tmp_path, audience=Audience.COACH)
    held.show_person(mei.id)

    [line] = what_left(held)
    assert line.startswith("What you shared with a coach on")
    assert "20 November 2026" in line
    held.erase_button.click()
    assert what_left(held) == [line]
    held.show_person(mei.id)
    held.anonymise_button.click()
    assert what_left(held) == [line]


def test_several_packs_are_one_line_without_a_count(held, heard_journal, mei, tmp_path):
    for weeks in range(3):
        share(heard_journal, tmp_path, on=FRIDAY + timedelta(weeks=weeks))
    held.show_person(mei.id)

    [line] = what_left(held)
    assert "between Friday, 20 November 2026 and Friday, 4 December 2026" in line
    assert "3" not in line


def test_what_they_deleted_is_not_held_against_anyone(held, heard_journal, mei, tmp_path):
    gone = share(heard_journal, tmp_path)
    heard_journal.shared.is_gone(replace(gone), on=NEXT_FRIDAY)
    held.show_person(mei.id)

    assert what_left(held) == []
