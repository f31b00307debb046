"""The next 1:1 on one sheet: seen, written on, printed, saved, and emptied when it was held."""

from datetime import timedelta

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal_app.domain.celebration import Celebration, Delivery
from journal_app.domain.intention import Intention
from journal_app.domain.moment import Moment
from journal_app.domain.promise import Promise
from journal_app.domain.worry import Worry
from journal_app.ui.printing import paint_pages
from journal_app.ui.workspace import Workspace
from tests.builders import FRIDAY, NEXT_MONDAY
from tests.ui.test_pages import texts

WEEK = timedelta(days=7)


@pytest.fixture
def workspace(qtbot, theme, heard_journal, changes, mei, today, make_safety):
    safety = make_safety()
    made = Workspace(heard_journal, theme, changes, today=today, safety=safety)
    made.files = safety.files
    qtbot.addWidget(made)
    made.resize(1280, 860)
    made.show()
    yield made
    safety.jobs.stop()


@pytest.fixture
def page(workspace, heard_journal, mei):
    """Mei's sheet, opened from her page, over a journal with something of everything."""
    journal = heard_journal
    journal.celebrations.celebrate(
        Celebration(
            person_id=mei.id,
            happened_on=FRIDAY,
            behaviour="you led the retro",
            joy="I was proud.",
            delivery=Delivery.SAY,
        )
    )
    journal.growth.notice(
        Moment(person_id=mei.id, happened_on=FRIDAY - WEEK, behaviour="asked first")
    )
    journal.growth.notice(
        Moment(person_id=mei.id, happened_on=FRIDAY - 30 * WEEK, behaviour="long ago")
    )
    journal.growth.worry(Worry(person_id=mei.id, noted_on=FRIDAY, body="went silent"))
    journal.intentions.promise(
        Promise(person_id=mei.id, made_on=FRIDAY, body="ask for the room", due_on=NEXT_MONDAY)
    )
    journal.intentions.plan(
        Intention(
            week_start=NEXT_MONDAY, person_id=mei.id, cue="she presents", act="sit at the back"
        )
    )
    journal.seeds.catch("First on-call night on Thursday", on=FRIDAY, person_id=mei.id)
    workspace.open_person(mei.id)
    QTest.keyClick(workspace.pages["person"].meeting_button, Qt.Key.Key_Space)
    return workspace.pages["meeting"]


def test_the_sheet_gathers_what_belongs_into_the_next_talk_and_nothing_else(page):
    shown = texts(page)
    for expected in (
        "You led the retro.",
        "13 November: Asked first.",
        "ask for the room (23 November)",
        "If she presents, then I will sit at the back",
        "First on-call night on Thursday",
    ):
        assert expected in shown
    for kept_back in ("I was proud.", "went silent", "Long ago."):
        assert kept_back not in shown


def test_one_question_is_asked_and_what_is_not_known_comes_first(page, heard_journal, mei):
    first = page.question.text()
    assert first.startswith("How do you like to be thanked")
    QTest.keyClick(page.another_button, Qt.Key.Key_Space)
    assert page.question.text() != first

    heard_journal.team.write_card(mei, "thanks", "in writing", on=FRIDAY)
    page.show_person(mei.id)
    again = page.question.text()
    assert again != first
    page.show_person(mei.id)
    assert page.question.text() == again


def test_what_is_written_on_the_sheet_is_there_again_and_goes_when_they_talked(
    page, workspace, heard_journal, mei
):
    QTest.keyClicks(page.area, "Her first board meeting")
    workspace.open("week")
    workspace.begin_anew()
    workspace.open_person(mei.id)
    workspace.pages["person"].meeting_button.click()
    page = workspace.pages["meeting"]
    assert page.area.text() == "Her first board meeting"
    assert "Her first board meeting" in page.sheet().parts[2].lines

    QTest.keyClick(page.talked_button, Qt.Key.Key_Space)
    assert workspace.stack.currentWidget() is workspace.pages["person"]
    assert heard_journal.drafts.line(f"meeting:{mei.id}") == ""
    workspace.toast.undo_button.click()
    assert heard_journal.drafts.line(f"meeting:{mei.id}") == "Her first board meeting"


def test_a_sheet_begun_goes_with_its_person(page, heard_journal, workspace, mei):
    QTest.keyClicks(page.area, "Heronword")
    workspace.keep()
    heard_journal.erasing.erase_person(mei.id)

    assert heard_journal.drafts.line(f"meeting:{mei.id}") == ""


def test_what_i_hold_shows_what_was_begun_about_them_too(page, workspace, mei):
    QTest.keyClicks(page.area, "Her first board meeting")
    workspace.keep()
    workspace.open_held(mei.id)

    shown = texts(workspace.pages["held"])
    assert "Begun, not finished" in shown
    assert "Her first board meeting" in shown


def test_the_sheet_is_saved_as_a_tagged_page_with_room_to_write(page, workspace, tmp_path, qtbot):
    path = tmp_path / "sheet.pdf"
    workspace.files.save = lambda _title, _name: path
    QTest.keyClick(page.save_button, Qt.Key.Key_Space)
    qtbot.waitUntil(path.exists, timeout=10_000)

    reader = PdfReader(path)
    text = " ".join(reader.pages[0].extract_text().split())
    assert "1:1 with Mei Lindqvist" in text
    assert "What they said" in text
    assert "went silent" not in text
    assert "/StructTreeRoot" in reader.root_object


def test_the_sheet_is_printed_as_it_is_saved(page, qtbot):
    printed = []
    page._print_pages = lambda pages, _parent: printed.extend(pages)
    QTest.keyClick(page.print_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: printed != [], timeout=10_000)

    [sheet] = [QImage.fromData(p) for p in printed]
    assert 1.4 < sheet.height() / sheet.width() < 1.42


def test_pages_fill_the_paper_they_are_printed_on(qapp, tmp_path):
    picture = QImage(600, 848, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    picture.save(str(tmp_path / "page.png"))
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QSizeF(210, 297), QPageSize.Unit.Millimeter))
    content = (tmp_path / "page.png").read_bytes()

    paint_pages(printer, [content, content])

    assert len(PdfReader(tmp_path / "out.pdf").pages) == 2


def test_an_empty_sheet_still_has_a_question_and_says_so_kindly(
    qtbot, theme, heard_journal, changes, mei, today, make_safety
):
    made = Workspace(heard_journal, theme, changes, today=today, safety=make_safety())
    qtbot.addWidget(made)
    made.show()
    made.open_person(mei.id)
    made.pages["person"].meeting_button.click()
    QApplication.processEvents()

    shown = texts(made.pages["meeting"])
    assert "What small step of theirs have you seen lately?" in shown
    assert "Nothing waits." in shown
    assert "Their card is empty so far" in shown
