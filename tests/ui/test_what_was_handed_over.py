"""A card, a line of growth and a sheet are out there once they are saved, and the log says so."""

import hashlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal_app.domain.share import Audience, Keepsake, NameStyle
from journal_app.ui.workspace import Workspace
from tests.builders import FRIDAY, a_full_draft
from tests.ui.test_pages import texts

SPACE = Qt.Key.Key_Space


@pytest.fixture
def workspace(qtbot, theme, heard_journal, changes, mei, today, make_safety):
    heard_journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    safety = make_safety()
    made = Workspace(heard_journal, theme, changes, today=today, safety=safety)
    made.files = safety.files
    qtbot.addWidget(made)
    made.resize(1280, 860)
    made.show()
    return made


def a_card(workspace, mei):
    page = workspace.open("celebrations")
    page.card_requested.emit(page.cards[0].celebration.id)
    return workspace.pages["greeting"].png_button


def a_line(workspace, mei):
    workspace.open_person(mei.id)
    return workspace.pages["person"].growth.keeper.pages_button


def a_sheet(workspace, mei):
    workspace.open_person(mei.id)
    workspace.pages["person"].meeting_button.click()
    return workspace.pages["meeting"].save_button


@pytest.mark.parametrize(
    ("make", "kind", "name", "title"),
    [
        (a_card, Keepsake.CARD, "card.png", "A card,"),
        (a_line, Keepsake.LINE, "line.pdf", "Somebody's line of growth,"),
        (a_sheet, Keepsake.SHEET, "sheet.pdf", "A sheet for a 1:1,"),
    ],
)
def test_what_is_saved_with_a_name_on_it_is_logged_as_a_pack_is(
    qtbot, workspace, heard_journal, mei, tmp_path, make, kind, name, title
):
    path = tmp_path / name
    workspace.files.save = lambda _title, _name: path
    assert heard_journal.sharing.log() == []

    QTest.keyClick(make(workspace, mei), SPACE)
    qtbot.waitUntil(lambda: bool(heard_journal.sharing.log()), timeout=20_000)

    [noted] = heard_journal.sharing.log()
    assert noted.keepsake is kind
    assert noted.shared_on == FRIDAY
    assert noted.names is NameStyle.REAL
    assert noted.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert noted.place == str(path)
    assert not noted.asks(FRIDAY.replace(year=FRIDAY.year + 1))
    assert heard_journal.shared.that_told_of(mei.id) == [noted]
    assert not heard_journal.shared.answers(noted)
    assert title in texts(workspace.open("share"))
    workspace.open_held(mei.id)
    workspace.pages["held"].erase_button.click()
    assert "cannot be called back from here" in texts(workspace.pages["held"])


def test_a_save_that_is_called_off_leaves_no_line_in_the_log(workspace, heard_journal, mei):
    workspace.files.save = lambda _title, _name: None

    QTest.keyClick(a_line(workspace, mei), SPACE)

    assert heard_journal.sharing.log() == []


def test_a_pack_is_no_keepsake(heard_journal, tmp_path, today):
    request = heard_journal.sharing.request(FRIDAY)
    pack = heard_journal.sharing.compose(request)
    noted = heard_journal.sharing.save(pack, tmp_path / "pack.md", on=FRIDAY)

    assert noted.keepsake is None
    assert noted.audience is Audience.MENTOR
