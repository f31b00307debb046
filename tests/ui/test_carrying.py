"""The pages that bring a journal in and take everything out."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journal_app.domain.errors import Refused
from journal_app.services.keys import refuse_inside
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.jobs import Jobs
from journal_app.ui.pages.export_page import ExportPage
from journal_app.ui.pages.import_page import ImportPage
from tests.builders import an_entry

TEXT = "[2024-05-06 09:00] She led it.\nAll of @mei's doing. @mei #retro\n\n[2024-05-07] Quiet\n"


class Chosen(FileChooser):
    """Answers with a place, as if a person had chosen it."""

    def __init__(self, parent: QWidget, place: Path | None) -> None:
        super().__init__(parent)
        self.place = place

    def open(self, _title, _pattern):
        return self.place

    def folder(self, _title):
        return self.place

    def save(self, _title, suggested):
        return self.place / suggested if self.place else None


@pytest.fixture
def jobs(qtbot):
    made = Jobs()
    yield made
    made.stop()


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "journal.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def page(qtbot, theme, heard_journal, jobs, text):
    parent = QWidget()
    qtbot.addWidget(parent)
    page = ImportPage(
        theme,
        importing=heard_journal.importing,
        team=heard_journal.team,
        files=Chosen(parent, text),
        jobs=jobs,
    )
    qtbot.addWidget(page)
    page.show()
    return page


def looked(qtbot, page, act=None):
    """Choose the file, and wait until it was looked through."""
    (act or page.file_button.click)()
    qtbot.waitUntil(lambda: page.look.isVisible())


def test_a_look_says_what_would_come_and_writes_nothing(qtbot, page, heard_journal):
    looked(qtbot, page)

    assert "2 entries from jrnl" in page.look.title.text()
    assert "2 entries are new here." in page.look.new.text()
    assert page.go_button.text() == "&Bring in 2 entries"
    assert not heard_journal.entries.items()


def test_it_comes_when_asked_and_goes_when_asked(qtbot, page, heard_journal):
    looked(qtbot, page)

    page.go_button.click()
    qtbot.waitUntil(page.done.isVisible)

    assert len(heard_journal.entries.items()) == 2
    assert "2 entries are in your journal now." in page.done.title.text()
    [row] = page.earlier.rows
    back, sure, _keep = row.findChildren(type(page.go_button))
    back.click()
    assert len(heard_journal.entries.items()) == 2
    with qtbot.waitSignal(page.said):
        sure.click()
    assert not heard_journal.entries.items()
    assert not page.earlier.isVisible()


def test_a_name_one_knows_is_chosen_already(qtbot, page, heard_journal):
    mei = heard_journal.team.welcome("Mei Lindqvist")
    looked(qtbot, page)

    assert page.people.boxes["@mei"].currentText() == "Mei Lindqvist"
    assert not page.people.boxes["retro"].isVisible()
    page.go_button.click()
    qtbot.waitUntil(page.done.isVisible)

    assert {item.person_id for item in heard_journal.entries.items()} == {mei.id, None}


def test_someone_new_is_welcomed_by_their_name(qtbot, page, heard_journal):
    looked(qtbot, page)
    box = page.people.boxes["@mei"]

    box.setCurrentIndex(box.findText("Mei, new on the team"))
    page.go_button.click()
    qtbot.waitUntil(page.done.isVisible)

    assert [person.name for person in heard_journal.team.everyone()] == ["Mei"]
    assert 1 in {item.person_id for item in heard_journal.entries.items()}


def test_what_is_left_out_is_listed_with_its_reason(qtbot, page, text):
    text.write_text("[2024-05-06 09:00] One\n[03/04/2024 10:00] Which day?\n")
    looked(qtbot, page)

    page.look.details_button.click()

    assert "two ways" in page.look.details.item(0).text()
    looked(qtbot, page, page.look.order.chips["dmy"].click)
    qtbot.waitUntil(lambda: "2 entries are new" in page.look.new.text())
    assert page.look.order.isVisible()


def test_a_second_time_there_is_nothing_to_bring(qtbot, page, heard_journal, text):
    heard_journal.importing.bring_in(text)
    looked(qtbot, page)

    assert page.look.new.text() == "Nothing in it is new here."
    assert not page.go_button.isVisible()
    assert not page.people.isVisible()


def test_what_cannot_be_read_is_said_and_the_page_begins_anew(qtbot, page, text):
    text.write_bytes(b"PK\x03\x04 no zip at all")

    page.file_button.click()
    qtbot.waitUntil(page.problem.isVisible)

    assert "damaged" in page.problem.text()
    assert page.choosing.isVisible()


def test_an_encrypted_journal_asks_for_its_passphrase(qtbot, page, text, heard_journal):
    import base64
    import hashlib

    from cryptography.fernet import Fernet

    salt = bytes.fromhex("f2d5710ec18d2ededc8e36748904cef8")
    key = hashlib.pbkdf2_hmac("sha256", b"heron", salt, 100_000, 32)
    text.write_bytes(Fernet(base64.urlsafe_b64encode(key)).encrypt(TEXT.encode()))

    page.file_button.click()
    qtbot.waitUntil(page.asking.isVisible)
    page.asking.proof.line.setText("crane")
    qtbot.keyClick(page.asking.proof.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.asking.isVisible() and not page.asking.proof.text())
    page.asking.proof.line.setText("heron")
    qtbot.keyClick(page.asking.proof.line, Qt.Key.Key_Return)
    qtbot.waitUntil(page.look.isVisible)

    assert "2 entries" in page.look.title.text()


def test_cancelled_it_begins_anew(qtbot, page, heard_journal):
    looked(qtbot, page)

    with qtbot.waitSignal(page.said):
        page.working.cancelled.emit()

    assert page.choosing.isVisible()
    assert not heard_journal.entries.items()


@pytest.fixture
def leaving(qtbot, theme, heard_journal, jobs, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    heard_journal.entries.write_all([an_entry("One."), an_entry("Two.")])

    def refuse(path):
        refuse_inside(tmp_path / "tend", path)

    page = ExportPage(
        theme,
        exporting=heard_journal.exporting,
        files=Chosen(parent, tmp_path),
        jobs=jobs,
        refuse=refuse,
        today=lambda: an_entry().happened_on,
    )
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.mark.parametrize("form", ["folder", "zip", "json"])
def test_everything_leaves_in_each_shape_and_comes_back(
    qtbot, leaving, heard_journal, tmp_path, form
):
    leaving.buttons[form].click()
    qtbot.waitUntil(leaving.done.isVisible)

    ending = "" if form == "folder" else f".{form}"
    path = tmp_path / f"tend-2026-11-20{ending}"
    assert f"2 entries, written to {path}" in leaving.done_text.text()
    assert heard_journal.importing.look(path).duplicate == 2


def test_a_place_inside_the_journal_is_refused(qtbot, leaving, tmp_path):
    leaving.write("json", tmp_path / "tend" / "out.json")

    assert leaving.problem.isVisible()
    with pytest.raises(Refused):
        refuse_inside(tmp_path / "tend", tmp_path / "tend" / "out.json")
